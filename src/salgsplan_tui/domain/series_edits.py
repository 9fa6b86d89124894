"""Edits of a repeating activity: this occurrence, this and all later, or the whole series (interaction.md 2).

What is past stays as it was: what was settled is never changed, and where the rule itself changes, the dates before
today keep the old one, so that the series is split in two. Occurrences that were touched and are still open go along.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, Reason, State
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.rules import shifted, without_count
from salgsplan_tui.domain.series_parts import relinked, split

SeriesPart = Literal["this", "later", "all"]
"""How much of a series is meant."""

Step = Callable[[Plan, str], Plan]
"""One step of a row's life: an edit that takes its id."""


@dataclass(frozen=True)
class Scope:
    """How much of a series an edit reaches, as seen on a day, and what a later part of it is called if it is split."""

    part: SeriesPart
    today: dt.date
    new_id: str

    def cut(self, plan: Plan, row: Activity) -> tuple[Series, dt.date]:
        """Return the series of a row, and the first date of its rule that is meant.

        Raises:
            RefusedError: the row belongs to no series.
        """
        series = plan.series.get(row.series or "")
        if series is None or row.occurrence is None:
            raise RefusedError("no_series", id=row.id)
        if self.part == "later" or row.occurrence < self.today:
            return series, row.occurrence
        return series, next(series.dates(Span(self.today, row.occurrence)), row.occurrence)


@dataclass(frozen=True)
class Revision:
    """What is to be otherwise in the occurrences that are meant."""

    fields: Mapping[str, object] = field(default_factory=dict)
    to: Placement | None = None
    """Where the occurrence that was chosen is placed: the rule shall place the others likewise."""
    rule: Series | None = None
    """Another rule, with its last day and what becomes of red days; the rest of it does not matter."""
    reason: Reason | None = None
    """Why it is moved."""
    reason_text: str | None = None


def is_of_series(plan: Plan, row: Activity) -> bool:
    """Say whether a row is an occurrence of a series that is known, so that it has to be asked what is meant."""
    return row.occurrence is not None and (row.series or "") in plan.series


def revise(plan: Plan, identity: str, scope: Scope, revision: Revision, *, at: dt.datetime) -> Plan:
    """Change the occurrences that are meant.

    Raises:
        RefusedError: the row belongs to no series, or is moved and settled, or goes where no rule can follow.
    """
    row = plan.activity(identity)
    if scope.part == "this":
        plan = plan if revision.to is None else _moved(plan, identity, revision.to, revision, at=at)
        return edits.change(plan, identity, at=at, **revision.fields) if revision.fields else plan
    series, cut = scope.cut(plan, row)
    later = _revised(series, cut, row, revision)
    if plan.sheet_of(identity) is not None:  # one that was touched is no longer made by the rule
        plan = revise(plan, identity, replace(scope, part="this"), replace(revision, rule=None), at=at)
    dates_stay = revision.to is None and revision.rule is None
    if series.number_before(cut) == 0 or (scope.part == "all" and dates_stay):
        return relinked(edits.with_series(plan, later, at), series, later, cut, at=at)
    first = later.first if later.first != series.first else cut
    rule = later.rrule
    if rule is not None and revision.rule is None:
        rule = without_count(rule, series.number_before(cut))
    template = later.activity.changed_to(id=scope.new_id)
    renamed = {"id": scope.new_id, "activity": template, "first": first, "rrule": rule, "settled_before": None}
    return split(plan, series, later.changed_to(**renamed), cut, at=at)


def _moved(plan: Plan, identity: str, to: Placement, revision: Revision, *, at: dt.datetime) -> Plan:
    return life.move(plan, identity, to, at=at, reason=revision.reason, reason_text=revision.reason_text)


