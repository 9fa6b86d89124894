"""The command line: `day` and `--version` as whole processes, against the imports they cannot do without."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.programs import CLICK_TOMLI_PYDANTIC, IMPORT_CLICK, SALGSPLAN, environment
from benchmarks.report import Report


def milliseconds(command: Sequence[str], environment: Mapping[str, str], runs: int) -> list[float]:
    """Return the wall time of each run after two that warm the caches.

    Raises:
        CalledProcessError: a run failed.
    """
    times = []
    for number in range(runs + 2):
        begun = time.perf_counter()
        subprocess.run(list(command), env=dict(environment), check=True, capture_output=True)  # noqa: S603  # our own
        if number > 1:
            times.append((time.perf_counter() - begun) * 1000)
    return times


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the figures of the command line."""
    report.heading("The command line (whole processes)")
    with tempfile.TemporaryDirectory() as scratch:
        env = environment(big.home, Path(scratch))
        imports = milliseconds([sys.executable, "-c", CLICK_TOMLI_PYDANTIC], env, runs)
        least = report.figure("click + tomli + one pydantic model", imports)
        day = report.figure("salgsplan day, 50,000 activities", milliseconds([*SALGSPLAN, "day"], env, runs))
        report.ratio("  against click + tomli + one model", day, least, 1.4)
        little = environment(small.home, Path(scratch))
        report.figure("salgsplan day, 100 activities", milliseconds([*SALGSPLAN, "day"], little, runs))
        click = report.figure("import click", milliseconds([sys.executable, "-c", IMPORT_CLICK], env, runs))
        version = report.figure("salgsplan --version", milliseconds([*SALGSPLAN, "--version"], env, runs))
        report.ratio("  against import click", version, click, 1.2)
        if shutil.which("khal") is None:
            report.note("khal is not installed: `salgsplan day` against `khal list` was not measured")
