"""A chain of activities on the screens: which, when, what it comes to, and all of it as one step."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import set_language
from tests.folders import WEEK, block, file, lay
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


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_marked_rows_become_a_playbook_that_f5_plans(
    tmp_path: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    fair = block("a1", start='"09:00"', minutes="420", title='"Messe"', channel='"trade_fair"')
    others = (block(f"a{number}", date=f"2027-02-{15 + number}", title=f'"Trinn {number}"') for number in (2, 3))
    home = lay(tmp_path / "home", {"settings.toml": "schema = 1\n", WEEK: file(fair, *others)})
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await press_fast(pilot, "P")
        assert any(each.severity == "warning" for each in app._notifications)  # noqa: SLF001  # no other way to read them
        app._notifications.clear()  # noqa: SLF001  # as above
        app.main.view.marked = frozenset({"a1", "a2"})
        app.main.view.show_page()
        await press_fast(pilot, "P")
        assert picture(app) == snapshot(name="date")
        await press_fast(pilot, "1", *"Fagmesse", "enter")
        assert "Fagmesse" in picture(app)
        await press_fast(pilot, *["backspace"] * 8, *"Dagen", "enter")
        assert 'nb = "Dagen"' in (home / "playbooks.toml").read_text("utf-8")
        await press_fast(pilot, "f5")
        assert picture(app) == snapshot(name="chosen")
        await press_fast(pilot, "escape", "u")
        assert not (home / "playbooks.toml").exists() or "Dagen" not in (home / "playbooks.toml").read_text("utf-8")
