"""How the figures of loyalty and of product groups are counted (chapter 4.11-4.12, S49, S51)."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.plan_parts import Product
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.formats import number
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_market import price_got
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import fact, heading
from salgsplan_tui.tui.part_card import source_lines
from salgsplan_tui.tui.terms import COMES_TO, FIRST, OVER, Term, term_lines

_COUNTED: Final = {
    "again": (N_("customers who bought again"), N_("bought again")),
    "kept": (N_("customers who still are"), N_("still customers")),
}


def customer_terms(page: MoneyPage, code: str) -> Iterator[Line]:
    """Yield which share of those who were customers at the start bought again, or still are."""
    at_start = _("customers at the start")
    if code not in _COUNTED:
        count = len(loyalty.existing_at_start(page.basis))
        yield from term_lines(Term(COMES_TO, at_start, str(count)))
        return
    rate = loyalty.repurchase_rate(page.basis) if code == "again" else loyalty.retention(page.basis)
    counted, result = _COUNTED[code]
    yield from term_lines(
        Term(FIRST, _(counted), number(rate.part)),
        Term(OVER, at_start, number(rate.whole), Target("figure", "customers:start")),
        Term(COMES_TO, _(result), share(rate.value)),
    )


def additional_terms(page: MoneyPage) -> Iterator[Line]:
    """Yield which share of what customers from before have bought was additional."""
    rate = loyalty.additional_share(page.basis)
    yield from term_lines(
        Term(FIRST, _("additional purchases"), page.amount(rate.part)),
        Term(OVER, _("all that customers from before have bought"), page.amount(rate.whole)),
        Term(COMES_TO, _("additional purchases"), share(rate.value)),
    )


def new_customer_terms(page: MoneyPage) -> Iterator[Line]:
    """Yield how many have bought for the first time."""
    yield from term_lines(Term(COMES_TO, _("new customers"), str(len(loyalty.new_customers(page.basis)))))


def product_terms(page: MoneyPage, product: Product, plan: SalesPlan | None) -> Iterator[Line]:
    """Yield what is planned for a product group, what it was sold for, and the plan that tells it."""
    lines = [line for each in page.basis.orders for line in each.lines if line.product == product.id]
    yield heading(_("target price and price got"))
    if product.priority is not None:
        yield fact(_("priority"), str(product.priority))
    for name, value in (
        (_("sold"), str(sum(line.quantity for line in lines))),
        (_("price got"), page.amount(price_got(lines))),
        (_("target price"), page.amount(product.target_price)),
        (_("floor price"), page.amount(product.floor_price)),
    ):
        yield fact(name, value)
    if plan is not None:
        yield from source_lines(plan)
