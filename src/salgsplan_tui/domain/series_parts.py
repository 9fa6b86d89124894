"""The parts of a series that is changed from a date on: what was touched of it goes along with its later part."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series

_FAR: Final = 5 * 366 * ONE_DAY
"""So far beyond the last exception of a rule the date of another that answers to it is looked for."""
_PLACE: Final = frozenset({"date", "end_date", "bucket", "state", "id", "series", "occurrence"})
"""What a series does not make its occurrences' from its own activity."""


def split(plan: Plan, series: Series, later: Series, cut: dt.date, *, at: dt.datetime) -> Plan:
    """End a series before a date of its rule, and let another go on from there."""
    skip = tuple(day for day in series.skip if day < cut)
    earlier = series.changed_to(until=cut - ONE_DAY, skip=skip)
    plan = edits.add_series(edits.with_series(plan, earlier, at), later, at=at)
    return relinked(plan, series, later, cut, at=at)


def relinked(plan: Plan, series: Series, later: Series, cut: dt.date, *, at: dt.datetime) -> Plan:
    """Let the exceptions of a series be those of its later part, whose dates answer to its own in order.

    A row that was touched keeps its id. What the person set in it stays, and where they put it; else it is as the new
    rule makes it. Its date is left out of the new rule, for it is taken.
    """
    rows = [row for row in plan.stored() if row.series == series.id and row.is_open and (row.occurrence or cut) >= cut]
    if (series.rrule, series.first) == (later.rrule, later.first) and series.id == later.id:
        for row in rows:
            plan = edits.put(plan, _as_made_by(row, series, later, row.occurrence or cut), at)
        return plan
    touched = {row.occurrence for row in rows if row.occurrence is not None}
    answers = _answers(series, later, cut, touched | {day for day in series.skip if day >= cut})
    kept = [day for day in later.skip if day < cut and series.id == later.id]
    plan = edits.with_series(plan, later.changed_to(skip=tuple(sorted({*kept, *answers.values()}))), at)
    for row in rows:
        day = answers.get(row.occurrence or cut)
        if day is not None:
            plan = edits.put(plan, _as_made_by(row, series, later, day), at)
    return plan


def _answers(series: Series, later: Series, cut: dt.date, days: set[dt.date]) -> dict[dt.date, dt.date]:
    """Return for each of these dates of the old rule the date of the new one that takes its place."""
    if not days:
        return {}
    last = max(days)
    old = _bare(series).dates(Span(cut, last + ONE_DAY))
    new = _bare(later).dates(Span(later.first, max(last, later.first) + _FAR))
    return {one: other for one, other in zip(old, new, strict=False) if one in days}


def _bare(series: Series) -> Series:
    return series.changed_to(skip=(), until=None, on_holiday="keep")


def _as_made_by(row: Activity, series: Series, later: Series, day: dt.date) -> Activity:
    """Return a touched row as the new rule makes it, save for what was set in it by hand."""
    was, becomes = series.activity, later.activity
    follows = {
        name: getattr(becomes, name)
        for name in Activity.field_annotations
        if name not in _PLACE and getattr(was, name) == getattr(row, name) != getattr(becomes, name)
    }
    if row.occurrence is not None and row.date == series.stands_on(row.occurrence):
        follows["date"] = later.stands_on(day)
    return row.changed_to(**follows, series=later.id, occurrence=day)
