"""How long a plan may be, exact to the day (S10, S36, S46)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.dates import Span, inclusive
from salgsplan_tui.domain.horizons import Misfit, calendar_years, misfit, presets, rest_of_quarter, years_after
from salgsplan_tui.domain.programme import PlanKind

days = st.dates(dt.date(1950, 1, 1), dt.date(2900, 12, 31))


def lasting(first: str, last: str) -> Span:
    return inclusive(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("kind", "first", "last", "fault"),
    [
        ("market_programme", "2027-01-04", "2027-01-09", "too_short"),
        ("market_programme", "2027-01-04", "2027-01-10", None),
        ("market_programme", "2027-01-01", "2027-12-31", None),
        ("market_programme", "2027-01-01", "2028-01-01", "too_long"),
        ("market_programme", "2028-02-29", "2029-02-28", None),
        ("market_programme", "2028-02-29", "2029-03-01", "too_long"),
        ("market_programme", "2028-01-01", "2028-12-31", None),
        ("tactical_sales_plan", "2026-01-01", "2026-12-30", "too_short"),
        ("tactical_sales_plan", "2026-01-01", "2026-12-31", None),
        ("tactical_sales_plan", "2026-01-01", "2028-12-31", None),
        ("tactical_sales_plan", "2026-01-01", "2029-01-01", "too_long"),
        ("market_plan", "2026-01-01", "2026-06-30", "too_short"),
        ("strategic_sales_plan", "2026-01-01", "2028-12-31", "too_short"),
        ("strategic_sales_plan", "2026-01-01", "2029-01-01", None),
        ("strategic_sales_plan", "2028-02-29", "2031-02-28", "too_short"),
        ("strategic_sales_plan", "2028-02-29", "2031-03-01", None),
        ("strategic_plan", "2026-01-01", "2026-01-01", None),
        ("strategic_plan", "2026-01-02", "2026-01-01", "too_short"),
    ],
)
def test_a_plan_is_as_long_as_its_kind_may_be(kind: PlanKind, first: str, last: str, fault: Misfit | None) -> None:
    assert misfit(kind, lasting(first, last)) == fault


@given(days, st.integers(0, 5))
def test_a_year_later_is_the_same_day_or_the_first_of_march(day: dt.date, years: int) -> None:
    later = years_after(day, years)
    assert later.year == day.year + years
    assert (later.month, later.day) == (day.month, day.day) or ((day.month, day.day), (later.month, later.day)) == (
        (2, 29),
        (3, 1),
    )


def test_the_periods_that_are_offered_begin_and_end_where_people_expect() -> None:
    offered = {code: (str(span.start), str(span.last)) for code, span in presets(dt.date(2027, 2, 17)).items()}
    assert offered == {
        "next_week": ("2027-02-22", "2027-02-28"),
        "next_month": ("2027-03-01", "2027-03-31"),
        "next_quarter": ("2027-04-01", "2027-06-30"),
        "three_months": ("2027-02-17", "2027-05-16"),
        "one_year": ("2027-02-17", "2028-02-16"),
    }


@given(days)
def test_whatever_period_is_offered_fits_a_market_programme(day: dt.date) -> None:
    spans = [*presets(day).values(), rest_of_quarter(day)]
    assert [misfit("market_programme", span) for span in spans] == [None] * len(spans)


def test_too_short_a_rest_of_the_quarter_goes_on_into_the_next_one() -> None:
    assert str(rest_of_quarter(dt.date(2027, 3, 25)).last) == "2027-03-31"
    assert str(rest_of_quarter(dt.date(2027, 3, 26)).last) == "2027-06-30"


def test_late_in_the_year_the_next_one_is_planned() -> None:
    assert str(calendar_years(dt.date(2026, 9, 30), 1)) == str(lasting("2026-01-01", "2026-12-31"))
    assert str(calendar_years(dt.date(2026, 10, 1), 5)) == str(lasting("2027-01-01", "2031-12-31"))
