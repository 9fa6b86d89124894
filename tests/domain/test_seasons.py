"""Bridge days and low seasons."""

import datetime as dt

import pytest

from salgsplan_tui.domain.dates import bucket_span, inclusive
from salgsplan_tui.domain.seasons import bridge_days, low_season


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("number", "bridges"),
    [
        (2026, ["01-02", "05-15"]),
        (2027, ["05-07"]),
        (2029, ["04-30", "05-11", "05-18", "12-24", "12-31"]),
    ],
)
def test_a_single_working_day_between_days_off_is_a_bridge_day(number: int, bridges: list[str]) -> None:
    year = inclusive(dt.date(number, 1, 1), dt.date(number, 12, 31))
    assert [f"{date:%m-%d}" for date in bridge_days(year)] == bridges


@pytest.mark.parametrize(
    ("date", "season"),
    [
        ("2027-03-21", None),
        ("2027-03-22", "holy_week"),
        ("2027-03-24", "holy_week"),
        ("2027-03-30", None),
        ("2027-12-27", "between_christmas_and_new_year"),
        ("2027-12-30", "between_christmas_and_new_year"),
        ("2027-12-31", None),
        ("2027-07-11", None),
        ("2027-07-12", "common_holiday"),
        ("2027-08-01", "common_holiday"),
        ("2027-08-02", None),
        ("2027-02-23", "winter_break"),
        ("2027-10-04", "autumn_break"),
    ],
)
def test_low_seasons_begin_and_end_on_their_days(date: str, season: str | None) -> None:
    assert low_season(day(date)) == season


def test_friday_is_low_from_two_in_the_afternoon() -> None:
    friday = day("2027-02-19")
    assert low_season(friday, dt.time(13, 59)) is None
    assert low_season(friday, dt.time(14)) == "friday_afternoon"
    assert low_season(friday) is None
    assert low_season(day("2027-02-18"), dt.time(15)) is None


def test_the_common_holiday_is_three_weeks() -> None:
    days = [date for date in bucket_span("2027-Q3").days() if low_season(date) == "common_holiday"]
    assert len(days) == 21
