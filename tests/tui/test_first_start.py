"""The first start: nothing is written before the person has answered; then settings and the first goal."""

from pathlib import Path

import tomli

from salgsplan_tui.tui.first_start import LOOK_AT_DEMO
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on


async def test_the_answers_become_settings_and_the_goal_a_draft_programme(tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "ctrl+s", *"8 ordre innen 31.3.", "enter")
        await settle(pilot)
    settings = tomli.loads((home / "settings.toml").read_text(encoding="utf-8"))
    assert (settings["schema"], settings["language"], settings["role"]) == (1, "nb", "seller")
    (file,) = (home / "plans").glob("*.toml")
    programme = tomli.loads(file.read_text(encoding="utf-8"))
    (goal,) = programme["goal"]
    assert (programme["status"], str(programme["end"])) == ("draft", "2027-03-31")
    assert (goal["target"], str(goal["deadline"])) == ("8.00", "2027-03-31")


async def test_who_wants_to_look_first_gets_the_demo_and_nothing_is_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "f2")
        await settle(pilot)
    assert app.return_value == LOOK_AT_DEMO
    assert not home.exists()


async def test_who_says_not_now_sees_the_day_and_is_asked_again_next_time(tmp_path: Path) -> None:
    home = tmp_path / "home"
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "escape")
        await settle(pilot)
        assert app.screen is app.main
    assert not home.exists()
