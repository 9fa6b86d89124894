"""The sheets of the timetable as values: what stands in a cell, where the cursor goes, and what is not read yet."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.three_months import timetable
from salgsplan_tui.language import set_language
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.timetable_cells import Look, cut, dates_lines, day_columns, line_columns
from salgsplan_tui.tui.timetable_days import DaysSheet, days_sheet
from salgsplan_tui.tui.timetable_sheets import Spot, lines_sheet
from tests.planning import WEDNESDAY, plan_of, row

LEAVE = row("a9", date="2027-03-08", channel="internal", type="leave", kind="internal")
PLAN = plan_of(
    row("a1", date="2027-02-17", minutes=600, channel="phone", kind="customer"),
    row("a2", bucket="2027-W08", minutes=60),
    LEAVE,
)
TABLE = timetable(PLAN, WEDNESDAY)
KEYS = frozenset(week.key for week in TABLE.weeks)


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def text(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts).replace("\xa0", " ")


def styles(parts: Iterable[Part]) -> set[str]:
    return {part.style for part in parts}


def sheet(known: frozenset[str] = KEYS, size: tuple[int, int] = (80, 15)) -> DaysSheet:
    return days_sheet(TABLE, Look(PLAN, "activities", WEDNESDAY), known, size)


def test_a_week_that_was_not_read_has_no_figures_and_is_no_gap() -> None:
    unread, read = sheet(frozenset()), sheet()
    assert text(unread.cell(1, 8, 0)).strip() == "…"
    assert text(read.cell(1, 8, 0)).strip() == "3 %"
    assert "∅" not in text(unread.cell(5, 11, 0))
    assert "∅" in text(read.cell(5, 11, 0))
    lines = lines_sheet(TABLE, Look(PLAN, "hours", WEDNESDAY), "channels", frozenset(), 80)
    assert text(lines.head(3, 1)).strip() == "…"


def test_red_and_own_days_and_today_have_a_sign_and_a_style() -> None:
    assert text(sheet().cell(0, 2, 0)).startswith("›")
    assert styles(sheet().cell(0, 2, 0)) <= {"now", "now sign"}
    assert text(sheet().cell(0, 6, 0)).startswith("•")
    assert "red" in styles(sheet().cell(1, 6, 0))
    assert text(sheet().cell(3, 0, 0)).startswith("○")
    assert styles(sheet().cell(0, 0, 0)) <= {"done", "done sign"}


def test_a_full_week_has_a_sign_and_a_style() -> None:
    plan = plan_of(row("a1", date="2027-02-24", minutes=2400))
    full = days_sheet(timetable(plan, WEDNESDAY), Look(plan, "hours", WEDNESDAY), KEYS, (80, 15))
    assert [(part.text.strip().replace("\xa0", " "), part.style) for part in full.cell(1, 8, 0)] == [
        ("!107 %", "warning")
    ]


def test_rows_without_a_day_are_counted_in_a_column_that_the_cursor_reaches_where_there_are_any() -> None:
    assert text(sheet().cell(1, 7, 0)).strip() == "+1"
    assert sheet().next_to(Spot(1, 6), 0, 1, is_moving=False) == Spot(1, 7)
    assert sheet().next_to(Spot(1, 7), 0, 1, is_moving=False) == Spot(2, 0)
    assert sheet().next_to(Spot(2, 0), 0, -1, is_moving=False) == Spot(1, 7)
    assert sheet().next_to(Spot(2, 6), 0, 1, is_moving=False) == Spot(3, 0)
    assert sheet().next_to(Spot(2, 6), 0, 1, is_moving=True) == Spot(2, 7)
    assert sheet().next_to(Spot(0, 0), 0, -1, is_moving=False) == Spot(0, 0)
    assert sheet().next_to(Spot(12, 6), 0, 1, is_moving=False) == Spot(12, 6)


@pytest.mark.parametrize("size", [(40, 10), (60, 13), (80, 15), (120, 31), (200, 51), (300, 90)])
def test_every_cell_is_as_wide_as_its_column_or_narrower(size: tuple[int, int]) -> None:
    for measure in ("activities", "hours", "cost"):
        days = days_sheet(TABLE, Look(PLAN, measure, WEDNESDAY), KEYS, size)
        for line in range(days.height):
            for column, room in enumerate(days.shape.widths):
                assert all(width(text(days.cell(number, column, line))) <= room for number in range(len(TABLE.weeks)))


@given(st.integers(60, 300))
def test_the_columns_fill_the_room_and_no_more(cells: int) -> None:
    columns = day_columns(cells)
    assert columns.label + sum(columns.widths) == cells
    assert min(columns.widths) >= 0


@given(st.integers(80, 300), st.integers(13, 14))
def test_all_weeks_of_the_lines_fit_from_80_cells_on(cells: int, weeks: int) -> None:
    columns = line_columns(cells, weeks)
    assert columns.name + weeks * columns.week + columns.total <= cells


@given(st.text(alphabet="ab电☎━ ", max_size=30), st.integers(0, 40), st.integers(0, 12))
def test_a_piece_of_a_text_is_never_wider_than_asked_for_and_pieces_join(line: str, first: int, cells: int) -> None:
    assert width(cut(line, first, cells)) <= cells
    assert width(cut(line, 0, first) + cut(line, first, cells)) == min(width(line), first + cells)


@given(st.integers(0, 60), st.integers(1, 3))
def test_the_dates_of_a_week_fit_their_lines(cells: int, lines: int) -> None:
    for week in TABLE.weeks:
        told = dates_lines(PLAN, week, cells, lines)
        assert len(told) == lines
        assert all(width(line) <= max(cells, 1) for line in told)
