"""The reviews of a month and of a quarter: when each is due, and where it is noted how far they came (6.4-6.5)."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final, Literal

from salgsplan_tui.domain.dates import ONE_DAY, Span, bucket_kind, bucket_span, month_key, quarter_key, week_key
from salgsplan_tui.domain.holidays import add_workdays
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import Progress, Sheet

DAYS: Final = 5
"""So many working days the review of a month is due from its end on, and that of a quarter before and after its end."""
_EDGES: Final = frozenset({dt.MINYEAR, dt.MAXYEAR})
"""In the first and the last year of time there is no month before, or after."""
_IN_QUARTER: Final = 3

Field = Literal["month_review", "quarter_review"]


def month_to_review(day: dt.date) -> str:
    """Return the month to look back on: the one before that of a day, "2027-02"."""
    return month_key(day.replace(day=1) - ONE_DAY)


def quarter_to_review(day: dt.date) -> str:
    """Return the quarter to look back on, "2027-Q1": in its last month already the current one, else the one before."""
    if day.month % _IN_QUARTER == 0:
        return quarter_key(day)
    return quarter_key(bucket_span(quarter_key(day)).start - ONE_DAY)


def home_of(period: str) -> str:
    """Return the week in whose file it is noted: a month's where the next one begins, a quarter's with its last day.

    Raises:
        ValueError: it is no month and no quarter.
    """
    span = bucket_span(period)
    return week_key(span.end if bucket_kind(period) == "month" else span.last)


def progress_of(plan: Plan, period: str) -> Progress:
    """Return how far the review of a month or quarter has come."""
    progress: Progress = getattr(plan.sheets.get(home_of(period), Sheet()), _field(period))
    return progress


def note_progress(plan: Plan, period: str, **fields: object) -> Plan:
    """Note how far the review of a month or quarter has come: `reached` or `done`."""
    week = home_of(period)
    said: dict[str, Any] = {_field(period): replace(progress_of(plan, period), **fields)}  # type: ignore[arg-type]  # Any: by its field
    return replace(plan, sheets={**plan.sheets, week: replace(plan.sheets.get(week, Sheet()), **said)})


def due_on(plan: Plan, day: dt.date) -> tuple[str, ...]:
    """Return the months and quarters whose review is due by the calendar alone, the month first.

    A month's from the first working day after it to the fifth; a quarter's from its fifth last one to the fifth after.
    """
    if day.year in _EDGES:
        return ()
    off = plan.days_off
    first = day.replace(day=1)
    opens, closes = (add_workdays(first - ONE_DAY, number, off) for number in (1, DAYS))
    found = [month_to_review(day)] if opens <= day <= closes else []
    quarter = bucket_span(quarter_key(day))
    if first == quarter.start and opens <= day <= closes:
        found.append(quarter_key(quarter.start - ONE_DAY))
    if day >= add_workdays(quarter.end, -DAYS, off):
        found.append(quarter_key(day))
    return tuple(found)


def due_reviews(plan: Plan, day: dt.date) -> tuple[str, ...]:
    """Return the months and quarters whose review is due and not finished, where a market programme was worked by."""
    return tuple(
        period
        for period in due_on(plan, day)
        if progress_of(plan, period).done is None and _was_worked_in(plan, bucket_span(period))
    )


def _was_worked_in(plan: Plan, span: Span) -> bool:
    plans = (each for each in plan.sales_plans.values() if each.kind == "market_programme")
    return any(each.status != "archived" and each.span.touches(span) for each in plans)


def _field(period: str) -> Field:
    return "month_review" if bucket_kind(period) == "month" else "quarter_review"
