"""What the commands of offers and orders have in common: whom, which one, what is sold, and telling what was done."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order, ProductLine
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit, Said

if TYPE_CHECKING:
    from salgsplan_tui.tui.sales_lines import SalesPage

S = TypeVar("S")


def need_sales(call: Call) -> None:
    """Read all offers and orders, and the sales plans with the product groups."""
    call.session.need_sales_plans()
    call.session.need_sales_and_service()


def customer_meant(call: Call, text: str) -> str:
    """Return the id of the customer whose id, or that of somebody there, begins so, or whose name has these words.

    Raises:
        NotFoundError: none is called so, or several.
    """
    wanted = fold(text.strip().removeprefix("@"))
    customers = call.plan.customers.values()
    ids = {contact.id: each.id for each in customers for contact in each.contacts} | {
        each.id: each.id for each in customers
    }
    if wanted in ids:
        return ids[wanted]
    exact = {each.id for each in customers if fold(each.name) == wanted}
    begins = {owner for identity, owner in ids.items() if wanted and identity.startswith(wanted)}
    holds = {each.id for each in customers if wanted and wanted in fold(each.name)}
    found: set[str] = next((each for each in (exact, begins, holds) if each), set())
    if not found:
        raise NotFoundError("no_customer", id=text)
    if len(found) > 1:
        names = tuple(f"{each} ({call.plan.customers[each].name})" for each in sorted(found))
        raise NotFoundError("ambiguous", id=text, candidates=names)
    return found.pop()


def sale_meant(parts: Mapping[str, S], beginning: str, key: str) -> S:
    """Return the offer, order or service case whose id begins so.

    Raises:
        NotFoundError: `key`, or `ambiguous`.
    """
    wanted = beginning.lower()
    if wanted in parts:
        return parts[wanted]
    found = sorted(each for each in parts if wanted and each.startswith(wanted))
    if not found:
        raise NotFoundError(key, id=beginning)
    if len(found) > 1:
        raise NotFoundError("ambiguous", id=beginning, candidates=tuple(found))
    return parts[found[0]]


def lines_meant(call: Call, texts: Iterable[str]) -> tuple[ProductLine, ...]:
    """Return the product lines that were typed.

    Raises:
        MistypedError: one names no product group.
    """
    from salgsplan_tui.domain.product_lines import products_of  # noqa: PLC0415  # few tell what is sold
    from salgsplan_tui.domain.product_words import read_lines  # noqa: PLC0415

    text = "; ".join(texts)
    try:
        return read_lines(text, products_of(call.plan)) if text else ()
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error


def sales_page(call: Call, plan: Plan, shown: Iterable[str]) -> "SalesPage":
    """Return the page that offers or orders with these ids are written on."""
    from salgsplan_tui.tui.sales_lines import SalesPage  # noqa: PLC0415  # only for people

    return SalesPage(plan, call.now.date(), call.width, ids=True, id_cells=max(map(len, shown), default=2))


def said_of_sale(key: str, plan: Plan, sale: Offer | Order, ore: int | None = None) -> Said:
    """Return what is done to an offer or order, in data."""
    customer = plan.customers.get(sale.customer)
    name = sale.customer if customer is None else customer.name
    return Said(key, {"id": sale.id, "title": name, "amount": sale.amount if ore is None else ore})


def change_sale(call: Call, edit: Edit, said: Said, identity: str) -> None:
    """Make a change, and show the offer or order as it then stands."""
    plan = call.change(edit, said)
    sale = plan.orders.get(identity) or plan.offers[identity]
    if call.options.json:
        from salgsplan_tui.cli.sales_documents import offer_document, order_document  # noqa: PLC0415  # as above

        if isinstance(sale, Order):
            call.print_json({"order": order_document(plan, sale)})
        else:
            call.print_json({"offer": offer_document(plan, sale, call.now.date())})
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
    from salgsplan_tui.domain.product_lines import below_floor  # noqa: PLC0415
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415
    from salgsplan_tui.tui.sales_labels import floor_words, sum_words  # noqa: PLC0415
    from salgsplan_tui.tui.sales_lines import offer_line, order_line  # noqa: PLC0415

    page = sales_page(call, plan, (sale.id,))
    draw(call, (order_line(page, sale) if isinstance(sale, Order) else offer_line(page, sale, None),))
    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)
    for warning in (floor_words(below_floor(plan, sale.lines)), sum_words(sale.amount, sale.lines)):
        if warning:
            call.console.say(f"! {warning}")
