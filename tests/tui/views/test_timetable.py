"""The timetable: these files, these keys, those files."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.views.timetable import TimetableView
from tests.tui.keys import AnyPilot, look_for_changes, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

WEEK = ["down", "down", "down"]
"""From week 7 to the fair in week 10."""


def view_of(app: PlannerApp) -> TimetableView:
    view = app.main.view
    assert isinstance(view, TimetableView)
    return view


def on_screen(app: PlannerApp) -> str:
    return picture(app).replace("\xa0", " ")


async def opened(pilot: AnyPilot, *keys: str) -> None:
    await settle(pilot)
    await press_fast(pilot, "3", *keys)
    await settle(pilot)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_the_timetable_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert picture(app) == snapshot


@pytest.mark.parametrize(("keys", "speaking"), [(["s", "tab"], "nb"), (["s", "s", "tab", "tab"], "en")])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_other_layouts_look_as_they_did(
    home: Path, keys: list[str], speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, *keys)
        assert picture(app) == snapshot


async def test_all_weeks_fit_80_by_24_with_head_and_status(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 18, 8))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        lines = on_screen(app).splitlines()
        assert len(view_of(app).table.weeks) == 14
        assert [line[:3].strip(" ›") for line in lines[3:17]] == [str(number) for number in range(7, 21)]
        assert lines[1].startswith(" 18. februar–17. mai 2027 · aktiviteter")
        assert lines[22].startswith(" uke 7: 15.–21. februar 2027")


async def test_tab_switches_the_measure_and_s_the_layout(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(pilot)
        told = [on_screen(app).splitlines()[1]]
        for key in ("tab", "tab", "tab", "s", "s", "s"):
            await press_fast(pilot, key)
            told.append(on_screen(app).splitlines()[1])
    names = [line.split(" · ", 1)[1].split("   ")[0] for line in told]
    assert names == [
        "aktiviteter · dager",
        "timer · dager",
        "kroner · dager",
        "aktiviteter · dager",
        "aktiviteter · kanaler",
        "aktiviteter · aktivitetsprogrammer",
        "aktiviteter · dager",
    ]


async def test_arrows_walk_the_days_over_the_weekend_and_the_panel_lists_them(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *WEEK)
        assert view_of(app).day == dt.date(2027, 3, 10)
        assert "▲ Fagmessen Inneluftdagene" in on_screen(app)
        await press_fast(pilot, "l", "l", "l", "l", "l")
        assert view_of(app).day == dt.date(2027, 3, 15)
        assert "☎ Ringeøkt: følg opp messeemner" in on_screen(app)
        await press_fast(pilot, "h")
        assert view_of(app).day == dt.date(2027, 3, 14)
        await press_fast(pilot, "k", "j", "G")
        assert view_of(app).day == dt.date(2027, 5, 16)
        assert "søndag 16. mai 2027 · 1. pinsedag" in on_screen(app)


async def test_enter_opens_the_day_where_there_are_several_rows_or_none(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *WEEK, "enter")
        assert "onsdag 10. mars 2027 · uke 10" in on_screen(app)
        assert app.main.view.code == "day"
        await press_fast(pilot, "3")
        assert view_of(app).day == dt.date(2027, 3, 10)
        await press_fast(pilot, "k", "k", "enter")
        assert "onsdag 24. februar 2027" in on_screen(app)


async def test_enter_opens_the_row_where_there_is_one_or_one_was_picked(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "l", "enter")
        assert "Solsvingen Dagligvare" in on_screen(app)
        await press_fast(pilot, "escape", "h", "J", "enter")
        assert "Granholt Eiendom AS" in on_screen(app)
        assert len(app.screen_stack) == 2


async def test_a_week_of_a_channel_lists_its_rows(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "s", "l", "l", "l", "l")
        shown = on_screen(app)
        assert "telefon · uke 11 · 4 t 30 m" in shown
        assert "man 15.3. 09:00 ☎ Ringeøkt: følg opp messeemner" in shown
        assert "tir 16.3. 09:00 ☎ Ringeøkt: A- og B-emner" in shown
        await press_fast(pilot, "s")
        assert "Fagmesse · uke 11" in on_screen(app)
        await press_fast(pilot, "enter")
        assert app.main.view.code == "week"
        assert "15.–21. mars" in on_screen(app)


async def test_a_row_is_carried_along_the_days_and_put_down_as_one_move(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "l", "m", "down", "right")
        shown = on_screen(app)
        assert "→ Demonstrasjon i butikk, Solsvingen" in shown
        assert "fre 26.2. (1,5 av 7,5 t planlagt)" in shown
        assert str(stored(home)["a30"]["date"]) == "2027-02-18"
        await press_fast(pilot, "enter", "enter")
        await settle(pilot)
        row = stored(home)["a30"]
        assert (str(row["date"]), row["start"]) == ("2027-02-26", "10:00")
        assert [(move["from"], move["to"]) for move in row["reschedules"]] == [("2027-02-18", "2027-02-26")]  # type: ignore[attr-defined]
        assert app.main.selected == ("a30",)
        assert "Flyttet «Demonstrasjon i butikk" in on_screen(app)
        await press_fast(pilot, "u")
        await settle(pilot)
    assert str(stored(home)["a30"]["date"]) == "2027-02-18"


async def test_a_reason_is_offered_and_kept(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "l", "m", "down", "enter")
        assert "Hvorfor flyttes den?" in on_screen(app)
        await press_fast(pilot, "1")
        await settle(pilot)
    (move,) = stored(home)["a30"]["reschedules"]  # type: ignore[misc]
    assert (move["to"], move["by"], move["reason"]) == ("2027-02-25", "customer", "customer_asked")  # type: ignore[has-type]


async def test_escape_puts_the_row_back(home: Path) -> None:
    before = stored(home)
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "l", "m", "down", "down", "escape")
        assert view_of(app).day == dt.date(2027, 2, 18)
        assert "→" not in on_screen(app)
    assert stored(home) == before


async def test_enter_at_once_takes_the_next_free_time_and_letters_begin_the_words(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "l", "m", *"fre", "enter")
        await settle(pilot)
        assert str(stored(home)["a30"]["date"]) == "2027-02-19"
        await press_fast(pilot, "t", "J", "J", "m", "enter")
        await settle(pilot)
    assert str(stored(home)["a29"]["date"]) == "2027-02-17"
    assert stored(home)["a29"]["start"] != "14:00"


async def test_an_occurrence_of_a_series_is_carried_alone_where_only_this_one_is_meant(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "a", *"ringeøkt hver fredag 9-10 til 1.5", "enter")
        await opened(pilot, "j", "l", "l", "m", "left", "enter", "enter", "d")
        await settle(pilot)
    (moved,) = [row for row in stored(home).values() if row.get("series") not in {None, "kvartalsrapport"}]
    assert (str(moved["date"]), str(moved["occurrence"])) == ("2027-02-25", "2027-02-26")


async def test_where_there_are_several_rows_it_is_asked_which(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "m")
        assert "Hvilken skal flyttes?" in on_screen(app)
        await press_fast(pilot, "2", "down", "enter", "enter")
        await settle(pilot)
    assert str(stored(home)["a28"]["date"]) == "2027-02-24"
    assert str(stored(home)["a27"]["date"]) == "2027-02-17"


async def test_a_fair_is_carried_by_any_of_its_days_and_stays_as_long(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *WEEK, "l", "J", "m", "down", "enter", "enter")
        await settle(pilot)
        await press_fast(pilot, "d")
    fair = stored(home)["a38"]
    assert (str(fair["date"]), str(fair["end_date"])) == ("2027-03-17", "2027-03-19")


async def test_a_row_of_a_channel_is_carried_by_weeks(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "s", "l", "m", "down", "right", "right", "enter", "enter")
        await settle(pilot)
    assert str(stored(home)["a32"]["date"]) == "2027-03-09"


async def test_a_row_without_a_day_gets_one_and_one_with_a_day_can_lose_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "a", *"brev til 40 borettslag uke 9", "enter")
        await opened(pilot, "j", "j", "l", "l", "l", "l", "l")
        assert "uke 9 · uten dag ennå" in on_screen(app)
        await press_fast(pilot, "m", "left", "left", "left", "enter")
        await settle(pilot)
        (letter,) = [row for row in stored(home).values() if row["title"] == "brev til 40 borettslag"]
        assert str(letter["date"]) == "2027-03-05"
        await press_fast(pilot, "escape", "J", "m", "right", "right", "right", "enter", "enter")
        await settle(pilot)
    (letter,) = [row for row in stored(home).values() if row["title"] == "brev til 40 borettslag"]
    assert letter["bucket"] == "2027-W09"


async def test_a_month_back_and_forth_and_home(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, ".")
        assert "17. mars–16. juni 2027" in on_screen(app)
        assert view_of(app).day == dt.date(2027, 3, 17)
        await press_fast(pilot, ".", ",", ",", ",")
        assert "17. januar–16. april 2027" in on_screen(app)
        await press_fast(pilot, "t")
        assert "17. februar–16. mai 2027" in on_screen(app)
        assert view_of(app).day == dt.date(2027, 2, 17)


async def test_it_opens_on_the_day_the_other_view_stands_on(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.post_message(app.main.view.Wanted(dt.date(2027, 8, 4)))
        await settle(pilot)
        await opened(pilot)
        assert view_of(app).day == dt.date(2027, 8, 4)
        assert "17. juli–16. oktober 2027" in on_screen(app)
        assert "○" in on_screen(app)
        await press_fast(pilot, "1")
        assert "onsdag 4. august 2027" in on_screen(app)


async def test_what_is_added_is_planned_on_the_day_under_the_cursor(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *WEEK, "j", "j", "j", "j", "a", *"ring Marit", "enter")
        await settle(pilot)
        assert app.main.view.target is not None
        assert "☎ ring Marit" in on_screen(app)
    (new,) = [row for row in stored(home).values() if row["title"] == "ring Marit"]
    assert str(new["date"]) == "2027-04-07"


async def test_keys_act_on_the_row_of_the_field_and_on_marked_ones(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "J", "c")
        await settle(pilot)
        assert stored(home)["a28"]["state"] == "in_progress"
        await press_fast(pilot, "enter")  # how to go about it was read
        await press_fast(pilot, "l", "V", "l", "space", "x", "2")
        await settle(pilot)
    assert {stored(home)[each]["state"] for each in ("a30", "a31")} == {"cancelled"}


async def test_presentation_mode_hides_names_and_amounts(home: Path, snapshot: SnapshotAssertion) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "f9", "tab", "tab")
        shown = picture(app)
        await press_fast(pilot, "s", "s")
        programmes = picture(app)
    for secret in ("Granholt", "Bjørkely", "Demir", "Fagmessen", "Radiospott", "42", "71"):
        assert secret not in shown.split("\n\n")[0]
    assert "Nysalg" not in programmes
    assert shown == snapshot


async def test_an_empty_plan_shows_its_weeks(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = "Nina Ny"\n', encoding="utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert picture(app) == snapshot
        await press_fast(pilot, "s", "j", "l", "m", "enter")
        assert app.main.view.code == "week"


async def test_over_new_year_week_53_comes_before_week_1(home: Path, snapshot: SnapshotAssertion) -> None:
    app = app_on(home, dt.datetime(2026, 12, 16, 8))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "j", "j", "l", "l")
        assert view_of(app).day == dt.date(2027, 1, 1)
        assert "fredag 1. januar 2027 · 1. nyttårsdag" in on_screen(app)
        assert picture(app) == snapshot


async def test_the_terminal_may_be_resized(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *WEEK)
        for size in ((60, 16), (200, 60), (40, 10), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert view_of(app).day == dt.date(2027, 3, 10)
            assert all(len(line) <= size[0] for line in picture(app).split("\n\n")[0].splitlines())
        assert "▲ Fagmessen Inneluftdagene" in on_screen(app)


async def test_a_click_selects_and_a_double_click_opens(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.click("#timetable-grid", offset=(22, 4))
        await settle(pilot)
        assert view_of(app).day == dt.date(2027, 3, 10)
        await pilot.click("#timetable-grid", offset=(26, 1), times=2)
        await settle(pilot)
        assert "Solsvingen Dagligvare" in on_screen(app)


async def test_midnight_moves_the_three_months_on(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.main.now = dt.datetime(2027, 2, 18, 0, 1)
        await settle(pilot)
        assert "18. februar–17. mai 2027" in on_screen(app)
        assert view_of(app).day == dt.date(2027, 2, 18)


async def test_another_programs_change_is_shown(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        week = home / "weeks/2027/2027-W08.toml"
        week.write_text(week.read_text("utf-8").replace("2027-02-23", "2027-02-26"), "utf-8")
        await look_for_changes(pilot)
        await settle(pilot)
        await press_fast(pilot, "j", "l", "l")
        assert "Ringeøkt (vinterferieuke)" in on_screen(app)


async def test_evil_titles_are_plain_text_on_bars_and_in_the_panel(home: Path) -> None:
    week = home / "weeks/2027/2027-W10.toml"
    evil = r"\u001b]2;x\u0007[red][@click=app.quit]\u202e电话" + "x" * 300
    week.write_text(week.read_text("utf-8").replace("Fagmessen Inneluftdagene (10.–12.3.)", evil), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(200, 60)) as pilot:
        await opened(pilot, *WEEK)
        shown = picture(app)
        assert "[red][@click=app.quit]" in shown
        assert not set(shown) & set("\x1b\x07\u202e")
