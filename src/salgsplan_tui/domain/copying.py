"""Copying a day or a week to another: weekdays keep, days off are left out, what is done is planned anew."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span, bucket_span, day_span, week_key, week_of
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import leave_of


@dataclass(frozen=True)
class Copies:
    """What is copied, by the rows' ids, and how far it is moved on."""

    days: int
    """From the old days to the new."""
    rows: tuple[Activity, ...]
    """What is copied, as it stands now."""
    left_out: tuple[Activity, ...]
    """What would fall on a red day or an own day off."""

    @property
    def days_off(self) -> tuple[dt.date, ...]:
        """The new days on which something is left out."""
        dates = (self.moved(row.date) for row in self.left_out)
        return tuple(sorted({day for day in dates if day is not None}))

    def moved(self, day: dt.date | None) -> dt.date | None:
        """Return where a day comes to lie."""
        return None if day is None else day + dt.timedelta(days=self.days)


def copies_of_day(plan: Plan, day: dt.date, to: dt.date) -> Copies:
    """Return what copying a day to another copies."""
    return _copies(plan, day_span(day), (), (to - day).days)


def copies_of_week(plan: Plan, day: dt.date, to: dt.date) -> Copies:
    """Return what copying the week of a day to the week of another copies, the rows without a day too."""
    week, other = week_of(day), week_of(to)
    return _copies(plan, week, plan.in_bucket(week_key(day)), (other.start - week.start).days)


def _copies(plan: Plan, span: Span, undated: Iterable[Activity], days: int) -> Copies:
    """Sort out what cannot be copied; a series repeats itself, and nobody plans a holiday after another."""
    dated = (row for row in plan.during(span) if row.date is not None and row.date in span)
    rows = [row for row in (*undated, *dated) if row.counts and row.series is None and leave_of(row) is None]
    off = {row.id for row in rows if row.date is not None and is_off(plan, row.date + dt.timedelta(days=days))}
    kept = tuple(row for row in rows if row.id not in off)
    return Copies(days, kept, tuple(row for row in rows if row.id in off))


def is_off(plan: Plan, day: dt.date) -> bool:
    """Say whether a day is red, or an own day off."""
    return is_holiday(day) or day in plan.days_off


def paste(plan: Plan, copies: Copies, new_ids: Mapping[str, str], *, at: dt.datetime) -> Plan:
    """Put fresh copies of the rows that have a new id into the plan."""
    for row in copies.rows:
        if row.id not in new_ids:
            continue
        fields: dict[str, object] = {
            "date": copies.moved(row.date),
            "end_date": copies.moved(row.end_date),
            "due": copies.moved(row.due),
            "material_due": copies.moved(row.material_due),
            "appears_from": copies.moved(row.appears_from),
            "appears_to": copies.moved(row.appears_to),
            "minutes": row.minutes if row.minutes is not None else row.actual_minutes,
        }
        if row.bucket is not None:
            fields["bucket"] = week_key(bucket_span(row.bucket).start + dt.timedelta(days=copies.days))
        plan = edits.duplicate(plan, row.id, new_ids[row.id], at=at)
        plan = edits.change(plan, new_ids[row.id], at=at, **fields)
    return plan
