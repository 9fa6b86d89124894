"""What to look out for in a plan: double booking, red days, overbooked days. It warns and never blocks (S20)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span
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
        today = [row for row in rows if row.date == day and row.is_open]
        found += double_bookings(day, today)
        found += _days_off(plan, day, today)
        found += _overbooked(plan, day, today)
    return tuple(found)


def double_bookings(day: dt.date, rows: list[Activity]) -> Iterator[PlanWarning]:
    """Yield a warning for each timed row that begins before an earlier one is over."""
    timed = [(_begins(row), row.end, row.id) for row in rows if row.start is not None and row.minutes]
    under_way: list[tuple[dt.datetime, str]] = []
    for begins, end, identity in sorted(timed, key=itemgetter(0)):
        under_way = [(until, earlier) for until, earlier in under_way if until > begins]
        for _, earlier in under_way:
            yield PlanWarning("double_booked", day, (earlier, identity))
        if end is not None:
            under_way.append((end, identity))


def _begins(row: Activity) -> dt.datetime:
    return dt.datetime.combine(row.date or dt.date.min, row.start or dt.time())


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
    planned = sum(row.minutes or 0 for row in rows if row.end_date is None)
    if 0 < room < planned:
        yield PlanWarning("overbooked", day, tuple(row.id for row in rows if row.minutes))
