"""Offers and orders as other programs read them: stable English keys, amounts as strings, what is absent null."""

import datetime as dt
from collections.abc import Iterable

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.product_lines import below_floor
from salgsplan_tui.domain.sales import Offer, Order, ProductLine


def offer_document(plan: Plan, offer: Offer, today: dt.date) -> Document:
    """Return an offer with every key there is."""
    return {
        "id": offer.id,
        "customer": customer_document(plan, offer.customer),
        "contact": offer.contact,
        "activity": offer.activity,
        "state": offer.state,
        "sent": _day(offer.sent),
        "age_days": offer.age(today),
        "valid_until": _day(offer.valid_until),
        "amount": text_from_ore(offer.amount),
        "variable_cost": _amount(offer.variable_cost),
        "probability": _amount(offer.probability),
        "lines": [_line(each) for each in offer.lines],
        "below_floor": [each.product.id for each in below_floor(plan, offer.lines)],
        "decided": _day(offer.decided),
        "lost_reason": offer.lost_reason,
        "lost_text": offer.lost_text,
        "notes": offer.notes,
    }


def order_document(plan: Plan, order: Order) -> Document:
    """Return an order with every key there is."""
    return {
        "id": order.id,
        "customer": customer_document(plan, order.customer),
        "contact": order.contact,
        "offer": order.offer,
        "date": order.date.isoformat(),
        "amount": text_from_ore(order.amount),
        "credit": text_from_ore(order.credit),
        "net": text_from_ore(order.net),
        "variable_cost": _amount(order.variable_cost),
        "lines": [_line(each) for each in order.lines],
        "below_floor": [each.product.id for each in below_floor(plan, order.lines)],
        "purchase_kind": order.purchase_kind,
        "sale_kind": order.sale_kind,
        "origin": order.origin,
        "via": order.via,
        "cancelled": order.cancelled,
        "notes": order.notes,
    }


def orders_document(plan: Plan, orders: Iterable[Order]) -> Document:
    """Return orders, and what they come to."""
    listed = tuple(orders)
    total = {"count": len(listed), "net": text_from_ore(sum(each.net for each in listed))}
    return {"orders": [order_document(plan, each) for each in listed], "total": total}


def customer_document(plan: Plan, identity: str) -> Document:
    """Return a customer as id and name."""
    found = plan.customers.get(identity)
    return {"id": identity, "name": None if found is None else found.name}


def _line(line: ProductLine) -> Document:
    return {
        "product": line.product,
        "quantity": line.quantity,
        "price": _amount(line.price),
        "discount": _amount(line.discount),
    }


def _amount(ore: int | None) -> str | None:
    return None if ore is None else text_from_ore(ore)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
