"""Red days, short days and low seasons."""

import datetime as dt

from dateutil.easter import easter

from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.holidays import (
    easter_sunday,
    holidays,
    holidays_of,
    holidays_on,
    is_holiday,
    is_short_day,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_easter_is_where_dateutil_puts_it() -> None:
    years = range(1990, 2100)
    assert [easter_sunday(year) for year in years] == [easter(year) for year in years]


def test_the_red_days_of_2027_are_those_of_the_law() -> None:
    red = [(f"{holiday.date:%m-%d}", holiday.code) for holiday in holidays_of(2027) if not holiday.short_day]
    assert sorted(red) == [
        ("01-01", "new_years_day"),
        ("03-25", "maundy_thursday"),
        ("03-26", "good_friday"),
        ("03-28", "easter_sunday"),
        ("03-29", "easter_monday"),
        ("05-01", "labour_day"),
        ("05-06", "ascension_day"),
        ("05-16", "whit_sunday"),
        ("05-17", "constitution_day"),
        ("05-17", "whit_monday"),
        ("12-25", "christmas_day"),
        ("12-26", "boxing_day"),
    ]


def test_one_date_can_have_two_names() -> None:
    assert [holiday.code for holiday in holidays_on(day("2027-05-17"))] == ["constitution_day", "whit_monday"]
    assert [holiday.code for holiday in holidays_on(day("2008-05-01"))] == ["labour_day", "ascension_day"]


def test_short_days_are_no_red_days() -> None:
    short = [holiday for holiday in holidays_of(2027) if holiday.short_day]
    assert [f"{holiday.date:%m-%d}" for holiday in short] == ["03-24", "03-27", "05-15", "12-24", "12-31"]
    assert all(is_short_day(holiday.date) and not is_holiday(holiday.date) for holiday in short)


def test_a_day_that_is_red_and_short_is_red() -> None:
    whitsun_eve_1997 = day("1997-05-17")
    assert is_holiday(whitsun_eve_1997)
    assert not is_short_day(whitsun_eve_1997)
    assert len(holidays_on(whitsun_eve_1997)) == 2


def test_an_ordinary_sunday_has_no_name() -> None:
    assert holidays_on(day("2027-02-21")) == ()
    assert not is_holiday(day("2027-02-21"))


def test_holidays_of_a_span_come_in_order_and_over_new_year() -> None:
    found = holidays(inclusive(day("2026-12-24"), day("2027-01-01")))
    assert [holiday.code for holiday in found] == [
        "christmas_eve",
        "christmas_day",
        "boxing_day",
        "new_years_eve",
        "new_years_day",
    ]
