"""Offers and orders as proposed from what is known: the activity that led to them, the offer before, the customer."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.attribution import suggested_origin
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.purchase_kinds import purchase_kind, sale_kind
from salgsplan_tui.domain.sales import Offer, Order

SaleSort = Literal["offer", "order"]
SORTS: Final[dict[Outcome, SaleSort]] = {Outcome.OFFER_SENT: "offer", Outcome.ORDER: "order"}
"""The outcomes that an offer or an order comes of."""


@dataclass(frozen=True)
class Source:
    """What an offer or order comes of."""

    customer: str
    contact: str | None = None
    activity: str | None = None
    """The id of the activity that led to it."""
    amount: int | None = None
    """What is known of its amount already, in øre."""


def source_of(plan: Plan, row: Activity, amount: int | None = None) -> Source | None:
    """Return what an activity tells of an offer or order it led to; None where it names no customer."""
    firms = (*row.customers, *(found[0].id for each in row.contacts if (found := plan.contact(each))))
    if not firms:
        return None
    own = {contact.id for contact in plan.customers[firms[0]].contacts} if firms[0] in plan.customers else set()
    contact = next((each for each in row.contacts if each in own), None)
    return Source(firms[0], contact, row.id, row.value if amount is None else amount)


def open_offers(plan: Plan, customer: str | None = None) -> tuple[Offer, ...]:
    """Return the offers that are out and not decided, of one customer or of all, the oldest first."""
    found = (each for each in plan.offers.values() if each.is_open and customer in {None, each.customer})
    return tuple(sorted(found, key=lambda each: (each.sent or dt.date.max, each.id)))


def drafted_offer(source: Source, identity: str, today: dt.date) -> Offer:
    """Return the offer to propose: sent today."""
    return Offer(
        id=identity,
        customer=source.customer,
        contact=source.contact,
        activity=source.activity,
        state="sent",
        sent=today,
        amount=source.amount or 0,
    )


def drafted(plan: Plan, source: Source, sort: SaleSort, identity: str, today: dt.date) -> Offer | Order:
    """Return the offer, or the order, to propose."""
    return drafted_offer(source, identity, today) if sort == "offer" else drafted_order(plan, source, identity, today)


def drafted_order(plan: Plan, source: Source, identity: str, today: dt.date) -> Order:
    """Return the order to propose: from the customer's one open offer, where there is one, with its amount."""
    out = open_offers(plan, source.customer)
    offer = out[0] if len(out) == 1 else None
    if offer is not None:
        amount = offer.amount if source.amount is None else source.amount
        order = order_of_offer(plan, offer, identity, today).changed_to(amount=amount)
        led = source.activity if offer.activity is None else None
        return order.changed_to(origin=f"activity:{led}") if led is not None else order
    origin = f"activity:{source.activity}" if source.activity else suggested_origin(plan, source.customer, today)
    order = Order(
        id=identity,
        customer=source.customer,
        contact=source.contact,
        date=today,
        amount=source.amount or 0,
        origin=origin,
        via=distributor(plan, source.customer),
    )
    return with_kinds(plan, order)


def order_of_offer(plan: Plan, offer: Offer, identity: str, today: dt.date) -> Order:
    """Return the order that an offer becomes when it is won."""
    order = Order(
        id=identity,
        customer=offer.customer,
        contact=offer.contact,
        offer=offer.id,
        date=today,
        amount=offer.amount,
        variable_cost=offer.variable_cost,
        lines=offer.lines,
        origin=suggested_origin(plan, offer.customer, today, offer.id),
        via=distributor(plan, offer.customer),
    )
    return with_kinds(plan, order)


def with_kinds(plan: Plan, order: Order) -> Order:
    """Return the order with the kinds of purchase and sale that are proposed, where it tells none."""
    bought = order.purchase_kind or purchase_kind(plan, order.customer, order.date, amount=order.net, lines=order.lines)
    order = order.changed_to(purchase_kind=bought)
    return order if order.sale_kind else order.changed_to(sale_kind=sale_kind(plan, order))


def distributor(plan: Plan, customer: str) -> str | None:
    """Return the customer itself where it is a distributor: what it orders came through it (S17)."""
    found = plan.customers.get(customer)
    return customer if found is not None and found.kind == "distributor" else None


def drafted_sale(plan: Plan, row: Activity, outcome: Outcome | None, amount: int, new_id: str) -> Offer | Order | None:
    """Return the offer or order that an outcome with an amount tells of; None where it tells of none."""
    sort, source = SORTS.get(outcome or Outcome.OTHER), source_of(plan, row, amount)
    if sort is None or source is None or row.date is None:
        return None
    return drafted(plan, source, sort, new_id, row.date)
