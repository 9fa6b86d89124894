"""A month as a calendar shows it: whole ISO weeks, and how full each day is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.dates import ONE_WEEK, Span, day_span, first_of_month, week_of
from salgsplan_tui.domain.day_plan import capacity_of
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.plan import Plan


@dataclass(frozen=True)
class DayLoad:
    """How full one day is."""

    date: dt.date
    planned_minutes: int
    capacity_minutes: int
    """What can be worked that day: none on a red day, a weekend or leave."""

    @property
    def is_red(self) -> bool:
        """Say whether it is a red day: a holiday by law, or a Sunday."""
        return is_holiday(self.date) or self.date.isoweekday() == 7  # noqa: PLR2004  # Sunday

    @property
    def tenths(self) -> int:
        """How full the day is in tenths, 10 being full and more overbooked; 0 only where nothing is planned."""
        if self.planned_minutes == 0:
            return 0
        if self.capacity_minutes == 0:
            return 11
        share = -(-10 * self.planned_minutes // self.capacity_minutes)
        return min(share, 11)


def month_weeks(day: dt.date) -> tuple[Span, ...]:
    """Return the ISO weeks that the month of this day touches, four to six."""
    last = first_of_month(day.year, day.month + 1)
    weeks = [week_of(day.replace(day=1))]
    while weeks[-1].end < last:
        weeks.append(Span(weeks[-1].end, weeks[-1].end + ONE_WEEK))
    return tuple(weeks)


def loads_of(plan: Plan, span: Span) -> Mapping[dt.date, DayLoad]:
    """Return how full each day of a span is."""
    rows = plan.during(span)
    return {day: _load_of(plan, day, rows) for day in span.days()}


def _load_of(plan: Plan, day: dt.date, rows: Iterable[Activity]) -> DayLoad:
    span = day_span(day)
    own = [row for row in rows if row.span is not None and row.span.touches(span)]
    planned = sum(minutes_within(row, span) for row in own if row.counts)
    return DayLoad(day, planned, capacity_of(plan, span, own))


def month_later(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the month's last where it has none such."""
    first = first_of_month(day.year, day.month + months)
    last = first_of_month(first.year, first.month + 1) - dt.timedelta(days=1)
    return last if day.day > last.day else first.replace(day=day.day)
