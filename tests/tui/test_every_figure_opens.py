"""Every number opens its rows (interaction.md 1.4): all sheets of the programme and of the money, line by line."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import tomli

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import language, set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_page import SHEETS as MONEY
from salgsplan_tui.tui.programme_page import SHEETS as PROGRAMME
from salgsplan_tui.tui.views.money import MoneyView
from salgsplan_tui.tui.views.programme import ProgrammeView
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample

_DATE = re.compile(
    r"\d{1,2}\.\d{1,2}\.(\d{4})?"  # 17.2.2027, 10.3.
    r"|\d{1,2}\.(–\d{1,2}\.)? [a-zæøå]+( \d{4})?"  # 31. mars 2027
    r"|[a-zæøå]+ \d{4}"  # januar 2027
)
_NUMBER = re.compile(r"[−-]?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:,\d+)?")

EXAMPLE = "8 ordrer innen 31.3"
"""What a sheet without a goal proposes to write."""


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def words(line: Line) -> str:
    sides = ("".join(part.text for part in side) for side in (line.left, line.right))
    return "  ".join(sides).replace("\xa0", " ")


def names(plan: Plan) -> list[str]:
    """Return what things are called: a number in a name is no figure."""
    found = [each.name for each in plan.customers.values()]
    for each in plan.sales_plans.values():
        found += [each.title, *(goal.title for goal in each.goals), *(part.title for part in each.strategies)]
    return sorted(filter(None, found), key=len, reverse=True)


def figures(line: Line, plan: Plan) -> list[str]:
    """Return the numbers that a line tells beside names and dates."""
    text = words(line)
    for name in (*names(plan), EXAMPLE):
        text = text.replace(name, " ")
    text = _DATE.sub(" ", as_norwegian(text))
    return [found.strip() for found in _NUMBER.findall(text)]


def as_norwegian(text: str) -> str:
    """Return English numbers as they stand in Norwegian: 1,447.5 is 1 447,5."""
    return text if language() == "nb" else text.replace(",", " ").replace(".", ",")


def stands_over_its_rows(lines: Sequence[Line], number: int) -> bool:
    """Say whether a heading's figure is the count or the sum of the rows below it, each of which opens."""
    for below in lines[number + 1 :]:
        if below.rule:
            return False
        if below.target is not None:
            return below.target.kind in {"activity", "offer", "order"}
    return False


def told_by(dialog: FigureRowsDialog) -> set[str]:
    """Return the numbers that stand in a dialog, its title's too, also rounded as a narrow column has them."""
    lines = dialog.query_one(LineList).lines
    text = "\n".join([str(dialog.query_one(Box).border_title), *map(words, lines)])
    found = [each.lstrip("−-") for each in _NUMBER.findall(as_norwegian(text.replace("\xa0", " ")))]
    return {*found, *(rounded(each) for each in found)}


def rounded(number: str) -> str:
    whole = Decimal(number.replace(" ", "").replace(",", ".")).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{whole:,}".replace(",", " ")


def view_of(app: PlannerApp) -> ProgrammeView | MoneyView:
    assert isinstance(app.main.view, ProgrammeView | MoneyView)
    return app.main.view


async def open_sheet(pilot: AnyPilot, app: PlannerApp, key: str, sheet: str) -> None:
    await press_fast(pilot, key, *["tab"] * (PROGRAMME if key == "4" else MONEY).index(sheet))
    await settle(pilot)
    assert view_of(app).sheet == sheet


async def stand_on(pilot: AnyPilot, app: PlannerApp, number: int) -> None:
    """Walk down to the line with this number, or to the first of the lines that stand together with it."""
    lines = view_of(app).lines
    await press_fast(pilot, "home")
    while lines.cursor is not None and lines.lines[lines.cursor].target != lines.lines[number].target:
        before = lines.cursor
        await press_fast(pilot, "down")
        assert lines.cursor != before, words(lines.lines[number])


