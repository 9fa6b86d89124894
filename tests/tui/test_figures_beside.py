"""The figures beside the day, the week and the programme open their rows too (interaction.md 1.4)."""

from pathlib import Path

import pytest

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog
from salgsplan_tui.tui.dialogs.must_dos import MustDosDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.beside import PanelBeside
from salgsplan_tui.tui.widgets.figure_panel import FigurePanel
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, session_on
from tests.tui.test_every_figure_opens import figures, title, told_by, words

WAYS_IN = {"1": "tab", "2": "tab", "4": "right"}
NARROW, USUAL = (80, 24), (120, 40)


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def panel_of(app: PlannerApp) -> FigurePanel:
    assert isinstance(app.main.view, PanelBeside)
    return app.main.view.panel


async def go_in(pilot: AnyPilot, app: PlannerApp, view: str) -> FigurePanel:
    await press_fast(pilot, view)
    await settle(pilot)
    for _ in range(3):
        if not panel_of(app).has_focus:
            await press_fast(pilot, WAYS_IN[view])
    assert panel_of(app).has_focus
    return panel_of(app)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize(("view", "size"), [("1", NARROW), ("1", USUAL), ("2", NARROW), ("2", USUAL), ("4", USUAL)])
async def test_each_figure_beside_opens_what_it_was_counted_from_and_is_told_there_again(
    tmp_path: Path, view: str, size: tuple[int, int], speaking: str
) -> None:
    app = app_on(sample(tmp_path / "home"), speaking=speaking)
    async with app.run_test(size=size) as pilot:
        panel = await go_in(pilot, app, view)
        opened = set()
        for line in panel.lines:
            numbers = figures(line, app.main.plan)
            if not numbers or (line.rule and line.target is None):
                continue
            assert line.target is not None, f"opens nothing: {words(line)}"
            await press_fast(pilot, "home")
            while panel.target != line.target:
                before = panel.cursor
                await press_fast(pilot, "down")
                assert panel.cursor != before, words(line)
            await press_fast(pilot, "enter")
            await settle(pilot)
            dialog = app.screen
            if line.target.kind == "must_dos":
                assert isinstance(dialog, MustDosDialog)
            else:
                assert isinstance(dialog, FigureRowsDialog), f"opens nothing: {words(line)}"
                missing = {each.lstrip("−-") for each in numbers} - told_by(dialog) - {"0"}
                assert not missing, f"{missing} is told nowhere behind: {words(line)}"
            opened.add(line.target)
            await press_fast(pilot, "escape")
            assert app.screen is app.main
            assert panel.has_focus
        assert len(opened) >= (2 if view == "4" else 8)


@pytest.mark.parametrize("view", ["1", "2", "4"])
@pytest.mark.parametrize("back", ["escape", "left", "h"])
async def test_the_keys_come_back_from_the_panel(tmp_path: Path, view: str, back: str) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        await press_fast(pilot, view)
        await settle(pilot)
        before, day = app.main.view.target, app.main.view.day
        panel = await go_in(pilot, app, view)
        await press_fast(pilot, "down")
        assert app.main.view.target == panel.target != before
        assert app.main.selected == ()
        await press_fast(pilot, back)
        assert not panel.has_focus
        assert app.main.view.target == before
        assert app.main.view.day == day


async def test_the_line_under_the_cursor_has_a_sign_beside_its_colour_and_only_one_line_has_a_cursor(
    tmp_path: Path,
) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=NARROW) as pilot:
        assert not any(panel_of(app).render_line(line).text.startswith("›") for line in range(20))
        panel = await go_in(pilot, app, "1")
        await press_fast(pilot, "down", "down", "down")
        marked = [text for line in range(20) if (text := panel.render_line(line).text).startswith("›")]
        assert [each.strip() for each in marked] == ["›Ordreinngang 480 000 kr"]
        assert not app.main.day_view.lines.is_active
        await press_fast(pilot, "tab")
        assert not any(panel.render_line(line).text.startswith("›") for line in range(20))
        assert app.main.day_view.lines.is_active


async def test_the_last_figure_scrolls_into_sight_and_away_again(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=NARROW) as pilot:
        panel = await go_in(pilot, app, "1")
        await press_fast(pilot, "end")
        assert "brukt" in panel.render_line(panel.size.height - 1).text
        await press_fast(pilot, "escape")
        await settle(pilot)
        assert panel.scroll_offset.y == 0


