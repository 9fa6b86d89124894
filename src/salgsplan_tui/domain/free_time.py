"""Free time: the next place in the working hours where an activity fits (chapter 6.2)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import minutes_within, travel_within
from salgsplan_tui.domain.dates import Span, day_span, week_key
from salgsplan_tui.domain.day_plan import capacity_of, gaps
from salgsplan_tui.domain.days_off import WHOLE_DAY
from salgsplan_tui.domain.holidays import is_workday, next_workday
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.settings import WEEKDAYS

Weeks = Callable[[Iterable[str]], Plan]
"""Makes sure that these ISO weeks are known, and gives the plan that knows them."""

_QUARTER: Final = dt.timedelta(minutes=15)
_USUAL_MINUTES: Final = 30
_FAR_ENOUGH: Final = 92
"""The days that are looked through: three months, as the timetable (S24)."""


def next_free(activity: Activity, now: dt.datetime, weeks: Weeks, taken: Sequence[Activity] = ()) -> Placement:
    """Return the next place of the same length: a free slot for a timed row, a day with room for any other.

    `taken` are rows that are about to be placed too. Where three months are full, it is the next working day.
    """
    since = max(now, _moved_from(activity, now))
    if activity.end_date not in {None, activity.date}:
        return _first_workday(weeks, activity, since.date())
    for day in _working_days(since.date()):
        plan = weeks([week_key(day)])
        rows = [row for row in plan.on(day) if row.id != activity.id]
        rows += [row for row in taken if row.date == day]
        place = _place_on(plan, day, rows, activity, since)
        if place is not None:
            return place
    return _first_workday(weeks, activity, since.date())


def first_gap(plan: Plan, activity: Activity, week: Span, now: dt.datetime) -> Placement | None:
    """Return the first free place where a row without a time fits: on its day, or in the week until it is due.

    None where there is none.
    """
    timed = activity.changed_to(start=dt.time())
    days = week if activity.date is None else day_span(activity.date)
    last = dt.date.max if activity.due is None else activity.due + dt.timedelta(days=1)
    for day in days.common(Span(now.date(), last)).days():
        rows = [row for row in plan.on(day) if row.id != activity.id]
        place = _place_on(plan, day, rows, timed, now)
        if place is not None:
            return place
    return None


def _moved_from(activity: Activity, now: dt.datetime) -> dt.datetime:
    """Return when the row would have been over: its new place comes after that."""
    span = activity.span
    if span is None or span.end <= now.date():
        return now
    if activity.date is None:  # a bucket is a wish for these days
        return dt.datetime.combine(span.start, dt.time())
    return activity.end or now


def _working_days(first: dt.date) -> Iterator[dt.date]:
    days = (first + dt.timedelta(days=number) for number in range(_FAR_ENOUGH))
    return (day for day in days if is_workday(day))


def _first_workday(weeks: Weeks, activity: Activity, day: dt.date) -> Placement:
    days_off = weeks([week_key(day)]).days_off
    return Placement(day if is_workday(day, days_off) else next_workday(day, days_off), activity.start)


def _place_on(
    plan: Plan, day: dt.date, rows: list[Activity], activity: Activity, since: dt.datetime
) -> Placement | None:
    capacity = capacity_of(plan, day_span(day), rows)
    hours = working_hours(plan, day)
    if capacity == 0 or hours is None:
        return None
    needed = _needed(plan, activity)
    if activity.start is None:
        here = day_span(day)
        planned = sum(minutes_within(row, here) + travel_within(row, here) for row in rows if row.counts)
        return Placement(day) if planned + min(needed, capacity) <= capacity else None
    start, end = hours
    needed = min(needed, int((end - start) / dt.timedelta(minutes=1)))
    for gap in gaps(rows, max(start, _rounded_up(since)), end):
        if gap.minutes >= needed:
            return Placement(day, (gap.start + dt.timedelta(minutes=activity.travel_before or 0)).time())
    return None


def working_hours(plan: Plan, day: dt.date) -> tuple[dt.datetime, dt.datetime] | None:
    """Return when work begins and ends on a day, half of it on a short day or half a day's leave; None on a day off."""
    hours = plan.settings.working_hours.get(WEEKDAYS[day.weekday()])
    off = plan.days_off.with_holidays(day)
    if hours is None or off == WHOLE_DAY:
        return None
    start, end = dt.datetime.combine(day, hours.start), dt.datetime.combine(day, hours.end)
    noon = start + (end - start) / 2
    return noon if "morning" in off else start, noon if "afternoon" in off else end


def _needed(plan: Plan, activity: Activity) -> int:
    usual = plan.channels.type(activity.channel, activity.type)
    work = activity.minutes or (usual.minutes if usual else None) or _USUAL_MINUTES
    return work + (activity.travel_before or 0) + (activity.travel_after or 0)


def _rounded_up(moment: dt.datetime) -> dt.datetime:
    midnight = dt.datetime.combine(moment.date(), dt.time())
    return midnight - (midnight - moment) // _QUARTER * _QUARTER
