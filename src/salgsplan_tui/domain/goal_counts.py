"""What each measure of a goal counts: activities, orders, offers and service cases, done and ahead (chapter 4)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from salgsplan_tui.domain import counting, loyalty, service_figures
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.funnel import probability, weighted_offers
from salgsplan_tui.domain.hit_rate import hit_rate
from salgsplan_tui.domain.market_share import market_share
from salgsplan_tui.domain.nps import answers_in
from salgsplan_tui.domain.offers_followed import followed_up
from salgsplan_tui.domain.programme import Goal

_ONE: Final = 100
"""One of a goal's unit, in the hundredths that its figures are kept in."""


class Measured(NamedTuple):
    """A measure on a day, in hundredths of its unit; None where it cannot be told."""

    actual: Fraction | None
    scheduled: Fraction | None = None
    """What lies ahead in the plan towards it: planned rows, open offers by their probability."""


def counted(basis: Basis, goal: Goal) -> Measured:
    """Return how far a goal has come: counted where it can be, else as people told it last."""
    count = COUNTS.get(goal.measure or "")
    if count is not None:
        return count(basis)
    if goal.measure == "nps" and (score := answers_in(basis).score) is not None:
        return Measured(_ONE * score)
    told = [each for each in goal.measured if each.on <= basis.as_of]
    return Measured(Fraction(max(told, key=lambda each: each.on).value) if told else None)


def _order_value(basis: Basis) -> Measured:
    return Measured(Fraction(sum(each.net for each in basis.orders)), weighted_offers(basis))


def _orders(basis: Basis) -> Measured:
    expected = sum((probability(basis, each) for each in basis.open_offers), Fraction(0))
    return Measured(Fraction(_ONE * len(basis.orders)), _ONE * expected)


def _average_order(basis: Basis) -> Measured:
    value, number = sum(each.net for each in basis.orders), len(basis.orders)
    return Measured(Fraction(value, number) if number else None)


def _margin(basis: Basis) -> Measured:
    """Return the contribution margin; open offers count with the costs that were estimated for them."""
    expected = (
        probability(basis, each) * (each.amount - each.variable_cost)
        for each in basis.open_offers
        if each.variable_cost is not None
    )
    return Measured(Fraction(sum(map(margin_of, basis.orders))), sum(expected, Fraction(0)))


def _new_customers(basis: Basis) -> Measured:
    """Return the first purchases; an open offer to somebody who never bought may become one."""
    bought = {each.id for each in loyalty.existing_at_start(basis)} | {each.customer for each in basis.orders}
    return Measured(Fraction(_ONE * len(loyalty.new_customers(basis))), _ONE * _expected(basis, bought, inside=False))


def _repurchase_rate(basis: Basis) -> Measured:
    """Return the rate; an open offer to a customer who has not bought again yet may add to it."""
    rate = loyalty.repurchase_rate(basis)
    more = None if rate.whole == 0 else _expected(basis, unsettled_customers(basis), inside=True) / rate.whole
    return Measured(_percent(rate.value), _percent(more))


def unsettled_customers(basis: Basis) -> set[str]:
    """Return the ids of the customers from before who have not bought again yet."""
    return {each.id for each in loyalty.existing_at_start(basis)} - {each.customer for each in basis.orders}


def _expected(basis: Basis, customers: set[str], *, inside: bool) -> Fraction:
    """Return how many customers may be expected to buy, of those who are among these, or who are not."""
    chances: dict[str, Fraction] = {}
    for each in basis.open_offers:
        if (each.customer in customers) is inside:
            refused = 1 - chances.get(each.customer, Fraction(0))
            chances[each.customer] = 1 - refused * (1 - probability(basis, each))
    return sum(chances.values(), Fraction(0))


def _additional_value(basis: Basis) -> Measured:
    """Return the additional purchases; an open offer counts that an activity towards such a goal led to."""
    served = {goal.id for goal in basis.programme.goals if goal.measure == "additional_value"}
    rows = {row.id for row in basis.rows if row.goal in served}
    offers = (each for each in basis.open_offers if each.activity in rows)
    expected = sum((each.amount * probability(basis, each) for each in offers), Fraction(0))
    return Measured(Fraction(loyalty.additional_value(basis)), expected)


