"""Offers and orders as lines in columns: the open offers by age, the orders by date (S48, S51)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, get_args

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order, PurchaseKind
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import UNKNOWN, money
from salgsplan_tui.language.formats import percent, short_date
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.columns import GAP, Cell, in_columns
from salgsplan_tui.tui.customer_words import customer_name
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.sales_labels import lines_words, offer_state_name, origin_words, purchase_kind_name

_WIDE: Final = 100
_LAST: Final = 34
_LEAST_LAST: Final = 24
"""So much room is left for the origin, or for what is sold."""
_LEAST_NAME: Final = 12
_MOST_NAME: Final = 34
_MONEY: Final = Cell(9)
_DATE: Final = Cell(11)


@dataclass(frozen=True)
class SalesPage:
    """What is shown of offers and orders, at a width."""

    plan: Plan
    today: dt.date
    cells: int
    hide: bool = False
    ids: bool = False
    """Whether each line begins with its id, as on the command line."""
    id_cells: int = 0

    def customer(self, identity: str) -> str:
        """Return a customer's name."""
        found = self.plan.customers.get(identity)
        return safe_line(identity) if found is None else customer_name(found, hide=self.hide)

    def money(self, ore: Fraction | int | None) -> str:
        """Return whole kroner, unless amounts are hidden."""
        return HIDDEN if self.hide else money(ore)

    @property
    def is_wide(self) -> bool:
        """Say whether there is room for more than the most important columns."""
        return self.cells >= _WIDE

    def layout(self, beside: Sequence[Cell], last: int = 0) -> tuple[Cell, ...]:
        """Return the column of names, and those beside it; so many cells are left for what stands last."""
        taken = sum(each.cells + len(GAP) for each in beside) + last + len(self.begin(""))
        name = min(_MOST_NAME, max(_LEAST_NAME, self.cells - taken))
        return (Cell(name, is_right=False), *beside)

    def begin(self, identity: str) -> str:
        """Return what a line begins with."""
        return f"{identity:<{self.id_cells}} " if self.ids else " "


def offer_heads(page: SalesPage) -> Line:
    """Return the heads over offers."""
    heads = [_("customer"), _("days"), _("amount"), _("prob."), _("weighted"), _("valid until")]
    heads += [_("sent")] if page.is_wide else []
    return Line((Part(page.begin("") + in_columns(heads, _offer_layout(page)), "muted"),))


def _offer_layout(page: SalesPage) -> tuple[Cell, ...]:
    sent = (_DATE,) if page.is_wide else ()
    return page.layout((Cell(5), _MONEY, Cell(6), _MONEY, Cell(13), *sent), _LAST if page.is_wide else 0)


def offer_line(page: SalesPage, offer: Offer, probability: Fraction | None) -> Line:
    """Return one offer; one that is valid no longer is marked."""
    is_over = offer.is_open and offer.valid_until is not None and offer.valid_until < page.today
    until = "" if offer.valid_until is None else short_date(offer.valid_until)
    if not offer.is_open:
        until = offer_state_name(offer.state)
    texts = [
        page.customer(offer.customer),
        str(offer.age(page.today) or 0),
        page.money(offer.amount),
        UNKNOWN if probability is None else percent(probability * 100, 0),
        page.money(None if probability is None else offer.amount * probability),
        f"! {until}" if is_over else until,
    ]
    texts += ["" if offer.sent is None else short_date(offer.sent)] if page.is_wide else []
    sold = f"  {lines_words(page.plan, offer.lines)}" if page.is_wide and not page.hide else ""
    text = Part(in_columns(texts, _offer_layout(page)), "warning" if is_over else "text")
    return Line((Part(page.begin(offer.id), "sign"), text, Part(sold, "muted")), target=Target("offer", offer.id))


def order_heads(page: SalesPage) -> Line:
    """Return the heads over orders."""
    heads = (_("customer"), _("date"), _("amount"), _("purchase"))
    text = in_columns(heads, _order_layout(page))
    origin = _("origin")
    return Line((Part(f"{page.begin('')}{text}  {origin}", "muted"),))


def _order_layout(page: SalesPage) -> tuple[Cell, ...]:
    kinds = max(width(purchase_kind_name(each)) for each in get_args(PurchaseKind))
    return page.layout((_DATE, _MONEY, Cell(kinds, is_right=False)), _LAST if page.is_wide else _LEAST_LAST)


def order_line(page: SalesPage, order: Order) -> Line:
    """Return one order: what is left of it, and what led to it."""
    texts = (
        page.customer(order.customer),
        short_date(order.date),
        page.money(order.net),
        "" if order.purchase_kind is None else purchase_kind_name(order.purchase_kind),
    )
    origin = HIDDEN if page.hide and order.activity is not None else origin_words(page.plan, order)
    noted = _("credited {amount}").format(amount=page.money(order.credit)) if order.credit else ""
    noted = f"✗ {_('cancelled')}" if order.cancelled else noted
    text = Part(in_columns(texts, _order_layout(page)), "done" if order.cancelled else "text")
    parts = (text, Part(f"  {noted}" if noted else "", "warning"), Part(f"  {origin}", "muted"))
    return Line((Part(page.begin(order.id), "sign"), *parts), target=Target("order", order.id))
