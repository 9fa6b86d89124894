"""The programme after this one: what stands in it is copied, what was not finished is carried on (chapter 6.5)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil
from typing import Final, NamedTuple, TypeVar

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.carried_on import StaysBehind, unfinished
from salgsplan_tui.domain.copying import Copies, is_off, paste
from salgsplan_tui.domain.dates import ONE_DAY, Span, first_of_month, week_key
from salgsplan_tui.domain.funnel_rates import Rates, own_rates
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import SHARED, BudgetLine, PlanRates
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy
from salgsplan_tui.domain.programme_edits import add_plan
from salgsplan_tui.domain.sheet import leave_of

Part = TypeVar("Part", Goal, Strategy, ActivityProgramme, BudgetLine)

_WEEK: Final = 7
_DAYS_OF_MONTH: Final = 30.44
_WHOLE: Final = 100_00
"""The whole in hundredths of a percent."""


class Why(NamedTuple):
    """Why something is carried on."""

    reason: Reason | None = None
    text: str | None = None


class SteadyIds:
    """New ids, the same ones each time an edit is applied again: another id would be another file to look at."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        """Take what makes an id that nothing bears."""
        self._new_id = new_id
        self._known: list[str] = []

    def from_the_first(self) -> Callable[[], str]:
        """Return what gives them one by one."""
        numbers = count()

        def next_one() -> str:
            number = next(numbers)
            if number == len(self._known):
                self._known.append(self._new_id())
            return self._known[number]

        return next_one


@dataclass(frozen=True)
class NextProgramme:
    """A new programme with what is copied into it, before anything is written."""

    programme: SalesPlan
    """A draft: goals anew and open, rates as they were measured, the same strategies and lines."""
    ids: Mapping[str, str]
    """The new ids of the old programme's parts."""
    copies: Copies
    """The activities, on the same weekdays; what would fall on a red or free day, or beyond the last, is left out."""
    carried: tuple[Activity, ...]
    """What is overdue and not finished: it goes on into the first week instead of being copied."""
    stays: tuple[StaysBehind, ...] = ()
    """What is overdue and neither copied nor carried on, and why: it stays where it is."""


def next_span(span: Span) -> Span:
    """Return as many days after these; where they end with a month, as many whole months as come nearest."""
    start, days = span.end, len(span)
    months = round(days / _DAYS_OF_MONTH)
    if start.day == 1 and months:
        return Span(start, first_of_month(start.year, start.month + months))
    return Span(start, start + days * ONE_DAY)


def next_programme(
    plan: Plan, old: SalesPlan, title: str, now: dt.datetime, new_id: Callable[[], str]
) -> NextProgramme:
    """Return the programme that follows, with the rates measured in the old one (chapter 4.3, 6.5)."""
    basis = basis_of(plan, old, now.date())
    span = next_span(old.span)
    days = _WEEK * ceil((span.start - old.start).days / _WEEK)
    names = [each.id for each in _goals(old)]
    names += [each.id for each in old.strategies]
    names += [each.id for each in old.programmes]
    names += [each.id for each in old.budget_lines]
    ids = {name: new_id() for name in names}
    own = [row for row in basis.rows if row.series is None and leave_of(row) is None]
    left = unfinished(basis.rows, now)
    rows = [row for row in own if row.counts and not row.overdue(now)]
    off = {row.id for row in rows if row.date is not None and _has_no_place(plan, row.date + days * ONE_DAY, span)}
    kept, left_out = (tuple(row for row in rows if (row.id in off) is out) for out in (False, True))
    new = Renewed(ids, span, old.end, days).programme(old)
    programme = new.changed_to(id=new_id(), title=title, rates=_as_planned(own_rates(basis)))
    return NextProgramme(programme, ids, Copies(days, kept, left_out), left.carried, left.stays)


def _has_no_place(plan: Plan, day: dt.date, span: Span) -> bool:
    return day not in span or is_off(plan, day)


