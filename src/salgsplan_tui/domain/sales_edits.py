"""The edits of offers and orders (architecture.md 4)."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order


def add_offer(plan: Plan, offer: Offer, *, at: dt.datetime) -> Plan:
    """Put a new offer among the others."""
    return _put_offer(plan, offer.changed_to(created=at), at)


def change_offer(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of an offer.

    Raises:
        NotFoundError: there is none such.
    """
    return _put_offer(plan, offer_of(plan, identity).changed_to(**fields), at)


def remove_offer(plan: Plan, identity: str) -> Plan:
    """Take an offer out that was put in by mistake.

    Raises:
        NotFoundError: there is none such.
    """
    gone = offer_of(plan, identity).id
    return replace(plan, offers={key: each for key, each in plan.offers.items() if key != gone})


def add_order(plan: Plan, order: Order, *, at: dt.datetime) -> Plan:
    """Put a new order among the others."""
    return _put_order(plan, order.changed_to(created=at), at)


def change_order(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of an order.

    Raises:
        NotFoundError: there is none such.
    """
    return _put_order(plan, order_of(plan, identity).changed_to(**fields), at)


def remove_order(plan: Plan, identity: str) -> Plan:
    """Take an order out that was put in by mistake; one that was called off is `cancelled`.

    Raises:
        NotFoundError: there is none such.
    """
    gone = order_of(plan, identity).id
    return replace(plan, orders={key: each for key, each in plan.orders.items() if key != gone})


def offer_of(plan: Plan, identity: str) -> Offer:
    """Return an offer by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.offers:
        raise NotFoundError("no_offer", id=identity)
    return plan.offers[identity]


def order_of(plan: Plan, identity: str) -> Order:
    """Return an order by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.orders:
        raise NotFoundError("no_order", id=identity)
    return plan.orders[identity]


def _put_offer(plan: Plan, offer: Offer, at: dt.datetime) -> Plan:
    return replace(plan, offers={**plan.offers, offer.id: offer.changed_to(changed=at)})


def _put_order(plan: Plan, order: Order, at: dt.datetime) -> Plan:
    return replace(plan, orders={**plan.orders, order.id: order.changed_to(changed=at)})
