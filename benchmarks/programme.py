"""The programme and its money: how fast their views open over a year with 5,000 activities, against the week's."""

import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.data import Folder, with_programme
from benchmarks.programs import SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.terminal import Terminal

_DAY: Final = b"17. februar 2027"
_VIEWS: Final = {
    "week": (b"2", b"21. februar 2027"),
    "programme": (b"4", b"arbeidsdager"),
    "money": (b"6", b"per strategi"),
}
"""The key of each view, and what is painted with all that was read."""
_MEASURED: Final = ("programme", "money")
_TIMES: Final = 2.0
_LOOK: Final = 1.5
"""Seconds that one looks at the day before going on."""


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of both views; all take turns, so that a drift of the machine meets all of them."""
    del small
    report.heading("The programme (a year with 5,000 activities, 80×24, 50,000 activities in all)")
    hasty: dict[str, list[float]] = {name: [] for name in _VIEWS}
    first: dict[str, list[float]] = {name: [] for name in _VIEWS}
    again: dict[str, list[float]] = {name: [] for name in _VIEWS}
    starts: dict[str, list[float]] = {"with": [], "without": []}
    with tempfile.TemporaryDirectory() as scratch:
        planned = with_programme(big, big.home.parent / "planned")
        env, bare = (environment(each, Path(scratch) / each.name) for each in (planned.home, big.home))
        for number in range(runs + 1):
            starts["with"].append(_start(env))
            starts["without"].append(_start(bare))
            for name, (key, whole) in _VIEWS.items():
                hasty[name].append(_hasty(env, key, whole))
                once, twice = _visits(env, key, whole)
                first[name].append(once)
                again[name].append(twice)
            if not number:  # files that nobody has seen before are checked first
                for times in (*hasty.values(), *first.values(), *again.values(), *starts.values()):
                    times.clear()
    report.figure("salgsplan week, right after the start, all of it", hasty["week"])
    for name in _MEASURED:
        report.figure(f"salgsplan {name}, right after the start, all of it", hasty[name])
    report.note("which has no target: a year of files is read then, behind the painted frame")
    for words, times in (("first visit after a look", first), ("again", again)):
        base = report.figure(f"salgsplan week, {words}, all of it", times["week"])
        for name in _MEASURED:
            shown = report.figure(f"salgsplan {name}, {words}, all of it", times[name])
            report.ratio("  against the week", shown, base, _TIMES)
    base = report.figure("salgsplan, day painted, without a programme", starts["without"])
    shown = report.figure("salgsplan, day painted, with the programme", starts["with"])
    report.ratio("  with against without", shown, base, 1.1)


def _start(env: Mapping[str, str]) -> float:
    with Terminal(SALGSPLAN, env) as terminal:
        return terminal.until(_DAY) * 1000


def _hasty(env: Mapping[str, str], key: bytes, whole: bytes) -> float:
    with Terminal(SALGSPLAN, env) as terminal:
        terminal.until(_DAY)
        return terminal.painted(key, whole) * 1000


def _visits(env: Mapping[str, str], key: bytes, whole: bytes) -> tuple[float, float]:
    with Terminal(SALGSPLAN, env) as terminal:
        terminal.until(_DAY)
        terminal.quiet()
        time.sleep(_LOOK)
        first = terminal.painted(key, whole) * 1000
        terminal.painted(b"1", _DAY)
        return first, terminal.painted(key, whole) * 1000