def begin(
    plan: Plan, following: NextProgramme, new_ids: Mapping[str, str], *, at: dt.datetime, whys: Mapping[str, Why]
) -> Plan:
    """Put the new programme with its copies into the plan, and carry on what was not finished, with its reasons.

    `new_ids` are the ids of the copies, by those of the rows they are made from; `whys` are the reasons, by the ids of
    the rows that are carried on.
    """
    plan = add_plan(plan, following.programme, at=at)
    plan = paste(plan, following.copies, new_ids, at=at)
    for row in following.copies.rows:
        if row.id in new_ids:
            costs = tuple(
                item.changed_to(line=_renamed(item.line, following.ids), committed=0, actual=0) for item in row.costs
            )
            plan = _for_the_new(plan, new_ids[row.id], row, following, at=at)
            plan = edits.change(plan, new_ids[row.id], at=at, costs=costs)
    first_week = Placement(bucket=week_key(following.programme.start))
    for row in following.carried:
        reason, text = whys.get(row.id, Why())
        plan = life.move(plan, row.id, first_week, at=at, reason=reason, reason_text=text)
        plan = _for_the_new(plan, row.id, row, following, at=at)
    return plan


def _for_the_new(plan: Plan, identity: str, row: Activity, following: NextProgramme, *, at: dt.datetime) -> Plan:
    goal, programme = (_renamed(each, following.ids) for each in (row.goal, row.programme))
    return edits.change(plan, identity, at=at, goal=goal, programme=programme)


class Renewed(NamedTuple):
    """How the parts of an old programme become those of a new one."""

    ids: Mapping[str, str]
    span: Span
    """The new days."""
    old_end: dt.date
    days: int
    """How far everything else moves on."""

    def programme(self, old: SalesPlan) -> SalesPlan:
        """Return the new programme as a draft, with nothing spent and nothing reached."""
        goals = (
            goal.changed_to(deadline=self.later(goal.deadline), status="open", cause=None, measured=())
            for goal in _goals(old)
        )
        programmes = (
            each.changed_to(
                strategy=_renamed(each.strategy, self.ids),
                goals=self.named(each.goals),
                start=self.later(each.start),
                end=self.later(each.end),
            )
            for each in old.programmes
        )
        lines = (
            each if each.strategy == SHARED else each.changed_to(strategy=_renamed(each.strategy, self.ids))
            for each in old.budget_lines
        )
        strategies = (each.changed_to(goals=self.named(each.goals)) for each in old.strategies)
        return old.changed_to(
            start=self.span.start,
            end=self.span.last,
            status="draft",
            goals=self.with_new_ids(goals),
            strategies=self.with_new_ids(strategies),
            programmes=self.with_new_ids(programmes),
            budget_lines=self.with_new_ids(lines),
            budget_moves=(),
            costs=(),
            version=None,
            created=None,
            changed=None,
        )

    def later(self, day: dt.date | None) -> dt.date | None:
        """Move a day on; the old programme's last day becomes the new one's."""
        if day is None:
            return None
        return self.span.last if day == self.old_end else min(day + self.days * ONE_DAY, self.span.last)

    def named(self, goals: tuple[str, ...]) -> tuple[str, ...]:
        """Return the new names of goals; those that were dropped are gone."""
        return tuple(self.ids[each] for each in goals if each in self.ids)

    def with_new_ids(self, parts: Iterable[Part]) -> tuple[Part, ...]:
        """Return the parts under their new ids."""
        return tuple(part.changed_to(id=self.ids[part.id]) for part in parts)


def _goals(old: SalesPlan) -> tuple[Goal, ...]:
    return tuple(goal for goal in old.goals if goal.status != "dropped")


def _renamed(identity: str | None, ids: Mapping[str, str]) -> str | None:
    return None if identity is None else ids.get(identity, identity)


def _as_planned(rates: Rates) -> PlanRates:
    """Return measured rates as planned ones, rounded to hundredths of a percent and whole øre."""

    def hundredths(value: Fraction | None) -> int | None:
        return None if value is None else round(value * _WHOLE)

    average = rates.average_order.value
    return PlanRates(
        reached=hundredths(rates.reached.value),
        meeting=hundredths(rates.meeting.value),
        offer=hundredths(rates.offer.value),
        hit=hundredths(rates.hit.value),
        average_order=None if average is None else round(average),
    )
