"""The picker: from `n` to all that it tells, the first time and again, and on to the form, against a bare dialog."""

import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.data import Folder
from benchmarks.programs import MODAL, SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.terminal import Terminal

_DAY: Final = b"17. februar 2027"
_TIMES: Final = 2.0
_LOOK: Final = 1.0
"""Seconds that a person looks at the day before pressing a key; the program reads and draws ahead meanwhile."""
_PICKER: Final = b"vanlig tid"
_FORM: Final = b"Ikke konkret"
_ESCAPE, _ENTER = b"\x1b", b"\r"


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the picker; over a folder with little in it too, for it reads what the channels gave."""
    report.heading("The picker (key to painted, 80×24)")
    with tempfile.TemporaryDirectory() as scratch:
        env = environment(big.home, Path(scratch))
        bare = _opened([sys.executable, "-c", MODAL], env, _BARE, runs)
        first = report.figure("a bare dialog of an Input and an OptionList, first", bare.first)
        again = report.figure("the same again", bare.again)
        for name, folder in (("50,000 activities", big), ("100 activities", small)):
            own = _opened(SALGSPLAN, environment(folder.home, Path(scratch)), _OWN, runs)
            opened = report.figure(f"salgsplan n, first, {name}", own.first)
            report.ratio("  against the bare one's first", opened, first, _TIMES)
            report.figure("  with all that the channels gave", own.told)
            reopened = report.figure(f"salgsplan n, again, {name}", own.again)
            report.ratio("  against the same again", reopened, again, _TIMES)
        report.figure("salgsplan, from the choice to the form", _form(env, runs))


class _Markers(NamedTuple):
    """What is painted when the program is there, when the dialog is, and when it tells all."""

    ready: bytes
    opened: bytes
    told: bytes


_BARE: Final = _Markers(b"READY-TO-READ", b"Option number 3", b"Option number 3")
_OWN: Final = _Markers(_DAY, _PICKER, b"gjort")


class _Times(NamedTuple):
    """Milliseconds from the key."""

    first: list[float]
    told: list[float]
    again: list[float]


def _opened(command: Sequence[str], env: Mapping[str, str], markers: _Markers, runs: int) -> _Times:
    times = _Times([], [], [])
    for _ in range(runs):
        with Terminal(command, env) as terminal:
            terminal.until(markers.ready)
            time.sleep(_LOOK)
            times.first.append(terminal.painted(b"n", markers.opened) * 1000)
            times.told.append(times.first[-1] + terminal.more(markers.told) * 1000)
            terminal.key(_ESCAPE)
            times.again.append(terminal.painted(b"n", markers.opened) * 1000)
    return times


def _form(env: Mapping[str, str], runs: int) -> list[float]:
    found = []
    for _ in range(runs):
        with Terminal(SALGSPLAN, env) as terminal:
            terminal.until(_DAY)
            time.sleep(_LOOK)
            terminal.painted(b"n", _PICKER)
            found.append(terminal.painted(_ENTER, _FORM) * 1000)
    return found
