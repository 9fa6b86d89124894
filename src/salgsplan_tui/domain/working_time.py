"""Working time between two moments: the seller's hours on working days, and nothing else (chapter 4.13)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.holidays import is_workday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.settings import WEEKDAYS


def working_minutes(plan: Plan, span: TimeSpan) -> int:
    """Return the minutes of working hours in a time; lunch is not taken out, for a customer waits through it."""
    return sum(_common(span, hours) for hours in _hours(plan, span))


def _hours(plan: Plan, span: TimeSpan) -> Iterator[TimeSpan]:
    if span.end <= span.start:
        return
    for day in inclusive(span.start.date(), span.end.date()).days():
        hours = plan.settings.working_hours.get(WEEKDAYS[day.weekday()])
        if hours is not None and is_workday(day, plan.days_off):
            yield TimeSpan(dt.datetime.combine(day, hours.start), dt.datetime.combine(day, hours.end))


def _common(one: TimeSpan, other: TimeSpan) -> int:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return max(0, TimeSpan(start, end).minutes)
