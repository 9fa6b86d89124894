"""The outlays of a row, one by one: listed with their sums, changed, and given back to the form however it is left."""

from dataclasses import replace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, Static

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine
from salgsplan_tui.language import Language
from salgsplan_tui.tui.dialogs.cost_items import CostItemsDialog
from salgsplan_tui.tui.dialogs.cost_lines import Outlays
from salgsplan_tui.tui.dialogs.form import ActivityForm, FormResult
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.planning import row
from tests.tui.dialogs.host import Host, opened
from tests.tui.dialogs.sample import NOW, TODAY, read, read_when, sample, sample_plan, usual_approach
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.pictures import picture

LINES = (
    BudgetLine(id="b1", title="Reise og bil", amount=6_000_00, mileage=True),
    BudgetLine(id="b4", title="Trykk og porto", amount=3_000_00),
    BudgetLine(id="b6", title="Vareprøver og bevertning", amount=2_000_00),
)
LETTER = row(
    "x9", title="Brev", channel="letter", type="letter", date="2027-02-17", km_planned=52,
    costs=[
        {"kind": "print", "line": "b4", "planned": "480.00", "actual": "275.60", "supplier": "Trykkeriet"},
        {"kind": "postage", "planned": "1920.00", "committed": "1000.00"},
    ],
)  # fmt: skip
Costs = tuple[CostItem, ...]


def plan() -> Plan:
    found = sample_plan()
    programme = found.sales_plans["q1"].changed_to(budget_lines=LINES, status="active")
    return replace(found, sales_plans={"q1": programme}).with_activity(LETTER)


def dialog(activity: Activity = LETTER) -> CostItemsDialog:
    return CostItemsDialog(Outlays(plan(), activity, TODAY), read)


def flat(app: Host[Any]) -> list[str]:
    """Return the lines of the list, runs of spaces as one."""
    lines = app.screen.query_one(LineList).lines
    return [" ".join("".join(part.text for part in line.left).replace("\xa0", " ").split()) for line in lines]


async def test_each_outlay_is_told_with_its_line_and_their_sums() -> None:
    async with opened(dialog(), size=(120, 40)) as (app, _pilot):
        assert flat(app) == [
            "planlagt bestilt brukt",
            "trykk · b4 Trykk og porto · Trykkeriet 480 275,60",
            "porto · ! utenfor kostnadsbudsjettet 1 920 1 000",
            "52 km, endres ikke her · b1 Reise og bil 275,60",
            "i alt 2 675,60 1 000 275,60",
        ]


@pytest.mark.parametrize(("spoken", "size"), [("nb", (80, 24)), ("en", (120, 40))])
@pytest.mark.parametrize("keys", [(), ("enter",), ("a",)])
async def test_list_form_and_kinds_look_as_they_did(
    spoken: Language, size: tuple[int, int], keys: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    async with opened(dialog(), language=spoken, size=size) as (app, pilot):
        await press_fast(pilot, *keys)
        assert picture(app) == snapshot


async def test_the_list_is_told_in_english_on_a_small_screen() -> None:
    async with opened(dialog(), language="en") as (app, _pilot):
        assert "postage · ! outside the cost budget 1,920 1,000" in flat(app)
        assert flat(app)[-1] == "in all 2,675.60 1,000 275.60"


async def test_a_new_outlay_is_chosen_by_its_kind_and_held_against_the_line_that_fits() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "a", *"bev", "enter")
        assert app.screen.query_one("#line", Pick).code == "b6"
        assert "2 000 kr disponibelt" in str(app.screen.query_one("#echoes", Static).visual).replace("\xa0", " ")
        await press_fast(pilot, "tab", "tab", *"1 200,50", "enter")
        assert flat(app)[3] == "bevertning · b6 Vareprøver og bevertning 1 200,50"
        assert flat(app)[-1] == "i alt 3 876,10 1 000 275,60"
        await press_fast(pilot, "escape")
    assert app.answers == [(*LETTER.costs, CostItem(kind="hospitality", line="b6", planned=1_200_50))]


@pytest.mark.parametrize(
    ("language", "typed", "ore"),
    [("nb", "1 200,50", 1_200_50), ("en", "1,200.50", 1_200_50), ("nb", "12k", 12_000_00), ("nb", "-300", -300_00)],
)
async def test_amounts_are_typed_as_people_write_them(language: Language, typed: str, ore: int) -> None:
    async with opened(dialog(), language=language) as (app, pilot):
        await press_fast(pilot, "j", "enter", "tab", "tab", "tab", "tab", *typed, "enter", "escape")
    assert app.answers[0] is not None
    assert app.answers[0][1].actual == ore


async def test_another_line_keeps_all_else() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "enter", "tab", *"vare", "enter", "ctrl+s", "ctrl+s")
    assert app.answers[0] is not None
    assert app.answers[0][0] == LETTER.costs[0].changed_to(line="b6", invoice=None)
    assert app.answers[0][1] is LETTER.costs[1]


