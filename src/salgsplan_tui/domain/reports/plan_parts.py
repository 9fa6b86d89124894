"""The plan in a report: the week's rows, must-dos with their goals, what became of last week, weeks of a month."""

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.counting import booked, done_number, is_attempt, is_meeting, reached
from salgsplan_tui.domain.dates import Span, week_key
from salgsplan_tui.domain.day_plan import capacity_of
from salgsplan_tui.domain.fulfilment import Fate, fulfilment
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.reports.scope import Scope, weeks_cut
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Table,
    code,
    day,
    days,
    hours,
    kr,
    number,
    rate,
    share,
    text,
    time,
    week,
)
from salgsplan_tui.domain.sheet import Sheet

_MAIN: Final = 4
"""So many main activities are told of a week in the month plan."""
_WORD: Final = re.compile(r"\w{5,}")


def planned_rows(scope: Scope) -> tuple[Activity, ...]:
    """Return what the week plan tells of, without what is called off: the week's bucket first, then by day."""
    rows = (*scope.plan.in_bucket(week_key(scope.span.start)), *scope.plan.during(scope.span))
    return tuple(row for row in rows if row.counts)


def plan_of_week(scope: Scope) -> tuple[Block, ...]:
    """Return the rows Monday to Sunday: time, what, channel, firm, goal; private ones only as taken time."""
    rows = planned_rows(scope)
    if not rows:
        return (Lines("plan", ((code("nothing_planned", "word"),),)),)
    columns = ("day", "time", "what", "channel", "customer", "goal", "minutes")
    table = Table("plan", columns, tuple(_row(scope, row) for row in rows), is_list=True)
    minutes = sum(minutes_within(row, scope.span) for row in rows)
    figures = (
        Figure("load", share(minutes, capacity_of(scope.plan, scope.span, rows))),
        Figure("planned_hours", hours(minutes), hours(capacity_of(scope.plan, scope.span, rows))),
    )
    return (table, Figures("load", figures))


def row_marks(scope: Scope) -> tuple[str, ...]:
    """Return the rows as the list of issued reports keeps them: "a26 2027-02-16 09:00"."""
    return tuple(
        f"{row.id} {row.date or row.bucket}{f' {row.start:%H:%M}' if row.start else ''}"
        for row in planned_rows(scope)
        if not row.is_private
    )


def _row(scope: Scope, row: Activity) -> tuple[Item, ...]:
    away = row.is_private
    goal = scope.plan.goal(row.goal or "")
    return (
        day(max(row.date, scope.span.start)) if row.date is not None else week(week_key(scope.span.start)),
        time(row.start),
        scope.discretion.title(row),
        NOTHING if away else code(row.channel, "channel"),
        NOTHING if away else scope.discretion.customers(row),
        NOTHING if away else text(goal.title if goal is not None else row.goal),
        hours(minutes_within(row, scope.span)),
    )


def must_dos(scope: Scope) -> tuple[Block, ...]:
    """Return the week's three most important things, each with the goal of the row that it is about."""
    found = scope.plan.sheets.get(week_key(scope.span.start), Sheet()).must_dos
    if not found:
        return (Lines("must_dos", ((code("no_must_dos", "word"),),)),)
    rows = planned_rows(scope)
    lines = tuple((text(scope.discretion.words(each)), _goal_of(scope, each, rows)) for each in found)
    return (Lines("must_dos", lines),)


def _goal_of(scope: Scope, must_do: str, rows: tuple[Activity, ...]) -> Item:
    """Return the goal of the row that shares the most long words with a must-do, its customers' names before all."""
    words = _long_words(must_do)
    names = {row.id: " ".join(scope.plan.customers[each].name for each in _known(scope, row)) for row in rows}
    shared = {
        row.id: len(words & _long_words(row.title)) + len(rows) * len(words & _long_words(names[row.id]))
        for row in rows
        if not row.is_private
    }
    best = max((row for row in rows if shared.get(row.id)), key=lambda row: shared[row.id], default=None)
    goal = None if best is None else scope.plan.goal(best.goal or "")
    return NOTHING if goal is None else text(goal.title)


def _known(scope: Scope, row: Activity) -> Iterator[str]:
    return (each for each in row.customers if each in scope.plan.customers)


def _long_words(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.casefold()))


