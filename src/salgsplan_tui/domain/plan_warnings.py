"""What to look out for in a plan: double booking, red days, overbooked days. It warns and never blocks (S20)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on, minutes_within, travel_within
from salgsplan_tui.domain.dates import Span, day_span
from salgsplan_tui.domain.holidays import capacity, is_holiday
from salgsplan_tui.domain.plan import Plan


@dataclass(frozen=True)
class PlanWarning:
    """One thing to look out for; the text for people comes from its code."""

    code: str
    """double_booked, holiday, weekend, overbooked."""
    date: dt.date
    ids: tuple[str, ...] = ()


def warnings_of(plan: Plan, span: Span, rows: tuple[Activity, ...]) -> tuple[PlanWarning, ...]:
    """Return what to look out for in these rows of the span, day by day."""
    found: list[PlanWarning] = []
    for day in span.days():
        here = [row for row in rows if row.is_open and row.date is not None and row.span and day in row.span]
        found += double_bookings(day, here)
        found += _days_off(plan, day, [row for row in here if row.date == day])
        found += _overbooked(plan, day, here)
    return tuple(found)


def double_bookings(day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    """Yield a warning for each timed row that begins, or has to be set out for, before an earlier one is over.

    The way from one to the next is travelled once: it has to be as long as the longer of the two.
    """
    timed = [_Booked(row.id, work, busy_on(row, day) or work) for row in rows if (work := at_work_on(row, day))]
    timed = [each for each in timed if each.work.minutes]
    under_way: list[_Booked] = []
    for each in sorted(timed, key=lambda booked: booked.work.start):
        under_way = [earlier for earlier in under_way if earlier.busy.end > each.busy.start]
        for earlier in under_way:
            if earlier.busy.touches(each.work) or earlier.work.touches(each.busy):
                yield PlanWarning("double_booked", day, (earlier.id, each.id))
        under_way.append(each)


class _Booked(NamedTuple):
    id: str
    work: TimeSpan
    busy: TimeSpan


def _days_off(plan: Plan, day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    ids = tuple(row.id for row in rows if row.kind in {"customer", "service"})
    if not ids:
        return
    if is_holiday(day) and day.weekday() < 6:  # noqa: PLR2004  # a Sunday is a weekend first
        yield PlanWarning("holiday", day, ids)
    elif plan.settings.working_minutes(day.weekday()) == 0:
        yield PlanWarning("weekend", day, ids)


def _overbooked(plan: Plan, day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    room = capacity(day, plan.settings.minutes_by_weekday)
    taken = {row.id: minutes_within(row, day_span(day)) + travel_within(row, day_span(day)) for row in rows}
    if 0 < room < sum(taken.values()):
        yield PlanWarning("overbooked", day, tuple(identity for identity, minutes in taken.items() if minutes))
