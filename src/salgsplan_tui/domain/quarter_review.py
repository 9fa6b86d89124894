"""The quarter's review: what it looks at, in six steps (chapter 6.5)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import count
from typing import ClassVar, Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis, basis_of, programme_of
from salgsplan_tui.domain.dates import Span, bucket_span, quarter_key
from salgsplan_tui.domain.funnel_rates import Rates, own_rates, plan_rates
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.need_edits import open_needs
from salgsplan_tui.domain.needs import Need
from salgsplan_tui.domain.next_programme import NextProgramme, next_programme
from salgsplan_tui.domain.period_review import progress_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_checks import PlanCaution, cautions
from salgsplan_tui.domain.plan_tree import above_of, goal_above
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.table import report
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.domain.sheet import Progress, order


class QuarterStep(StrEnum):
    """The six steps, each a screen, in the order in which they are gone through."""

    REPORT = "quarter_report"
    GOALS = "quarter_goals"
    FOLLOW = "quarter_follow"
    FUNNEL = "quarter_funnel"
    LINKS = "quarter_links"
    COMMITMENTS = "quarter_commitments"


class Link(NamedTuple):
    """A goal, and the goal of a plan above that it serves; None where it serves none."""

    goal: Goal
    above: Goal | None


@dataclass(frozen=True)
class QuarterReview:
    """A quarter as the seller looks back on it, and the next one as it stands."""

    steps: ClassVar[tuple[QuarterStep, ...]] = tuple(QuarterStep)
    plan: Plan
    key: str
    """The quarter that is looked back on, "2027-Q1"."""
    now: dt.datetime

    @property
    def span(self) -> Span:
        """The days of the quarter."""
        return bucket_span(self.key)

    @property
    def next_key(self) -> str:
        """The quarter after it, "2027-Q2"."""
        return quarter_key(self.span.end)

    @property
    def last_day(self) -> dt.date:
        """The last day that is known of: the quarter's last, or today."""
        return min(self.now.date(), self.span.last)

    @property
    def notes(self) -> Progress:
        """How far it was gone through."""
        return progress_of(self.plan, self.key)

    @cached_property
    def programme(self) -> SalesPlan | None:
        """The market programme that the quarter was worked by."""
        return programme_of(self.plan, self.span)

    @cached_property
    def basis(self) -> Basis | None:
        """What that programme's figures are counted from."""
        return None if self.programme is None else basis_of(self.plan, self.programme, self.now.date())

    @cached_property
    def goals(self) -> tuple[GoalFigures, ...]:
        """Its goals, and how far each has come."""
        return () if self.basis is None else goals_of(self.basis)

    @cached_property
    def following(self) -> SalesPlan | None:
        """The market programme of the next quarter, where there is one already."""
        found = programme_of(self.plan, bucket_span(self.next_key))
        return None if found is None or found == self.programme else found

    @cached_property
    def following_basis(self) -> Basis | None:
        """What the next programme's figures are counted from."""
        return None if self.following is None else basis_of(self.plan, self.following, self.now.date())

    @cached_property
    def rates(self) -> tuple[Rates, Rates] | None:
        """The rates that were measured in the quarter's programme, and those it was planned by."""
        if self.basis is None:
            return None
        return own_rates(self.basis), plan_rates(self.basis.programme.rates)

    @cached_property
    def report(self) -> Report:
        """The quarterly report as it stands."""
        return report(Scope(self.plan, "quarter", self.key, self.span, self.now))

    @cached_property
    def coming(self) -> NextProgramme | None:
        """What would come along if the quarter's programme were copied; nothing of it has an id yet."""
        if self.programme is None:
            return None
        numbers = count()
        return next_programme(self.plan, self.programme, "", self.now, lambda: f"new-{next(numbers)}")

    @property
    def linked(self) -> SalesPlan | None:
        """The programme whose links upward are checked: the next one, else that of the quarter."""
        return self.following or self.programme

    @cached_property
    def above(self) -> SalesPlan | None:
        """The plan that it hangs under."""
        return None if self.linked is None else above_of(self.linked, self.plan.sales_plans)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its goals, each with the one above that it serves."""
        goals = () if self.linked is None else self.linked.goals
        return tuple(Link(goal, goal_above(self.plan, self.above, goal)) for goal in goals)

    @cached_property
    def misplaced(self) -> tuple[PlanCaution, ...]:
        """What is odd about its place under the plans above."""
        if self.linked is None:
            return ()
        found = cautions(self.linked, self.plan.sales_plans)
        return tuple(each for each in found if each.code in _OF_PLACE)

    @cached_property
    def commitments(self) -> tuple[Activity, ...]:
        """What is promised for the next quarter with a date, in order."""
        ahead = bucket_span(self.next_key)
        rows = (row for row in self.plan.during(ahead) if row.is_open and row.date is not None and not row.private)
        return tuple(sorted((row for row in rows if row.series is None), key=order))

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What is needed from the leader now, the oldest first."""
        return open_needs(self.plan, self.last_day)

    @property
    def issued(self) -> ReportIssue | None:
        """The quarterly report as it was handed on last."""
        found = [each for each in self.plan.issued.values() if (each.kind, each.period) == ("quarter", self.key)]
        return max(found, key=lambda each: (each.issued, each.id), default=None)


_OF_PLACE: Final = frozenset({"no_parent", "unknown_parent", "wrong_level", "outside_parent"})
