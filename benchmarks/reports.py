"""Reports as whole processes: a week beside `day`, a quarter with ten years behind it, a team of fifty sellers."""

import shutil
import tempfile
from pathlib import Path

from benchmarks.data import Folder, Size, generate
from benchmarks.programs import SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.text import milliseconds
from salgsplan_tui.storage.packaged import DEMO

_SELLERS = 50
_A_YEAR = Size(years=1, activities=1_500)
"""Thirty activities a week for each seller of the team."""


def measure(report: Report, big: Folder, _small: Folder, runs: int) -> None:
    """Print the figures of the reports."""
    report.heading("Reports (whole processes)")
    with tempfile.TemporaryDirectory() as scratch:
        env = environment(big.home, Path(scratch))
        day = report.figure("salgsplan day, 50,000 activities", milliseconds([*SALGSPLAN, "day"], env, runs))
        asked = [*SALGSPLAN, "report", "week", "--format", "md"]
        week = report.figure("salgsplan report week, 50,000 activities", milliseconds(asked, env, runs))
        report.ratio("  against salgsplan day", week, day, 1.6)
        asked = [*SALGSPLAN, "report", "quarter", "--format", "md"]
        quarter = report.figure("salgsplan report quarter, ten years of history", milliseconds(asked, env, runs))
        report.at_most("  more than salgsplan day", quarter - day, 2_000)
        sellers = _team(Path(scratch) / "team")
        for kind, limit in (("quarter", 8_000), ("year", 20_000)):
            asked = [*SALGSPLAN, "report", kind, "--format", "md", "--team", *sellers]
            whole = report.figure(f"salgsplan report {kind} --team, {_SELLERS} sellers", milliseconds(asked, env, 3))
            report.at_most("  one process a core", whole, limit)


def _team(root: Path) -> list[str]:
    """Lay out the folders of a team: each with a year of activities, and the sample's sales, service and plans."""
    one = generate(root / "seller", _A_YEAR).home
    for part in ("sales", "service", "plans"):
        shutil.copytree(Path(str(DEMO)) / part, one / part, dirs_exist_ok=True)
    folders = []
    for number in range(_SELLERS):
        folder = root / f"seller{number:02}"
        shutil.copytree(one, folder)
        settings = folder / "settings.toml"
        settings.write_text(settings.read_text("utf-8").replace("Benk Måler", f"Selger {number}"), "utf-8")
        folders.append(str(folder))
    return folders