def _market_share(basis: Basis) -> Measured:
    found = market_share(basis)
    expected = None if found is None or not found.total else weighted_offers(basis) / found.total
    return Measured(None if found is None else _percent(found.contribution), _percent(expected))


def _hit_rate(basis: Basis) -> Measured:
    return Measured(_percent(hit_rate(basis).by_number))


def _rows(counts: Callable[[Activity], bool], number: Callable[[Activity], int]) -> Callable[[Basis], Measured]:
    """Return the count of something in the done rows, and of its planned number in those ahead."""

    def count(basis: Basis) -> Measured:
        done = sum(number(row) for row in basis.done if counts(row))
        ahead = sum(counting.planned_number(row) for row in basis.ahead if counts(row))
        return Measured(Fraction(_ONE * done), Fraction(_ONE * ahead))

    return count


def _only_done(number: Callable[[Activity], int]) -> Callable[[Basis], Measured]:
    """Return the count of something that cannot be planned as such."""
    return lambda basis: Measured(Fraction(_ONE * sum(map(number, basis.done))))


def _reached_by_phone(row: Activity) -> int:
    return counting.reached(row) if counting.is_attempt(row) else 0


def _offers(basis: Basis) -> Measured:
    ahead = sum(counting.planned_number(row) for row in basis.ahead if row.channel == counting.OFFER)
    return Measured(Fraction(_ONE * len(basis.offers)), Fraction(_ONE * ahead))


def _offer_value(basis: Basis) -> Measured:
    ahead = sum(row.value or 0 for row in basis.ahead if row.channel == counting.OFFER)
    return Measured(Fraction(sum(each.amount for each in basis.offers)), Fraction(ahead))


def _activities(basis: Basis) -> Measured:
    return Measured(Fraction(_ONE * len(basis.done)), Fraction(_ONE * len(basis.ahead)))


def _hours(basis: Basis) -> Measured:
    done = sum(map(counting.worked_minutes, basis.done))
    return Measured(Fraction(_ONE * done, 60), Fraction(_ONE * sum(row.minutes or 0 for row in basis.ahead), 60))


def _share_of(rate: Callable[[Basis], loyalty.Share]) -> Callable[[Basis], Measured]:
    return lambda basis: Measured(_percent(rate(basis).value))


def _minutes_of(average: Callable[[Basis], Fraction | None]) -> Callable[[Basis], Measured]:
    def count(basis: Basis) -> Measured:
        minutes = average(basis)
        return Measured(None if minutes is None else _ONE * minutes / 60)

    return count


def _percent(value: Fraction | None) -> Fraction | None:
    """Return a share in hundredths of a percent."""
    return None if value is None else value * 100 * _ONE


COUNTS: Final[Mapping[str, Callable[[Basis], Measured]]] = MappingProxyType(
    {
        "order_value": _order_value,
        "orders": _orders,
        "average_order": _average_order,
        "contribution_margin": _margin,
        "own_sale_share": lambda basis: Measured(_percent(sale_share(basis.orders).by_value)),
        "new_customers": _new_customers,
        "repurchase_rate": _repurchase_rate,
        "additional_value": _additional_value,
        "additional_share": _share_of(loyalty.additional_share),
        "retention": _share_of(loyalty.retention),
        "market_share": _market_share,
        "offers": _offers,
        "offer_value": _offer_value,
        "hit_rate": _hit_rate,
        "offers_followed_up": _share_of(followed_up),
        "attempts": _rows(counting.is_attempt, counting.done_number),
        "reached": _only_done(_reached_by_phone),
        "meetings_booked": _only_done(counting.booked),
        "meetings": _rows(counting.is_meeting, counting.done_number),
        "activities": _activities,
        "hours": _hours,
        "recovery_rate": _share_of(service_figures.recovery_rate),
        "buyers_joy_rate": _share_of(service_figures.buyers_joy_rate),
        "first_response": _minutes_of(service_figures.average_response),
        "resolution": _minutes_of(service_figures.average_resolution),
    }
)
"""How each measure is counted. What a person counts is told in the goal itself; so is `nps`, of too few answers."""
