"""The law's rules for contacting people on the screens: said while typing, marked on rows, refused where it begins."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.form import ActivityForm
from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.planning import NOW
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored

CALL = """
[[activity]]
id = "a99"
title = "Ring Bente om luftrenser"
channel = "phone"
type = "call"
state = "{state}"
date = {date}
start = "15:00"
minutes = 10
customers = ["k11"]
contacts = ["k11"]
"""


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return sample(tmp_path / "plan")


def with_call(home: Path, *, state: str = "planned", date: str = "2027-02-17") -> None:
    """Write a call to somebody who is in the opt-out register into the week's file, as another program might."""
    file = home / "weeks/2027/2027-W07.toml"
    file.write_text(file.read_text("utf-8") + CALL.format(state=state, date=date), "utf-8")


def page(app: PlannerApp) -> str:
    (lines,) = app.main.view.query(LineList)
    return "\n".join("".join(part.text for part in (*line.left, *line.right)) for line in lines.lines)


async def go_to(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    await settle(pilot)
    app.main.view.go_to(identity)
    await settle(pilot)


async def test_a_forbidden_line_says_why_and_is_not_taken(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "a", *"ring Bente Myrvold fre 10", "enter")
        assert isinstance(app.screen, QuickAddDialog)
        below = str(app.screen.query_one("#below", Static).visual)
        assert "Ikke lov: Bente Myrvold er reservert mot telefonsalg" in below
    assert not any("k11" in str(row.get("contacts")) for row in stored(home).values())


async def test_a_row_that_stands_there_all_the_same_is_marked(home: Path) -> None:
    with_call(home)
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "! ikke lov: Bente Myrvold er reservert mot telefonsalg i Reservasjonsregisteret" in page(app)
        assert "Ring Bente om luftrenser ⊘" in page(app)
        await press_fast(pilot, "f9")
        await settle(pilot)
        assert "! ikke lov: ••• er reservert" in page(app)
        assert "Bente Myrvold" not in page(app)


async def test_an_overdue_row_is_marked_too(home: Path) -> None:
    with_call(home, date="2027-02-16")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Ring Bente om luftrenser ⊘" in page(app)


async def test_the_details_tell_rule_source_and_what_would_lift_it(home: Path) -> None:
    with_call(home)
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, app, "a99")
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, DetailsDialog)
        words = " ".join(str(app.screen.query_one("#fields", Static).visual).split())
        assert "markedsføringsloven kap. 3" in words
        assert "Bare lov hvis det er en kunde" in words
        assert "Ring fra et nummer som vises" in words


async def test_a_forbidden_call_does_not_begin(home: Path) -> None:
    with_call(home, state="confirmed")
    app = app_on(home, NOW.replace(hour=15))
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, app, "a99")
        await press_fast(pilot, "c")
        await settle(pilot)
        (toast,) = app._notifications  # noqa: SLF001  # Textual offers no other way to read them
        assert "Ikke lov: Bente Myrvold er reservert" in toast.message
    assert stored(home)["a99"]["state"] == "confirmed"


async def test_the_form_says_it_and_does_not_save(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "n", "enter")
        form = app.screen
        assert isinstance(form, ActivityForm)
        form.query_one("#whom", Input).value = "Bente Myrvold"
        form.query_one("#title", Input).value = "Ring Bente"
        await settle(pilot)
        form.query_one("#channel").code = "phone"  # type: ignore[attr-defined]  # a Pick
        await settle(pilot)
        assert "! ikke lov: Bente Myrvold" in str(form.query_one("#status", Static).visual)
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ActivityForm)  # given back with what was typed
        assert app.screen.query_one("#title", Input).value == "Ring Bente"
    assert not any("k11" in str(row.get("contacts")) for row in stored(home).values())
