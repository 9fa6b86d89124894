"""Customer loyalty: repurchase, retention, additional purchase, share of wallet (chapter 4.12, S32-S34)."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.customers import Customer, Stage
from salgsplan_tui.domain.sales import Order

GONE: Final = frozenset({Stage.DORMANT, Stage.LOST, Stage.NOT_TARGET})
"""The stages in which somebody is a customer no longer."""
_BY_CUSTOMERS: Final = frozenset({"repurchase", "additional"})
"""The kinds of purchase that only a customer makes."""


@dataclass(frozen=True)
class Share:
    """Some of a number: a rate with its n."""

    part: Fraction
    whole: Fraction

    @property
    def value(self) -> Fraction | None:
        """The rate; None of nothing."""
        return None if self.whole == 0 else self.part / self.whole


def share(part: int | Fraction, whole: int | Fraction) -> Share:
    """Return a share."""
    return Share(Fraction(part), Fraction(whole))


def existing_at_start(basis: Basis) -> tuple[Customer, ...]:
    """Return who was a customer when the period began."""
    start = basis.span.start
    bought = {each.customer for each in basis.plan.orders.values() if each.date < start and each.counts}
    return tuple(each for each in basis.plan.customers.values() if each.id in bought or _since(each, start))


def _since(customer: Customer, start: dt.date) -> bool:
    since = customer.existing_since
    day = dt.date(since, 1, 1) if isinstance(since, int) else since
    return day is not None and day < start


def repurchase_rate(basis: Basis) -> Share:
    """Return how many of the customers from before have bought again: any order of theirs counts (decisions.md)."""
    existing = {each.id for each in existing_at_start(basis)}
    return share(len(existing & {each.customer for each in basis.orders}), len(existing))


def retention(basis: Basis) -> Share:
    """Return how many of the customers from before still are customers."""
    existing = existing_at_start(basis)
    return share(sum(1 for each in existing if each.stage not in GONE), len(existing))


def additional_value(basis: Basis) -> int:
    """Return the value of additional purchases in øre: merkjøp."""
    return sum(each.net for each in basis.orders if each.purchase_kind == "additional")


def bought_by_customers(basis: Basis) -> tuple[Order, ...]:
    """Return the orders of those who were customers when they bought: all but what new customers bought first.

    Over a long period these are also the orders of those who became customers in it.
    """
    existing = {each.id for each in existing_at_start(basis)}
    return tuple(each for each in basis.orders if each.customer in existing or each.purchase_kind in _BY_CUSTOMERS)


def additional_share(basis: Basis) -> Share:
    """Return the additional purchases as a part of all that those bought who were customers when they did."""
    bought = bought_by_customers(basis)
    return share(
        sum(each.net for each in bought if each.purchase_kind == "additional"), sum(each.net for each in bought)
    )


def new_customers(basis: Basis) -> frozenset[str]:
    """Return who has bought for the first time in the period."""
    existing = {each.id for each in existing_at_start(basis)}
    first = (each for each in basis.orders if each.purchase_kind in {"first", None})
    return frozenset(each.customer for each in first if each.customer not in existing)


def share_of_wallet(basis: Basis, customer: Customer) -> Share | None:
    """Return a customer's orders as a part of what it could buy in the time gone; None where that is not known."""
    days = len(basis.known)
    if not customer.potential or days == 0:
        return None
    bought = sum(each.net for each in basis.orders if each.customer == customer.id)
    return share(bought, Fraction(customer.potential * days, 365))
