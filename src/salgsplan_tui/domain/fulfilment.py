"""Plan fulfilment: what became of the rows that a week held when it began (chapter 3.5, 4.14)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from salgsplan_tui.domain.activity import Activity, Reason, State
from salgsplan_tui.domain.dates import Span, week_span
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.loyalty import Share, share
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import Sheet, Snapshot, order


class Fate(StrEnum):
    """What became of a planned row."""

    DONE = "done"
    LATE = "late"
    """Done in its week, on a later day than was planned."""
    MOVED = "moved"
    """Moved out of its week, wherever it ended."""
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    OVERDUE = "overdue"
    """Its time is over, and nobody has told what became of it."""
    OPEN = "open"
    """Its time has not come yet."""
    GONE = "gone"
    """Taken out of the plan as a mistake, or erased."""


class PlannedRow(NamedTuple):
    """One row of the snapshot, and what became of it."""

    id: str
    fate: Fate
    row: Activity | None
    """As it stands now; None for one that is gone."""
    reason: Reason | None = None
    reason_text: str | None = None


@dataclass(frozen=True)
class Fulfilment:
    """What a week held when it began, against what came of it."""

    week: str
    taken: dt.datetime | None
    """When the week was frozen; None while nothing in it was changed, and it is still as it was planned."""
    planned: tuple[PlannedRow, ...]
    ad_hoc: tuple[Activity, ...]
    """What came in after it was frozen; never in the divisor."""

    @cached_property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows met each fate."""
        found = Counter(each.fate for each in self.planned)
        return {fate: found[fate] for fate in Fate}

    @property
    def rate(self) -> Share:
        """What was done of what was planned; what was cancelled stays in the divisor (decisions.md)."""
        return share(self.counts[Fate.DONE] + self.counts[Fate.LATE], len(self.planned))

    @cached_property
    def reasons(self) -> Mapping[Reason | None, int]:
        """Why rows were moved, cancelled or skipped, the most frequent first; None where nobody told."""
        told = Counter(each.reason for each in self.planned if each.fate in {Fate.MOVED, Fate.CANCELLED, Fate.SKIPPED})
        return dict(sorted(told.items(), key=lambda each: (-each[1], each[0] or "~")))


def fulfilment(plan: Plan, week: str, now: dt.datetime) -> Fulfilment:
    """Return what became of the rows of a week, "2027-W06", as far as the files they lie in now were read."""
    sheet, span = plan.sheets.get(week, Sheet()), week_span(week)
    ids = sheet.snapshot.rows if sheet.snapshot is not None else planned_rows(plan, week)
    held = frozenset(ids)
    now_there = {row.id: row for row in (*plan.in_bucket(week), *plan.during(span)) if _begins(row, span)}
    return Fulfilment(
        week=week,
        taken=None if sheet.snapshot is None else sheet.snapshot.taken,
        planned=tuple(_planned_row(plan, identity, week, now) for identity in ids),
        ad_hoc=tuple(row for row in now_there.values() if row.id not in held and row.state is not State.DRAFT),
    )


def planned_rows(plan: Plan, week: str) -> tuple[str, ...]:
    """Return the ids of what a week holds now, in order, repeating rows too; what is called off is not planned."""
    span = week_span(week)
    rows = (*plan.sheets.get(week, Sheet()).activities.values(), *plan.occurrences(span))
    return tuple(row.id for row in sorted((row for row in rows if row.counts), key=order))


def freeze(plan: Plan, weeks: Iterable[str], at: dt.datetime) -> Plan:
    """Freeze those of the weeks that are not frozen yet, as when their plan is issued (chapter 3.5)."""
    taken = at.replace(microsecond=0)
    for week in weeks:
        sheet = plan.sheets.get(week, Sheet())
        rows = planned_rows(plan, week)
        if sheet.snapshot is None and rows:
            frozen = replace(sheet, snapshot=Snapshot(taken, rows))
            plan = replace(plan, sheets={**plan.sheets, week: frozen})
    return plan


def _planned_row(plan: Plan, identity: str, week: str, now: dt.datetime) -> PlannedRow:
    try:
        row = plan.activity(identity)
    except NotFoundError:
        return PlannedRow(identity, Fate.GONE, None)
    span = week_span(week)
    if not _begins(row, span):
        if not row.reschedules:
            return PlannedRow(identity, Fate.MOVED, row)
        return PlannedRow(identity, Fate.MOVED, row, row.reschedules[-1].reason, row.reschedules[-1].reason_text)
    return PlannedRow(identity, _fate(row, span, now), row, row.reason, row.reason_text)


def _fate(row: Activity, span: Span, now: dt.datetime) -> Fate:
    match row.state:
        case State.DONE:
            return Fate.LATE if _is_late(row, span) else Fate.DONE
        case State.CANCELLED:
            return Fate.CANCELLED
        case State.SKIPPED:
            return Fate.SKIPPED
    return Fate.OVERDUE if row.overdue(now) else Fate.OPEN


def _is_late(row: Activity, span: Span) -> bool:
    """Say whether a done row was put off within its week, or came after its deadline."""
    if row.date is None:
        return False
    put_off = any(_is_between(each.from_, span.start, row.date) for each in row.reschedules)
    return put_off or (row.due is not None and row.due < row.date)


def _is_between(place: str, first: dt.date, day: dt.date) -> bool:
    """Say whether a place it was moved from is a day from the first up to, and without, another; a bucket is none."""
    return len(place) >= len("2027-02-17") and first.isoformat() <= place[:10] < day.isoformat()


def _begins(row: Activity, span: Span) -> bool:
    """Say whether a row belongs to a week: its first day lies there, or it stands in the week's bucket."""
    first = None if row.span is None else row.span.start
    return first is not None and first in span and (row.date is not None or "-W" in (row.bucket or ""))
