"""The week screen: these files, these keys, those files."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.week import WeekView
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def week(app: PlannerApp) -> WeekView:
    """Return the week view, which is shown."""
    assert isinstance(app.main.view, WeekView)
    return app.main.view


def at(app: PlannerApp) -> str:
    """Return what the cursor stands on: an id, or a day and a time."""
    target = app.main.view.target
    if target is None:
        return ""
    return target.id if target.kind == "activity" else f"{app.main.view.day:%a} {target.id}"


async def go_to(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    """Stand on a row of the week."""
    await settle(pilot)
    app.main.view.go_to(identity)
    await settle(pilot)
    assert app.main.view.target == Target("activity", identity)


def written(home: Path, week: str, text: str) -> None:
    """Write a week's file by hand."""
    file = home / "weeks" / week[:4] / f"{week}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"schema = 1\n{text}", encoding="utf-8")


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_week_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "2")
        assert picture(app) == snapshot


async def test_the_cursor_goes_down_the_day_and_on_to_the_next_days(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        places = [at(app)]
        for key in ("down", "j", "j", "k", "l", "right", "h", "left", "left", "left", "home", "G"):
            await press_fast(pilot, key)
            places.append(at(app))
    assert places == [
        *("a27", "a28", "a29", "a29", "a28"),
        *("a30", "a31", "a30", "a27", "a26", "a25", "a25", "a31"),
    ]


async def test_the_cursor_goes_on_into_the_next_and_the_last_week(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "G", "l")
        assert app.main.view.day == dt.date(2027, 2, 22)
        await press_fast(pilot, "h")
        assert app.main.view.day == dt.date(2027, 2, 19)


async def test_the_weeks_go_by_with_comma_and_point_and_t_comes_back(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", ".", ".")
        assert app.main.view.day == dt.date(2027, 3, 3)
        assert "uke 9" in picture(app)
        await press_fast(pilot, ",")
        assert "uke 8" in picture(app)
        await press_fast(pilot, "t")
        assert app.main.view.day == dt.date(2027, 2, 17)


async def test_the_day_that_is_looked_at_goes_along_from_view_to_view(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "l", "1")
        assert app.main.view.code == "day"
        assert app.main.view.day == dt.date(2027, 2, 18)
        await press_fast(pilot, ".", "2")
        assert at(app) == "a31"


async def test_enter_opens_the_row_and_in_free_time_a_line_for_that_time(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "enter")
        assert "Marit Haugstad" in picture(app)
        await press_fast(pilot, "escape", "f")
        assert at(app) == "Wed 09:30"
        await press_fast(pilot, "enter", *"ring Marit 20m", "enter")
        new = at(app)
    (row,) = [each for each in stored(home).values() if each["title"] == "ring Marit"]
    assert (str(row["date"]), row["start"], row["minutes"]) == ("2027-02-17", "09:30", 20)
    assert new == row["id"]


async def test_free_time_is_walked_through_day_by_day(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        places = []
        for _ in range(8):
            await press_fast(pilot, "f")
            places.append(at(app))
    assert places == [
        *("Wed 09:30", "Wed 12:00", "Wed 14:30", "Thu 08:00", "Thu 11:30"),
        *("Fri 08:00", "Fri 15:30", "Wed 08:00"),
    ]


async def test_a_click_in_an_empty_slot_starts_an_activity_there(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        await pilot.click("#week-grid", offset=(54, 13))
        await press_fast(pilot, *"ring Marit 30m", "enter")
    (row,) = [each for each in stored(home).values() if each["title"] == "ring Marit"]
    assert (str(row["date"]), row["start"]) == ("2027-02-18", "13:30")


async def test_a_click_selects_a_block_and_a_double_click_opens_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        await pilot.click("#week-grid", offset=(24, 6))
        assert at(app) == "a26"
        await pilot.click("#week-grid", offset=(54, 7), times=2)
        await settle(pilot)
        assert "Demonstrasjon i butikk" in picture(app)


async def test_the_keys_of_rows_work_as_in_the_day(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "c")
        assert stored(home)["a27"]["state"] == "confirmed"
        await press_fast(pilot, "d", "4", "enter")
        assert stored(home)["a27"]["outcome"] == "meeting_booked"
        await go_to(pilot, app, "a30")
        await press_fast(pilot, "+")
        assert str(stored(home)["a30"]["date"]) == "2027-02-19"
        assert at(app) == "a30"
        await press_fast(pilot, "x", "1")
        assert stored(home)["a30"]["state"] == "cancelled"
        await press_fast(pilot, "u", "u")
        assert str(stored(home)["a30"]["date"]) == "2027-02-18"


async def test_marked_rows_are_changed_together(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "space", "space", "c")
        states = [stored(home)[each]["state"] for each in ("a27", "a28", "a29")]
        assert states == ["confirmed", "confirmed", "planned"]
        await press_fast(pilot, "escape", "V")
        assert app.main.selected == ("a26", "a27", "a28", "a29", "a30", "a31")


async def test_what_has_no_time_stands_below_and_is_reached_by_going_down(home: Path) -> None:
    week_file = home / "weeks/2027/2027-W07.toml"
    own = '\n[[activity]]\nid = "u1"\ntitle = "Skriv brev"\nstate = "planned"\nbucket = "2027-W07"\nminutes = 60\n'
    week_file.write_text(week_file.read_text(encoding="utf-8") + own, encoding="utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "down", "down", "down")
        assert at(app) == "u1"
        await press_fast(pilot, "up")
        assert at(app) == "a29"
        await press_fast(pilot, "tab")
        assert at(app) == "u1"
        await press_fast(pilot, "tab")
        assert "kanaler" in picture(app)
        await press_fast(pilot, "tab")
        assert at(app) == "a29"


async def test_beside_the_week_the_second_page_is_not_needed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "tab")
        assert at(app) == "a27"
        assert "435" not in picture(app)
        assert week(app).page.week.planned_minutes == 435
        assert week(app).page.week.capacity_minutes == 2250


async def test_the_second_page_gives_way_when_there_is_room_beside(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "tab")
        assert at(app) == ""
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "B-emner" in picture(app)
        await press_fast(pilot, "down")
        assert at(app) == "a28"


async def test_presentation_mode_hides_names_and_amounts(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "f9")
        shown = picture(app)
    for secret in ("Granholt", "Bjørkely", "Demir", "276", "Solsvingen"):
        assert secret not in shown


@pytest.mark.parametrize("size", [(60, 16), (40, 10), (80, 24), (120, 40), (200, 60), (1, 1)])
async def test_any_size_shows_the_cursors_block(home: Path, size: tuple[int, int]) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "G")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert at(app) == "a31"
        if size[0] >= 60:
            assert "Ukesgj" in picture(app)


async def test_an_empty_week_stands_on_free_time(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = "Nina Ny"\n', encoding="utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        assert at(app) == "Wed 08:00"
        assert picture(app) == snapshot
        await press_fast(pilot, "d", "x", "G", "down", "j")
        assert at(app) == "Wed 08:00"
