"""The day answers: will this plan reach the goal, at what cost, and what shall I do today about it?"""

import shutil
from pathlib import Path

import pytest

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.desk import Desk
from tests.planning import NOW
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, session_on, stored
from tests.tui.pictures import picture
from tests.tui.test_ahead import until


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


def told(app: PlannerApp) -> str:
    return picture(app).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("speaking", "answers"),
    [
        (
            "nb",
            ["rekker det til målet?", "70 300 kr bak tempo", "✗ nei: ender på 348 188 kr", "4 samtaler · 1 planlagt"],
        ),
        ("nb", ["! 13 samtaler uten plan", "! 7 møter uten plan", "✓ 99 919 av 108 000 kr", "! 4 nye kunder"]),
        (
            "en",
            ["will it reach the goal?", "✗ no: ends at NOK 348,188", "4 calls · 1 planned", "✓ 99,919 of NOK 108,000"],
        ),
    ],
)
async def test_the_panel_answers_in_the_first_screenful(home: Path, speaking: str, answers: list[str]) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for answer in answers:
            assert answer in told(app)


async def test_it_is_read_in_the_first_pause_behind_the_painted_day(home: Path) -> None:
    session = session_on(home)
    session.need_day(NOW.date())
    app = PlannerApp(Desk(session, {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.main.day_view.standing is None
        await until(lambda: app.main.day_view.standing is not None)
        await settle(pilot)
        assert "70 300 kr bak tempo" in told(app)


async def test_it_is_told_too_where_its_files_had_been_read_already(home: Path) -> None:
    app = app_on(home)
    programme, app.main.day_view.programme = app.main.day_view.programme, None
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "70 300 kr bak tempo" not in told(app)
        app.main.day_view.programme = programme
        app.main.plan = app.desk.plan
        await settle(pilot)
        assert "70 300 kr bak tempo" in told(app)


async def test_a_change_is_in_the_answer_at_the_next_paint(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "a", *"ring alle 40 stk 10:00", "enter")
        await settle(pilot)
        assert any(row.get("quantity_planned") == 40 for row in stored(home).values())
        assert "4 samtaler · 41 planlagt" in told(app)
        assert "samtaler uten plan" not in told(app)


async def test_amounts_and_names_are_hidden_in_presentation_mode(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "f9")
        for secret in ("480 000", "348 188", "99 919", "Ordreinngang", "nye kunder"):
            assert secret not in told(app)


async def test_without_a_programme_the_panel_is_as_it_was(home: Path) -> None:
    shutil.rmtree(home / "plans")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "rekker det til målet?" not in told(app)
        assert "kostnad" in told(app)
