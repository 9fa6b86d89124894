"""Edits of the days off: taking leave, and taking it back day by day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.days_off import Half, Leave, Why
from salgsplan_tui.domain.plan import Plan


def take_leave(plan: Plan, span: Span, *, kind: Why = "leave", half: Half | None = None, title: str = "") -> Plan:
    """Make these days days off, or a half of each; what was said of the same time before gives way."""
    for entry in plan.leave.values():
        if half is None or entry.half in {None, half}:
            plan = _cut(plan, entry, span)
    entry = Leave(id=_free_id(plan, span.start), title=title, start=span.start, end=span.last, kind=kind, half=half)
    return replace(plan, leave={**plan.leave, entry.id: entry})


def end_leave(plan: Plan, span: Span) -> Plan:
    """Make these days working days again; entries that reach further are cut."""
    for entry in plan.leave.values():
        plan = _cut(plan, entry, span)
    return plan


def _cut(plan: Plan, entry: Leave, span: Span) -> Plan:
    """Take the span out of an entry: of the two parts that may be left, the first stays the entry it was."""
    if not entry.span.touches(span):
        return plan
    leave = {identity: each for identity, each in plan.leave.items() if identity != entry.id}
    for part in _rest(entry.span, span):
        identity = entry.id if entry.id not in leave else _free_id(replace(plan, leave=leave), part.start)
        leave[identity] = entry.changed_to(id=identity, start=part.start, end=part.last)
    return replace(plan, leave=leave)


def _rest(whole: Span, span: Span) -> Iterator[Span]:
    if whole.start < span.start:
        yield Span(whole.start, span.start)
    if span.end < whole.end:
        yield Span(span.end, whole.end)


def _free_id(plan: Plan, day: dt.date) -> str:
    """Return the day itself, or the day with the first number that is free, as an id."""
    wanted, number = day.isoformat(), 1
    while wanted in plan.leave:
        number += 1
        wanted = f"{day.isoformat()}-{number}"
    return wanted
