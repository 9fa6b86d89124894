"""The day screen: these files, these keys, those files."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


async def go_to(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    """Move the cursor down to a row."""
    await settle(pilot)
    for _ in range(40):
        if app.main.view.target == Target("activity", identity):
            return
        await press_fast(pilot, "down")
    pytest.fail(f"{identity} is not on the screen")


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_day_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert picture(app) == snapshot


async def test_the_empty_day_tells_what_to_do(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = "Nina Ny"\n', encoding="utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert picture(app) == snapshot


async def test_a_line_is_added_with_a_few_keys(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "a", *"ring Marit kl 15 20m 50kr", "enter")
        await settle(pilot)
        chosen = app.main.selected
    (new,) = [row for row in stored(home).values() if row["title"] == "ring Marit"]
    assert (str(new["date"]), new["start"], new["minutes"], new["state"]) == ("2027-02-17", "15:00", 20, "planned")
    assert chosen == (new["id"],)
    assert new["contacts"] == ["p01"]
    assert new["costs"] == [{"kind": "other", "planned": "50.00"}]


async def test_a_line_without_a_date_is_planned_on_the_day_shown(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, ".", "a", *"ring Marit", "enter")
        await settle(pilot)
    (new,) = [row for row in stored(home).values() if row["title"] == "ring Marit"]
    assert str(new["date"]) == "2027-02-18"


async def test_what_was_left_undone_goes_to_the_next_free_time(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a26")
        await press_fast(pilot, "m", "enter")
        await settle(pilot)
    row = stored(home)["a26"]
    assert (str(row["date"]), row["start"]) == ("2027-02-17", "12:00")


async def test_a_row_is_moved_by_typing_where_to(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a29")
        await press_fast(pilot, "m", *"1030", "enter")
        await go_to(pilot, app, "a28")
        await press_fast(pilot, "m", *"fre", "enter")
        await settle(pilot)
    rows = stored(home)
    assert (str(rows["a29"]["date"]), rows["a29"]["start"]) == ("2027-02-17", "10:30")
    assert str(rows["a28"]["date"]) == "2027-02-19"


async def test_done_with_outcome_and_next_step_costs_three_keys(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "d", "4", "enter")
        await settle(pilot)
    rows = stored(home)
    assert (rows["a27"]["state"], rows["a27"]["outcome"]) == ("done", "meeting_booked")
    assert rows[str(rows["a27"]["next"])]["previous"] == "a27"


async def test_pushes_in_a_row_are_one_move_and_one_undo(home: Path) -> None:
    before = stored(home)["a30"]
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a29")
        await press_fast(pilot, "+", "+", "+", "-")
        await settle(pilot)
        pushed = stored(home)["a29"]
        await press_fast(pilot, "u")
        await settle(pilot)
    assert str(pushed["date"]) == "2027-02-19"
    assert [move["to"] for move in pushed["reschedules"]] == ["2027-02-19"]  # type: ignore[attr-defined]
    assert str(stored(home)["a29"]["date"]) == "2027-02-17"
    assert "reschedules" not in stored(home)["a29"]
    assert stored(home)["a30"] == before


async def test_a_push_there_and_back_leaves_nothing(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a29")
        await press_fast(pilot, "+", "-")
        await settle(pilot)
    assert str(stored(home)["a29"]["date"]) == "2027-02-17"
    assert "reschedules" not in stored(home)["a29"]


async def test_cancel_asks_for_a_reason_and_undo_and_redo_go_both_ways(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a28")
        await press_fast(pilot, "x", "1")
        await settle(pilot)
        assert (stored(home)["a28"]["state"], stored(home)["a28"]["reason"]) == ("cancelled", "customer_asked")
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(home)["a28"]["state"] == "confirmed"
        await press_fast(pilot, "U")
        await settle(pilot)
        assert stored(home)["a28"]["state"] == "cancelled"


async def test_the_other_states_have_a_key_each(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "c")
        assert stored(home)["a27"]["state"] == "confirmed"
        await press_fast(pilot, "c")
        assert stored(home)["a27"]["state"] == "in_progress"
        await press_fast(pilot, "enter", "i", "enter")  # the approach is read, then it is not done after all
        assert stored(home)["a27"]["state"] == "skipped"
        await press_fast(pilot, "r")
        assert stored(home)["a27"]["state"] == "planned"


async def test_marked_rows_are_changed_together_and_undone_together(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "space")
        await go_to(pilot, app, "a29")
        await press_fast(pilot, "space", "x", "2")
        await settle(pilot)
        assert {stored(home)[each]["state"] for each in ("a27", "a29")} == {"cancelled"}
        await press_fast(pilot, "u")
        await settle(pilot)
    assert {stored(home)[each]["state"] for each in ("a27", "a29")} == {"planned"}


async def test_a_copy_and_a_removal(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "y")
        await settle(pilot)
        copies = [row for row in stored(home).values() if row["title"] == "Ring Bjørkely: svar på tilbud T04"]
        assert len(copies) == 2
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "delete")
        await settle(pilot)
    assert "a27" not in stored(home)


async def test_a_settled_row_tells_why_it_cannot_be_done_again(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 15, 12, 0))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await go_to(pilot, app, "a25")
        await press_fast(pilot, "d")
        await settle(pilot)
        assert "gjennomført" in picture(app)
    assert stored(home)["a25"]["state"] == "done"


async def test_presentation_mode_hides_names_and_amounts(home: Path, snapshot: SnapshotAssertion) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "f9")
        await settle(pilot)
        shown = picture(app)
    for secret in ("Granholt", "Bjørkely", "Demir", "276"):
        assert secret not in shown
    assert shown == snapshot


async def test_details_tell_everything_and_how_to_go_about_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, app, "a28")
        await press_fast(pilot, "enter")
        shown = picture(app)
    assert "Granholt Eiendom AS" in shown
    assert "275,60" in shown
    assert "Slik gjør du" in shown


async def test_presentation_mode_opens_no_details(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await go_to(pilot, app, "a28")
        await press_fast(pilot, "f9", "enter")
        await settle(pilot)
        shown = picture(app)
    assert "Granholt" not in shown
    assert "presentasjonsmodus" in shown


async def test_own_keys_work_and_a_clash_is_told(home: Path) -> None:
    settings = home / "settings.toml"
    own = '\n[keys]\n"activity.done" = "ø"\n"activity.move" = "u"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "plan.undo" in picture(app)
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "ø", "1", "escape")
        await settle(pilot)
    assert stored(home)["a27"]["state"] == "done"


async def test_days_are_turned_with_keys_that_every_norwegian_keyboard_has(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, ".", ".")
        assert "fredag 19. februar 2027" in picture(app)
        await press_fast(pilot, ",")
        assert "torsdag 18. februar 2027" in picture(app)
        await press_fast(pilot, "t")
        assert "onsdag 17. februar 2027" in picture(app)


async def test_the_clock_moves_the_line_of_now_and_midnight_turns_the_page(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.now = dt.datetime(2027, 2, 17, 13, 0)
        await settle(pilot)
        assert "nå 13:00" in picture(app)
        app.main.now = dt.datetime(2027, 2, 18, 0, 1)
        await settle(pilot)
        assert "torsdag 18. februar 2027" in picture(app)


async def test_evil_names_are_plain_text_and_the_layout_is_intact(home: Path) -> None:
    week = home / "weeks/2027/2027-W07.toml"
    evil = r"\u001b]2;x\u0007\u001b[2J[red][@click=app.quit]\u202e📞" + "x" * 5000
    week.write_text(
        week.read_text(encoding="utf-8").replace("Ring Bjørkely: svar på tilbud T04", evil), encoding="utf-8"
    )
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = picture(app)
        assert "[red][@click=app.quit]" in shown
        assert "\x1b" not in shown
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "enter")
        assert "\x1b" not in picture(app)
