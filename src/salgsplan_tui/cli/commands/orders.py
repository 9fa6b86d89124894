"""`orders`, `order` and `credit`: what was bought and what led to it, a new order, money given back (S48)."""

import datetime as dt
from functools import partial
from typing import Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import found
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.sale import (
    change_sale,
    customer_meant,
    lines_meant,
    need_sales,
    said_of_sale,
    sale_meant,
    sales_page,
)
from salgsplan_tui.cli.values import Amount, OneOf
from salgsplan_tui.cli.when import day_meant, span_meant
from salgsplan_tui.domain.offer_steps import call_off, credit, put_sale
from salgsplan_tui.domain.product_lines import sum_of_lines
from salgsplan_tui.domain.sales import COUNTER, Order, PurchaseKind, SaleKind
from salgsplan_tui.domain.sales_drafts import Source, drafted_order, order_of_offer, with_kinds
from salgsplan_tui.language import N_, _

_COUNTERS: Final = frozenset({COUNTER, "ekspedering"})


@command("orders", N_("CUSTOMER is an id or a part of the name. Without --period all there are, the oldest first."))
@click.argument("words", metavar=N_("CUSTOMER"), nargs=-1)
@click.option("--period", metavar=N_("PERIOD"), help=N_("A day, week, month or quarter: 2027-02, Q1, last week."))
def orders_command(call: Call, *, words: tuple[str, ...], period: str | None) -> None:
    """List the orders by date."""
    need_sales(call)
    customer = customer_meant(call, " ".join(words)) if words else None
    span = None if period is None else span_meant(call, period)
    orders = [
        each
        for each in call.plan.orders.values()
        if customer in {None, each.customer} and (span is None or each.date in span)
    ]
    orders.sort(key=lambda each: (each.date, each.id))
    _need_origins(call, orders)
    if call.options.json:
        from salgsplan_tui.cli.sales_documents import orders_document  # noqa: PLC0415  # only for other programs

        call.print_json(orders_document(call.plan, orders))
    elif not orders:
        call.console.say(_("There are no orders."))
    else:
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
        from salgsplan_tui.cli.text.sales import orders_text  # noqa: PLC0415

        draw(call, orders_text(sales_page(call, call.plan, [each.id for each in orders]), orders))


def _need_origins(call: Call, orders: list[Order]) -> None:
    """Read the activities that the orders name, so that they have titles."""
    call.session.need_mentions(sorted({each.customer for each in orders if each.activity is not None}))


@command(
    "order",
    N_(
        "For example: salgsplan order Granholt 78000, or salgsplan order --offer t07\n\n"
        "What is not told is proposed: the amount of the offer, what led to it, what kind of purchase it is. "
        "The origin is an activity's id, or counter where the customer came unasked."
    ),
)
@click.argument("customer", metavar=N_("CUSTOMER"), required=False)
@click.argument("amount", metavar=N_("AMOUNT"), type=Amount(), required=False)
@click.option("--offer", metavar=N_("OFFER"), help=N_("The offer that became it."))
@click.option("--origin", metavar=N_("ID"), help=N_("The activity that led to it, or counter."))
@click.option("--date", metavar=N_("DATE"), help=N_("When it was given; without it, today."))
@click.option(
    "--product", metavar=N_("LINE"), multiple=True, help=N_("What is sold: “2 air cleaner 8000 -5%”; may be repeated.")
)
@click.option("--cost", metavar=N_("AMOUNT"), type=Amount(), help=N_("What delivering it costs."))
@click.option(
    "--purchase", metavar=N_("KIND"), type=OneOf(get_args(PurchaseKind)), help=N_("What it is to the customer.")
)
@click.option("--sale", metavar=N_("KIND"), type=OneOf(get_args(SaleKind)), help=N_("What it is to you."))
@click.option("--via", metavar=N_("CUSTOMER"), help=N_("The distributor it came through."))
@click.option("--note", metavar=N_("TEXT"), help=N_("A note about it."))
def order_command(  # noqa: PLR0913  # an order has this many sides
    call: Call,
    *,
    customer: str | None,
    amount: int | None,
    offer: str | None,
    origin: str | None,
    date: str | None,
    product: tuple[str, ...],
    cost: int | None,
    purchase: PurchaseKind | None,
    sale: SaleKind | None,
    via: str | None,
    note: str | None,
) -> None:
    """Note an order."""
    need_sales(call)
    day = call.now.date() if date is None else day_meant(call, date)
    lines = lines_meant(call, product)
    total = sum_of_lines(lines) if amount is None else amount
    order = _drafted(call, (customer, offer), total, day)
    told: dict[str, object] = {
        "lines": lines or None,
        "amount": total,
        "variable_cost": cost,
        "origin": None if origin is None else _origin(call, origin),
        "via": None if via is None else customer_meant(call, via),
        "notes": note,
    }
    order = order.changed_to(**{name: value for name, value in told.items() if value is not None})
    order = with_kinds(call.plan, order.changed_to(purchase_kind=purchase, sale_kind=sale))
    edit = partial(put_sale, sale=order, at=call.clock.stamp())
    change_sale(call, edit, said_of_sale("ordered", call.plan, order), order.id)


def _drafted(call: Call, of: tuple[str | None, str | None], amount: int | None, day: dt.date) -> Order:
    """Return the order as proposed, of an offer or for a customer."""
    customer, offer = of
    identity = call.session.new_id()
    if offer is not None:
        return order_of_offer(call.plan, sale_meant(call.plan.offers, offer, "no_offer"), identity, day)
    if customer is None:
        raise MisuseError(N_("Say who ordered, or which offer became the order."))
    who = customer_meant(call, customer)
    call.session.need_mentions([who])  # what was done with them lately may have led to it
    order = drafted_order(call.plan, Source(who, amount=amount), identity, day)
    if not order.amount:
        raise MisuseError(N_("Say the amount, or what is sold with its prices."))
    return order


def _origin(call: Call, text: str) -> str:
    return COUNTER if text.casefold() in _COUNTERS else f"activity:{found(call, text).id}"


@command("credit", N_("Without an amount all that is left of it. --cancel calls the order off: it is counted nowhere."))
@click.argument("identity", metavar=N_("ORDER"))
@click.argument("amount", metavar=N_("AMOUNT"), type=Amount(), required=False)
@click.option("--cancel", "cancelled", is_flag=True, help=N_("The order is called off."))
def credit_command(call: Call, *, identity: str, amount: int | None, cancelled: bool) -> None:
    """Credit an order, or call it off."""
    need_sales(call)
    order = sale_meant(call.plan.orders, identity, "no_order")
    at = call.clock.stamp()
    if cancelled:
        change_sale(
            call, partial(call_off, identity=order.id, at=at), said_of_sale("called_off", call.plan, order), order.id
        )
        return
    given = order.net if amount is None else amount
    edit = partial(credit, identity=order.id, amount=given, at=at)
    change_sale(call, edit, said_of_sale("credited", call.plan, order, given), order.id)
