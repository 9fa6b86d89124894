"""Working time between two moments: the seller's hours on working days, and nothing else (chapter 4.13)."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.holidays import is_workday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.settings import WEEKDAYS

_FARTHEST: Final = 3 * 366
"""Beyond so many days nothing is due."""


def working_minutes(plan: Plan, span: TimeSpan) -> int:
    """Return the minutes of working hours in a time; lunch is not taken out, for a customer waits through it."""
    return sum(_common(span, hours) for hours in _hours(plan, span))


def after_working_minutes(plan: Plan, start: dt.datetime, minutes: int) -> dt.datetime | None:
    """Return when so many minutes of working hours have passed; None where they do not within three years."""
    left = minutes
    for number in range(_FARTHEST):
        day = start.date() + dt.timedelta(days=number)
        hours = _hours_on(plan, day)
        if hours is None:
            continue
        begins = max(start, hours.start)
        room = max(0, TimeSpan(begins, hours.end).minutes)
        if left <= room:
            return begins + dt.timedelta(minutes=left)
        left -= room
    return None


def day_minutes(plan: Plan) -> int:
    """Return the minutes of working hours of a usual day: of the longest one of a week."""
    return max((each.minutes for each in plan.settings.working_hours.values()), default=0)


def _hours_on(plan: Plan, day: dt.date) -> TimeSpan | None:
    hours = plan.settings.working_hours.get(WEEKDAYS[day.weekday()])
    if hours is None or not is_workday(day, plan.days_off):
        return None
    return TimeSpan(dt.datetime.combine(day, hours.start), dt.datetime.combine(day, hours.end))


def _hours(plan: Plan, span: TimeSpan) -> Iterator[TimeSpan]:
    if span.end <= span.start:
        return
    for day in inclusive(span.start.date(), span.end.date()).days():
        if (hours := _hours_on(plan, day)) is not None:
            yield hours


def _common(one: TimeSpan, other: TimeSpan) -> int:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return max(0, TimeSpan(start, end).minutes)
