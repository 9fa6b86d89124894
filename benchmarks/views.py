"""The views: from the key to the frame and to all of it, the first time and again, against a bare switch."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.data import Folder
from benchmarks.programs import OPTION_LIST, SALGSPLAN, SWITCHER, environment
from benchmarks.report import Report
from benchmarks.screens import p95
from benchmarks.terminal import Terminal

_DAY: Final = b"17. februar 2027"
_TIMES: Final = 2.0
_DOWN, _RIGHT, _UP, _LEFT = b"\x1b[B", b"\x1b[C", b"\x1b[A", b"\x1b[D"


class _View(NamedTuple):
    """A view: its key, what is painted with its frame, and with all that was read."""

    key: bytes
    frame: bytes
    whole: bytes


_VIEWS: Final[Mapping[str, _View]] = {
    "week": _View(b"2", b"21. februar 2027", b"21. februar 2027"),
    "timetable": _View(b"3", b"datoer", b"%)"),
}


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the views."""
    del small
    report.heading("The views (key to painted, 80×24, 50,000 activities)")
    with tempfile.TemporaryDirectory() as scratch:
        env = environment(big.home, Path(scratch))
        bare, bare_again = _switches([sys.executable, "-c", SWITCHER], b"READY-TO-READ", env, runs)
        first = report.figure("ContentSwitcher, a view mounted on its first visit", bare)
        again = report.figure("ContentSwitcher, the same again", bare_again)
        options = _steps(env)
        report.figure("OptionList, cursor key to last byte", options)
        for name, view in _VIEWS.items():
            frames, wholes, agains, cursor = _visits(view, env, runs)
            frame = report.figure(f"salgsplan {name}, first visit, frame", frames)
            report.ratio("  against the first visit of the bare one", frame, first, _TIMES)
            report.figure(f"salgsplan {name}, first visit, all of it read and shown", wholes)
            shown = report.figure(f"salgsplan {name}, again", agains)
            report.ratio("  against the same again", shown, again, _TIMES)
            report.figure(f"salgsplan {name}, cursor key to last byte", cursor)
            report.ratio("  95th percentile against the OptionList's", p95(cursor), p95(options), _TIMES)


def _switches(
    command: Sequence[str], ready: bytes, env: Mapping[str, str], runs: int
) -> tuple[list[float], list[float]]:
    first, again = [], []
    for _ in range(runs):
        with Terminal(command, env) as terminal:
            terminal.until(ready)
            first.append(terminal.painted(b"2", b"OTHER-VIEW") * 1000)
            terminal.painted(b"1", ready)
            again.append(terminal.painted(b"2", b"OTHER-VIEW") * 1000)
    return first, again


def _steps(env: Mapping[str, str]) -> list[float]:
    with Terminal([sys.executable, "-c", OPTION_LIST], env) as terminal:
        terminal.until(b"Option number 3")
        return [terminal.key(each) * 1000 for each in (_DOWN, _UP) * 20]


def _visits(
    view: _View, env: Mapping[str, str], runs: int
) -> tuple[list[float], list[float], list[float], list[float]]:
    frames, wholes, agains, cursor = [], [], [], []
    for _ in range(runs):
        with Terminal(SALGSPLAN, env) as terminal:
            terminal.until(_DAY)
            frames.append(terminal.painted(view.key, view.frame) * 1000)
            wholes.append(frames[-1] + terminal.more(view.whole) * 1000)
            terminal.painted(b"1", _DAY)
            agains.append(terminal.painted(view.key, view.frame) * 1000)
            cursor += [terminal.key(each) * 1000 for each in (_DOWN, _RIGHT, _UP, _LEFT) * 2]
    return frames, wholes, agains, cursor
