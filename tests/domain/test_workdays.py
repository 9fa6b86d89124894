"""Working days and capacity."""

import datetime as dt

import pytest

from salgsplan_tui.domain.dates import Span, bucket_span, inclusive
from salgsplan_tui.domain.holidays import (
    add_workdays,
    capacity,
    capacity_in,
    count_workdays,
    is_workday,
    next_workday,
    workdays,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def year(number: int) -> Span:
    return inclusive(dt.date(number, 1, 1), dt.date(number, 12, 31))


def test_2026_has_253_working_days_and_2027_has_255() -> None:
    assert count_workdays(year(2026)) == 253
    assert count_workdays(year(2027)) == 255


def test_the_quarters_of_2027_have_60_63_66_and_66_working_days() -> None:
    assert [count_workdays(bucket_span(f"2027-Q{n}")) for n in (1, 2, 3, 4)] == [60, 63, 66, 66]


def test_32_of_the_60_working_days_lie_before_17_february() -> None:
    assert count_workdays(Span(day("2027-01-04"), day("2027-02-17"))) == 32


def test_leave_is_no_working_day() -> None:
    leave = {day("2027-02-18"), day("2027-02-19")}
    assert count_workdays(bucket_span("2027-W07"), leave) == 3
    assert not is_workday(day("2027-02-18"), leave)
    assert [f"{date:%d}" for date in workdays(bucket_span("2027-W07"), leave)] == ["15", "16", "17"]


@pytest.mark.parametrize(
    ("date", "following"),
    [
        ("2027-02-17", "2027-02-18"),
        ("2027-02-19", "2027-02-22"),
        ("2027-03-24", "2027-03-30"),
        ("2026-12-31", "2027-01-04"),
        ("2028-02-28", "2028-02-29"),
    ],
)
def test_the_next_working_day_skips_weekends_and_red_days(date: str, following: str) -> None:
    assert next_workday(day(date)) == day(following)


def test_working_days_are_added_and_taken_away() -> None:
    assert add_workdays(day("2027-02-17"), 7) == day("2027-02-26")
    assert add_workdays(day("2027-03-30"), -1) == day("2027-03-24")
    assert add_workdays(day("2027-02-20"), 0) == day("2027-02-20")
    assert add_workdays(day("2027-02-17"), 1, leave={day("2027-02-18")}) == day("2027-02-19")


def test_a_day_holds_seven_and_a_half_hours_unless_told_otherwise() -> None:
    assert capacity(day("2027-02-17")) == 450
    assert capacity(day("2027-02-20")) == 0
    assert capacity_in(bucket_span("2027-W07")) == 2250


def test_a_red_day_holds_nothing_and_a_short_day_half() -> None:
    assert capacity(day("2027-03-24")) == 225
    assert capacity(day("2027-03-25")) == 0
    assert capacity_in(bucket_span("2027-W12")) == 2 * 450 + 225


def test_leave_holds_nothing() -> None:
    assert capacity(day("2027-02-17"), leave={day("2027-02-17")}) == 0


def test_working_hours_are_the_persons_own() -> None:
    short_fridays = {0: 450, 1: 450, 2: 450, 3: 450, 4: 300, 5: 120}
    assert capacity(day("2027-02-19"), short_fridays) == 300
    assert capacity(day("2027-02-20"), short_fridays) == 120
