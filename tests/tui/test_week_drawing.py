"""Where a week is drawn: columns, lines, lanes, what the cursor stands on; heads and texts."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import week_plan
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.week_layout import shown_days
from salgsplan_tui.language import set_language
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.grid_move import GridMove
from salgsplan_tui.tui.grid_shape import Cell
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.week_blocks import bar_piece, block_lines, fitted
from salgsplan_tui.tui.week_drawing import FREE, WeekDrawing, drawing_of
from salgsplan_tui.tui.week_heads import week_head
from salgsplan_tui.tui.week_page import WeekPage
from tests.planning import NOW, WEDNESDAY, plan_of, row


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    set_language("nb")
    yield
    set_language("nb")


def page_of(plan: Plan, day: dt.date = WEDNESDAY, now: dt.datetime = NOW) -> WeekPage:
    week = week_plan(plan, week_key(day), now)
    return WeekPage(plan, week, shown_days(week.span, week.rows, plan.settings, day), now)


def drawn(plan: Plan, day: dt.date = WEDNESDAY, size: tuple[int, int] = (80, 20)) -> WeekDrawing:
    return drawing_of(page_of(plan, day), *size, scrollbar=1)


def text(parts: list[Part]) -> str:
    return "".join(part.text for part in parts)


def heads(drawing: WeekDrawing, day: str) -> list[str]:
    column = [f"{each:%m-%d}" for each in drawing.page.days].index(day)
    return [text(line).strip() for line in drawing.heads[column] if text(line).strip()]


def timed(identity: str, start: str, minutes: int, **fields: object) -> Activity:
    return row(identity, date="2027-02-17", start=start, minutes=minutes, **fields)


def test_the_lines_are_as_fine_as_there_is_room_for() -> None:
    assert drawn(plan_of(), size=(80, 20)).line_minutes == 30
    assert drawn(plan_of(), size=(120, 36)).line_minutes == 15
    assert drawn(plan_of(), size=(60, 10)).line_minutes == 30


def test_days_take_the_whole_width_and_leave_room_for_the_scrollbar_where_there_is_one() -> None:
    assert drawn(plan_of(), size=(80, 20)).shape.size[0] == 80
    assert drawn(plan_of(), size=(80, 12)).shape.size[0] == 79
    assert drawn(plan_of(), size=(10, 12)).widths == (7, 7, 7, 7, 7)


def test_both_names_of_17_may_2027_stand_above_it() -> None:
    may = drawn(plan_of(), dt.date(2027, 5, 18))
    assert heads(may, "05-17") == ["man 17.5.", "grunnlovsdagen", "2. pinsedag"]


def test_red_short_and_bridge_days_and_own_days_off_are_named() -> None:
    easter = drawn(plan_of(), dt.date(2027, 3, 24))
    assert heads(easter, "03-25") == ["tor 25.3.", "skjærtorsdag"]
    assert heads(easter, "03-24")[-2:] == ["onsdag før", "skjærtorsdag"]
    ascension = drawn(plan_of(), dt.date(2027, 5, 5))
    assert heads(ascension, "05-07")[-1] == "inneklemt dag"
    holiday = replace(plan_of(), leave={"l1": Leave(id="l1", title="Ferie", start=WEDNESDAY, end=WEDNESDAY)})
    assert heads(drawn(holiday), "02-17") == ["›ons 17.2.", "Ferie"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 12, 31), "uke 53 · 28. desember 2026–3. januar 2027 · romjul"),
        (dt.date(2027, 1, 4), "uke 1 · 4.–10. januar 2027"),
        (dt.date(2027, 2, 24), "uke 8 · 22.–28. februar 2027 · vinterferie"),
        (dt.date(2027, 3, 24), "uke 12 · 22.–28. mars 2027 · påskeuken"),
        (dt.date(2027, 3, 30), "uke 13 · 29. mars–4. april 2027"),
    ],
)
def test_the_week_and_its_low_season_are_named(day: dt.date, words: str) -> None:
    assert text(list(week_head(page_of(plan_of(), day)).left)).strip().startswith(words)


def test_the_load_of_each_day_is_told_and_too_much_has_a_sign() -> None:
    plan = plan_of(timed("a1", "09:00", 120), row("b1", date="2027-02-18", minutes=600))
    assert [load.planned for load in drawn(plan).page.loads] == [0, 0, 120, 600, 0]
    assert heads(drawn(plan), "02-17")[1].endswith(" 2,0/7,5")
    assert heads(drawn(plan), "02-18")[1].endswith("!10,0/7,5")


def test_the_week_of_the_clock_change_has_its_ordinary_hours() -> None:
    sunday = row("s1", date="2027-03-28", start="01:30", minutes=120)
    week = drawn(plan_of(sunday), dt.date(2027, 3, 28))
    (stop,) = week.stops[6]
    assert (week.time_of(stop.rows.start), len(stop.rows)) == (dt.time(1, 30), 4)


def test_the_cursor_goes_to_what_is_nearest_in_another_day_else_to_free_time_on_the_same_row() -> None:
    plan = plan_of(timed("a1", "09:00", 60), timed("b1", "14:00", 60), row("c1", date="2027-02-19", start="13:00"))
    week = drawn(plan)
    assert week.nearest(2, week.row_at(dt.time(13))).target.id == "b1"
    assert week.nearest(3, week.row_at(dt.time(13))).cell == Cell(10, 3, FREE)
    assert week.nearest(3, week.row_at(dt.time(13))).target.id == "13:00"


def test_free_time_is_within_working_hours_from_now_on_where_nothing_is_planned() -> None:
    week = drawn(plan_of(timed("a1", "09:00", 60), row("b1", date="2027-02-18", start="08:00", minutes=480)))
    times = [(cell.column, week.time_of(cell.row)) for cell in week.free_cells()]
    assert times == [(2, dt.time(8)), (2, dt.time(10)), (4, dt.time(8))]


def test_an_occurrence_of_a_series_is_a_block_like_any_other() -> None:
    session = Series(
        id="calls",
        rrule="FREQ=WEEKLY;BYDAY=TH",
        first=dt.date(2027, 2, 4),
        activity=row("calls", start="09:00", minutes=90),
    )
    (stop,) = drawn(plan_of(series=(session,))).stops[3]
    assert (stop.target.id, len(stop.rows)) == ("calls-20270218", 3)


def test_a_block_tells_more_the_higher_it_is_and_double_booking_has_an_edge_of_its_own() -> None:
    plan = plan_of(
        timed("a1", "09:00", 120, title="Møte", channel="meeting", travel_before=30), timed("b1", "10:00", 30)
    )
    week = drawn(plan)
    block = next(each for each in week.blocks[2] if each.id == "a1")
    lines = [text(line) for line in block_lines(week, 2, block, 14)]
    assert lines == ["┊reise 30 m", "╔• Møte", "║! dobbeltbooket", "║2 t", "╚"]


@pytest.mark.parametrize(
    ("title", "room", "lines"),
    [
        ("Tilbudsgjennomgang", 12, ["┏• Tilbuds-", "┗gjennomgang"]),
        ("Ring Kari om møtet", 12, ["┏• Ring Kari", "┗om møtet"]),
        ("Ringeøkt: alle", 11, ["┏• Rin-", "┗geøkt: al…"]),
        ("漢字漢字漢字", 8, ["┏• 漢字-", "┗漢字漢…"]),
    ],
)
def test_a_long_title_is_broken_at_spaces_else_between_syllables(title: str, room: int, lines: list[str]) -> None:
    week = drawn(plan_of(timed("a1", "09:00", 60, title=title)))
    found = [text(line) for line in block_lines(week, 2, week.blocks[2][0], room)]
    assert [" ".join(each.split()) for each in found] == lines


def test_a_bar_runs_on_over_its_days_and_tells_that_it_goes_on() -> None:
    week = drawn(plan_of(row("r1", date="2027-02-16", end_date="2027-03-02", title="Radiospott")))
    pieces = [text(bar_piece(week, week.bars[0], column)) for column in week.bars[0].columns]
    assert [width(piece) for piece in pieces] == list(week.widths[1:])
    assert "".join(pieces).startswith("┣ Radiospott ━━━") or "Radiospott" in pieces[0]
    assert pieces[-1].endswith("▶")


def test_what_has_no_time_is_told_apart_from_what_has_a_place() -> None:
    plan = plan_of(
        timed("a1", "09:00", 60),
        row("b1", date="2027-02-17"),
        row("c1", bucket="2027-W07"),
        row("d1", date="2027-02-16", end_date="2027-02-18"),
        row("e1", date="2027-02-12"),
    )
    page = page_of(plan)
    assert [each.id for each in page.without_time] == ["c1", "b1"]
    assert [each.id for each in page.overdue_before] == ["e1"]


def test_a_move_along_the_grid_keeps_to_lines_and_to_the_week() -> None:
    moving = GridMove.of(timed("a1", "09:10", 30))
    assert moving is not None
    within = page_of(plan_of()).week.span
    assert moving.stepped(0, 1, 30, within).start == dt.time(9, 30)
    assert moving.stepped(0, -1, 30, within).start == dt.time(9)
    assert moving.stepped(9, 0, 30, within).date == dt.date(2027, 2, 21)
    assert moving.stepped(0, -99, 30, within).start == dt.time(0)
    assert moving.stepped(0, 99, 15, within).start == dt.time(23, 45)
    assert GridMove.of(row("b1", date="2027-02-17")) is None
    assert GridMove.of(timed("c1", "09:00", 30, state="done", outcome="other")) is None


ROWS = st.lists(
    st.tuples(st.integers(15, 21), st.integers(0, 1439), st.integers(0, 700), st.integers(0, 99)), max_size=12
)


@settings(max_examples=60)
@given(ROWS, st.integers(1, 200), st.integers(1, 60))
def test_whatever_is_planned_every_row_is_exactly_filled_and_every_stop_lies_within(
    rows: list[tuple[int, int, int, int]], columns: int, lines: int
) -> None:
    plan = plan_of(
        *(
            row(f"r{n:02}", date=f"2027-02-{day}", start=f"{at // 60:02}:{at % 60:02}", minutes=long, travel_before=way)
            for n, (day, at, long, way) in enumerate(rows)
        )
    )
    week = drawn(plan, size=(columns, lines))
    for column in range(len(week.widths)):
        for at in range(week.levels, week.rows):
            lanes = list(week.lanes(column, at))
            assert lanes[0].start == 0
            assert lanes[-1].end == week.widths[column]
            assert all(one.end == other.start for one, other in pairwise(lanes))
        for stop in week.stops[column]:
            assert week.levels <= stop.rows.start < stop.rows.stop <= week.rows
            assert week.stop_at(stop.cell) == stop
            assert week.stop_of(stop.target.id) == stop
        for block in week.blocks[column]:
            drawn_lines = block_lines(week, column, block, 12)
            assert len(drawn_lines) == len(week.rows_of(block))
            assert {sum(width(part.text) for part in fitted(line, 11)) for line in drawn_lines} == {11}
