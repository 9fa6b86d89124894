"""The week's review: what it looks at, in ten steps (chapter 6.3, S34-S36, S52)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import ClassVar, Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.basis import Basis, basis_of, ended_on, running_programme
from salgsplan_tui.domain.budget import Budget, Costs, budget_of
from salgsplan_tui.domain.case_then import case_on
from salgsplan_tui.domain.channel_economics import ChannelResult, channel_economics
from salgsplan_tui.domain.counting import is_attempt, is_meeting, planned_number
from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.dates import Span, week_key, week_span
from salgsplan_tui.domain.day_plan import PlannedDays, week_plan
from salgsplan_tui.domain.fulfilment import Fulfilment, fulfilment
from salgsplan_tui.domain.funnel import Steps, funnel_of
from salgsplan_tui.domain.funnel_rates import Rates, own_rates, plan_rates
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.need_edits import open_needs
from salgsplan_tui.domain.needs import Need
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.sales import Offer
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import Review, Sheet, order

OLD_OFFER_DAYS: Final = 7
"""An offer that was out for longer is looked at (chapter 6.3)."""


class ReviewStep(StrEnum):
    """The ten steps, each a screen, in the order in which they are gone through."""

    ROWS = "rows"
    RESULTS = "results"
    RATES = "rates"
    CUSTOMERS = "customers"
    SERVICE = "service"
    COST = "cost"
    LEARNED = "learned"
    NEEDS = "needs"
    NEXT_WEEK = "next_week"
    ISSUE = "issue"


STEPS: Final = tuple(ReviewStep)


@dataclass(frozen=True)
class WeekReview:
    """A week as the seller looks back on it, and the next one as it stands.

    Of a week that is over, offers and cases are told as they stood on its last day.
    """

    steps: ClassVar[tuple[ReviewStep, ...]] = STEPS
    plan: Plan
    week: str
    now: dt.datetime

    @property
    def key(self) -> str:
        """The week."""
        return self.week

    @property
    def span(self) -> Span:
        """The days of the week."""
        return week_span(self.week)

    @property
    def last_day(self) -> dt.date:
        """The last day that is known of: the week's Sunday, or today."""
        return min(self.now.date(), self.span.last)

    @property
    def notes(self) -> Review:
        """What was noted so far."""
        return self.plan.sheets.get(self.week, Sheet()).review

    @property
    def wanted_to_change(self) -> str:
        """What the review of the week before wanted to change."""
        return self.plan.sheets.get(week_before(self.week), Sheet()).review.change

    @cached_property
    def fulfilment(self) -> Fulfilment:
        """What became of the plan."""
        return fulfilment(self.plan, self.week, self.now)

    @cached_property
    def left(self) -> tuple[Activity, ...]:
        """The week's rows that are not settled: what stands in it, and what began earlier and ended in it."""
        found = {row.id: row for row in (*self.plan.during(self.span), *self.plan.in_bucket(self.week))}
        rows = (row for row in found.values() if row.is_open and row.state is not State.DRAFT and self._ends(row))
        return tuple(sorted(rows, key=order))

    @cached_property
    def left_before(self) -> tuple[Activity, ...]:
        """What was left undone in the weeks before, and is not settled either, oldest first."""
        rows = (row for row in self.plan.overdue(self.now) if row.span is not None)
        return tuple(row for row in rows if row.span is not None and row.span.last < self.span.start)

    def _ends(self, row: Activity) -> bool:
        return row.span is None or row.span.last <= self.span.last

    @cached_property
    def programme(self) -> SalesPlan | None:
        """The market programme that ran."""
        return running_programme(self.plan, self.last_day)

    @cached_property
    def basis(self) -> Basis | None:
        """What the programme's figures are counted from, to the week's end."""
        return None if self.programme is None else basis_of(self.plan, self.programme, self.last_day)

    @cached_property
    def results(self) -> ChannelResult:
        """What the week came to over all channels, whatever programme it was for."""
        return channel_economics(self._basis_of_week).total

    @cached_property
    def _basis_of_week(self) -> Basis:
        days = SalesPlan(id=self.week.lower(), kind="market_plan", start=self.span.start, end=self.span.last)
        return Basis(self.plan, days, self.last_day, self.span)

    @cached_property
    def wanted(self) -> Steps | None:
        """What the programme's sales goal asks of this week: its share by working days, rounded up."""
        return self._asked_of(self.span)

    @cached_property
    def wanted_next(self) -> Steps | None:
        """What the goal asks of the next week; None where the programme is over by then."""
        if self.basis is None or not self.basis.span.touches(week_span(self.next_week)):
            return None
        return self._asked_of(week_span(self.next_week))

    def _asked_of(self, span: Span) -> Steps | None:
        funnel = None if self.basis is None else funnel_of(self.basis)
        if funnel is None or self.basis is None or self.basis.workdays == 0:
            return None
        days = count_workdays(span.common(self.basis.span), self.plan.days_off)
        share = Fraction(days, self.basis.workdays)
        need = funnel.need
        parts = (need.orders, need.offers, need.meetings, need.reached, need.attempts)
        return Steps(*(None if each is None else ceil(each * share) for each in parts))

    @cached_property
    def rates(self) -> tuple[Rates, Rates] | None:
        """The programme's own rates so far, and the planned ones."""
        if self.basis is None:
            return None
        return own_rates(self.basis), plan_rates(self.basis.programme.rates)

    @cached_property
    def _records(self) -> tuple[CustomerRecord, ...]:
        return tuple(customer_records(self.plan, self.now).values())

    @cached_property
    def without_next_step(self) -> tuple[CustomerRecord, ...]:
        """The customers on their way with whom nothing is planned (S4)."""
        return tuple(record for record in self._records if record.lacks_next_step)

    @cached_property
    def old_offers(self) -> tuple[Offer, ...]:
        """The offers that had been out for more than a week then, the oldest first, also those decided since."""
        today = self.last_day
        old = [each for each in self._basis_of_week.open_offers if (each.age(today) or 0) > OLD_OFFER_DAYS]
        return tuple(sorted(old, key=lambda each: (each.sent or today, each.id)))

    @cached_property
    def _cases(self) -> tuple[ServiceCase, ...]:
        """The service cases as they stood then."""
        found = (case_on(each, self.last_day) for each in self.plan.cases.values())
        return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.opened, each.id)))

    @cached_property
    def open_cases(self) -> tuple[ServiceCase, ...]:
        """The service cases in which something remained to be done, the oldest first, also those closed since."""
        return tuple(each for each in self._cases if each.is_open)

    @cached_property
    def closed_cases(self) -> tuple[ServiceCase, ...]:
        """The service cases that ended in the week."""
        return tuple(each for each in self._cases if not each.is_open and (ended_on(each) or each.day) in self.span)

    @cached_property
    def costs(self) -> Costs:
        """What the week cost, and what is still planned in it."""
        return budget_of(self._basis_of_week).total

    @cached_property
    def budget(self) -> Budget | None:
        """The programme's cost budget."""
        return None if self.basis is None else budget_of(self.basis)

    @cached_property
    def over_budget(self) -> tuple[str, ...]:
        """The ids of the budget lines that will cost more than their frame."""
        if self.budget is None:
            return ()
        return tuple(line.id for line in self.budget.lines if self.budget.by_line[line.id].variance < 0)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What is needed from the leader now, the oldest first."""
        return open_needs(self.plan, self.last_day)

    @property
    def next_week(self) -> str:
        """The week after it, "2027-W08"."""
        return week_key(self.span.end)

    @cached_property
    def ahead(self) -> PlannedDays:
        """The next week as it is planned."""
        return week_plan(self.plan, self.next_week, self.now)

    @cached_property
    def calls_ahead(self) -> int:
        """How many calls are planned for the next week."""
        return sum(planned_number(row) for row in self._counted_ahead if is_attempt(row))

    @cached_property
    def meetings_ahead(self) -> int:
        """How many meetings with customers are planned for the next week."""
        return sum(planned_number(row) for row in self._counted_ahead if is_meeting(row))

    @property
    def _counted_ahead(self) -> tuple[Activity, ...]:
        days = self.ahead.span
        return tuple(row for row in self.ahead.rows if row.counts and (row.span is None or row.span.start in days))


def week_before(week: str) -> str:
    """Return the week before one, "2027-W06"."""
    return week_key(week_span(week).start - dt.timedelta(days=1))


def week_to_review(day: dt.date) -> str:
    """Return the week whose review is due: on Monday and Tuesday still the one before, else the current one."""
    return week_key(day - dt.timedelta(days=2) if day.weekday() < _WEDNESDAY else day)


_WEDNESDAY: Final = 2
