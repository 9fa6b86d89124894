"""What was left undone and is offered again each morning, and the third time that something is put off."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import at_work_on
from salgsplan_tui.domain.dates import ONE_DAY, ONE_WEEK, bucket_span, week_of
from salgsplan_tui.domain.days_off import WHOLE_DAY
from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import leave_of, order

Since = Literal["yesterday", "last_week", "before"]

THIRD: Final = 3
"""From so many moves on a reason is asked for."""


def left_undone(plan: Plan, now: dt.datetime) -> tuple[Activity, ...]:
    """Return what should have been over before today and is open, oldest first: on a Monday last week's rest."""
    return tuple(row for row in plan.overdue(now) if row.span is not None and row.span.end <= now.date())


def left_today(plan: Plan, now: dt.datetime) -> tuple[Activity, ...]:
    """Return what is still open of today when the work is over: what stands on the day, and what is due on it."""
    today = now.date()
    rows = (row for row in plan.on(today) if row.is_open and (row.end_date or today) <= today and leave_of(row) is None)
    return tuple(sorted(rows, key=order))


def left_since(rows: Iterable[Activity], today: dt.date) -> Since:
    """Say since when all of this was left: since yesterday, since last week, or longer."""
    days = {row.span.last for row in rows if row.span is not None}
    if days <= {today - ONE_DAY} and today.weekday() > 0:
        return "yesterday"
    before = week_of(today - ONE_WEEK)
    return "last_week" if all(day in before for day in days) else "before"


def wants_reason(row: Activity, to: Placement) -> bool:
    """Say whether a move would put an activity off for the third time or more: then it is asked why."""
    return len(row.reschedules) + 1 >= THIRD and _is_later(row, to)


def _is_later(row: Activity, to: Placement) -> bool:
    """Say whether a place comes after the row's day or bucket, or is none; another time of the day is no move."""
    if row.date is None:
        return False  # the first placing of a bucket row is none either
    if to.date is None and to.bucket is None:
        return True
    day = to.date if to.date is not None else bucket_span(to.bucket or "").start
    return day > row.date


def rows_in_leave(plan: Plan, day: dt.date) -> tuple[Activity, ...]:
    """Return the open rows of one day that fall into its time off: all of a day off, the timed ones of half a day."""
    off = plan.days_off.parts(day)
    rows = [row for row in plan.on(day) if row.is_open and row.end_date in {None, row.date} and leave_of(row) is None]
    if off == WHOLE_DAY:
        return tuple(rows)
    hours = working_hours(plan, day)
    if not off or hours is None:
        return ()
    start, end = hours
    times = ((row, at_work_on(row, day)) for row in rows)
    return tuple(row for row, work in times if work is not None and (work.start < start or work.end > end))
