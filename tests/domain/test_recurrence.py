"""Repeating activities: occurrences come from the rule, exceptions and holidays are left out."""

import datetime as dt

import pytest

from salgsplan_tui.domain.checking import MisfitError, checked_fields
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


THURSDAYS = "FREQ=WEEKLY;BYDAY=TH"
ASCENSION = Span(dt.date(2027, 5, 3), dt.date(2027, 5, 15))
"""Ascension Day is Thursday 6 May."""


@pytest.mark.parametrize(
    ("on_holiday", "days"),
    [("keep", [6, 13]), ("skip", [13]), ("next", [7, 13]), ("previous", [5, 13])],
)
def test_one_on_a_red_day_is_kept_skipped_or_moved(on_holiday: str, days: list[int]) -> None:
    weekly = series(rrule=THURSDAYS, first="2027-01-07", on_holiday=on_holiday)
    places = [weekly.occurrence(day).date for day in weekly.dates(ASCENSION)]
    assert places == [dt.date(2027, 5, day) for day in days]


def test_one_that_is_moved_keeps_the_id_of_its_own_date() -> None:
    weekly = series(rrule=THURSDAYS, first="2027-01-07", on_holiday="next")
    on_friday = Span(dt.date(2027, 5, 7), dt.date(2027, 5, 8))
    assert [weekly.occurrence(day).id for day in weekly.dates(on_friday)] == ["s1-20270506"]
    assert list(weekly.dates(Span(dt.date(2027, 5, 6), dt.date(2027, 5, 7)))) == []
    assert weekly.has(dt.date(2027, 5, 6))


def test_one_that_is_moved_goes_over_easter_and_new_year() -> None:
    def places(**fields: object) -> list[dt.date | None]:
        made = series(**fields)
        return [made.occurrence(day).date for day in made.dates(Span(dt.date(2026, 12, 1), dt.date(2027, 4, 10)))]

    assert places(rrule=THURSDAYS, first="2027-03-25", on_holiday="next") == [
        dt.date(2027, 3, 30), dt.date(2027, 4, 1), dt.date(2027, 4, 8),
    ]  # fmt: skip
    on_new_years_day = {"rrule": "FREQ=MONTHLY;BYMONTHDAY=1", "first": "2027-01-01"}
    assert places(**on_new_years_day, on_holiday="previous")[:2] == [dt.date(2026, 12, 31), dt.date(2027, 2, 1)]


def test_two_on_one_day_are_one() -> None:
    daily = series(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", first="2027-03-22", on_holiday="next")
    places = [daily.occurrence(day).date for day in daily.dates(Span(dt.date(2027, 3, 22), dt.date(2027, 4, 3)))]
    assert [day.day for day in places if day] == [22, 23, 24, 30, 31, 1, 2]


def test_one_on_a_weekend_is_moved_only_where_the_rule_did_not_name_that_day() -> None:
    monthly = series(rrule="FREQ=MONTHLY;BYMONTHDAY=20", first="2027-02-20", on_holiday="next")
    assert monthly.next_days(dt.date(2027, 2, 1), 2) == (dt.date(2027, 2, 22), dt.date(2027, 3, 22))
    saturdays = series(rrule="FREQ=WEEKLY;BYDAY=SA", first="2027-02-20", on_holiday="next")
    assert saturdays.next_days(dt.date(2027, 2, 1), 2) == (dt.date(2027, 2, 20), dt.date(2027, 2, 27))


def test_the_next_days_are_told_from_a_day_on() -> None:
    yearly = series(rrule="FREQ=YEARLY", first="2026-12-31", skip=["2027-12-31"])
    assert [day.year for day in yearly.next_days(dt.date(2027, 1, 1), 3)] == [2028, 2029, 2030]
    assert len(series(rrule="FREQ=WEEKLY;COUNT=2", first="2027-01-04").next_days(dt.date(2027, 1, 1), 5)) == 2


def test_one_that_waits_for_the_last_has_one_date_at_a_time() -> None:
    waiting = series(after="5wd", first="2027-03-19")
    assert list(waiting.dates(YEAR)) == [dt.date(2027, 3, 19)]
    assert list(waiting.settled_on(dt.date(2027, 3, 22)).dates(YEAR)) == [dt.date(2027, 4, 1)]


@pytest.mark.parametrize("fields", [{}, {"rrule": "FREQ=DAILY", "after": "5d"}, {"after": "0d"}, {"after": "-5d"}])
def test_a_series_has_a_rule_or_waits_for_its_last_one(fields: dict[str, object]) -> None:
    with pytest.raises(MisfitError):
        series(first="2027-03-19", **fields)


def test_dates_that_were_let_go_are_not_done_any_more() -> None:
    weekly = series(rrule=THURSDAYS, first="2027-01-07", settled_before="2027-02-11")
    states = [weekly.occurrence(dt.date(2027, 2, day)).state.value for day in (4, 11)]
    assert states == ["skipped", "planned"]
