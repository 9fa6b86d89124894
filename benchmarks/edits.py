"""Changes in the screens: from the key to painted and durable on disk, beside the fsyncs themselves."""

import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.programs import SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.terminal import Terminal

_MORE = 60.0
_ENTER = b"\r"
_TOAST = 3.3


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of changes."""
    del small
    report.heading("Changes in the screens (key to painted; saved with fsync)")
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        shutil.copytree(big.home, home)
        with Terminal(SALGSPLAN, environment(home, Path(scratch))) as terminal:
            terminal.until(b"17. februar 2027")
            terminal.quiet(3)
            cursor = statistics.median([terminal.key(b"\x1b[B") * 1000 for _ in range(9)])
            sync = _fsync_milliseconds(Path(scratch))
            report.figure("cursor key", [cursor])
            report.figure("one fsync", [sync])
            added = [_add(terminal, number) for number in range(runs)]
            _show(report, "add", added, cursor + 6 * sync)
            done, undone = [], []
            for _ in range(runs):
                done.append(_done(terminal))
                undone.append(terminal.key(b"u") * 1000)
            _show(report, "done", done, cursor + 6 * sync)
            _show(report, "undo", undone, cursor + 6 * sync)
            pushed = []
            for _ in range(runs):
                pushed.append(terminal.key(b"+") * 1000)
                terminal.key(b"u")
                terminal.key(b"G")
                terminal.key(b"k")
            _show(report, "move to the next day", pushed, cursor + 6 * sync)


def _show(report: Report, name: str, values: list[float], base: float) -> None:
    median = report.figure(name, values)
    report.at_most("  against cursor key + fsyncs + 60 ms", median, base + _MORE)


def _add(terminal: Terminal, number: int) -> float:
    terminal.key(b"a")
    for letter in f"ring Benk {number} kl 15:0{number % 10} 10m":
        os.write(terminal.fd, letter.encode())
    time.sleep(_TOAST)  # or the last byte painted is that of an earlier toast that goes
    return terminal.key(_ENTER) * 1000


def _done(terminal: Terminal) -> float:
    terminal.key(b"d")
    return terminal.key(b"9") * 1000  # an outcome that asks for no next step


def _fsync_milliseconds(folder: Path) -> float:
    times = []
    for _ in range(20):
        with (folder / "probe").open("wb") as file:
            file.write(b"x" * 40_000)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)
