"""The words for what is known of offers and orders; plain functions, no widgets (style guide 16)."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.product_lines import BelowFloor, product_of, sum_beside
from salgsplan_tui.domain.sales import OfferState, Order, ProductLine, PurchaseKind, SaleKind
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import amount, number
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.form_fields import written_amount

_OFFERS: Final[dict[OfferState, str]] = {
    "draft": N_("draft"),
    "sent": N_("out"),
    "won": N_("won"),
    "lost": N_("lost"),
    "withdrawn": N_("withdrawn"),
    "expired": N_("expired"),
}
_PURCHASES: Final[dict[PurchaseKind, str]] = {
    "first": N_("first purchase"),
    "repurchase": N_("repurchase"),
    "additional": N_("additional purchase"),
}
_SALES: Final[dict[SaleKind, str]] = {
    "new_sale": N_("new sale"),
    "repeat_sale": N_("repeat sale"),
    "additional_sale": N_("additional sale"),
    "cross_sale": N_("cross-sale"),
    "add_on": N_("add-on sale"),
}


def offer_state_name(state: OfferState) -> str:
    """Return the state of an offer in words."""
    return _(_OFFERS[state])


def purchase_kind_name(kind: PurchaseKind) -> str:
    """Return what an order is for the customer, in words."""
    return _(_PURCHASES[kind])


def sale_kind_name(kind: SaleKind) -> str:
    """Return what an order is for the seller, in words."""
    return _(_SALES[kind])


def origin_words(plan: Plan, order: Order) -> str:
    """Return what led to an order: the activity's title, or the counter."""
    if order.activity is None:
        return _("served at the counter") if order.origin else _("origin not told")
    return safe_line(plan.activity(order.activity).title) if plan.holds(order.activity) else order.activity


def lines_words(plan: Plan, lines: Iterable[ProductLine]) -> str:
    """Return what is sold, as it is typed: «2 Luftrenser 8000 -5%; Filter 800»."""
    return "; ".join(_line_words(plan, line) for line in lines)


def _line_words(plan: Plan, line: ProductLine) -> str:
    product = product_of(plan, line.product)
    words = [str(line.quantity)] if line.quantity != 1 else []
    words.append(safe_line(line.product if product is None else product.title or product.id))
    words += [] if line.price is None else [written_amount(line.price) or "0"]
    words += [] if not line.discount else [f"-{number(Fraction(line.discount, 100), 2).rstrip('0').rstrip(',.')}%"]
    return " ".join(words)


def sum_words(amount_told: int, lines: Iterable[ProductLine]) -> str:
    """Return what the products come to where the amount says otherwise, or nothing."""
    total = sum_beside(amount_told, lines)
    if total is None:
        return ""
    words = _("the products come to {sum}, the amount says {amount}")
    return words.format(sum=amount(total), amount=amount(amount_told))


def floor_words(found: Iterable[BelowFloor]) -> str:
    """Return which prices are lower than the floor, or nothing."""
    words = _("{product}: {price} is below the floor price of {floor}")
    return "; ".join(
        words.format(
            product=safe_line(each.product.title), price=amount(each.price), floor=amount(each.product.floor_price or 0)
        )
        for each in found
    )
