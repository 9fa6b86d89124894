"""What each figure of a goal was counted from: the orders, offers, activities and cases behind it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain import counting, loyalty
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.funnel import probability
from salgsplan_tui.domain.goal_counts import unsettled_customers
from salgsplan_tui.domain.nps import Given, answers_in
from salgsplan_tui.domain.offers_followed import offers_to_follow
from salgsplan_tui.domain.programme import Goal, Measurement
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase

Item = Activity | Offer | Order | ServiceCase | Measurement | Given
_ONE: Final = 100
"""One of a goal's unit, in the hundredths that its figures are kept in."""


@dataclass(frozen=True)
class Evidence:
    """One thing that a figure was counted from."""

    item: Item
    counts: Fraction | None = None
    """What it adds to the figure, in hundredths of the goal's unit; None where it is one of a rate or an average."""


@dataclass(frozen=True)
class GoalEvidence:
    """What the two counted figures of a goal rest on."""

    actual: tuple[Evidence, ...] = ()
    scheduled: tuple[Evidence, ...] = ()


def evidence_of(basis: Basis, goal: Goal) -> GoalEvidence:
    """Return what a goal's figures were counted from, in the days up to its deadline."""
    until = basis.until(goal.deadline or basis.span.last)
    find = _FINDERS.get(goal.measure or "")
    if find is not None:
        return find(until)
    told = sorted((each for each in goal.measured if each.on <= basis.as_of), key=lambda each: each.on)
    return GoalEvidence(_each(told) if goal.measure != "nps" else _nps(until, told))


def _nps(basis: Basis, told: list[Measurement]) -> tuple[Evidence, ...]:
    """Return the customers' answers; where they are too few for a score, what was told by hand first."""
    answers = answers_in(basis)
    return _each(answers.given if answers.score is not None else (*told, *answers.given))


def serving(basis: Basis, goal: Goal) -> tuple[Activity, ...]:
    """Return the activities that serve a goal: by themselves, or through their activity programme or its strategy."""
    strategies = {each.id for each in basis.programme.strategies if goal.id in each.goals}
    through = {
        each.id for each in basis.programme.programmes if goal.id in each.goals or (each.strategy or "") in strategies
    }
    return tuple(
        row
        for row in basis.rows
        if row.counts and (row.goal == goal.id or (row.goal is None and row.programme in through))
    )


def _each(items: Iterable[Item], counts: Callable[[Item], Fraction | int] | None = None) -> tuple[Evidence, ...]:
    return tuple(Evidence(each, None if counts is None else Fraction(counts(each))) for each in items)


def _orders(number: Callable[[Order], int], chance: Callable[[Basis, Offer], Fraction]) -> "_Finder":
    """Return the orders, and the open offers by their probability."""

    def find(basis: Basis) -> GoalEvidence:
        return GoalEvidence(
            tuple(Evidence(each, Fraction(number(each))) for each in basis.orders),
            tuple(Evidence(each, chance(basis, each)) for each in basis.open_offers),
        )

    return find


def _margin(basis: Basis) -> GoalEvidence:
    known = ((each, each.variable_cost) for each in basis.open_offers)
    return GoalEvidence(
        tuple(Evidence(each, Fraction(margin_of(each))) for each in basis.orders),
        tuple(
            Evidence(each, probability(basis, each) * (each.amount - cost)) for each, cost in known if cost is not None
        ),
    )


def _new_customers(basis: Basis) -> GoalEvidence:
    new = set(loyalty.new_customers(basis))
    bought = {each.id for each in loyalty.existing_at_start(basis)} | {each.customer for each in basis.orders}
    waiting = (each for each in basis.open_offers if each.customer not in bought)
    return GoalEvidence(tuple(_firsts(basis, new, Fraction(_ONE))), _each(waiting))


def _repurchase(basis: Basis) -> GoalEvidence:
    existing = {each.id for each in loyalty.existing_at_start(basis)}
    waiting = unsettled_customers(basis)
    return GoalEvidence(
        tuple(_firsts(basis, existing, None)), _each(each for each in basis.open_offers if each.customer in waiting)
    )


def _firsts(basis: Basis, customers: set[str], counts: Fraction | None) -> Iterator[Evidence]:
    """Yield the first order of each of these customers: the one that makes them count."""
    waiting = set(customers)
    for each in basis.orders:
        if each.customer in waiting:
            waiting.discard(each.customer)
            yield Evidence(each, counts)


