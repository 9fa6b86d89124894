"""The week's report, in a real terminal: looked at, a section left out, written, noted as issued, compared."""

from pathlib import Path

import pytest
import tomli

from tests.story.opening import Leave, Open


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_salesperson_reports_the_week(
    morning: Open, home: Path, tmp_path: Path, leave: Leave, size: tuple[int, int]
) -> None:
    file = tmp_path / "uke.html"
    with morning(size=size) as terminal:
        terminal.wait_for("onsdag 17. februar 2027 · uke 7")
        terminal.press("8")
        terminal.wait_for("Ukeplan · uke 7 · 15.–21. februar 2027")
        terminal.wait_for("Måloppnåelse")
        terminal.press("j", " ")
        terminal.wait_for("tas ikke med")
        terminal.press("w")
        terminal.wait_for("Hvilken fil")
        terminal.press("\x15", *str(file), "\r")
        terminal.wait_for("Skrevet til")
        page = file.read_text("utf-8")
        assert "<h1>Ukeplan" in page
        assert "Skulle vært nå" not in page
        terminal.press("i")
        terminal.wait_for("Utstedte «Ukeplan · uke 7 · 15.–21. februar")
        terminal.press("H")
        terminal.wait_for("Rune Kvistad")
        leave(terminal)
    (_sample, issued) = tomli.loads((home / "issued.toml").read_text("utf-8"))["issued"]
    assert (issued["kind"], issued["period"], issued["left_out"]) == ("week", "2027-W07", ["key"])


def test_the_report_is_one_command_and_the_next_tells_what_changed(morning: Open, home: Path, tmp_path: Path) -> None:
    with morning("report", "week", "--format", "pdf", "--mail", str(tmp_path / "uke.eml")) as terminal:
        terminal.wait_for("Notert som sendt til Rune Kvistad.")
        assert terminal.finish() == 0
    assert b"application/pdf" in (tmp_path / "uke.eml").read_bytes()
    with morning("move", "a31", "2027-02-18", "15:00") as terminal:
        assert terminal.finish() == 0
    file = tmp_path / "uke.md"
    with morning("report", "week", "-o", str(file)) as terminal:
        terminal.wait_for("Skrevet til")
        assert terminal.finish() == 0
    assert "Siden rapporten av" in file.read_text("utf-8")
    assert "Rader flyttet: 1" in file.read_text("utf-8")
    assert (home / "issued.toml").exists()
