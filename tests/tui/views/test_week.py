"""The week screen: these files, these keys, those files."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.week import WeekView
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


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
        assert week(app).is_in_panel
        assert "B-emner" in picture(app)
        await press_fast(pilot, "tab")
        assert at(app) == "a27"
        assert "435" not in picture(app)
        assert week(app).page.week.planned_minutes == 435
        assert week(app).page.week.capacity_minutes == 2250


async def test_the_second_page_gives_way_when_there_is_room_beside(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "tab")
        assert week(app).is_in_panel
        assert "Kvernsletta" not in picture(app)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "Kvernsletta" in picture(app)
        assert week(app).is_in_panel
        await press_fast(pilot, "escape", "down")
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


LETTERS = '\n[[activity]]\nid = "u1"\ntitle = "Skriv brev"\nstate = "planned"\nbucket = "2027-W07"\nminutes = 60\n'


def add_to_the_week(home: Path, text: str) -> None:
    """Write a row more into week 7."""
    file = home / "weeks/2027/2027-W07.toml"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


async def test_a_row_of_the_week_is_dropped_into_the_first_gap_that_fits(home: Path) -> None:
    add_to_the_week(home, LETTERS)
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "tab", "p")
        assert at(app) == "u1"
        row = stored(home)["u1"]
        assert (str(row["date"]), row["start"], "reschedules" in row) == ("2027-02-17", "08:00", False)
        await press_fast(pilot, "u")
    assert stored(home)["u1"]["bucket"] == "2027-W07"


async def test_a_row_that_fits_nowhere_in_the_week_stays_and_it_is_said(home: Path) -> None:
    add_to_the_week(home, LETTERS.replace("60", "470"))
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "tab", "p")
        assert "Det er ikke ledig tid" in picture(app)
    assert stored(home)["u1"]["bucket"] == "2027-W07"


async def test_a_block_is_stretched_and_many_keys_are_one_step(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "w", "f8", "W", "w")
        assert stored(home)["a27"]["minutes"] == 60
        assert "tar 1 t" in picture(app)
        await press_fast(pilot, "u")
        assert stored(home)["a27"]["minutes"] == 30
        await press_fast(pilot, "f7", "f7", "f7")
        assert stored(home)["a27"]["minutes"] == 15


async def test_a_stretch_there_and_back_leaves_nothing(home: Path) -> None:
    before = stored(home)["a27"]
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "w", "W")
        await settle(pilot)
    assert stored(home)["a27"] == before


async def test_m_and_arrows_move_a_block_along_the_grid_as_one_move_with_a_reason(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "m", "right", "down", "down", "up")
        assert "→ tor 18.2. 09:30–10:00" in picture(app)
        assert str(stored(home)["a27"]["date"]) == "2027-02-17"
        await press_fast(pilot, "enter", "1")
        row = stored(home)["a27"]
        assert (str(row["date"]), row["start"]) == ("2027-02-18", "09:30")
        moves = [(each["to"], each["reason"], each["by"]) for each in row["reschedules"]]  # type: ignore[attr-defined]
        assert moves == [("2027-02-18", "customer_asked", "customer")]
        assert at(app) == "a27"
        await press_fast(pilot, "u")
    assert str(stored(home)["a27"]["date"]) == "2027-02-17"


async def test_another_time_of_the_same_day_asks_for_no_reason(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "m", "down", "enter")
        await settle(pilot)
    row = stored(home)["a27"]
    assert (str(row["date"]), row["start"], "reschedules" in row) == ("2027-02-17", "09:15", False)


async def test_escape_puts_the_block_back_and_a_move_stays_within_the_week(home: Path) -> None:
    before = stored(home)["a27"]
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "m", *("right",) * 9)
        assert "søn 21.2." in picture(app)
        await press_fast(pilot, "escape")
        assert at(app) == "a27"
        assert app.main.view.day == dt.date(2027, 2, 17)
        await press_fast(pilot, "down")
        assert at(app) == "a28"
    assert stored(home)["a27"] == before


async def test_leaving_the_reason_goes_on_moving(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "m", "right", "enter", "escape", "right", "enter", "0")
        await settle(pilot)
    assert str(stored(home)["a27"]["date"]) == "2027-02-19"


async def test_m_and_words_or_enter_reach_the_ordinary_move(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "m", *"fre 13:00", "enter")
        await settle(pilot)
        row = stored(home)["a27"]
        assert (str(row["date"]), row["start"]) == ("2027-02-19", "13:00")
        await go_to(pilot, app, "a26")
        await press_fast(pilot, "m", "enter")
        await settle(pilot)
    row = stored(home)["a26"]
    assert (str(row["date"]), row["start"]) == ("2027-02-17", "08:00")


async def test_words_after_arrows_put_the_block_back_and_open_the_dialog(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "m", "right", "right", *"lør", "enter")
        await settle(pilot)
    assert str(stored(home)["a27"]["date"]) == "2027-02-20"


async def test_several_marked_rows_are_moved_by_words_at_once(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "space", "space", "m", *"fre", "enter")
        await settle(pilot)
    assert {str(stored(home)[each]["date"]) for each in ("a27", "a28")} == {"2027-02-19"}


async def test_the_weeks_must_dos_are_edited_in_a_small_dialog(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "v", "down", *" i uke 8", "enter", "enter")
        await settle(pilot)
        assert "Tilbud til Solsvingen i uke 8" in picture(app)
        await press_fast(pilot, "u")
        assert "Tilbud til Solsvingen i uke 8" not in picture(app)


async def test_a_week_is_copied_to_another_as_one_step(home: Path) -> None:
    app = app_on(home)
    before = stored(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "2", "z", *"uke 12", "enter")
        await settle(pilot)
        assert app.main.view.day == dt.date(2027, 3, 24)
        assert "Kopierte 5 aktiviteter til uke 12, 2 utelatt på fridager" in picture(app)
        new = [row for name, row in stored(home).items() if name not in before]
        assert sorted(f"{row['date']} {row['start']} {row['state']}" for row in new) == [
            "2027-03-22 08:30 planned",
            "2027-03-23 09:00 planned",
            "2027-03-24 09:00 planned",
            "2027-03-24 11:00 planned",
            "2027-03-24 14:00 planned",
        ]
        await press_fast(pilot, "u")
        await settle(pilot)
    assert stored(home) == before


async def test_a_day_is_copied_by_naming_a_day(home: Path) -> None:
    app = app_on(home)
    before = stored(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "z", *"26.2", "enter")
        await settle(pilot)
    new = [row for name, row in stored(home).items() if name not in before]
    assert {str(row["date"]) for row in new} == {"2027-02-26"}
    assert len(new) == 3


CROWD = """
[[activity]]
id = "c{number}"
title = "Møte {number}"
channel = "meeting"
state = "planned"
date = 2027-02-{day}
start = {hour}:30
minutes = 75
travel_before = 30
"""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_crowded_week_stands_side_by_side_and_every_block_can_be_reached(
    home: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    places = [(18, 10), (18, 10), (18, 11), (18, 11), (18, 11), (18, 12), (19, 14), (20, 19)]
    crowd = "".join(CROWD.format(number=n + 10, day=day, hour=hour) for n, (day, hour) in enumerate(places))
    add_to_the_week(home, crowd + LETTERS)
    app = app_on(home)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "2", "l")
        assert picture(app) == snapshot
        await press_fast(pilot, "home")
        reached = {at(app)}
        for day in range(6):
            await press_fast(pilot, *(("right",) if day else ()), *("up",) * 9)
            for _ in range(9):
                reached.add(at(app))
                await press_fast(pilot, "down")
            app.main.view.take_focus()
    assert {f"c{number}" for number in range(10, 18)} <= reached


async def test_what_was_done_with_the_last_row_below_is_still_said_in_the_hours(home: Path) -> None:
    add_to_the_week(home, LETTERS)
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2", "tab", "p")
        assert at(app) == "u1"
        assert "Flyttet «Skriv brev»" in picture(app)
        await press_fast(pilot, "down", "up")
        assert "Flyttet «Skriv brev»" not in picture(app)


async def test_the_keys_for_hours_work_in_the_day_too(home: Path) -> None:
    add_to_the_week(home, LETTERS)
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.main.view.go_to("a27")
        await press_fast(pilot, "w")
        assert stored(home)["a27"]["minutes"] == 45
        app.main.view.go_to("u1")
        await press_fast(pilot, "p")
        assert (str(stored(home)["u1"]["date"]), stored(home)["u1"]["start"]) == ("2027-02-17", "08:00")
        await press_fast(pilot, "v", "enter", "enter", "enter")
        assert app.main.view.code == "day"


@pytest.mark.parametrize(
    "now", [dt.datetime(2026, 12, 31, 9), dt.datetime(2027, 3, 24, 9), dt.datetime(2027, 5, 18, 9)]
)
async def test_special_weeks_look_as_they_should(home: Path, now: dt.datetime, snapshot: SnapshotAssertion) -> None:
    app = app_on(home, now)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "2")
        assert picture(app) == snapshot
