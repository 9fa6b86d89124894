"""What was left undone: offered once a day, gone through with a key each; and days off with one key."""

import datetime as dt
from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.approach import ApproachDialog
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.leave import LeaveDialog
from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog
from salgsplan_tui.tui.dialogs.reason import ReasonDialog
from salgsplan_tui.tui.lines import Target
from tests.folders import block, file, lay
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture

MONDAY = dt.datetime(2027, 2, 22, 8, 0)
THURSDAY = dt.datetime(2027, 2, 18, 8, 0)
TWICE = """[
  { from = "2027-02-10", to = "2027-02-12", by = "me", at = 2027-02-10T08:00:00Z },
  { from = "2027-02-12", to = "2027-02-16", by = "me", at = 2027-02-12T08:00:00Z },
]"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


@pytest.fixture
def often(tmp_path: Path) -> Path:
    """A plan with a row of yesterday that was moved twice before."""
    home = tmp_path / "home"
    moved = block("m1", date="2027-02-16", start='"09:00"', minutes="30", title='"Ring Berg"', reschedules=TWICE)
    return lay(home, {"settings.toml": 'schema = 1\nname = "Nina"\n', "weeks/2027/2027-W07.toml": file(moved)})


def offer(app: PlannerApp) -> str | None:
    """Return the line that offers what was left, if it is there."""
    lines = (line for line in app.main.day_view.lines.lines if line.target is not None and line.target.kind == "left")
    return next(("".join(part.text for part in line.left).strip("─ ") for line in lines), None)


async def reschedules(home: Path, identity: str) -> list[dict[str, object]]:
    found = stored(home)[identity].get("reschedules", [])
    assert isinstance(found, list)
    return found


async def test_it_is_offered_at_the_top_the_first_time_a_day_with_the_cursor_on_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offer(app) == "1 står igjen fra i går · Enter: én for én"
        assert app.main.view.target == Target("left", "a26")
    again = app_on(home)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offer(again) is None
        assert again.main.view.target == Target("activity", "a26")
    tomorrow = app_on(home, THURSDAY)
    async with tomorrow.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offer(tomorrow) == "4 står igjen fra før · Enter: én for én"


async def test_looking_at_the_offer_writes_nothing_into_the_plan(home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


async def test_a_day_without_anything_left_offers_nothing_and_is_not_used_up(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 16, 8, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offer(app) is None
        await press_fast(pilot, "b")
        assert not isinstance(app.screen, ChooseDialog)
    assert not app.desk.session.was_offered(dt.date(2027, 2, 16))


async def test_the_keys_of_the_day_act_on_the_first_of_what_was_left(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "m", "enter")
        await settle(pilot)
    assert (str(stored(home)["a26"]["date"]), stored(home)["a26"]["start"]) == ("2027-02-17", "12:00")


async def test_enter_takes_them_one_by_one_with_a_key_each(home: Path) -> None:
    app = app_on(home, MONDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offer(app) == "6 står igjen fra forrige uke · Enter: én for én"
        await press_fast(pilot, "enter")  # a26 first
        await press_fast(pilot, "t", "t", "i", "x", "1", "g")
        await settle(pilot)
        assert isinstance(app.screen, ApproachDialog)  # what starts now is read first
        await press_fast(pilot, "enter", "h")
        await settle(pilot)
        assert len(app.screen_stack) == 1
        assert offer(app) is None
    rows = stored(home)
    assert (str(rows["a26"]["date"]), rows["a26"]["start"]) == ("2027-02-22", "08:00")
    assert str(rows["a27"]["date"]) == "2027-02-22"
    assert rows["a28"]["state"] == "skipped"
    assert (rows["a29"]["state"], rows["a29"]["reason"]) == ("cancelled", "customer_asked")
    assert (rows["a30"]["state"], str(rows["a30"]["date"]), rows["a30"]["start"]) == (
        "in_progress",
        "2027-02-22",
        "08:00",
    )
    assert (rows["a31"]["state"], str(rows["a31"]["date"])) == ("planned", "2027-02-19")


async def test_two_rows_are_not_put_into_the_same_free_time(home: Path) -> None:
    app = app_on(home, MONDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "enter", "t", "t", "escape")
        await settle(pilot)
    rows = stored(home)
    assert [rows[each]["start"] for each in ("a26", "a27")] == ["08:00", "10:00"]


async def test_done_and_move_open_their_questions_and_an_unanswered_one_leads_back(home: Path) -> None:
    app = app_on(home, MONDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "b", "d")
        assert isinstance(app.screen, OutcomeDialog)
        await press_fast(pilot, "escape")
        assert isinstance(app.screen, ChooseDialog)
        await press_fast(pilot, "m", "escape", "x", "escape")
        assert isinstance(app.screen, ChooseDialog)
        assert "1 av 6" in picture(app)
        await press_fast(pilot, "m", *"fre", "enter")
        assert "2 av 6" in picture(app)
        await press_fast(pilot, "d", "1", "escape", "escape")
        await settle(pilot)
    rows = stored(home)
    assert str(rows["a26"]["date"]) == "2027-02-26"
    assert rows["a27"]["state"] == "done"


async def test_each_answer_is_one_step_to_undo(home: Path) -> None:
    app = app_on(home, MONDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "b", "t", "i", "escape", "u")
        await settle(pilot)
        assert stored(home)["a27"]["state"] == "planned"
        assert str(stored(home)["a26"]["date"]) == "2027-02-22"
        await press_fast(pilot, "u")
        await settle(pilot)
    assert str(stored(home)["a26"]["date"]) == "2027-02-16"


async def test_ill_today_ends_the_round_and_offers_to_move_what_stands_on_the_day(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "b", "s")
        await settle(pilot)
        assert "3 aktiviteter står på fridager" in picture(app)
        await press_fast(pilot, "1")
        await settle(pilot)
    calendar = tomli.loads((home / "calendar.toml").read_text("utf-8"))
    assert calendar["leave"][0] == {"start": dt.date(2027, 2, 17), "kind": "ill"}
    moved = stored(home)["a28"]
    assert str(moved["date"]) == "2027-02-18"
    assert [event["reason"] for event in await reschedules(home, "a28")] == ["ill"]


async def test_the_third_time_a_reason_is_required_on_every_way(often: Path) -> None:
    app = app_on(often)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "↷2" in picture(app)
        for keys in (["m", "enter"], ["plus"], ["b", "t"], ["b", "g"]):
            await press_fast(pilot, *keys)
            assert isinstance(app.screen, ReasonDialog), keys
            assert "Flyttet 2 ganger før" in picture(app)
            await press_fast(pilot, "escape", "escape")
            await settle(pilot)
            assert len(app.screen_stack) == 1, keys
        assert len(await reschedules(often, "m1")) == 2
        await press_fast(pilot, "m", "enter", "5")
        await settle(pilot)
    last = (await reschedules(often, "m1"))[-1]
    assert (last["to"], last["reason"]) == ("2027-02-17", "lower_priority")


async def test_pushes_with_a_reason_are_one_move_and_one_undo(often: Path) -> None:
    app = app_on(often)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "plus", "2", "plus")
        await settle(pilot)
        events = await reschedules(often, "m1")
        assert [(event["to"], event.get("reason")) for event in events[2:]] == [("2027-02-18", "ill")]
        await press_fast(pilot, "u")
        await settle(pilot)
    assert str(stored(often)["m1"]["date"]) == "2027-02-16"


async def test_a_reason_given_in_the_move_is_not_asked_for_again(often: Path) -> None:
    app = app_on(often)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "m", "tab", "1", "enter")
        await settle(pilot)
        assert len(app.screen_stack) == 1
    assert (await reschedules(often, "m1"))[-1]["reason"] == "customer_asked"


async def test_one_key_marks_the_day_shown_as_ill_and_undo_takes_it_back(home: Path) -> None:
    calendar = (home / "calendar.toml").read_text("utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, ".", "s", "3")
        await settle(pilot)
        assert "torsdag 18. februar 2027 · uke 7 · syk" in picture(app)
        await press_fast(pilot, "u")
        await settle(pilot)
    assert (home / "calendar.toml").read_text("utf-8") == calendar


async def test_a_day_off_is_taken_and_taken_back_with_two_keys(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 4, 7, 8, 0))
    async with app.run_test(size=(120, 24)) as pilot:
        await press_fast(pilot, "0", "3")
        await settle(pilot)
        assert "fri, ettermiddag" in picture(app)
        await press_fast(pilot, "0", "0")
        await settle(pilot)
        assert "ettermiddag" not in picture(app)


async def test_several_days_are_taken_off_with_words(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "0", "tab", *"påskeferie 22.-24.3")
        assert "man 22.3. – ons 24.3. 2027" in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
        await press_fast(pilot, "3")
        await settle(pilot)
    first = tomli.loads((home / "calendar.toml").read_text("utf-8"))["leave"][0]
    assert first == {"title": "påskeferie", "start": dt.date(2027, 3, 22), "end": dt.date(2027, 3, 24)}


async def test_words_that_are_no_days_are_told_and_nothing_is_taken(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "0", "tab", *"tull", "enter")
        assert isinstance(app.screen, LeaveDialog)
        assert "✗" in picture(app)
        await press_fast(pilot, "escape")
        assert len(app.screen_stack) == 1


async def go_through(app: PlannerApp, pilot: AnyPilot) -> None:
    await settle(pilot)
    await press_fast(pilot, "b")
    await settle(pilot)
    assert isinstance(app.screen, ChooseDialog)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_questions_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, MONDAY, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await go_through(app, pilot)
        assert picture(app) == snapshot(name="one of what was left")
        await press_fast(pilot, "escape", "0", "tab", *"12.-30.7")
        assert picture(app) == snapshot(name="a day off")


async def test_at_the_end_of_the_day_its_rest_goes_to_tomorrow_a_key_each(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 17, 16, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "B")
        shown = picture(app)
        assert "Står igjen: 1 av 3" in shown
        assert "i dag   " not in shown.partition("gjør det nå")[0].rpartition("Står igjen")[2]
        assert "tor 18.2. 08:00–08:30" in shown  # whole at 80 columns
        await press_fast(pilot, "n", "i", "h")
        await settle(pilot)
        rows = stored(home)
        assert (rows["a27"]["date"], rows["a27"]["state"]) == (dt.date(2027, 2, 18), "planned")
        assert (rows["a28"]["state"], rows["a29"]["state"]) == ("skipped", "planned")
        await press_fast(pilot, "B", "i")
        await settle(pilot)
        await press_fast(pilot, "B")
        assert _told(app) == ["Alt for i dag er gjort opp; b tar det som står igjen fra før."]
        await press_fast(pilot, "b", "i")
        await settle(pilot)
        await press_fast(pilot, "B")
        assert _told(app)[-1] == "Alt for i dag er gjort opp."


def _told(app: PlannerApp) -> list[str]:
    return [each.message for each in app._notifications]  # noqa: SLF001  # Textual offers no other way to read them
