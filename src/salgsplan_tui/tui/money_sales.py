"""Open offers by age, and the orders of the programme, on the screen (S48)."""

from collections.abc import Iterator

from salgsplan_tui.domain.funnel import probability, weighted_offers
from salgsplan_tui.domain.sales_drafts import open_offers
from salgsplan_tui.language import _
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.sales_lines import SalesPage, offer_heads, offer_line, order_heads, order_line
from salgsplan_tui.tui.sales_words import number_words


def sales_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    sales = sales_page(page)
    out = open_offers(page.plan)
    total = page.amount(sum(each.amount for each in out))
    weighted = _("{amount} weighted").format(amount=page.amount(weighted_offers(page.basis)))
    yield heading(_("open offers, the oldest first"), f"{number_words('offers', len(out))}, {total}, {weighted}")
    if not out:
        yield hint(_("No offers are out."))
    else:
        yield offer_heads(sales)
    yield from (offer_line(sales, each, probability(page.basis, each)) for each in out)
    orders = [each for each in page.plan.orders.values() if each.date in page.basis.known]
    orders.sort(key=lambda each: (each.date, each.id), reverse=True)
    value = page.amount(sum(each.net for each in orders))
    yield heading(_("orders of the programme, the newest first"), f"{number_words('orders', len(orders))}, {value}")
    if not orders:
        yield hint(_("There are no orders."))
    else:
        yield order_heads(sales)
    yield from (order_line(sales, each) for each in orders)


def sales_page(page: MoneyPage) -> SalesPage:
    """Return the page that offers and orders are written on."""
    return SalesPage(page.plan, page.basis.as_of, page.cells, hide=page.hide)
