"""The forms of an offer and of an order: what stands in them, and what is made of what was typed (S48, S51)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, get_args

from salgsplan_tui.domain.attribution import led_lately
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import Product
from salgsplan_tui.domain.product_lines import below_floor, products_of, sum_of_lines
from salgsplan_tui.domain.product_words import read_lines
from salgsplan_tui.domain.sales import COUNTER, Offer, Order, ProductLine, PurchaseKind, SaleKind
from salgsplan_tui.domain.sales_drafts import open_offers, with_kinds
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import amount, percent, short_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.language.sorting import sort_key
from salgsplan_tui.tui.customer_fields import Reader
from salgsplan_tui.tui.dialogs.form_fields import written_amount, written_day
from salgsplan_tui.tui.dialogs.record_fields import Meant, Options, RecordField
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.sales_labels import floor_words, lines_words, purchase_kind_name, sale_kind_name, sum_words

_NONE: Final = ("", "–")
_ORIGINS: Final = 12
"""So many activities are offered as an order's origin."""


@dataclass(frozen=True)
class SaleForm:
    """A form over an offer or an order, as proposed or as it stands."""

    plan: Plan
    reader: Reader
    sale: Offer | Order
    is_new: bool = True

    def form(self, texts: Mapping[str, str] | None = None) -> RecordForm:
        """Return the form, with what was typed before where it was left."""
        fields = self._offer_fields() if isinstance(self.sale, Offer) else self._order_fields()
        stands = self._offer_texts(self.sale) if isinstance(self.sale, Offer) else self._order_texts(self.sale)
        return RecordForm(self._title, fields, texts or stands)

    @property
    def _title(self) -> str:
        customer = self.plan.customers.get(self.sale.customer)
        name = "" if customer is None else safe_line(customer.name)
        if isinstance(self.sale, Offer):
            words = _("New offer to {name}") if self.is_new else _("The offer to {name}")
        else:
            words = _("New order from {name}") if self.is_new else _("The order from {name}")
        return words.format(name=name)

    def made(self, values: Mapping[str, object]) -> Offer | Order | None:
        """Return what the form says; None where a new one has no amount, for then there is nothing to note."""
        fields = dict(values)
        lines = fields["lines"]
        if fields["amount"] is None:
            fields["amount"] = sum_of_lines(lines) if isinstance(lines, tuple) else None
        if fields["amount"] is None and self.is_new:
            return None
        fields["amount"] = fields["amount"] or 0
        made = self.sale.changed_to(**fields)
        if isinstance(made, Offer):
            return made
        offer = self.plan.offers.get(made.offer or "")
        made = made if offer is None or offer.customer == made.customer else made.changed_to(offer=None)
        return with_kinds(self.plan, made)

    def _offer_fields(self) -> tuple[RecordField, ...]:
        return (
            RecordField("amount", N_("Amount"), self._amount),
            RecordField("lines", N_("Products"), self._lines, after="amount"),
            RecordField("probability", N_("Probability"), _percent),
            RecordField("valid_until", N_("Valid until"), self.reader.day),
            RecordField("variable_cost", N_("Variable cost"), self.reader.amount, opens_group=True),
            RecordField("customer", N_("Customer"), _picked, self._customers),
            RecordField("activity", N_("Activity"), _picked, self._activities),
            RecordField("sent", N_("Sent"), self._day),
            RecordField("notes", N_("Note")),
        )

    def _order_fields(self) -> tuple[RecordField, ...]:
        purchases = [(each, purchase_kind_name(each)) for each in get_args(PurchaseKind)]
        sales = [(each, sale_kind_name(each)) for each in get_args(SaleKind)]
        origins = [(f"activity:{code}", words) for code, words in self._activities[1:]]
        return (
            RecordField("amount", N_("Amount"), self._amount),
            RecordField("lines", N_("Products"), self._lines, after="amount"),
            RecordField("offer", N_("Offer"), _picked, self._offers),
            RecordField("purchase_kind", N_("Purchase"), _picked, [("", _("as proposed")), *purchases]),
            RecordField("sale_kind", N_("Sale"), _picked, [("", _("as proposed")), *sales]),
            RecordField("origin", N_("Origin"), _picked, [(COUNTER, _("served at the counter")), *origins]),
            RecordField("variable_cost", N_("Variable cost"), self.reader.amount, opens_group=True),
            RecordField("customer", N_("Customer"), _picked, self._customers),
            RecordField("via", N_("Through"), _picked, self._distributors),
            RecordField("date", N_("Date"), self._day),
            RecordField("notes", N_("Note")),
        )

    def _offer_texts(self, offer: Offer) -> dict[str, str]:
        return {
            **self._texts(offer),
            "probability": "" if offer.probability is None else _written_percent(offer.probability),
            "valid_until": written_day(offer.valid_until),
            "activity": offer.activity or "",
            "sent": written_day(offer.sent),
        }

    def _order_texts(self, order: Order) -> dict[str, str]:
        return {
            **self._texts(order),
            "offer": order.offer or "",
            "purchase_kind": "" if self.is_new else order.purchase_kind or "",
            "sale_kind": "" if self.is_new else order.sale_kind or "",
            "origin": order.origin or COUNTER,
            "via": order.via or "",
            "date": written_day(order.date),
        }

    def _texts(self, sale: Offer | Order) -> dict[str, str]:
        cost = sale.variable_cost
        return {
            "amount": written_amount(sale.amount),
            "lines": lines_words(self.plan, sale.lines),
            "variable_cost": "" if cost is None else written_amount(cost) or "0",
            "customer": sale.customer,
            "notes": sale.notes or "",
        }

    def _amount(self, text: str) -> Meant:
        self._told.clear()
        meant = self.reader.amount(text)
        self._told.extend([meant.value] if isinstance(meant.value, int) else [])
        if meant.value is None and self.is_new:
            return Meant(None, _("the sum of the products"))
        return meant

    def _lines(self, text: str) -> Meant:
        lines = read_lines(text, self._products)
        return Meant(lines, self._echo(lines))

    def _echo(self, lines: tuple[ProductLine, ...]) -> str:
        disagreement = sum_words(self._told[0], lines) if self._told else ""
        warnings = [each for each in (floor_words(below_floor(self.plan, lines)), disagreement) if each]
        if warnings:
            return f"! {'; '.join(warnings)}"
        total = sum_of_lines(lines)
        if total is not None:
            return amount(total)
        known = {each.id: each for each in self._products}
        targets = [known[each.product] for each in lines if each.product in known]
        words = _("target price {target}, floor {floor}")
        return "; ".join(
            words.format(target=amount(each.target_price or 0), floor=amount(each.floor_price or 0))
            for each in targets
            if each.target_price is not None
        )

    @cached_property
    def _told(self) -> list[int]:
        """The amount as it is typed now, for the products to be held against; empty where it is none."""
        return []

    @cached_property
    def _products(self) -> tuple[Product, ...]:
        return products_of(self.plan)

    def _day(self, text: str) -> Meant:
        """Read a day; what is left empty stays as it was."""
        meant = self.reader.day(text)
        if meant.value is None:
            raise NotUnderstoodError("not_a_day", text=text.strip())
        return meant

    @property
    def _customers(self) -> Options:
        found = sorted(self.plan.customers.values(), key=lambda each: sort_key(each.name))
        return [(each.id, each.name) for each in found]

    @property
    def _distributors(self) -> Options:
        found = (each for each in self.plan.customers.values() if each.kind == "distributor" or each.id == self._via)
        return [_NONE, *((each.id, each.name) for each in sorted(found, key=lambda each: sort_key(each.name)))]

    @property
    def _via(self) -> str | None:
        return self.sale.via if isinstance(self.sale, Order) else None

    @property
    def _offers(self) -> Options:
        offers = [*open_offers(self.plan, self.sale.customer)]
        own = self.plan.offers.get(self.sale.offer or "") if isinstance(self.sale, Order) else None
        offers += [] if own is None or own in offers else [own]
        return [_NONE, *((each.id, _offer_name(each)) for each in offers)]

    @property
    def _activities(self) -> Options:
        """The activities that may have led to it, the newest first."""
        day = self.sale.date if isinstance(self.sale, Order) else self.sale.sent or dt.date.max
        rows = list(led_lately(self.plan, self.sale.customer, day))[:_ORIGINS]
        own = self.sale.activity
        if own is not None and own not in {row.id for row in rows} and self.plan.holds(own):
            rows.insert(0, self.plan.activity(own))
        named = {row.id: f"{short_date(row.date)} {row.title}" if row.date else row.title for row in rows}
        return [_NONE, *({own: own} | named if own else named).items()]


def _offer_name(offer: Offer) -> str:
    sent = "" if offer.sent is None else short_date(offer.sent)
    return f"{amount(offer.amount)} {sent}".strip()


def _picked(text: str) -> Meant:
    return Meant(text or None)


def _percent(text: str) -> Meant:
    from salgsplan_tui.domain.quick_add.numbers import decimal_of  # noqa: PLC0415  # only where a form is open

    plain = "".join(text.split()).removesuffix("%")
    if not plain:
        return Meant()
    found = decimal_of(plain)
    if found is None or found > 100:  # noqa: PLR2004  # percent
        raise NotUnderstoodError("not_a_percentage", text=text.strip())
    return Meant(int(found * 100), percent(found))


def _written_percent(hundredths: int) -> str:
    return percent(Fraction(hundredths, 100), 2).rstrip(" %\u00a0")
