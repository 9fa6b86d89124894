"""Spans, ISO weeks and buckets."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.dates import (
    Span,
    bucket_kind,
    bucket_span,
    day_span,
    first_of_month,
    inclusive,
    is_bucket,
    month_key,
    next_long_year,
    quarter_key,
    week_key,
    week_number,
    week_of,
    weeks_in,
)

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_span_has_its_first_day_and_not_its_end() -> None:
    span = Span(day("2027-02-15"), day("2027-02-22"))
    assert day("2027-02-15") in span
    assert day("2027-02-21") in span
    assert day("2027-02-22") not in span
    assert len(span) == 7
    assert span.last == day("2027-02-21")
    assert list(span.days())[-1] == day("2027-02-21")


def test_an_empty_span_has_no_days() -> None:
    span = Span(day("2027-02-15"), day("2027-02-15"))
    assert len(span) == 0
    assert list(span.days()) == []
    assert not span.touches(week_of(day("2027-02-15")))


def test_spans_that_only_meet_do_not_touch() -> None:
    january, february = bucket_span("2027-01"), bucket_span("2027-02")
    assert not january.touches(february)
    assert january.common(february) == Span(day("2027-02-01"), day("2027-02-01"))
    assert january.common(inclusive(day("2027-01-30"), day("2027-02-03"))) == inclusive(
        day("2027-01-30"), day("2027-01-31")
    )


def test_a_span_as_people_say_it_includes_its_last_day() -> None:
    assert inclusive(day("2027-03-10"), day("2027-03-12")).end == day("2027-03-13")
    assert len(day_span(day("2028-02-29"))) == 1


@pytest.mark.parametrize(
    ("date", "week"),
    [
        ("2027-02-17", "2027-W07"),
        ("2026-12-28", "2026-W53"),
        ("2027-01-01", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2028-02-29", "2028-W09"),
    ],
)
def test_a_week_is_iso_8601s(date: str, week: str) -> None:
    assert week_key(day(date)) == week
    assert day(date) in bucket_span(week)
    assert week_of(day(date)) == bucket_span(week)


def test_2026_has_a_week_53_and_2027_has_none() -> None:
    assert weeks_in(2026) == 53
    assert weeks_in(2027) == 52
    assert bucket_span("2026-W53") == Span(day("2026-12-28"), day("2027-01-04"))
    assert not is_bucket("2027-W53")
    assert next_long_year(2026) == 2026
    assert next_long_year(2027) == 2032
    assert week_number(day("2027-01-03")) == 53


@pytest.mark.parametrize(
    ("bucket", "kind", "first", "last"),
    [
        ("2026-W43", "week", "2026-10-19", "2026-10-25"),
        ("2026-11", "month", "2026-11-01", "2026-11-30"),
        ("2026-12", "month", "2026-12-01", "2026-12-31"),
        ("2028-02", "month", "2028-02-01", "2028-02-29"),
        ("2026-Q4", "quarter", "2026-10-01", "2026-12-31"),
        ("2027-Q1", "quarter", "2027-01-01", "2027-03-31"),
    ],
)
def test_a_bucket_covers_its_days(bucket: str, kind: str, first: str, last: str) -> None:
    assert bucket_kind(bucket) == kind
    assert bucket_span(bucket) == inclusive(day(first), day(last))


@pytest.mark.parametrize(
    "text",
    [
        *("", "2027", "2027-W00", "2027-W54", "2027-13", "2027-00", "2027-Q5", "2027-w07", "2027-W7"),
        *("2027-02-17", "0000-W01", "9999-W52", "9999-12", "9999-Q4", "2027-W07 ", "２０２７-W07"),
    ],
)
def test_what_is_no_bucket_is_refused(text: str) -> None:
    assert not is_bucket(text)
    with pytest.raises(ValueError, match="bucket"):
        bucket_span(text)


@given(DAYS)
def test_every_day_lies_in_its_own_week_month_and_quarter(date: dt.date) -> None:
    for key in (week_key(date), month_key(date), quarter_key(date)):
        assert date in bucket_span(key)
    assert len(bucket_span(week_key(date))) == 7


def test_the_month_after_december_is_january() -> None:
    assert first_of_month(2026, 13) == day("2027-01-01")
    assert first_of_month(2026, 12) == day("2026-12-01")
