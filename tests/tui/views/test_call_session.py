"""A call session from the customers' list: one key a call, kept at once, ended in one step."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.dialogs.call_session import CallSessionDialog
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
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
