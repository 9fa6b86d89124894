"""A call session from the customers' list: one key a call, kept at once, ended in one step."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.tui.dialogs.call_session import CallSessionDialog
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.lines import Target
from tests.planning import NOW
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, session_on, stored
from tests.tui.pictures import picture

TEN = NOW.replace(hour=10)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [["n", "+"], ["m"]])
async def test_the_session_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, keys: list[str], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", *keys)
        await settle(pilot)
        assert isinstance(app.screen, CallSessionDialog)
        assert picture(app) == snapshot


async def test_three_calls_become_one_row_with_its_next_step_in_one_undo_step(home: Path) -> None:
    app = app_on(home, TEN)
    before = stored(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "n", "+", "m", "enter", "enter")
        await settle(pilot)
        assert len(app.screen_stack) == 1
        made = {key: row for key, row in stored(home).items() if key not in before}
        (session,) = [row for row in made.values() if row.get("type") == "call_session"]
        assert (session["title"], session["state"], session["quantity_done"]) == ("Ringeøkt: A", "done", 3)
        assert session["outcome_counts"] == {"attempts": 3, "reached": 2, "meetings_booked": 1}
        assert session["contacts"] == ["p05", "p03"]
        (step,) = [row for row in made.values() if row.get("channel") == "meeting"]
        assert (step["previous"], step["contacts"]) == (session["id"], ["p03"])
        assert session_on(home).kept_calls() is None
        await press_fast(pilot, "u")
        await settle(pilot)
    assert stored(home).keys() == before.keys()


async def test_nothing_is_lost_when_the_program_is_killed_in_the_middle(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "n", "b", "enter", "o")
        await settle(pilot)  # and here it ends, without a word
    kept = session_on(home).kept_calls()
    assert kept is not None
    assert [call.outcome.value for call in kept.calls] == ["reached", "call_back", "objected"]
    again = app_on(home, TEN)
    async with again.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "r")
        assert isinstance(again.screen, ChooseDialog)
        await press_fast(pilot, "1", "+", "enter")
        await settle(pilot)
    rows = [row for row in stored(home).values() if row.get("calls")]
    assert [len(row["calls"]) for row in rows] == [4]  # type: ignore[arg-type]  # a list in the file
    book = tomli.loads((home / "customers.toml").read_text("utf-8"))["customer"]
    assert [row["id"] for row in book if "objection" in row["contacts"][0]] == ["k03"]


async def test_an_overdue_session_is_carried_out_with_the_marked_and_a_call_is_taken_back(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "space", "space", "r", "1", "n", "-", "+", "x", "enter")
        await settle(pilot)
    done = stored(home)["a26"]
    assert (done["state"], done["quantity_done"], done["contacts"]) == ("done", 2, ["p02"])


async def test_who_may_not_be_called_is_left_out_and_skipping_leaves_somebody_for_the_end(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press_fast(pilot, "5", "f", "f", "f", "r", "2", "h", "n", "escape")
        await settle(pilot)
    kept = session_on(home).kept_calls()
    assert kept is not None
    assert [each.customer for each in kept.people] == ["k12", "k06", "k12"]
    assert kept.place == 2


async def stopped(home: Path) -> None:
    """Make two calls of a session, and let the program die."""
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "n", "+")
        await settle(pilot)


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_a_session_that_was_cut_off_is_offered_when_the_day_opens(
    home: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    await stopped(home)
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert app.main.view.target == Target("calls", "")
        assert picture(app) == snapshot
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooseDialog)
        assert app.main.view.code == "customers"
        await press_fast(pilot, "1")
        await settle(pilot)
        assert isinstance(app.screen, CallSessionDialog)


async def test_the_offer_is_gone_when_the_session_is_ended_or_thrown_away(home: Path) -> None:
    await stopped(home)
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "f2")
        await settle(pilot)
        assert isinstance(app.screen, ChooseDialog)
        await press_fast(pilot, "2")
        await settle(pilot)
        await press_fast(pilot, "1")
        await settle(pilot)
        assert app.main.day_view.calls is None
        await press_fast(pilot, "f2")
        await settle(pilot)
        assert len(app.screen_stack) == 1, "there is none to go on with"
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)):
        assert app.main.day_view.calls is None


async def test_a_torn_session_is_not_offered_and_no_hindrance(home: Path) -> None:
    await stopped(home)
    (kept,) = home.parent.rglob("call-session.toml")
    kept.write_bytes(kept.read_bytes()[:40])
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.main.day_view.calls is None


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [["7"], ["7", "ctrl+s", "enter"]])
async def test_an_offer_or_order_of_a_call_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, keys: list[str], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "5", "f", "r", "2")
        await settle(pilot)
        for key in keys:
            await press_fast(pilot, key)
            await settle(pilot)
        assert picture(app) == snapshot


def sales(home: Path, kind: str) -> dict[str, dict[str, Any]]:
    """Return the offers or orders in the file, by id."""
    return {each["id"]: each for each in tomli.loads((home / "sales/2027.toml").read_text("utf-8"))[kind]}


async def test_an_order_and_an_offer_come_with_the_row_and_are_undone_with_it(home: Path) -> None:
    offers, orders, rows = sales(home, "offer"), sales(home, "order"), stored(home)
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "7", "ctrl+s", "enter", "6", *"31500", "ctrl+s", "escape")
        await settle(pilot)
        assert isinstance(app.screen, CallSessionDialog)
        assert (sales(home, "order"), stored(home)) == (orders, rows), "nothing is written before the session ends"
        await press_fast(pilot, "+", "enter")
        await settle(pilot)
        (session,) = [row for key, row in stored(home).items() if key not in rows and row["type"] == "call_session"]
        (order,) = [each for key, each in sales(home, "order").items() if key not in orders]
        (offer,) = [each for key, each in sales(home, "offer").items() if key not in offers]
        assert (order["customer"], order["amount"], order["offer"]) == ("k05", "120000.00", "t08")
        assert order["origin"] == "activity:a17", "the offer's own activity led to it (4.7)"
        assert sales(home, "offer")["t08"]["state"] == "won"
        assert (offer["customer"], offer["contact"], offer["amount"]) == ("k02", "p02", "31500.00")
        assert (offer["activity"], offer["state"]) == (session["id"], "sent")
        assert [call["outcome"] for call in session["calls"]] == ["order", "offer_sent", "no_answer"]  # type: ignore[attr-defined]
        (step,) = [row for row in stored(home).values() if row.get("previous") == session["id"]]
        assert (step["contacts"], str(step["date"])) == (["p05"], "2027-03-03")
        await press_fast(pilot, "u")
        await settle(pilot)
    assert (sales(home, "offer"), sales(home, "order"), stored(home).keys()) == (offers, orders, rows.keys())


async def test_the_session_is_the_origin_where_no_offer_came_before(home: Path) -> None:
    app = app_on(home, TEN)
    before = sales(home, "order")
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "1", "+", "+", "7", *"9000", "ctrl+s", "escape", "enter")
        await settle(pilot)
    (order,) = [each for key, each in sales(home, "order").items() if key not in before]
    assert (order["amount"], order["origin"]) == ("9000.00", "activity:a26")
    assert stored(home)["a26"]["state"] == "done"


async def test_a_form_that_is_left_or_a_sale_that_is_taken_back_keeps_what_was_typed(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "6", *"4500", "escape")
        await settle(pilot)
        assert isinstance(app.screen, CallSessionDialog)
        assert (app.screen.session.place, app.screen.session.calls) == (0, ())
        await press_fast(pilot, "6", "end", "0", "ctrl+s", "escape", "minus", "6")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert app.screen.query_one("#amount", Input).value == "45000"
        await press_fast(pilot, "escape", "n", "6")
        await settle(pilot)
        assert app.screen.query_one("#amount", Input).value == "", "the next person's form is their own"


async def test_an_order_survives_a_kill_even_before_its_next_step_and_is_written_when_the_session_ends(
    home: Path,
) -> None:
    before = sales(home, "order")
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "+", "7", "ctrl+s")
        await settle(pilot)  # and here it ends, in the line of the next step
    again = app_on(home, TEN)
    async with again.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "r", "1")
        await settle(pilot)
        assert isinstance(again.screen, CallSessionDialog)
        assert [call.sale and call.sale.amount for call in again.screen.session.calls] == [None, 7_800_000]
        await press_fast(pilot, "enter")
        await settle(pilot)
    (order,) = [each for key, each in sales(home, "order").items() if key not in before]
    assert (order["customer"], order["offer"], order["amount"]) == ("k02", "t07", "78000.00")
    assert sales(home, "offer")["t07"]["state"] == "won"


async def test_an_offer_decided_while_the_session_was_stopped_is_left_and_that_is_said(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "f", "r", "2", "7", "ctrl+s", "escape", "escape")
        await settle(pilot)
    file = home / "sales/2027.toml"
    offer = next(each for each in file.read_text("utf-8").split("[[offer]]") if 'id = "t08"' in each)
    lost = offer.replace('state = "sent"', 'state = "withdrawn"\ndecided = 2027-02-16')
    assert lost != offer
    file.write_text(file.read_text("utf-8").replace(offer, lost), "utf-8")
    again = app_on(home, TEN)
    async with again.run_test(size=(120, 40), notifications=True) as pilot:
        await press_fast(pilot, "5", "r", "2")
        await settle(pilot)
        assert any("står uten det" in toast.message for toast in again._notifications)  # noqa: SLF001  # none else tells
    (order,) = [each for each in sales(home, "order").values() if each["amount"] == "120000.00"]
    assert "offer" not in order
    assert sales(home, "offer")["t08"]["state"] == "withdrawn"
