"""What kind of purchase an order is for the customer, and what kind of sale for the seller, as proposed (3.2)."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Order, ProductLine, PurchaseKind, SaleKind

_CLEARLY: Final = Fraction(3, 2)
"""An order this many times as large as the largest before is clearly larger [A]."""


def purchase_kind(
    plan: Plan, customer: str, day: dt.date, *, amount: int = 0, lines: Iterable[ProductLine] = ()
) -> PurchaseKind:
    """Return the kind to propose: no order before, first; another product group or clearly larger, additional."""
    before = _orders_before(plan, customer, day)
    if not before:
        return "repurchase" if _has_bought(plan.customers.get(customer), day) else "first"
    known = {line.product for order in before for line in order.lines}
    wanted = {line.product for line in lines}
    if wanted and known and not wanted & known:
        return "additional"
    return "additional" if amount > _CLEARLY * max(order.net for order in before) else "repurchase"


def sale_kind(plan: Plan, order: Order) -> SaleKind:
    """Return the kind of sale that goes with the kind of purchase; another product group is a cross-sale."""
    if order.purchase_kind == "first":
        return "new_sale"
    if order.purchase_kind != "additional":
        return "repeat_sale"
    before = _orders_before(plan, order.customer, order.date)
    known = {line.product for each in before for line in each.lines}
    wanted = {line.product for line in order.lines}
    return "cross_sale" if wanted and known and not wanted & known else "additional_sale"


def _orders_before(plan: Plan, customer: str, day: dt.date) -> tuple[Order, ...]:
    found = (each for each in plan.orders.values() if each.customer == customer and each.counts)
    return tuple(each for each in found if each.date < day)


def _has_bought(customer: Customer | None, day: dt.date) -> bool:
    """Say whether it was a customer already, of which the files hold no order."""
    if customer is None:
        return False
    told = (customer.existing_since, customer.last_order)
    days = [dt.date(each, 1, 1) if isinstance(each, int) else each for each in told if each is not None]
    return any(each < day for each in days)
