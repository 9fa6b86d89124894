"""Offers and orders as text: a line each with its id, and what they come to."""

from collections.abc import Iterable, Iterator

from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.funnel import probability_in
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.language import ngettext
from salgsplan_tui.language.formats import amount_rounded
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.sales_lines import SalesPage, offer_heads, offer_line, order_heads, order_line


def offers_text(page: SalesPage, offers: Iterable[Offer]) -> Iterator[Line]:
    """Yield the offers in the order given, weighted as the programme that runs tells where they do not."""
    listed = tuple(offers)
    programme = running_programme(page.plan, page.today)
    yield offer_heads(page)
    for each in listed:
        yield offer_line(page, each, None if programme is None else probability_in(programme, each))
    total = sum(each.amount for each in listed)
    words = ngettext("{count} offer, {amount}", "{count} offers, {amount}", len(listed))
    yield Line((Part(words.format(count=len(listed), amount=amount_rounded(total)), "figure"),))


def orders_text(page: SalesPage, orders: Iterable[Order]) -> Iterator[Line]:
    """Yield the orders in the order given."""
    listed = tuple(orders)
    yield order_heads(page)
    for each in listed:
        yield order_line(page, each)
    total = sum(each.net for each in listed)
    words = ngettext("{count} order, {amount}", "{count} orders, {amount}", len(listed))
    yield Line((Part(words.format(count=len(listed), amount=amount_rounded(total)), "figure"),))
