"""While nobody presses a key the week and the timetable are read for and drawn out of sight."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.views.week import WeekView
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "plan")


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that is done in pauses."""
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110  # nobody tells when
            await asyncio.sleep(0.02)


def is_ready(app: PlannerApp, *codes: str) -> bool:
    """Say whether views would have nothing to read, and are drawn for the plan as it is."""
    plan, today = app.desk.plan, app.main.now.date()
    views = [app.main.view_of(code) for code in codes]
    return all(view.is_mounted and view.plan is plan and not view.lacks(plan, today, today) for view in views)


async def test_in_a_pause_the_other_views_are_read_for_and_drawn_out_of_sight(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before, focused = picture(app), app.screen.focused
        codes = ("week", "timetable", "programme", "money", "service")
        await until(lambda: is_ready(app, *codes))
        await settle(pilot)
        assert picture(app) == before
        assert app.screen.focused is focused
        assert not any(app.main.view_of(code).display for code in codes)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_service_cases_drawn_ahead_are_those_that_are_seen(home: Path, size: tuple[int, int]) -> None:
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "7")
        await settle(pilot)
        unprepared = picture(app)
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await until(lambda: is_ready(app, "service"))
        view = app.main.view_of("service")
        await press_fast(pilot, "7")
        await settle(pilot)
        assert app.main.view is view
        assert picture(app) == unprepared


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_was_drawn_ahead_is_what_is_seen_and_not_drawn_again(home: Path, size: tuple[int, int]) -> None:
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "2")
        unprepared = picture(app)
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await until(lambda: is_ready(app, "week"))
        view = app.main.view_of("week")
        assert isinstance(view, WeekView)
        await until(lambda: bool(view.grid.room))
        ahead = [view.grid.render_line(line) for line in range(view.grid.room.height)]
        await press_fast(pilot, "2")
        assert view.grid.outer_size == view.grid.room
        assert all(view.grid.render_line(line) is strip for line, strip in enumerate(ahead))
        assert picture(app) == unprepared


async def test_after_a_change_they_are_drawn_for_the_changed_plan(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await until(lambda: is_ready(app, "week", "timetable"))
        await press_fast(pilot, "a", *"Skriv brev 14:15", "enter")
        await until(lambda: is_ready(app, "week", "timetable"))
        view = app.main.view_of("week")
        assert any(view.plan.activity(each).title == "Skriv brev" for each in view.shown)


async def test_nothing_is_drawn_under_a_dialog(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "a")
        await asyncio.sleep(0.7)
        assert not app.main.view_of("week").is_attached


async def test_a_view_that_comes_back_is_laid_out_once_and_its_grid_not_drawn_again(home: Path) -> None:
    app = app_on(home)
    layouts: list[Screen[object]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "3", "1")
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, layouts.append)
        for key in "23":
            view = await _shown(app, "week" if key == "2" else "timetable")
            grid = view.query_one(DrawnGrid)
            before = [grid.render_line(line) for line in range(grid.room.height)]
            layouts.clear()
            await press_fast(pilot, key)
            assert app.main.view is view
            assert [grid.render_line(line) for line in range(grid.size.height)] == before
            assert len(layouts) == 1
            await press_fast(pilot, "1")


async def _shown(app: PlannerApp, code: str) -> PlannerView:
    await until(lambda: is_ready(app, code))
    return app.main.view_of(code)