def _additional(basis: Basis) -> GoalEvidence:
    served = {goal.id for goal in basis.programme.goals if goal.measure == "additional_value"}
    rows = {row.id for row in basis.rows if row.goal in served}
    orders = (each for each in basis.orders if each.purchase_kind == "additional")
    offers = (each for each in basis.open_offers if each.activity in rows)
    return GoalEvidence(
        tuple(Evidence(each, Fraction(each.net)) for each in orders),
        tuple(Evidence(each, each.amount * probability(basis, each)) for each in offers),
    )


def _of_rows(
    counts: Callable[[Activity], bool],
    done: Callable[[Activity], Fraction | int],
    ahead: Callable[[Activity], Fraction | int] | None,
) -> "_Finder":
    """Return the done rows that give something, and those ahead that plan it."""

    def find(basis: Basis) -> GoalEvidence:
        found = ((row, Fraction(_ONE * done(row))) for row in basis.done if counts(row))
        planned = () if ahead is None else tuple((row, _ONE * ahead(row)) for row in basis.ahead if counts(row))
        return GoalEvidence(
            tuple(Evidence(row, number) for row, number in found if number),
            tuple(Evidence(row, Fraction(number)) for row, number in planned),
        )

    return find


def _sent(value: Callable[[Offer], int], ahead: Callable[[Activity], int]) -> "_Finder":
    def find(basis: Basis) -> GoalEvidence:
        rows = (row for row in basis.ahead if row.channel == counting.OFFER)
        return GoalEvidence(
            tuple(Evidence(each, Fraction(value(each))) for each in basis.offers),
            tuple(Evidence(row, Fraction(ahead(row))) for row in rows),
        )

    return find


def _only(items: Callable[[Basis], Iterable[Item]]) -> "_Finder":
    """Return what a rate or an average rests on: nothing of it adds up."""
    return lambda basis: GoalEvidence(_each(items(basis)))


def _opened_cases(basis: Basis) -> Iterator[ServiceCase]:
    return (case for case in basis.plan.cases.values() if case.day in basis.known)


def _from_before(basis: Basis) -> Iterator[Order]:
    existing = {each.id for each in loyalty.existing_at_start(basis)}
    return (each for each in basis.orders if each.customer in existing)


def _always(_row: Activity) -> bool:
    return True


def _reached_by_phone(row: Activity) -> int:
    return counting.reached(row) if counting.is_attempt(row) else 0


_Finder = Callable[[Basis], GoalEvidence]
_FINDERS: Final[Mapping[str, _Finder]] = MappingProxyType(
    {
        "order_value": _orders(lambda order: order.net, lambda basis, offer: offer.amount * probability(basis, offer)),
        "orders": _orders(lambda _order: _ONE, lambda basis, offer: _ONE * probability(basis, offer)),
        "average_order": _only(lambda basis: basis.orders),
        "contribution_margin": _margin,
        "own_sale_share": _only(lambda basis: basis.orders),
        "new_customers": _new_customers,
        "repurchase_rate": _repurchase,
        "additional_value": _additional,
        "additional_share": _only(loyalty.bought_by_customers),
        "retention": _only(_from_before),
        "market_share": _only(lambda basis: basis.orders),
        "offers": _sent(lambda _offer: _ONE, lambda row: _ONE * counting.planned_number(row)),
        "offer_value": _sent(lambda offer: offer.amount, lambda row: row.value or 0),
        "hit_rate": _only(lambda basis: basis.decided),
        "offers_followed_up": _only(lambda basis: (each.offer for each in offers_to_follow(basis))),
        "attempts": _of_rows(counting.is_attempt, counting.done_number, counting.planned_number),
        "reached": _of_rows(_always, _reached_by_phone, None),
        "meetings_booked": _of_rows(_always, counting.booked, None),
        "meetings": _of_rows(counting.is_meeting, counting.done_number, counting.planned_number),
        "activities": _of_rows(_always, lambda _row: 1, lambda _row: 1),
        "hours": _of_rows(
            _always,
            lambda row: Fraction(counting.worked_minutes(row), 60),
            lambda row: Fraction(row.minutes or 0, 60),
        ),
        "recovery_rate": _only(lambda basis: basis.closed_cases),
        "buyers_joy_rate": _only(lambda basis: basis.closed_cases),
        "first_response": _only(_opened_cases),
        "resolution": _only(_opened_cases),
    }
)
"""What each measure is counted from, as `goal_counts.COUNTS` counts it; `nps` is of answers, own measures are told."""
