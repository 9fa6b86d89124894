"""The day plan and the week plan: what is done when, its load, its cost and what to look out for (S25-S26)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on, minutes_within, travel_within
from salgsplan_tui.domain.dates import Span, week_key, week_span
from salgsplan_tui.domain.days_off import DaysOff
from salgsplan_tui.domain.holidays import Holiday, holidays
from salgsplan_tui.domain.material import material_due_in
from salgsplan_tui.domain.money import planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import PlanWarning, warnings_of
from salgsplan_tui.domain.sheet import Sheet, leave_of

if TYPE_CHECKING:
    from salgsplan_tui.domain.service import ServiceCase


class Gap(TimeSpan):
    """Free time between two timed rows, or between a row and the edge of the working day."""


@dataclass(frozen=True)
class PlannedDays:
    """The plan of some days: a day plan, or a week plan with the rows that only belong to the week."""

    span: Span
    rows: tuple[Activity, ...]
    """The rows of the span in order, with those of the week's bucket first in a week plan."""
    overdue: tuple[Activity, ...]
    """What should have been over before now; rows of the span itself stand in `rows` too."""
    must_dos: tuple[str, ...]
    holidays: tuple[Holiday, ...]
    planned_minutes: int
    travel_minutes: int
    """The way to and from the rows; it is no part of the planned minutes."""
    overdue_minutes: int
    """The minutes of the overdue rows from before the span."""
    capacity_minutes: int
    planned_cost: int
    """In øre: outlays and kilometres."""
    plan: Plan = field(repr=False)
    now: dt.datetime

    @cached_property
    def warnings(self) -> tuple[PlanWarning, ...]:
        """What to look out for in these rows."""
        return warnings_of(self.plan, self.span, self.rows, self.now)

    @cached_property
    def material(self) -> tuple[Activity, ...]:
        """The rows whose material is to be delivered in the span; of a day, those that do not stand on it anyway."""
        rows = material_due_in(self.plan, self.span, self.now.date())
        told = {row.id for row in self.overdue} | ({row.id for row in self.rows} if len(self.span) == 1 else set())
        return tuple(row for row in rows if row.id not in told)

    @cached_property
    def cases(self) -> "tuple[ServiceCase, ...]":
        """The open service cases to be seen to in the span, that no row of their day stands for."""
        if not any(case.is_open for case in self.plan.cases.values()):
            return ()
        from salgsplan_tui.domain.case_rows import pressing  # noqa: PLC0415  # only where there are open cases

        found = (case for day in self.span.days() for case in pressing(self.plan, day, self.now))
        return tuple({case.id: case for case in found}.values())

    @property
    def timed(self) -> tuple[Activity, ...]:
        """The rows that are done at a time of day on the first day of the span, in the order of the clock."""
        found = [(work.start, row) for row in self.rows if (work := at_work_on(row, self.span.start)) is not None]
        return tuple(row for _start, row in sorted(found, key=itemgetter(0)))

    @property
    def untimed(self) -> tuple[Activity, ...]:
        """The other rows."""
        timed = {row.id for row in self.timed}
        return tuple(row for row in self.rows if row.id not in timed)


def day_plan(plan: Plan, day: dt.date, now: dt.datetime, *, older: bool = False) -> PlannedDays:
    """Return the plan of one day; rows that are due that day without a date stand among the untimed.

    With the older ones, everything is overdue that was missed of series, however long ago.
    """
    rows = plan.on(day)
    due = tuple(row for row in plan.in_bucket(week_key(day)) if row.due == day and row.is_open)
    return _planned(plan, Span(day, day + dt.timedelta(days=1)), due + rows, now, older=older)


def week_plan(plan: Plan, week: str, now: dt.datetime) -> PlannedDays:
    """Return the plan of an ISO week, "2027-W07"."""
    span = week_span(week)
    return _planned(plan, span, plan.in_bucket(week) + plan.during(span), now)


def _planned(
    plan: Plan, span: Span, rows: tuple[Activity, ...], now: dt.datetime, *, older: bool = False
) -> PlannedDays:
    overdue = plan.overdue(now, older=older)
    return PlannedDays(
        span=span,
        rows=rows,
        overdue=overdue,
        must_dos=plan.sheets.get(week_key(span.start), Sheet()).must_dos,
        holidays=tuple(holidays(span)),
        planned_minutes=sum(minutes_within(row, span) for row in rows if row.counts),
        travel_minutes=sum(travel_within(row, span) for row in rows if row.counts),
        overdue_minutes=sum(row.minutes or 0 for row in overdue if row.span and row.span.end <= span.start),
        capacity_minutes=capacity_of(plan, span, rows),
        planned_cost=sum(planned_cost(row, plan.settings) for row in rows if row.counts and _begins_in(row, span)),
        plan=plan,
        now=now,
    )


def _begins_in(row: Activity, span: Span) -> bool:
    return row.date is None or row.date in span


def capacity_of(plan: Plan, span: Span, rows: Iterable[Activity]) -> int:
    """Return the working minutes of the span without holidays, half of short days, and own leave (chapter 4.14)."""
    of_rows = (leave for row in rows if (leave := leave_of(row)) is not None)
    days_off = DaysOff((*plan.leave.values(), *of_rows))
    usual = plan.settings.minutes_by_weekday
    return sum(days_off.minutes_left(day, usual[day.weekday()]) for day in span.days())


def gaps(rows: Iterable[Activity], start: dt.datetime, end: dt.datetime) -> tuple[Gap, ...]:
    """Return the free times from start to end that no timed row of the day covers, the way to it counted in."""
    free, cursor = [], start
    taken = [busy for row in rows if row.counts and (busy := busy_on(row, start.date())) is not None]
    for busy in sorted(taken, key=lambda each: each.start):
        if busy.start > cursor:
            free.append(Gap(cursor, min(busy.start, end)))
        cursor = max(cursor, busy.end)
    if cursor < end:
        free.append(Gap(cursor, end))
    return tuple(gap for gap in free if gap.start < gap.end)
