"""A chain of activities on the screens: which, when, what it comes to, and all of it as one step."""

from pathlib import Path

import pytest

from salgsplan_tui.language import set_language
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_chain_is_shown_planned_and_undone_as_one(tmp_path: Path, size: tuple[int, int]) -> None:
    home = sample(tmp_path / "home")
    before = stored(home)
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press_fast(pilot, "f5")
        assert "Hvilken spillebok?" in picture(app)
        await press_fast(pilot, "2", *"12.5")
        shown = picture(app)
        assert "ons 12.5." in shown
        assert "uke 19" in shown
        assert "Send brevene" in shown
        await press_fast(pilot, "enter")
        assert len(stored(home)) == len(before) + 5
        await press_fast(pilot, "u")
        assert stored(home) == before


async def test_words_that_are_no_day_plan_nothing(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    before = stored(home)
    app = app_on(home, speaking="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "f5", "1", *"soon", "enter", "escape")
        assert stored(home) == before
