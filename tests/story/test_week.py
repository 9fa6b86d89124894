"""A week is planned in five minutes, in a real terminal: the installed program, keys, and the files afterwards."""

import shutil
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from salgsplan_tui.storage.packaged import DEMO
from tests.story.terminal import Terminal

SALGSPLAN = str(Path(sysconfig.get_path("scripts")) / "salgsplan")
LETTERS = '\n[[activity]]\nid = "u1"\ntitle = "Skriv brev"\nstate = "planned"\nbucket = "2027-W07"\nminutes = 90\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(Path(str(DEMO)), folder)
    week = folder / "weeks/2027/2027-W07.toml"
    week.write_text(week.read_text(encoding="utf-8") + LETTERS, encoding="utf-8")
    return folder


@pytest.fixture
def start(tmp_path: Path, home: Path) -> Callable[[tuple[int, int]], Terminal]:
    def opened(size: tuple[int, int]) -> Terminal:
        env = {
            "SALGSPLAN_HOME": str(home),
            "SALGSPLAN_TODAY": "2027-02-17T08:00",
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        return Terminal([SALGSPLAN], env=env, size=size)

    return opened


def sheet(home: Path, week: str) -> dict[str, object]:
    return tomli.loads((home / f"weeks/2027/2027-{week}.toml").read_text(encoding="utf-8"))


def rows(home: Path, week: str) -> dict[str, dict[str, object]]:
    found = sheet(home, week)["activity"]
    assert isinstance(found, list)
    return {str(row["id"]): row for row in found}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_salesperson_plans_a_week(
    start: Callable[[tuple[int, int]], Terminal], home: Path, size: tuple[int, int]
) -> None:
    with start(size) as terminal:
        terminal.wait_for("onsdag 17. februar 2027 · uke 7")
        terminal.press("2")
        terminal.wait_for("uke 7 · 15.–21. februar 2027")
        terminal.press("v", "down", "down", "down", "enter")
        terminal.wait_for("Satte ukens")
        terminal.press("tab", "p")
        terminal.wait_for("Flyttet «Skriv brev» til")
        terminal.press("f", "enter")
        terminal.wait_for("kl")
        terminal.send("ring Marit 20m\r")
        terminal.wait_for("La til «ring Marit»")
        terminal.press("w", "w")
        terminal.wait_for("«ring Marit» tar 50 m")
        terminal.press("m", "right", "enter")
        terminal.wait_for("Hvorfor flyttes den?")
        terminal.press("0")
        terminal.wait_for("Flyttet «ring Marit»")
        terminal.press("z")
        terminal.wait_for("Kopiere til hvilken dag eller uke?")
        terminal.send("uke 9\r")
        terminal.wait_for("Kopierte 9 aktiviteter til uke 9")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.modes_left == set()
    planned = rows(home, "W07")
    assert planned["u1"]["start"]
    (call,) = [row for row in planned.values() if row["title"] == "ring Marit"]
    assert call["minutes"] == 50
    copies = {str(row["title"]): row for row in rows(home, "W09").values()}
    assert {"Skriv brev", "ring Marit", "Tilbudsgjennomgang Granholt Eiendom"} <= copies.keys()
    assert all(row["state"] in {"planned", "confirmed"} for row in copies.values())


def test_the_week_lives_through_a_resize_and_is_left_clean(start: Callable[[tuple[int, int]], Terminal]) -> None:
    with start((80, 24)) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("2")
        terminal.wait_for("uke 7 · 15.–21. februar 2027")
        for columns, lines in ((60, 16), (200, 60), (40, 10), (80, 24)):
            terminal.resize(columns, lines)
        terminal.wait_for("8,8 av 37,5 t")
        terminal.press("q")
        assert terminal.finish() == 0