async def assert_each_line_opens(pilot: AnyPilot, app: PlannerApp) -> int:
    """Press Enter on each line that tells a figure; return how many rows of figures there were."""
    lines, opened = view_of(app).lines.lines, 0
    for number, line in enumerate(lines):
        numbers = figures(line, app.main.plan)
        if not numbers or (line.rule and line.target is None and stands_over_its_rows(lines, number)):
            continue
        assert line.target is not None, f"opens nothing: {words(line)}"
        await stand_on(pilot, app, number)
        if line.target.kind == "plan":
            continue  # it turns to that plan
        await press_fast(pilot, "enter")
        wanted = {"activity": DetailsDialog, "offer": ChooseDialog, "order": ChooseDialog}
        dialog = app.screen
        assert isinstance(dialog, wanted.get(line.target.kind, FigureRowsDialog)), f"opens nothing: {words(line)}"
        if isinstance(dialog, FigureRowsDialog):
            opened += 1
            missing = {each.lstrip("−-") for each in numbers} - told_by(dialog) - {"0"}
            assert not missing, f"{missing} is told nowhere behind: {words(line)}"
        await press_fast(pilot, "escape")
        assert app.screen is app.main
    return opened


SHEETS = [*(("4", each) for each in PROGRAMME), *(("6", each) for each in MONEY)]


@pytest.mark.parametrize(("key", "sheet"), SHEETS)
async def test_each_figure_opens_what_it_was_counted_from_and_is_told_there_again(
    tmp_path: Path, key: str, sheet: str
) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(130, 60)) as pilot:
        await open_sheet(pilot, app, key, sheet)
        assert (await assert_each_line_opens(pilot, app) > 0) == (sheet not in {"table", "plans", "sales"})


@pytest.mark.parametrize("plan", ["inneklima-ost", "ost-2026-2027", "ren-luft", "tindeluft-2031"])
async def test_each_figure_of_the_plans_above_opens_where_it_is_told(tmp_path: Path, plan: str) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(130, 60)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        view_of(app).lines.go_to(Target("plan", plan))
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert await assert_each_line_opens(pilot, app)


def title(app: PlannerApp) -> str:
    return str(app.screen.query_one(Box).border_title)


async def test_a_term_opens_in_turn_and_esc_goes_back_to_what_it_was_opened_from(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(100, 40)) as pilot:
        await open_sheet(pilot, app, "4", "funnel")
        view_of(app).lines.go_to(Target("figure", "step:attempts"))
        titles = []
        for _ in range(5):
            await press_fast(pilot, "enter")
            titles.append(title(app))
        assert titles == ["samtaler", "nådde", "møter", "tilbud", "ordre"]
        await press_fast(pilot, "escape", "escape")
        assert title(app) == "møter"
        await press_fast(pilot, "escape", "escape", "escape")
        assert app.screen is app.main


async def test_the_market_is_edited_in_the_plan_that_tells_it_and_that_is_taken_back(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    path = home / "plans/inneklima-ost.toml"
    path.write_text(path.read_text("utf-8").replace("read_only = true", "read_only = false"), "utf-8")
    before = path.read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await open_sheet(pilot, app, "6", "market")
        view_of(app).lines.go_to(Target("figure", "market:size"))
        await press_fast(pilot, "enter", "e")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert isinstance(app.main.view, ProgrammeView)
        await press_fast(pilot, "tab", "tab", "ctrl+u", *"90000000", "tab", "tab", "ctrl+u", "ctrl+s")
        await settle(pilot)
        assert tomli.loads(path.read_text("utf-8"))["market_share"]["total"] == "90000000.00"
        await press_fast(pilot, "u")
        await settle(pilot)
        assert path.read_bytes() == before


async def test_what_somebody_else_plans_is_shown_and_not_edited(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(100, 40)) as pilot:
        await open_sheet(pilot, app, "6", "market")
        view_of(app).lines.go_to(Target("figure", "market:size"))
        await press_fast(pilot, "enter", "e")
        await settle(pilot)
        assert app.screen is app.main
        assert "Inneklima Øst" in str([each.message for each in app._notifications])  # noqa: SLF001  # what is read


async def test_the_sales_goal_is_edited_from_the_money(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(100, 40)) as pilot:
        await open_sheet(pilot, app, "6", "goal")
        view_of(app).lines.go_to(Target("goal", "m1"))
        await press_fast(pilot, "enter", "e")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert "Ordreinngang 480" in title(app)


@pytest.mark.parametrize(("key", "sheet"), SHEETS)
async def test_nothing_opens_while_names_and_amounts_are_hidden(tmp_path: Path, key: str, sheet: str) -> None:
    app = app_on(sample(tmp_path / "home"))
    async with app.run_test(size=(130, 60)) as pilot:
        await open_sheet(pilot, app, key, sheet)
        await press_fast(pilot, "f9")
        for stop in {line.target for line in view_of(app).lines.lines if line.target is not None}:
            if stop.kind != "plan":
                view_of(app).lines.go_to(stop)
                await press_fast(pilot, "enter")
                assert app.screen is app.main, stop
