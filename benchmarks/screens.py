"""The screens: from the start to the painted day, a cursor key, and memory.

The day is painted twice: over files that were found right at an earlier start, as on nearly every morning, and over
files that nobody has seen, all of which pydantic checks first. The target is that of the first.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.programs import ONE_STATIC, OPTION_LIST, SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.terminal import Terminal

_DAY = b"17. februar 2027"
_DOWN = b"\x1b[B"
_UP = b"\x1b[A"


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the screens; the programs take turns, so that a drift of the machine meets all of them."""
    report.heading("The screens (pseudo-terminal, 80×24)")
    with tempfile.TemporaryDirectory() as scratch:
        env, little = environment(big.home, Path(scratch)), environment(small.home, Path(scratch))
        static, many, few, unseen, bare_memory, memory = [], [], [], [], [], []
        for number in range(runs + 1):
            fresh = environment(big.home, Path(scratch) / f"start-{number}")
            rounds = (
                ([sys.executable, "-c", ONE_STATIC], env, b"READY-TO-READ", static, bare_memory),
                (SALGSPLAN, env, _DAY, many, memory),
                (SALGSPLAN, little, _DAY, few, []),
                (SALGSPLAN, fresh, _DAY, unseen, []),
            )
            for command, where, marker, times, sizes in rounds:
                with Terminal(command, where) as terminal:
                    seconds = terminal.until(marker)
                    terminal.quiet()
                    if number:
                        times.append(seconds * 1000)
                        sizes.append(terminal.memory())
        base = report.figure("one Static, painted", static)
        painted = report.figure("salgsplan, day painted, 50,000 activities", many)
        report.ratio("  against one Static", painted, base, 1.7)
        fewer = report.figure("salgsplan, day painted, 100 activities", few)
        report.ratio("  50,000 against 100", painted, fewer, 1.1)
        checked = report.figure("salgsplan, day painted, 50,000 never seen before", unseen)
        report.note(f"against one Static: {checked / base:.2f} x, which has no target")
        bare = report.figure("one Static, memory", bare_memory, "MB")
        held = report.figure("salgsplan, memory, day open over 50,000", memory, "MB")
        report.ratio("  against one Static", held, bare, 1.8)
        _cursor(report, env)


def _cursor(report: Report, env: dict[str, str]) -> None:
    keys: dict[str, list[float]] = {"options": [], "day": []}
    programs = {"options": ([sys.executable, "-c", OPTION_LIST], b"Option number 3"), "day": (SALGSPLAN, _DAY)}
    for _ in range(3):
        for name, (command, marker) in programs.items():
            with Terminal(command, env) as terminal:
                terminal.until(marker)
                terminal.quiet(2)
                keys[name] += [terminal.key(_DOWN if n % 16 < 8 else _UP) * 1000 for n in range(32)]  # noqa: PLR2004
    report.figure("OptionList, cursor key to last byte", keys["options"])
    report.figure("salgsplan day, cursor key to last byte", keys["day"])
    base, own = p95(keys["options"]), p95(keys["day"])
    report.ratio("  95th percentile against the OptionList's", own, base, 2.0)


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]
