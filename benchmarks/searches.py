"""The search over ten years: in the screens to the first painted result, and to the end; beside `khal search`."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.data import Folder
from benchmarks.peers import khal_calendar
from benchmarks.programs import SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.terminal import Terminal
from benchmarks.text import milliseconds

_DAY: Final = b"17. februar 2027"
_FIRST: Final = 150.0
_WORD: Final = "Fjell 4321"
"""A title of 2018: the newest nine years are looked through before it."""
_FEW: Final = b"9998"
"""What a handful of titles hold; the newest is of the last week."""
_NONE: Final = b"Xylofon"
_NOTHING: Final = b"Ingenting passer"
_HIT: Final = b"49998"


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the search."""
    del small
    report.heading("The search (50,000 activities in 522 week files)")
    with tempfile.TemporaryDirectory() as text:
        scratch = Path(text)
        env = environment(big.home, scratch)
        first, last = [], []
        with Terminal(SALGSPLAN, env) as terminal:
            terminal.until(_DAY)
            terminal.quiet(2)
            terminal.key(b"/")
            for _ in range(runs):
                first.append(_seconds_to(terminal, _FEW, _HIT) * 1000)
                last.append(_seconds_to(terminal, _NONE, _NOTHING) * 1000)
        report.at_most(
            "  against 150 ms", report.figure("search: first result (last letter to painted)", first), _FIRST
        )
        report.figure("search: complete, in the screens, nothing found", last)
        own = report.figure(
            "search: complete, salgsplan list WORD", milliseconds([*SALGSPLAN, "list", _WORD], env, runs)
        )
        if shutil.which("khal") is None:
            report.note("khal is not installed: `salgsplan list WORD` against `khal search` was not measured")
            return
        command = ["khal", "-c", str(khal_calendar(big.home, scratch)), "search", _WORD]
        peer = report.figure("khal search WORD", milliseconds(command, env, runs))
        report.ratio("  salgsplan list against khal search", own, peer, 1.5)


def _seconds_to(terminal: Terminal, typed: bytes, awaited: bytes) -> float:
    """Type a search, and return the time from its last letter until this was painted; then clear the line."""
    for letter in typed[:-1]:
        os.write(terminal.fd, bytes([letter]))
        terminal.quiet()
    terminal.seen = b""
    sent = time.perf_counter()
    os.write(terminal.fd, typed[-1:])
    terminal.started = sent
    seconds = terminal.until(awaited)
    terminal.key(b"\x1b")
    return seconds