async def test_what_is_no_amount_is_told_beside_it_and_what_was_typed_is_there_again() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "enter", "tab", "tab", *"x", "ctrl+s")
        assert "✗ «x» er ikke et beløp" in str(app.screen.query_one("#status", Static).visual)
        await press_fast(pilot, "escape", "enter")
        assert app.screen.query_one("#planned", Input).value == "x"
        await press_fast(pilot, "escape", "a", "enter", "tab", "tab", *"77", "escape", "a")
        assert app.screen.query_one("#planned", Input).value == "77"
        await press_fast(pilot, "escape", "escape")
    assert app.answers == [LETTER.costs]


async def test_an_outlay_is_removed_and_brought_back() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "delete")
        assert len(flat(app)) == 4
        await press_fast(pilot, "delete", "u", "u", "q")
    assert app.answers == [LETTER.costs]


async def test_an_empty_list_offers_to_make_one() -> None:
    bare = LETTER.changed_to(costs=(), km_planned=None)
    async with opened(dialog(bare)) as (app, pilot):
        assert flat(app) == ["Ingen utlegg ennå. a lager ett."]
        await press_fast(pilot, "enter", "delete", "u")
        assert app.answers == []
        await press_fast(pilot, "escape")
    assert app.answers == [()]


def form(activity: Activity, draft: FormResult | None = None) -> ActivityForm:
    return ActivityForm(
        plan(),
        activity,
        read=read,
        read_when=read_when,
        now=NOW,
        usual_approach=usual_approach,
        read_programme=lambda _programme: plan(),
        draft=draft,
    )


async def focused(app: Host[FormResult], pilot: AnyPilot, name: str) -> None:
    app.screen.query_one(f"#{name}").focus()
    await settle(pilot)


def echoes(app: Host[FormResult]) -> str:
    return str(app.screen.query_one("#echoes", Static).visual).replace("\xa0", " ")


async def test_the_form_takes_the_outlays_and_its_sums_follow() -> None:
    async with opened(form(LETTER), size=(120, 40)) as (app, pilot):
        assert "b4 Trykk og porto, ! utenfor" in echoes(app)
        await focused(app, pilot, "items")
        await press_fast(pilot, "enter", "j", "enter", "tab", *"trykk", "enter", "tab", *"19200", "ctrl+s", "escape")
        assert app.screen.query_one("#planned", Input).value == "19680"
        assert "utenfor" not in echoes(app)
        await press_fast(pilot, "ctrl+s")
    result = app.answers[0]
    assert result is not None
    assert result.fields.keys() == {"costs"}
    assert [(item.line, item.planned, item.committed) for item in result.activity.costs] == [
        ("b4", 480_00, 0),
        ("b4", 19_200_00, 1_000_00),
    ]


async def test_a_sum_that_was_typed_is_shared_before_the_list_is_shown() -> None:
    async with opened(form(LETTER), size=(120, 40)) as (app, pilot):
        app.screen.query_one("#planned", Input).value = "1200"
        await focused(app, pilot, "planned")
        await press_fast(pilot, "f2")
        rows = [
            " ".join("".join(part.text for part in line.left).split()) for line in app.screen.query_one(LineList).lines
        ]
        assert "240" in rows[1]
        assert "960" in rows[2].replace("\xa0", " ")
        await press_fast(pilot, "delete", "escape")
        assert app.screen.query_one("#planned", Input).value == "960"


async def test_a_sum_that_is_not_understood_stays_and_no_list_is_shown() -> None:
    async with opened(form(LETTER), size=(120, 40)) as (app, pilot):
        app.screen.query_one("#planned", Input).value = "masse"
        await focused(app, pilot, "items")
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, ActivityForm)
        assert app.screen.focused is app.screen.query_one("#planned", Input)


async def test_outlays_that_were_changed_stand_in_the_form_that_is_opened_again() -> None:
    async with opened(form(LETTER)) as (app, pilot):
        await focused(app, pilot, "items")
        await press_fast(pilot, "enter", "delete", "escape", "escape")
    left = app.answers[0]
    assert left is not None
    async with opened(form(LETTER, left)) as (app, pilot):
        await press_fast(pilot, "ctrl+s")
    assert app.answers[0] is not None
    assert app.answers[0].fields["costs"] == LETTER.costs[1:]


async def test_a_first_sum_is_held_against_the_line_that_fits() -> None:
    async with opened(form(sample("a31").changed_to(channel="letter", type="letter"))) as (app, pilot):
        app.screen.query_one("#planned", Input).value = "900"
        await settle(pilot)
        await press_fast(pilot, "ctrl+s")
    assert app.answers[0] is not None
    (item,) = app.answers[0].activity.costs
    assert (item.kind, item.line, item.planned) == ("print", "b4", 900_00)


async def test_a_click_opens_the_list() -> None:
    async with opened(form(LETTER), size=(120, 60)) as (app, pilot):
        await pilot.click("#items")
        await settle(pilot)
        assert isinstance(app.screen, CostItemsDialog)
