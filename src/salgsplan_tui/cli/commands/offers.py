"""`offers`, `offer` and `decide`: what is out and for how long, a new offer, and what became of one (S48)."""

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
from salgsplan_tui.cli.values import Amount, OneOf, Share
from salgsplan_tui.cli.when import day_meant
from salgsplan_tui.domain.offer_steps import decide, put_sale, send
from salgsplan_tui.domain.product_lines import sum_of_lines
from salgsplan_tui.domain.sales import LostReason, Offer, OfferState
from salgsplan_tui.domain.sales_drafts import Source, drafted_offer, open_offers, order_of_offer
from salgsplan_tui.language import N_, _

_STATES: Final = get_args(OfferState)
_ENDS: Final = tuple(state for state in _STATES if state != "draft")
_REASONS: Final[tuple[LostReason, ...]] = get_args(LostReason)
_PRODUCT: Final = N_("What is sold: “2 air cleaner 8000 -5%”; may be repeated.")
_COST: Final = N_("What delivering it costs.")


@command(
    "offers", N_("The oldest first. CUSTOMER is an id or a part of the name. An exclamation mark: valid no longer.")
)
@click.argument("words", metavar=N_("CUSTOMER"), nargs=-1)
@click.option("--all", "everything", is_flag=True, help=N_("Also those that are decided."))
def offers_command(call: Call, *, words: tuple[str, ...], everything: bool) -> None:
    """List the open offers by age."""
    need_sales(call)
    customer = customer_meant(call, " ".join(words)) if words else None
    offers = open_offers(call.plan, customer)
    if everything:
        others = (each for each in call.plan.offers.values() if customer in {None, each.customer})
        offers = tuple(sorted(others, key=lambda each: (each.day or dt.date.max, each.id)))
    if call.options.json:
        from salgsplan_tui.cli.sales_documents import offer_document  # noqa: PLC0415  # only for other programs

        documents = [offer_document(call.plan, each, call.now.date()) for each in offers]
        call.print_json({"as_of": call.now.date().isoformat(), "offers": documents})
    elif not offers:
        call.console.say(_("No offers are out."))
    else:
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
        from salgsplan_tui.cli.text.sales import offers_text  # noqa: PLC0415

        draw(call, offers_text(sales_page(call, call.plan, [each.id for each in offers]), offers))


@command(
    "offer",
    N_(
        "For example: salgsplan offer Granholt 78000 --probability 60\n\n"
        "CUSTOMER is an id or a part of the name. The amount may be left out where what is sold has its prices."
    ),
)
@click.argument("customer", metavar=N_("CUSTOMER"))
@click.argument("amount", metavar=N_("AMOUNT"), type=Amount(), required=False)
@click.option("--activity", metavar=N_("ID"), help=N_("The activity that led to it."))
@click.option("--product", metavar=N_("LINE"), multiple=True, help=_PRODUCT)
@click.option("--cost", metavar=N_("AMOUNT"), type=Amount(), help=_COST)
@click.option("--probability", metavar=N_("PERCENT"), type=Share(), help=N_("How probable it is that it is won."))
@click.option("--sent", metavar=N_("DATE"), help=N_("When it was sent; without it, today."))
@click.option("--valid-until", metavar=N_("DATE"), help=N_("The last day it stands."))
@click.option("--note", metavar=N_("TEXT"), help=N_("A note about it."))
def offer_command(  # noqa: PLR0913  # an offer has this many sides
    call: Call,
    *,
    customer: str,
    amount: int | None,
    activity: str | None,
    product: tuple[str, ...],
    cost: int | None,
    probability: int | None,
    sent: str | None,
    valid_until: str | None,
    note: str | None,
) -> None:
    """Note an offer that was sent."""
    need_sales(call)
    lines = lines_meant(call, product)
    total = sum_of_lines(lines) if amount is None else amount
    if total is None:
        raise MisuseError(N_("Say the amount, or what is sold with its prices."))
    led = None if activity is None else found(call, activity)
    source = Source(customer_meant(call, customer), None, None if led is None else led.id, total)
    offer = drafted_offer(source, call.session.new_id(), call.now.date()).changed_to(
        lines=lines,
        variable_cost=cost,
        probability=probability,
        valid_until=None if valid_until is None else day_meant(call, valid_until),
        notes=note,
    )
    if sent is not None:
        offer = offer.changed_to(sent=day_meant(call, sent))
    edit = partial(put_sale, sale=offer, at=call.clock.stamp())
    change_sale(call, edit, said_of_sale("offer_sent", call.plan, offer), offer.id)


@command(
    "decide",
    N_(
        "STATE is won, lost, withdrawn or expired; sent lets it be out again. One that is won becomes an order "
        "with its amount; say order --offer ID where the order differs from the offer."
    ),
)
@click.argument("identity", metavar=N_("OFFER"))
@click.argument("state", metavar=N_("STATE"), type=OneOf(_ENDS))
@click.option("--reason", metavar=N_("REASON"), type=OneOf(_REASONS), help=N_("Why it was lost."))
@click.option("--note", metavar=N_("TEXT"), help=N_("Why, in your own words."))
def decide_command(
    call: Call, *, identity: str, state: OfferState, reason: LostReason | None, note: str | None
) -> None:
    """Note what became of an offer."""
    need_sales(call)
    offer = sale_meant(call.plan.offers, identity, "no_offer")
    today, at = call.now.date(), call.clock.stamp()
    if state == "won":
        order = order_of_offer(call.plan, offer, call.session.new_id(), today)
        edit = partial(put_sale, sale=order, at=at)
        change_sale(call, edit, said_of_sale("offer_won", call.plan, order), order.id)
        return
    if state == "sent":
        edit = partial(send, identity=offer.id, today=today, at=at)
        key = "offer_out_again"
    else:
        key = f"offer_{state}"
        why = _reason(call, offer, reason, note) if state == "lost" else None
        edit = partial(decide, identity=offer.id, state=state, today=today, at=at, reason=why, text=note)
    change_sale(call, edit, said_of_sale(key, call.plan, offer), offer.id)


def _reason(call: Call, offer: Offer, reason: LostReason | None, note: str | None) -> LostReason:
    """Return why it was lost; asked for where somebody can answer."""
    if reason is not None or note:
        return reason or "other"
    from salgsplan_tui.cli.choices import asked, code_named  # noqa: PLC0415  # where it was not told
    from salgsplan_tui.language.reason_names import lost_reason_name  # noqa: PLC0415

    names: dict[str, str] = {each: lost_reason_name(each) for each in _REASONS}
    name = call.plan.customers[offer.customer].name if offer.customer in call.plan.customers else offer.customer
    answer = asked(call, _("Why was the offer to {name} lost?").format(name=name), names) if call.can_ask else ""
    meant = code_named(answer, names)
    why = next((each for each in _REASONS if each == meant), None)
    if why is None:
        raise MisuseError(N_("Say why it was lost, with --reason: {codes}."), codes=", ".join(_REASONS))
    return why
