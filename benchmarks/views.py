"""The views: from the key to the frame and to the last byte, the first time and again, against a bare switch.

The first visit is made after a look at the day, in which the program works ahead while nobody presses a key; what it
costs right after the start is told beside it. The bare one gets the same look.
"""

import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.data import Folder
from benchmarks.programs import OPTION_LIST, SALGSPLAN, SWITCHER, environment
from benchmarks.report import Report
from benchmarks.screens import p95
from benchmarks.terminal import Shown, Terminal

_DAY: Final = b"17. februar 2027"
_BARE: Final = [sys.executable, "-c", SWITCHER]
_READY: Final = b"READY-TO-READ"
_TIMES: Final = 2.0
_LOOK: Final = 1.5
"""Seconds that one looks at the day before going on."""
_DOWN, _RIGHT, _UP, _LEFT = b"\x1b[B", b"\x1b[C", b"\x1b[A", b"\x1b[D"


class _View(NamedTuple):
    """A view: its key, what is painted with its frame, and with all that was read."""

    key: bytes
    frame: bytes
    whole: bytes


_BARE_VIEW: Final = _View(b"2", b"OTHER-VIEW", b"OTHER-VIEW")
_VIEWS: Final[Mapping[str, _View]] = {
    "week": _View(b"2", b"21. februar 2027", b"21. februar 2027"),
    "timetable": _View(b"3", b"datoer", b"%)"),
    "service": _View(b"7", b"Servicesaker", b"av 600"),
}


class _Visits(NamedTuple):
    """What the visits of a view took, run by run."""

    hasty: list[float]
    """To all of it, right after the start."""
    first: list[Shown]
    again: list[Shown]
    cursor: list[float]
    """Cursor keys to the last byte."""


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the views; the programs take turns, so that a drift of the machine meets all of them."""
    del small
    report.heading("The views (key to painted, 80×24, 50,000 activities)")
    bare, views = _Visits([], [], [], []), {name: _Visits([], [], [], []) for name in _VIEWS}
    with tempfile.TemporaryDirectory() as scratch:
        env = environment(big.home, Path(scratch))
        for _ in range(runs):
            _visit(bare, _BARE, _READY, _BARE_VIEW, env)
            bare.cursor.extend(_steps(env))
            for name, view in _VIEWS.items():
                _visit(views[name], SALGSPLAN, _DAY, view, env)
                views[name].hasty.append(_hasty(view, env))
    report.figure("OptionList, cursor key to last byte", bare.cursor)
    for name, visits in views.items():
        for which in ("first", "again"):
            _compare(report, f"salgsplan {name}", which, visits, bare)
        report.figure(f"salgsplan {name}, right after the start, all of it", visits.hasty)
        report.figure(f"salgsplan {name}, cursor key to last byte", visits.cursor)
        report.ratio("  95th percentile against the OptionList's", p95(visits.cursor), p95(bare.cursor), _TIMES)


def _compare(report: Report, name: str, which: str, visits: _Visits, bare: _Visits) -> None:
    own, other = (each.first if which == "first" else each.again for each in (visits, bare))
    for until in ("frame", "last"):
        words = f"{which} visit, {'painted' if until == 'frame' else 'last byte'}"
        base = report.figure(f"ContentSwitcher, {words}", [getattr(each, until) for each in other])
        shown = report.figure(f"{name}, {words}", [getattr(each, until) for each in own])
        report.ratio("  against the ContentSwitcher", shown, base, _TIMES)


def _visit(visits: _Visits, command: Sequence[str], ready: bytes, view: _View, env: Mapping[str, str]) -> None:
    with Terminal(command, env) as terminal:
        terminal.until(ready)
        terminal.quiet()
        time.sleep(_LOOK)
        visits.first.append(terminal.shown(view.key, view.whole))
        terminal.painted(b"1", ready)
        visits.again.append(terminal.shown(view.key, view.whole))
        if command is SALGSPLAN:
            visits.cursor.extend(terminal.key(each) * 1000 for each in (_DOWN, _RIGHT, _UP, _LEFT) * 4)


def _hasty(view: _View, env: Mapping[str, str]) -> float:
    with Terminal(SALGSPLAN, env) as terminal:
        terminal.until(_DAY)
        return terminal.shown(view.key, view.whole).frame


def _steps(env: Mapping[str, str]) -> list[float]:
    with Terminal([sys.executable, "-c", OPTION_LIST], env) as terminal:
        terminal.until(b"Option number 3")
        return [terminal.key(each) * 1000 for each in (_DOWN, _UP) * 8]
