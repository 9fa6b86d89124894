"""The month's review: what it looks at, in seven steps (chapter 6.4)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from salgsplan_tui.domain.basis import Basis, basis_of, days_basis, programme_of
from salgsplan_tui.domain.dates import Span, bucket_span, month_key
from salgsplan_tui.domain.goal_months import GoalMonth, goal_months
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.period_review import progress_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.register_check import Unchecked, unchecked
from salgsplan_tui.domain.retention import Overkept, to_review
from salgsplan_tui.domain.sheet import Progress


class MonthStep(StrEnum):
    """The seven steps, each a screen, in the order in which they are gone through."""

    RESULT = "month_result"
    FORECAST = "month_forecast"
    CHANNELS = "month_channels"
    BUDGET = "month_budget"
    REGISTER = "month_register"
    RETENTION = "month_retention"
    PLAN = "month_plan"


@dataclass(frozen=True)
class MonthReview:
    """A month as the seller looks back on it, and the one that has begun."""

    steps: ClassVar[tuple[MonthStep, ...]] = tuple(MonthStep)
    plan: Plan
    key: str
    """The month that is looked back on, "2027-02"."""
    now: dt.datetime

    @property
    def span(self) -> Span:
        """The days of the month."""
        return bucket_span(self.key)

    @property
    def next_key(self) -> str:
        """The month after it, "2027-03"."""
        return month_key(self.span.end)

    @property
    def next_days(self) -> Span:
        """The days of the month after it."""
        return bucket_span(self.next_key)

    @property
    def notes(self) -> Progress:
        """How far it was gone through."""
        return progress_of(self.plan, self.key)

    @cached_property
    def programme(self) -> SalesPlan | None:
        """The market programme that the month was worked by."""
        return programme_of(self.plan, self.span)

    @cached_property
    def goals(self) -> tuple[GoalMonth, ...]:
        """What the month asked of each goal, and brought."""
        if self.programme is None:
            return ()
        return tuple(goal_months(basis_of(self.plan, self.programme, self.now.date()), self.span))

    @cached_property
    def month_basis(self) -> Basis:
        """What happened in the month, in whichever programme."""
        return days_basis(self.plan, self.programme, self.span, self.now.date())

    @cached_property
    def running(self) -> Basis | None:
        """The programme that the next month is worked by: its end is forecast, and its money is moved."""
        programme = programme_of(self.plan, self.next_days)
        return None if programme is None else basis_of(self.plan, programme, self.now.date())

    @cached_property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """The consumers to look up in the register of reservations for the next month."""
        return unchecked(self.plan, self.next_days)

    @cached_property
    def overkept(self) -> tuple[Overkept, ...]:
        """The contacts that may have been kept for too long; all files should have been read."""
        return to_review(self.plan, self.now)

    @property
    def issued(self) -> ReportIssue | None:
        """The next month's plan as it was handed on last."""
        found = [each for each in self.plan.issued.values() if (each.kind, each.period) == ("month", self.next_key)]
        return max(found, key=lambda each: (each.issued, each.id), default=None)
