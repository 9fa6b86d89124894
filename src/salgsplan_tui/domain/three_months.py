"""Three months of a plan as a timetable: every row cut by date, and held against the working time (S24)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import minutes_within, travel_within
from salgsplan_tui.domain.dates import ONE_WEEK, Span, bucket_span, day_span, first_of_month, week_key, week_of
from salgsplan_tui.domain.days_off import DaysOff
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.important_dates import important_dates
from salgsplan_tui.domain.money import planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.seasons import is_bridge_day
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import UNPLACED, Sheet
from salgsplan_tui.domain.timetable import (
    NOTHING,
    Cell,
    DayKind,
    Figures,
    Share,
    Timetable,
    TimetableDay,
    TimetableLine,
    TimetableWeek,
)

_MONTHS: Final = 3
_SUNDAY: Final = 7
_NOT_MET: Final = frozenset({"one_to_many", "own"})
"""The forms of channels in which no customer is met."""


def three_months(day: dt.date) -> Span:
    """Return three calendar months from this day on: to 16 May from 17 February; to the 28th from 30 November."""
    month = first_of_month(day.year, day.month + _MONTHS)
    after = first_of_month(month.year, month.month + 1)
    return Span(day, min(month + dt.timedelta(days=day.day - 1), after))


def weeks_of(span: Span) -> tuple[Span, ...]:
    """Return the ISO weeks that a span touches, whole."""
    weeks = [week_of(span.start)]
    while weeks[-1].end < span.end:
        weeks.append(Span(weeks[-1].end, weeks[-1].end + ONE_WEEK))
    return tuple(weeks)


def timetable(plan: Plan, start: dt.date) -> Timetable:
    """Return the three months of a plan that begin on this day; what belongs to a part of them is cut by date."""
    period = three_months(start)
    spans = weeks_of(period)
    days = _days(plan, Span(spans[0].start, spans[-1].end), period)
    weeks = tuple(_week(plan, span, days[7 * number : 7 * number + 7]) for number, span in enumerate(spans))
    programmes = [
        programme.id
        for sales_plan in plan.sales_plans.values()
        if sales_plan.start < period.end and period.start <= sales_plan.end
        for programme in sales_plan.programmes
    ]
    return Timetable(
        period=period,
        weeks=weeks,
        channels=_lines(weeks, [channel.code for channel in plan.channels.channels], "channel"),
        programmes=_lines(weeks, programmes, "programme"),
        unplaced=_unplaced(plan, period),
    )


def _days(plan: Plan, shown: Span, period: Span) -> tuple[TimetableDay, ...]:
    shares: dict[dt.date, list[Share]] = {day: [] for day in shown.days()}
    for row in plan.during(shown):
        for share in _shares(row, shown, plan.settings):
            if share.day is not None:
                shares[share.day].append(share)
    return tuple(
        TimetableDay(tuple(found), day, _kind(day, plan.days_off), is_counted=day in period)
        for day, found in shares.items()
    )


def _shares(row: Activity, shown: Span, settings: Settings) -> Iterator[Share]:
    """Yield what a dated row puts on each of its days; nearly all rows have one."""
    if row.end_date is None or row.end_date == row.date:
        yield Share(row, row.date, _whole(row, settings))
        return
    for day in () if row.span is None else row.span.common(shown).days():
        here, begins = day_span(day), day == row.date
        cost = planned_cost(row, settings) if begins else 0
        figures = Figures(int(begins), minutes_within(row, here), travel_within(row, here), cost)
        yield Share(row, day, figures if row.counts else NOTHING)


def _kind(day: dt.date, days_off: DaysOff) -> DayKind:
    if is_holiday(day) or day.isoweekday() == _SUNDAY:
        return "red"
    if day in days_off:
        return "off"
    return "bridge" if is_bridge_day(day, days_off) else "ordinary"


def _week(plan: Plan, span: Span, days: Sequence[TimetableDay]) -> TimetableWeek:
    key = week_key(span.start)
    undated = tuple(Share(row, None, _whole(row, plan.settings)) for row in plan.in_bucket(key))
    counted = [day for day in days if day.is_counted]
    shares = undated + tuple(share for day in counted for share in day.shares)
    shown = undated + tuple(share for day in days for share in day.shares)
    usual = plan.settings.minutes_by_weekday
    room = sum(plan.days_off.minutes_left(day.date, usual[day.date.weekday()]) for day in counted)
    return TimetableWeek(
        shares=shares,
        key=key,
        days=tuple(days),
        capacity_minutes=room,
        dates=important_dates(plan, span, [share.row for share in shown]),
        is_without_contact=room > 0 and not any(is_customer_contact(plan, share.row) for share in shown),
    )


def _whole(row: Activity, settings: Settings) -> Figures:
    if not row.counts:
        return NOTHING
    travel = (row.travel_before or 0) + (row.travel_after or 0)
    return Figures(1, row.minutes or 0, travel, planned_cost(row, settings))


def is_customer_contact(plan: Plan, row: Activity) -> bool:
    """Say whether a customer is met in it, in person or by name; an advertisement meets nobody."""
    if not row.counts or row.kind not in {"customer", "service"}:
        return False
    channel = plan.channels.channel(row.channel)
    return channel.form not in _NOT_MET if channel else bool(row.customers or row.contacts)


def _lines(
    weeks: Sequence[TimetableWeek], known: Sequence[str], by: Literal["channel", "programme"]
) -> tuple[TimetableLine, ...]:
    """Return a line for each code that has rows - and for each programme that is known - in the order known."""
    found: dict[str | None, list[list[Share]]] = {}
    for number, week in enumerate(weeks):
        for share in week.shares:
            code = share.row.channel if by == "channel" else share.row.programme
            if code not in found:
                found[code] = [[] for _ in weeks]
            found[code][number].append(share)
    others = sorted(code for code in found if code is not None and code not in known)
    wanted = [code for code in known if code in found or by == "programme"]
    order: list[str | None] = [*wanted, *others, *([None] if None in found else [])]
    empty: list[list[Share]] = [[] for _ in weeks]
    return tuple(TimetableLine(code, tuple(Cell(tuple(cell)) for cell in found.get(code, empty))) for code in order)


def _unplaced(plan: Plan, period: Span) -> tuple[Activity, ...]:
    rows = plan.sheets.get(UNPLACED, Sheet()).activities.values()
    return tuple(row for row in rows if row.bucket and row.is_open and bucket_span(row.bucket).touches(period))