async def test_a_double_click_opens_and_a_click_selects(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        row = next(number for number, line in enumerate(panel_of(app).lines) if "bak tempo" in words(line))
        await pilot.click("#day-panel", offset=(5, row))
        await settle(pilot)
        assert panel_of(app).has_focus
        assert panel_of(app).target == Target("figure", "ahead:m1")
        assert app.screen is app.main
        await pilot.click("#day-panel", offset=(5, row), times=2)
        await settle(pilot)
        assert isinstance(app.screen, FigureRowsDialog)
        await press_fast(pilot, "escape")
        panel_of(app).go_to(Target("goal", "m1"))
        row = panel_of(app).cursor or 0
        await pilot.click("#day-panel", offset=(5, row), times=2)
        await settle(pilot)
        await press_fast(pilot, "e")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)


async def test_rows_of_a_figure_open_over_the_day(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, "1")
        panel.go_to(Target("figure", "ahead:m1"))
        await press_fast(pilot, "enter")
        await settle(pilot)
        app.screen.query_one(LineList).action_edge(-1)
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, ChooseDialog)
        await press_fast(pilot, "escape")
        assert "Ordreinngang" in title(app)
        await press_fast(pilot, "escape")
        panel.go_to(Target("figure", "week_done:2027-W07"))
        await press_fast(pilot, "enter", "enter")
        details = app.screen
        assert isinstance(details, DetailsDialog)
        await press_fast(pilot, "escape")
        assert app.screen != details
        assert app.main.view.code == "day"


async def test_a_goal_beside_the_day_is_edited_on_the_programme(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, "1")
        panel.go_to(Target("goal", "m1"))
        await press_fast(pilot, "enter")
        await settle(pilot)
        await press_fast(pilot, "e")
        await settle(pilot)
        assert app.main.view.code == "programme"
        assert isinstance(app.screen, RecordForm)


async def test_goals_open_before_the_programme_was_read_for_the_panel(tmp_path: Path) -> None:
    session = session_on(sample(tmp_path / "home"))
    session.need_day(session.clock.today())
    app = PlannerApp(Desk(session, {}))
    async with app.run_test(size=USUAL) as pilot:
        app.main.day_view.programme = None
        app.main.day_view.show_page()
        panel = await go_in(pilot, app, "1")
        panel.go_to(Target("goal", "m1"))
        assert panel.target == Target("goal", "m1")
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "Ordreinngang" in title(app)


@pytest.mark.parametrize("view", ["1", "2", "4"])
async def test_nothing_beside_opens_while_names_and_amounts_are_hidden(tmp_path: Path, view: str) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, view)
        await press_fast(pilot, "f9")
        for stop in {line.target for line in panel.lines if line.target is not None and line.target.kind != "plan"}:
            panel.go_to(stop)
            await press_fast(pilot, "enter")
            await settle(pilot)
            assert app.screen is app.main, stop


@pytest.mark.parametrize("view", ["1", "4"])
async def test_a_screen_that_becomes_too_narrow_for_the_panel_gives_the_keys_back(tmp_path: Path, view: str) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, view)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert not panel.has_focus
        assert isinstance(app.focused, LineList)
        await press_fast(pilot, WAYS_IN[view])
        assert not panel.has_focus
        if view == "1":
            assert "panel" not in {each.binding.action for each in app.main.active_bindings.values()}


async def test_a_panel_that_is_hidden_with_its_view_takes_no_keys_from_the_next_one(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, "1")
        await press_fast(pilot, "6")
        await settle(pilot)
        app.main.set_focus(None)
        panel.on_hide()
        await settle(pilot)
        assert app.focused is None
        await press_fast(pilot, "1")
        await settle(pilot)
        assert app.focused is app.main.day_view.lines


async def test_the_table_that_needs_the_whole_width_takes_the_keys_from_the_panel(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        panel = await go_in(pilot, app, "4")
        await press_fast(pilot, "tab")
        await settle(pilot)
        assert not panel.has_focus
        assert isinstance(app.focused, LineList)


async def test_a_cursor_key_on_the_day_counts_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        drawn: list[str] = []
        monkeypatch.setattr("salgsplan_tui.tui.views.day.week_plan", lambda *_: drawn.append("week"))
        monkeypatch.setattr("salgsplan_tui.tui.views.day.day_plan", lambda *_, **__: drawn.append("day"))
        await press_fast(pilot, "down", "down", "tab", "down", "down", "up", "escape", "up")
        assert not drawn
