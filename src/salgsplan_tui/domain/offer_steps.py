"""What becomes of offers and orders: won, lost, withdrawn, expired, out again; called off, credited (chapter 3.2)."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import LostReason, Offer, OfferState, Order
from salgsplan_tui.domain.sales_edits import add_offer, add_order, change_offer, change_order, offer_of, order_of

DECIDED: Final[frozenset[OfferState]] = frozenset({"won", "lost", "withdrawn", "expired"})
"""The states in which nothing more is waited for."""


def put_sale(plan: Plan, sale: Offer | Order, *, at: dt.datetime) -> Plan:
    """Put in a new offer, or a new order; the offer that became the order is won with it.

    Raises:
        NotFoundError: the order names an offer that is none.
        RefusedError: the offer is decided already, or the amount is below 0.
    """
    if sale.amount < 0:
        raise RefusedError("amount_below_nothing")
    if isinstance(sale, Offer):
        return add_offer(plan, sale, at=at)
    if sale.offer is not None:
        _refuse_decided(offer_of(plan, sale.offer), but="won")
        plan = change_offer(plan, sale.offer, at=at, state="won", decided=sale.date)
    return add_order(plan, sale, at=at)


def decide(  # noqa: PLR0913  # what an offer comes to is told by when and why
    plan: Plan,
    identity: str,
    state: OfferState,
    *,
    today: dt.date,
    at: dt.datetime,
    reason: LostReason | None = None,
    text: str | None = None,
) -> Plan:
    """Let an offer be lost, withdrawn or expired; why it was lost is asked for.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is decided already, or no reason is given for a loss.
    """
    offer = offer_of(plan, identity)
    _refuse_decided(offer)
    if state == "lost" and reason is None:
        raise RefusedError("loss_reason_needed")
    ended = min(offer.valid_until or today, today) if state == "expired" else today
    return change_offer(plan, identity, at=at, state=state, decided=ended, lost_reason=reason, lost_text=text)


def send(plan: Plan, identity: str, *, today: dt.date, at: dt.datetime) -> Plan:
    """Send a draft, or let an offer that was decided by mistake be out again.

    Raises:
        NotFoundError: there is none such.
        RefusedError: an order rests on it.
    """
    offer = offer_of(plan, identity)
    if any(each.offer == identity for each in plan.orders.values()):
        raise RefusedError("offer_has_order")
    fields = {"decided": None, "lost_reason": None, "lost_text": None}
    return change_offer(plan, identity, at=at, state="sent", sent=offer.sent or today, **fields)


def credit(plan: Plan, identity: str, amount: int, *, at: dt.datetime) -> Plan:
    """Credit a part of an order, or all that is left of it; what was credited before is kept.

    Raises:
        NotFoundError: there is none such.
        RefusedError: there is not so much left of it.
    """
    order = order_of(plan, identity)
    if not 0 < amount <= order.net:
        raise RefusedError("credit_too_large", left=order.net)
    return change_order(plan, identity, at=at, credit=order.credit + amount)


def call_off(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Mark an order as called off; it is counted nowhere, and stays to be seen.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is called off already.
    """
    if order_of(plan, identity).cancelled:
        raise RefusedError("order_called_off")
    return change_order(plan, identity, at=at, cancelled=True)


def _refuse_decided(offer: Offer, but: OfferState | None = None) -> None:
    if offer.state in DECIDED and offer.state != but:
        raise RefusedError("offer_decided", state=offer.state)
