"""What to look out for in a plan: double booking, red days, overbooked days, people who may not be contacted so.

It warns and never blocks (S20); what the law forbids is refused where it is planned or begun.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on, minutes_within, travel_within
from salgsplan_tui.domain.contact_checks import Finding, findings_of
from salgsplan_tui.domain.dates import Span, day_span
from salgsplan_tui.domain.days_off import WHOLE_DAY, Half
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.material import is_undelivered
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.settings import WEEKDAYS


@dataclass(frozen=True)
class PlanWarning:
    """One thing to look out for; the text for people comes from its code."""

    code: str
    """double_booked, holiday, weekend, leave, overbooked, contact_rule, material, case_late."""
    date: dt.date
    ids: tuple[str, ...] = ()
    finding: Finding | None = None
    """Of contact_rule: who may not be contacted so, and why."""
    late: "CaseLate | None" = None
    """Of case_late: which case, and when its clock runs out."""


@dataclass(frozen=True)
class CaseLate:
    """A service case whose next activity is planned after its clock has run out (S3 of chapter 8.5)."""

    case: str
    clock: Literal["response", "resolution"]
    due: dt.datetime
    planned: dt.datetime
    is_timed: bool
    """Whether it is planned at a time of day, and not only on a day or in a week."""


def warnings_of(plan: Plan, span: Span, rows: tuple[Activity, ...], now: dt.datetime) -> tuple[PlanWarning, ...]:
    """Return what to look out for in these rows of the span, day by day; rows without a day come first."""
    found = [
        each
        for row in rows
        if row.date is None or row.date not in span
        for each in _contacts(plan, row, span.start, now)
    ]
    for day in span.days():
        here = [row for row in rows if row.is_open and row.date is not None and row.span and day in row.span]
        found += double_bookings(day, here)
        found += _days_off(plan, day, [row for row in here if row.date == day])
        found += _overbooked(plan, day, here)
        found += [each for row in here if row.date == day for each in _contacts(plan, row, day, now)]
    return (*found, *material_late(rows, now), *_cases_late(plan, rows, now))


def material_late(rows: tuple[Activity, ...], now: dt.datetime) -> Iterator[PlanWarning]:
    """Yield a warning for each row whose material has to be delivered today or should have been (chapter 5.3)."""
    for row in rows:
        if is_undelivered(row) and row.material_due is not None and row.material_due <= now.date():
            yield PlanWarning("material", row.material_due, (row.id,))


def _cases_late(plan: Plan, rows: tuple[Activity, ...], now: dt.datetime) -> Iterator[PlanWarning]:
    """Yield a warning for each of the rows that is the next activity of a service case, and comes too late for it."""
    cases = [case for case in plan.cases.values() if case.is_open]
    if not cases:
        return
    from salgsplan_tui.domain.case_rows import planned_late  # noqa: PLC0415  # only where there are open cases

    here = {row.id for row in rows}
    for case in cases:
        found = planned_late(plan, case, now)
        if found is not None and found.row.id in here:
            day = found.starts.date()
            late = CaseLate(case.id, found.clock.kind, found.due, found.starts, found.row.start is not None)
            yield PlanWarning("case_late", day, (found.row.id,), late=late)


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


def _contacts(plan: Plan, row: Activity, day: dt.date, now: dt.datetime) -> Iterator[PlanWarning]:
    if row.is_open:
        found = (each for each in findings_of(plan, row, now) if not (each.is_block and plan.is_first_look))
        yield from (PlanWarning("contact_rule", day, (row.id,), each) for each in found)


def _days_off(plan: Plan, day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    with_others = [row for row in rows if row.kind in {"customer", "service"}]
    if is_holiday(day) and day.weekday() < 6:  # noqa: PLR2004  # a Sunday is a weekend first
        code = "holiday"
    elif plan.settings.working_minutes(day.weekday()) == 0:
        code = "weekend"
    else:
        yield from _leave(plan, day, with_others)
        return
    if with_others:
        yield PlanWarning(code, day, tuple(row.id for row in with_others))


def _leave(plan: Plan, day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    """Yield a warning for a day that is off, wholly or half, with the rows that fall into that time, even if none."""
    off = plan.days_off.parts(day)
    if off:
        hours = plan.settings.working_hours[WEEKDAYS[day.weekday()]]
        start, end = (dt.datetime.combine(day, each) for each in (hours.start, hours.end))
        noon = start + (end - start) / 2
        hit = (row for row in rows if off == WHOLE_DAY or _halves(at_work_on(row, day), noon) & off)
        yield PlanWarning("leave", day, tuple(row.id for row in hit))


def _halves(work: TimeSpan | None, noon: dt.datetime) -> frozenset[Half]:
    """Return the halves of the day that are worked in; none for what has no time."""
    if work is None:
        return frozenset()
    touched: dict[Half, bool] = {"morning": work.start < noon, "afternoon": work.end > noon}
    return frozenset(half for half, is_touched in touched.items() if is_touched)


def _overbooked(plan: Plan, day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    room = plan.days_off.minutes_left(day, plan.settings.working_minutes(day.weekday()))
    taken = {row.id: minutes_within(row, day_span(day)) + travel_within(row, day_span(day)) for row in rows}
    if 0 < room < sum(taken.values()):
        yield PlanWarning("overbooked", day, tuple(identity for identity, minutes in taken.items() if minutes))
