"""What the week screen shows, as a value: one week of a plan as seen at a moment."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import at_work_on, minutes_within, travel_within
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.day_plan import Gap, PlannedDays, capacity_of, gaps
from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import PlanWarning
from salgsplan_tui.domain.seasons import is_bridge_day
from salgsplan_tui.domain.week_layout import Bar, Block, bars_of, blocks_of
from salgsplan_tui.language import Language, language

_SHORTEST_GAP: Final = 15
_SUNDAY: Final = 6


class Load(NamedTuple):
    """How much of a day is taken, in minutes."""

    planned: int
    travel: int
    capacity: int


@dataclass(frozen=True)
class WeekPage:
    """One week of a plan, as seen at a moment."""

    plan: Plan
    week: PlannedDays
    days: tuple[dt.date, ...]
    """The days that are shown, each in a column."""
    now: dt.datetime
    marked: frozenset[str] = frozenset()
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""
    spoken: Language = field(default_factory=language)
    """The language its texts are in."""

    def shows(self, plan: Plan, now: dt.datetime, marked: frozenset[str], *, hide: bool) -> bool:
        """Say whether a page of these days would be the same."""
        same = (self.now, self.marked, self.hide, self.spoken) == (now, marked, hide, language())
        return same and self.plan is plan

    @cached_property
    def rows(self) -> Mapping[str, Activity]:
        """The week's activities by their ids."""
        return {row.id: row for row in self.week.rows}

    @cached_property
    def warnings(self) -> Mapping[tuple[dt.date, str], list[PlanWarning]]:
        """What to look out for in each activity, by the day and its id."""
        found: dict[tuple[dt.date, str], list[PlanWarning]] = {}
        for warning in self.week.warnings:
            for identity in warning.ids:
                found.setdefault((warning.date, identity), []).append(warning)
        return found

    def is_doubled(self, day: dt.date, identity: str) -> bool:
        """Say whether an activity is double-booked on a day."""
        return any(each.code == "double_booked" for each in self.warnings.get((day, identity), ()))

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """How much of each shown day is taken."""
        return tuple(map(self._load, self.days))

    def _load(self, day: dt.date) -> Load:
        span = day_span(day)
        rows = self._by_day[day]
        counted = [row for row in rows if row.counts]
        planned = sum(minutes_within(row, span) for row in counted)
        travel = sum(travel_within(row, span) for row in counted)
        return Load(planned, travel, capacity_of(self.plan, span, rows))

    @cached_property
    def _by_day(self) -> Mapping[dt.date, list[Activity]]:
        """The rows of each day of the week, those of several days on each of them."""
        found: dict[dt.date, list[Activity]] = {day: [] for day in self.week.span.days()}
        for row in self.week.rows:
            if row.date is not None and row.span is not None:
                for day in row.span.common(self.week.span).days():
                    found[day].append(row)
        return found

    @cached_property
    def _laid_out(self) -> dict[int, tuple[tuple[Block, ...], ...]]:
        return {}

    def blocks(self, line_minutes: int) -> tuple[tuple[Block, ...], ...]:
        """Return the blocks of each shown day, in lines of so many minutes; they are laid out once."""
        if line_minutes not in self._laid_out:
            days = (blocks_of(self._by_day[day], day, line_minutes) for day in self.days)
            self._laid_out[line_minutes] = tuple(days)
        return self._laid_out[line_minutes]

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The activities of several days."""
        return bars_of(self.week.rows, self.days)

    def is_off(self, day: dt.date) -> bool:
        """Say whether nobody works on this day: a red day, an own day off, a weekday off."""
        return is_holiday(day) or working_hours(self.plan, day) is None

    def is_red(self, day: dt.date) -> bool:
        """Say whether this is a red day by law: a holiday, or a Sunday."""
        return is_holiday(day) or day.weekday() == _SUNDAY

    def is_bridge(self, day: dt.date) -> bool:
        """Say whether this is a single working day between days off."""
        return is_bridge_day(day, self.plan.days_off)

    def gaps(self, day: dt.date) -> tuple[Gap, ...]:
        """Return the free times of a day from now on, within the working hours."""
        hours = working_hours(self.plan, day)
        if hours is None or day < self.now.date():
            return ()
        start = max(hours[0], self.now) if day == self.now.date() else hours[0]
        return tuple(gap for gap in gaps(self._by_day[day], start, hours[1]) if gap.minutes >= _SHORTEST_GAP)

    @cached_property
    def without_time(self) -> tuple[Activity, ...]:
        """The activities that have no place in the hours: of a day without a time, or of the week without a day."""
        return tuple(row for row in self.week.rows if not self._has_place(row))

    def _has_place(self, row: Activity) -> bool:
        if row.date is None or row.span is None:
            return False
        return len(row.span) > 1 or at_work_on(row, row.date) is not None

    @cached_property
    def overdue_before(self) -> tuple[Activity, ...]:
        """What should have been over before this week, where it is the person's own."""
        if self.now.date() not in self.week.span:
            return ()
        return tuple(row for row in self.week.overdue if row.id not in self.rows)
