"""Repeating activities: occurrences come from the rule, exceptions and holidays are left out."""

import datetime as dt

import pytest

from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.recurrence import Series, occurrence_of

YEAR = Span(dt.date(2027, 1, 1), dt.date(2028, 1, 1))


def series(**fields: object) -> Series:
    return checked_fields(Series, {"id": "s1", "title": "Ringeøkt", "start": "09:00", "minutes": 60} | fields)


def test_every_second_thursday_counts_from_the_first() -> None:
    every_second = series(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", first="2026-10-08")
    days = list(every_second.dates(Span(dt.date(2026, 10, 1), dt.date(2026, 11, 10))))
    assert days == [dt.date(2026, 10, 8), dt.date(2026, 10, 22), dt.date(2026, 11, 5)]


def test_the_last_day_is_included() -> None:
    daily = series(rrule="FREQ=DAILY", first="2027-02-15", until="2027-02-17")
    assert len(list(daily.dates(YEAR))) == 3


def test_a_count_in_the_rule_ends_it() -> None:
    assert len(list(series(rrule="FREQ=WEEKLY;COUNT=5", first="2027-01-04").dates(YEAR))) == 5


def test_red_days_are_kept_or_skipped_as_the_series_says() -> None:
    easter = Span(dt.date(2027, 3, 22), dt.date(2027, 4, 1))
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert len(list(series(rrule=rule, first="2027-01-04").dates(easter))) == 8
    assert len(list(series(rrule=rule, first="2027-01-04", on_holiday="skip").dates(easter))) == 5


def test_an_occurrence_has_an_id_of_the_series_and_the_date() -> None:
    occurrence = series(rrule="FREQ=DAILY", first="2027-02-15").occurrence(dt.date(2027, 2, 17))
    assert occurrence.id == "s1-20270217"
    assert (occurrence.title, occurrence.series, occurrence.start) == ("Ringeøkt", "s1", dt.time(9))
    assert occurrence_of("s1-20270217") == ("s1", dt.date(2027, 2, 17))


@pytest.mark.parametrize("identity", ["a1", "s1-2027", "s1-20271317", "20270217", "-20270217"])
def test_other_ids_are_no_occurrences(identity: str) -> None:
    assert occurrence_of(identity) is None
