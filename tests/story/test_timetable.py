"""The three months in a real terminal: the installed program, keys, what the files hold, and a page for the printer."""

import shutil
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import pytest
import tomli

from salgsplan_tui.storage.packaged import DEMO
from tests.story.terminal import Terminal

SALGSPLAN = str(Path(sysconfig.get_path("scripts")) / "salgsplan")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(Path(str(DEMO)), folder)
    return folder


@pytest.fixture
def environment(tmp_path: Path, home: Path) -> Mapping[str, str]:
    return {
        "SALGSPLAN_HOME": str(home),
        "SALGSPLAN_TODAY": "2027-02-17T08:00",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


def week(home: Path, key: str) -> dict[str, dict[str, object]]:
    rows = tomli.loads((home / f"weeks/2027/{key}.toml").read_text("utf-8")).get("activity", ())
    return {str(row["id"]): row for row in rows}


def test_three_months_are_looked_over_and_the_fair_is_moved_a_week_on(
    home: Path, environment: Mapping[str, str]
) -> None:
    with Terminal([SALGSPLAN], env=environment, size=(80, 24)) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("3")
        terminal.wait_for("17. februar–16. mai 2027")
        terminal.wait_for("50,3 + 1,5 reise av 438,8 t")
        terminal.wait_for("∅ uten kundekonta")
        terminal.press("tab", "tab")
        terminal.wait_for("42k")
        terminal.press("j", "j", "j")
        terminal.wait_for("uke 10: 8.–14. mars 2027")
        terminal.press("J", "m", "down")
        terminal.wait_for("→ Fagmessen Inneluftdagene")
        terminal.press("enter", "enter")
        terminal.wait_for("Skal resten være med?")
        terminal.press("h")
        terminal.wait_for("Flyttet «Fagmessen")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.modes_left == set()
    assert "a38" not in week(home, "2027-W10")
    fair = week(home, "2027-W11")["a38"]
    assert (str(fair["date"]), str(fair["end_date"])) == ("2027-03-17", "2027-03-19")
    assert str(fair["material_due"]) == "2027-03-03"
    assert str(week(home, "2027-W12")["a39"]["date"]) == "2027-03-22"


def test_keys_typed_ahead_of_the_reading_are_not_lost(home: Path, environment: Mapping[str, str]) -> None:
    with Terminal([SALGSPLAN], env=environment, size=(80, 24)) as terminal:
        terminal.send("3lm\x1b[B\r\rq")
        assert terminal.finish() == 0
    assert str(week(home, "2027-W08")["a30"]["date"]) == "2027-02-25"


def test_a_page_for_the_printer_is_written_once(tmp_path: Path, home: Path, environment: Mapping[str, str]) -> None:
    page = tmp_path / "timeplan.html"
    command = [SALGSPLAN, "timeplan", "-o", str(page)]
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    first = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603  # ourselves
    again = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603  # ourselves
    assert (first.returncode, again.returncode) == (0, 5)
    assert "Fagmessen Inneluftdagene" in page.read_text("utf-8")
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before