def last_week(scope: Scope, span: Span) -> tuple[Block, ...]:
    """Return what became of a week's plan, and what the week brought."""
    found = fulfilment(scope.plan, week_key(span.start), scope.now)
    counts = found.counts
    fates = (
        Figure("planned", number(len(found.planned))),
        Figure("fulfilment", rate(found.rate.part, found.rate.whole)),
        *(Figure(fate.value, number(counts[fate])) for fate in Fate if fate not in _SELDOM or counts[fate]),
        Figure("ad_hoc", number(len(found.ad_hoc))),
    )
    told = tuple((code(reason, "reason"), number(count)) for reason, count in found.reasons.items() if reason)
    blocks = [Figures("fulfilment", fates, span), Figures("results", tuple(results(scope.over(span))), span)]
    return (*blocks, Lines("reasons", told)) if told else tuple(blocks)


_SELDOM: Final = frozenset({Fate.LATE, Fate.OPEN, Fate.OVERDUE, Fate.GONE})
"""The fates that are told only where a row has met them."""


def results(basis: Basis) -> Iterator[Figure]:
    """Yield what some days brought: attempts, reached, meetings, offers, orders, kroner, margin."""
    calls = [row for row in basis.done if is_attempt(row)]
    attempts, met = sum(map(done_number, calls)), sum(map(reached, calls))
    yield Figure("attempts", number(attempts))
    yield Figure("reached", rate(met, attempts))
    yield Figure("meetings_booked", number(sum(map(booked, basis.done))))
    yield Figure("meetings", number(sum(done_number(row) for row in basis.done if is_meeting(row))))
    yield Figure("offers", number(len(basis.offers)))
    yield Figure("orders", number(len(basis.orders)))
    yield Figure("order_value", kr(sum(each.net for each in basis.orders)))
    yield Figure("margin", kr(sum(map(margin_of, basis.orders))))


def calendar_by_week(scope: Scope) -> tuple[Block, ...]:
    """Return the weeks of a month cut by date, so that their sums are the month's: main activities, place, cost."""
    rows = []
    minutes_in_all, cost_in_all, count = 0, 0, 0
    for span in weeks_cut(scope.span):
        found = [row for row in scope.plan.during(span) if row.counts]
        minutes = sum(minutes_within(row, span) for row in found)
        cost = sum(_cost(scope, row) for row in found if row.date is not None and row.date in span)
        main = sorted((row for row in found if not row.is_private), key=_weight)[:_MAIN]
        titles = [str(scope.discretion.title(row).value) for row in sorted(main, key=_when)]
        places = dict.fromkeys(row.place for row in sorted(main, key=_when) if row.place)
        begun = sum(1 for row in found if row.date is not None and row.date in span)
        row_items = (week(week_key(span.start)), days(span), text("; ".join(titles)), text(", ".join(places)))
        rows.append((*row_items, number(begun), hours(minutes), kr(cost)))
        minutes_in_all, cost_in_all, count = minutes_in_all + minutes, cost_in_all + cost, count + begun
    total = (code("total", "word"), days(scope.span), NOTHING, NOTHING, number(count))
    rows.append((*total, hours(minutes_in_all), kr(cost_in_all)))
    columns = ("week", "days", "main_activities", "place", "rows", "hours", "cost")
    bars = tuple(Bar(each[0], _number(each[5])) for each in rows[:-1])
    table = Table("calendar", columns, tuple(rows), keys=2, has_total=True)
    return (table, Chart("hours_by_week", bars, "hours"))


def _number(item: Item) -> Fraction:
    return item.value if isinstance(item.value, Fraction) else Fraction(0)


def _cost(scope: Scope, row: Activity) -> int:
    """Return what a row came to where it is settled, else what is planned, in øre."""
    settings = scope.plan.settings
    return planned_cost(row, settings) if row.is_open else actual_cost(row, settings)


def _weight(row: Activity) -> tuple[object, ...]:
    """Sort what matters first: fairs and campaigns, what must be done, what costs, what takes long."""
    is_long = row.end_date not in {None, row.date}
    outlay = sum(item.planned + item.actual for item in row.costs)
    return (not is_long, row.kind == "internal", row.priority or 2, -outlay, -(row.minutes or 0), row.id)


def _when(row: Activity) -> tuple[dt.date, dt.time, str]:
    return row.date or dt.date.min, row.start or dt.time(), row.id


def main_activities(scope: Scope, span: Span, most: int) -> tuple[tuple[Item, ...], ...]:
    """Return what a period's plan turns on: fairs, campaigns and what costs, with date, channel, place and cost."""
    rows = [row for row in scope.plan.during(span) if row.counts and row.state is not State.DONE and not row.is_private]
    chosen = sorted(sorted(rows, key=_weight)[:most], key=_when)
    return tuple(
        (
            days(row.span) if row.span is not None else NOTHING,
            scope.discretion.title(row),
            code(row.channel, "channel"),
            kr(_cost(scope, row)),
        )
        for row in chosen
    )
