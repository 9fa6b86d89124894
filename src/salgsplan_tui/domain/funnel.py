"""The funnel counted back from a sales goal (salgskalkyle), rounded up at every step (chapter 4.1-4.2)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.amounts import share_of
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.counting import OFFER, is_attempt, is_meeting, planned_number
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.funnel_rates import Rate, Rates, plan_rates
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.sales import Offer

_ONE: Final = 100
"""One order in hundredths of the goal's unit."""


@dataclass(frozen=True)
class Steps:
    """A number for each step of the funnel; None where a rate is missing or 0."""

    orders: int | None
    offers: int | None
    meetings: int | None
    reached: int | None
    attempts: int | None

    def less(self, other: "Steps") -> "Steps":
        """Return what is left of each step when so much of it is there already; never less than nothing."""
        return Steps(
            _less(self.orders, other.orders),
            _less(self.offers, other.offers),
            _less(self.meetings, other.meetings),
            _less(self.reached, other.reached),
            _less(self.attempts, other.attempts),
        )


@dataclass(frozen=True)
class Funnel:
    """What a sales goal needs, and what of it is planned, up to the goal's own deadline."""

    goal: Goal
    span: Span
    """The days it is counted in: those of the basis up to the deadline."""
    rates: Rates
    need: Steps
    """For the whole goal, from nothing."""
    rest: Fraction
    """What is missing to the goal, in hundredths of its unit."""
    rest_after_pipeline: Fraction
    """What is missing when the open offers are counted in by their probability (chapter 4.2)."""
    remaining: Steps
    """For the rest after the open offers."""
    remaining_before: Steps
    """For the rest without them."""
    planned: Steps
    """In all those days, done or not."""
    planned_ahead: Steps
    """In what remains to be done."""
    coverage: Fraction | None
    """The open offers to the rest; None where nothing is missing."""

    @property
    def missing(self) -> Steps:
        """What is needed from now on and not planned (chapter 4.2)."""
        return self.remaining.less(self.planned_ahead)

    @property
    def unplanned(self) -> Steps:
        """What the whole goal needs and the whole programme does not hold (chapter 8.6)."""
        return self.need.less(self.planned)


def need(amount: Fraction | int, rates: Rates) -> Steps:
    """Return what an amount in øre needs, rounded up at every step: half an order does not exist."""
    orders = _step(max(Fraction(0), Fraction(amount)), rates.average_order)
    return needed_for(orders, rates)


def needed_for(orders: int | None, rates: Rates) -> Steps:
    """Return what so many orders need."""
    offers = _step(orders, rates.hit)
    meetings = _step(offers, rates.offer)
    met = _step(meetings, rates.meeting)
    return Steps(orders, offers, meetings, met, _step(met, rates.reached))


def per_day(attempts: int | None, working_days: int) -> int | None:
    """Return how many of them make a day, rounded up."""
    return None if attempts is None or working_days <= 0 else ceil(Fraction(attempts, working_days))


def workdays_left(basis: Basis, funnel: Funnel | None) -> int:
    """Return the working days that are left to do what the funnel needs, today with them."""
    span = basis.span if funnel is None else funnel.span
    return count_workdays(span.common(Span(basis.as_of, dt.date.max)), basis.plan.days_off)


def order_goal(programme: SalesPlan) -> Goal | None:
    """Return the goal that the funnel is counted back from: the first of order intake, in kroner or in orders."""
    goals = (goal for goal in programme.goals if goal.target is not None and goal.status != "dropped")
    return next((goal for goal in goals if goal.measure in {"order_value", "orders"}), None)


def funnel_of(basis: Basis, rates: Rates | None = None) -> Funnel | None:
    """Return the funnel of a programme by its planned rates, or by these; None without a goal of order intake."""
    goal = order_goal(basis.programme)
    if goal is None or goal.target is None:
        return None
    rates = plan_rates(basis.programme.rates) if rates is None else rates
    basis = basis.until(goal.deadline or basis.span.last)
    count = _count_of_value if goal.measure == "order_value" else _count_of_orders
    won, out, expected = count(basis)
    rest = max(Fraction(0), goal.target - won)
    after = max(Fraction(0), rest - expected)
    return Funnel(
        goal=goal,
        span=basis.span,
        rates=rates,
        need=_needed(goal, Fraction(goal.target), rates),
        rest=rest,
        rest_after_pipeline=after,
        remaining=_needed(goal, after, rates),
        remaining_before=_needed(goal, rest, rates),
        planned=_planned([row for row in basis.rows if row.counts], rates),
        planned_ahead=_planned(basis.ahead, rates),
        coverage=None if rest == 0 else out / rest,
    )


def _needed(goal: Goal, amount: Fraction, rates: Rates) -> Steps:
    return need(amount, rates) if goal.measure == "order_value" else needed_for(ceil(amount / _ONE), rates)


def _count_of_value(basis: Basis) -> tuple[Fraction, Fraction, Fraction]:
    """Return in øre what was won, what is out in offers, and what of that may be expected."""
    out = sum(each.amount for each in basis.open_offers)
    return Fraction(sum(each.net for each in basis.orders)), Fraction(out), weighted_offers(basis)


def _count_of_orders(basis: Basis) -> tuple[Fraction, Fraction, Fraction]:
    """Return the same in hundredths of orders."""
    expected = sum((probability(basis, each) for each in basis.open_offers), Fraction(0))
    return Fraction(_ONE * len(basis.orders)), Fraction(_ONE * len(basis.open_offers)), _ONE * expected


def weighted_offers(basis: Basis) -> Fraction:
    """Return the open offers by their probability, in øre."""
    return sum((each.amount * probability(basis, each) for each in basis.open_offers), Fraction(0))


def probability(basis: Basis, offer: Offer) -> Fraction:
    """Return how probable it is that an offer is won; where nobody told, as probable as was planned for offers."""
    return probability_in(basis.programme, offer)


def probability_in(programme: SalesPlan, offer: Offer) -> Fraction:
    """Return the same by the rates of a programme."""
    told = share_of(offer.probability)
    return (plan_rates(programme.rates).hit.value or Fraction(0)) if told is None else told


def _planned(rows: Iterable[Activity], rates: Rates) -> Steps:
    """Return attempts and meetings that rows plan, and what the other steps then come to by the rates, rounded down."""
    listed = tuple(rows)
    attempts = sum(planned_number(row) for row in listed if is_attempt(row))
    meetings = sum(planned_number(row) for row in listed if is_meeting(row))
    written = sum(planned_number(row) for row in listed if row.channel == OFFER)
    offers = max(written, _part(meetings, rates.offer))
    return Steps(_part(offers, rates.hit), offers, meetings, _part(attempts, rates.reached), attempts)


def _part(number: int, rate: Rate) -> int:
    return 0 if rate.value is None else floor(number * rate.value)


def _step(number: Fraction | int | None, rate: Rate) -> int | None:
    return None if number is None or not rate.value else ceil(number / rate.value)


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None else max(0, one - (other or 0))