def _revised(series: Series, cut: dt.date, row: Activity, revision: Revision) -> Series:
    """Return the series as it shall be from a date of its rule on."""
    to, template = revision.to, series.activity.changed_to(**revision.fields)
    changed: dict[str, object] = {}
    if to is not None:
        if not row.is_open:
            raise RefusedError("already_settled", id=row.id, state=row.state.value)
        if to.date is None or row.occurrence is None:
            raise RefusedError("series_needs_date", id=row.id)
        template = template.changed_to(start=to.start)
        if to.date != row.date:
            changed["first"] = cut + (to.date - row.occurrence)
            changed["rrule"] = series.rrule and shifted(series.rrule, row.occurrence, to.date)
    if revision.rule is not None:
        changed |= {name: getattr(revision.rule, name) for name in ("rrule", "after", "until", "on_holiday")}
        changed.setdefault("first", cut)
    return series.changed_to(**changed, activity=template)


def end(plan: Plan, identity: str, scope: Scope, step: Step, rest: Step, *, at: dt.datetime) -> Plan:  # noqa: PLR0913  # its two steps
    """Take a step on this occurrence - done, cancelled, skipped - and let the series end with it.

    What else is open of it takes the step `rest`; of the whole series, what was missed before is settled too.

    Raises:
        RefusedError: the row belongs to no series, or as the steps tell.
    """
    if scope.part == "this":
        return step(plan, identity)
    series, cut = scope.cut(plan, plan.activity(identity))
    others = [row.id for row in _open_from(plan, series, cut) if row.id != identity]
    plan = step(plan, identity)
    for other in others:
        plan = rest(plan, other)
    return _ended(plan, series.id, cut, scope, at=at)


def remove(plan: Plan, identity: str, scope: Scope, *, at: dt.datetime) -> Plan:
    """Take the occurrences that are meant out of the plan; those that were settled stay.

    Raises:
        RefusedError: the row belongs to no series.
    """
    if scope.part == "this":
        return edits.remove(plan, identity, at=at)
    series, cut = scope.cut(plan, plan.activity(identity))
    plan = plan.without_activity(identity)
    for each in _open_from(plan, series, cut):
        plan = plan.without_activity(each.id)
    if scope.part == "all":
        return without_series(plan, series.id)
    return _ended(plan, series.id, cut, scope, at=at)


def without_series(plan: Plan, identity: str) -> Plan:
    """Take the rule of a series out of the plan; the occurrences that were touched stay."""
    return replace(plan, series={key: each for key, each in plan.series.items() if key != identity})


def _ended(plan: Plan, identity: str, cut: dt.date, scope: Scope, *, at: dt.datetime) -> Plan:
    """Let a series have no dates from a day on; without any before it is gone."""
    series = plan.series[identity]
    if series.after is not None or series.number_before(cut) == 0:
        return without_series(plan, identity)
    update: dict[str, object] = {"until": cut - ONE_DAY}
    if scope.part == "all":
        update["settled_before"] = scope.today
    return edits.with_series(plan, series.changed_to(**update), at)


def made_from(row: Activity, rule: Series, identity: str) -> Series:
    """Return the series that repeats a row by a rule; nothing of what came of the row is repeated."""
    fresh = edits.unfinished(row).changed_to(
        id=identity, date=None, end_date=None, bucket=None, due=None, material_due=None, material_sent=None,
        appears_from=None, appears_to=None, state=State.DRAFT, outcome=None,
        actual_minutes=None, reschedules=(), outcome_counts={}, next=None, previous=None, notes=None,
        created=None, changed=None,
    )  # fmt: skip
    return rule.changed_to(id=identity, activity=fresh)


def repeat(plan: Plan, identity: str, series: Series, *, at: dt.datetime) -> Plan:
    """Let an activity that stood alone be the first of a series made from it.

    Raises:
        RefusedError: it has no date to repeat from.
    """
    row = plan.activity(identity)
    if row.date is None:
        raise RefusedError("series_needs_date", id=identity)
    first = next(series.dates(Span(row.date, row.date + ONE_DAY)), None)
    skip = () if first is None else (first,)
    plan = edits.add_series(plan, series.changed_to(skip=skip), at=at)
    return plan if first is None else edits.put(plan, row.changed_to(series=series.id, occurrence=first), at)


def _open_from(plan: Plan, series: Series, cut: dt.date) -> tuple[Activity, ...]:
    """Return the stored open occurrences of a series from a date of its rule on."""
    rows = (row for row in plan.stored() if row.series == series.id and row.is_open)
    return tuple(row for row in rows if row.occurrence is not None and row.occurrence >= cut)
