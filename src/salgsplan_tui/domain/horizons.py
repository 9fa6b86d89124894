"""How long a plan of each kind may be, exact to the day (S10, S36, S46; chapter 3.2)."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal

from salgsplan_tui.domain.dates import ONE_WEEK, Span, bucket_span, first_of_month, month_key, quarter_key, week_of
from salgsplan_tui.domain.programme import PlanKind, SalesPlan

Misfit = Literal["too_short", "too_long"]
"""What is wrong with a plan's length."""
Preset = Literal["next_week", "next_month", "next_quarter", "three_months", "one_year"]

ADVISED: Final = frozenset({"market_plan"})
"""The kinds whose length is only advised: a rolling market plan may be shorter."""

_FEBRUARY: Final = 2
_LATE: Final = 10
"""From October on people plan the year to come."""
_YEARS: Final[Mapping[PlanKind, tuple[int, int]]] = {"market_plan": (1, 3), "tactical_sales_plan": (1, 3)}
_LONG: Final = 3
"""A strategic sales plan looks further ahead than so many years."""


def years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day so many years later; after 29 February it is 1 March where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, _FEBRUARY + 1, 1)


def misfit(kind: PlanKind, span: Span) -> Misfit | None:
    """Return what is wrong with the length of a plan of this kind, if anything is."""
    if kind == "market_programme":
        return _outside(span, span.start + ONE_WEEK, years_after(span.start, 1))
    if kind == "strategic_sales_plan":
        return None if span.end > years_after(span.start, _LONG) else "too_short"
    if kind in _YEARS:
        least, most = _YEARS[kind]
        return _outside(span, years_after(span.start, least), years_after(span.start, most))
    return None if span.end > span.start else "too_short"


def _outside(span: Span, earliest: dt.date, latest: dt.date) -> Misfit | None:
    if span.end < earliest:
        return "too_short"
    return "too_long" if span.end > latest else None


def misfit_of(plan: SalesPlan) -> Misfit | None:
    """Return what is wrong with a plan's length, if anything is."""
    return misfit(plan.kind, plan.span)


def presets(today: dt.date) -> Mapping[Preset, Span]:
    """Return the periods that are offered for a new market programme (S10)."""
    week, quarter = week_of(today), bucket_span(quarter_key(today))
    month = bucket_span(month_key(today))
    return {
        "next_week": week_of(week.end),
        "next_month": Span(month.end, first_of_month(month.end.year, month.end.month + 1)),
        "next_quarter": bucket_span(quarter_key(quarter.end)),
        "three_months": Span(today, _months_after(today, 3)),
        "one_year": Span(today, years_after(today, 1)),
    }


def calendar_years(today: dt.date, years: int) -> Span:
    """Return so many calendar years as proposed for a plan above: from this one on, late in the year from the next."""
    start = dt.date(today.year + (today.month >= _LATE), 1, 1)
    return Span(start, years_after(start, years))


def rest_of_quarter(today: dt.date) -> Span:
    """Return the days to the end of the quarter; where those are no whole week, to the end of the next one."""
    rest = Span(today, bucket_span(quarter_key(today)).end)
    return rest if len(rest) >= len(week_of(today)) else Span(today, bucket_span(quarter_key(rest.end)).end)


def _months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the first day after a month that is too short for it."""
    first = first_of_month(day.year, day.month + months)
    following = first_of_month(first.year, first.month + 1)
    return min(first + dt.timedelta(days=day.day - 1), following)
