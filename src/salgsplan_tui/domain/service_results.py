"""What the service cases of a period came to, each figure with its n: speed, recovery, joy, orders after it (4.13)."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from salgsplan_tui.domain.basis import ended_on, running_programme
from salgsplan_tui.domain.case_clock import clock_of, resolution_due, response_due
from salgsplan_tui.domain.case_evidence import EVIDENCE_DAYS, JOY
from salgsplan_tui.domain.case_rows import cost_of, lacks_next
from salgsplan_tui.domain.dates import Span, bucket_span, inclusive, quarter_key
from salgsplan_tui.domain.loyalty import Share, share
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import CaseResult, ServiceCase
from salgsplan_tui.domain.service_figures import (
    SATISFIED,
    Average,
    average_of,
    ended_at_least,
    resolution_minutes,
    response_minutes,
)

_WENT_WRONG = frozenset({"complaint", "claim"})


@dataclass(frozen=True)
class ServiceResults:
    """The figures of a period as of a moment; what was read of the plan is what they are counted from."""

    plan: Plan = field(repr=False)
    span: Span
    now: dt.datetime

    @property
    def known(self) -> Span:
        """The days of the period that have come."""
        return self.span.common(inclusive(dt.date.min, self.now.date()))

    @cached_property
    def opened(self) -> tuple[ServiceCase, ...]:
        """The cases that came in, oldest first."""
        found = (case for case in self.plan.cases.values() if case.day in self.known)
        return tuple(sorted(found, key=lambda case: (case.opened, case.id)))

    @cached_property
    def closed(self) -> tuple[ServiceCase, ...]:
        """The cases that were closed, whenever they came in; oldest first."""
        ended = ((ended_on(case) or case.day, case) for case in self.plan.cases.values() if not case.is_open)
        return tuple(case for day, case in sorted(ended, key=lambda each: (each[0], each[1].id)) if day in self.known)

    @cached_property
    def open(self) -> tuple[ServiceCase, ...]:
        """The cases that are open now, whenever they came in."""
        return tuple(case for case in self.plan.cases.values() if case.is_open)

    @cached_property
    def late(self) -> tuple[ServiceCase, ...]:
        """The open ones whose clock has run out."""
        clocks = ((case, clock_of(self.plan, case, self.now)) for case in self.open)
        return tuple(case for case, clock in clocks if clock is not None and clock.has_run_out)

    @cached_property
    def without_next(self) -> tuple[ServiceCase, ...]:
        """The open ones in which nothing is planned."""
        return tuple(case for case in self.open if lacks_next(self.plan, case))

    @cached_property
    def response(self) -> Average:
        """The working minutes to the first answer, of the cases that came in and were answered."""
        return average_of(self.plan, self.opened, response_minutes)

    @cached_property
    def resolution(self) -> Average:
        """The working minutes to the solution, of the cases that came in and were solved."""
        return average_of(self.plan, self.opened, resolution_minutes)

    @cached_property
    def answered_in_time(self) -> Share:
        """How many of the answered cases were answered before it was due."""
        told = [(when, response_due(self.plan, case)) for case in self.opened if (when := case.first_response)]
        return share(sum(1 for when, due in told if due is None or when <= due), len(told))

    @cached_property
    def solved_in_time(self) -> Share:
        """How many of the solved cases were solved before it was due."""
        told = [(when, resolution_due(self.plan, case, when)) for case in self.opened if (when := case.resolved)]
        return share(sum(1 for when, due in told if due is None or when <= due), len(told))

    @cached_property
    def recovery(self) -> Share:
        """How many of the closed cases left the customer satisfied at least."""
        return ended_at_least(self.closed, SATISFIED)

    @cached_property
    def joy(self) -> Share:
        """How many of the closed cases ended in buyer's joy."""
        return ended_at_least(self.closed, JOY)

    @cached_property
    def lift(self) -> Average:
        """By how much the mood rose from the beginning to the end, of the closed cases that tell both."""
        told = [
            case.end_mood - case.start_mood
            for case in self.closed
            if case.end_mood is not None and case.start_mood is not None
        ]
        return Average(Fraction(sum(told), len(told)) if told else None, len(told))

    @cached_property
    def repurchase(self) -> Share:
        """How many of the closed complaints and claims were followed by an order of the customer within 90 days."""
        return share(sum(1 for case in self._went_wrong if self._bought_again(case)), len(self._went_wrong))

    @cached_property
    def may_still_buy(self) -> int:
        """How many of those that were not have some of their 90 days left."""
        today = self.now.date()
        return sum(
            1
            for case in self._went_wrong
            if not self._bought_again(case) and today < _settled(case) + dt.timedelta(days=EVIDENCE_DAYS)
        )

    @cached_property
    def cost(self) -> Average:
        """What a closed case cost on average, in øre: compensation and what else its activities cost."""
        costs = [cost_of(self.plan, case) for case in self.closed]
        return Average(Fraction(sum(costs), len(costs)) if costs else None, len(costs))

    @cached_property
    def results(self) -> Mapping[CaseResult, int]:
        """How many of the closed cases came to what."""
        return Counter(case.result for case in self.closed if case.result is not None)

    @cached_property
    def causes(self) -> tuple[tuple[str, int], ...]:
        """The causes of the cases that came in, the most frequent first."""
        counts = Counter(case.cause for case in self.opened if case.cause)
        return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold())))

    @cached_property
    def _went_wrong(self) -> tuple[ServiceCase, ...]:
        return tuple(case for case in self.closed if case.type in _WENT_WRONG)

    def _bought_again(self, case: ServiceCase) -> bool:
        first = _settled(case)
        last = first + dt.timedelta(days=EVIDENCE_DAYS)
        return any(
            first <= order.date <= last and order.id != case.order and not order.cancelled
            for order in self.plan.orders.values()
            if order.customer == case.customer
        )


def _settled(case: ServiceCase) -> dt.date:
    """Return the day from which on an order counts: when it was solved, else when it ended."""
    return case.resolved.date() if case.resolved is not None else ended_on(case) or case.day


def usual_period(plan: Plan, day: dt.date) -> Span:
    """Return the days that figures are usually of: those of the running programme, else of the quarter."""
    programme = running_programme(plan, day)
    if programme is not None:
        return programme.span
    return bucket_span(quarter_key(day))
