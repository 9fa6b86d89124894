"""What is behind each figure of money: activities with their costs, orders, offers, customers, wages (1.4)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.attribution import channel_of
from salgsplan_tui.domain.budget import Charge
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.funnel import probability
from salgsplan_tui.domain.product_lines import products_of
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.language import _
from salgsplan_tui.language.cost_names import cost_name
from salgsplan_tui.language.formats import bucket, hours, number, short_date
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_budget import WITHOUT_LINE
from salgsplan_tui.tui.money_channels import COUNTER, NONE, channel_name, result_facts, result_of
from salgsplan_tui.tui.money_market import nps_goal
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_sales import sales_page
from salgsplan_tui.tui.money_table import Row, heading, hint, table
from salgsplan_tui.tui.sales_lines import offer_heads, offer_line, order_heads, order_line

_WITH_KINDS: Final = 96
_KIND: Final = 24
_LONG: Final = 60
Draw = Callable[[MoneyPage], Iterator[Line]]


class Behind(NamedTuple):
    """The title over the rows of a figure, and how they are drawn on a page of some width."""

    title: str
    draw: Draw


def rows_behind(page: MoneyPage, code: str) -> Behind:
    """Return what a figure was counted from, by the code of its line: "line:b1", "channel:phone", "orders:2027-01"."""
    kind, _colon, rest = code.partition(":")
    return _FINDERS[kind](page, rest)


def _line(page: MoneyPage, identity: str) -> Behind:
    titles = {each.id: each.title or each.id for each in page.programme.budget_lines}
    key = None if identity == WITHOUT_LINE else identity
    title = titles.get(identity, _("without a line"))
    return Behind(title, lambda wide: charge_lines(wide, wide.known.budget.of(key)))


def _moved(page: MoneyPage, identity: str) -> Behind:
    """Return what the line that money was moved to has cost."""
    return _line(page, next(each.to for each in page.programme.budget_moves if each.id == identity))


def _strategy(page: MoneyPage, code: str) -> Behind:
    titles = {each.id: each.title for each in page.programme.strategies}
    lines = {each.id for each in page.programme.budget_lines if each.strategy == code}
    title = titles.get(code, _("shared by all"))
    return Behind(
        title, lambda wide: charge_lines(wide, (each for each in wide.known.budget.charges if each.line in lines))
    )


def _total(_page: MoneyPage, _code: str) -> Behind:
    return Behind(_("cost budget"), lambda wide: charge_lines(wide, wide.known.budget.charges))


def _spent(_page: MoneyPage, _code: str) -> Behind:
    return Behind(
        _("activity cost so far"),
        lambda wide: charge_lines(wide, (each for each in wide.known.budget.charges if each.costs.actual)),
    )


def charge_lines(page: MoneyPage, charges: Iterable[Charge]) -> Iterator[Line]:
    """Yield costs, the oldest first, with what was spent, ordered and planned; and their sums."""
    listed = [each for each in charges if each.costs.forecast or each.costs.actual]
    listed.sort(key=_when)
    if not listed:
        yield hint(_("Nothing yet."))
        return
    rows = [_charge(page, each) for each in listed]
    sums = tuple(
        page.kroner(sum(values))
        for values in zip(
            *((each.costs.actual, each.costs.committed, each.costs.planned) for each in listed), strict=True
        )
    )
    rows.append(Row(_("in all"), sums, style="figure"))
    tail = _KIND if page.cells >= _WITH_KINDS else 0
    yield from table((_("spent"), _("ordered"), _("planned")), rows, page.cells, tail, most=_LONG)


def _when(charge: Charge) -> str:
    row, cost = charge.row, charge.cost
    day = row.date if row is not None else None if cost is None else cost.date
    return "" if day is None else day.isoformat()


def _charge(page: MoneyPage, charge: Charge) -> Row:
    row, cost, sums = charge.row, charge.cost, charge.costs
    day = row.date if row is not None else None if cost is None else cost.date
    title = page.name(row.title if row is not None else "" if cost is None else cost.title)
    when = "" if day is None else short_date(day)
    target = None if row is None else Target("activity", row.id)
    figures = tuple(page.kroner(each) if each else "" for each in (sums.actual, sums.committed, sums.planned))
    kind = (Part(f"  {cost_name(charge.kind)}", "muted"),) if page.cells >= _WITH_KINDS else ()
    return Row(f"{when:<11} {title}", figures, target, tail=kind)


def _channel(page: MoneyPage, code: str) -> Behind:
    return Behind(channel_name(page, code), lambda wide: _channel_lines(wide, code))


def _channel_lines(page: MoneyPage, code: str) -> Iterator[Line]:
    yield from result_facts(page, result_of(page, code))
    basis = page.basis
    rows = {row.id: row for row in (*page.plan.stored(), *basis.rows)}
    is_all, key = code == "*", None if code == NONE else code
    if code != COUNTER:
        done = [row for row in basis.done if is_all or row.channel == key]
        yield heading(_("activities done"), str(len(done)))
        yield from (_activity(page, row) for row in done)
        offers = [each for each in basis.offers if is_all or _channel_of_offer(each, rows) == key]
        yield from _offers(page, offers)
    orders = [
        each
        for each in basis.orders
        if is_all or (_is_counter(each) if code == COUNTER else not _is_counter(each) and channel_of(each, rows) == key)
    ]
    yield from order_lines(page, orders)


def _is_counter(order: Order) -> bool:
    return order.activity is None and order.via is None


def _channel_of_offer(offer: Offer, rows: dict[str, Activity]) -> str | None:
    row = rows.get(offer.activity or "")
    return None if row is None else row.channel


def _activity(page: MoneyPage, row: Activity) -> Line:
    when = "" if row.date is None else short_date(row.date)
    figures = f"{hours(row.actual_minutes if row.actual_minutes is not None else row.minutes or 0)}"
    return Line(
        (
            Part(f" {when:<11} ", "time"),
            Part(f"{labels.sign(page.plan, row)} ", "sign"),
            Part(labels.title(page.plan, row, hide=page.hide), "title"),
        ),
        (Part(f"{labels.cost(page.plan, row, hide=page.hide)}  {_('{hours} h').format(hours=figures)} "),),
        target=Target("activity", row.id),
    )


def _orders(_page: MoneyPage, code: str) -> Behind:
    title = _ORDERS[code]() if code in _ORDERS else bucket(code)
    return Behind(title, lambda wide: order_lines(wide, _orders_called(wide, code), with_margin=True))


def _orders_called(page: MoneyPage, code: str) -> list[Order]:
    orders = page.basis.orders
    match code:
        case "own":
            return [each for each in orders if each.activity is not None]
        case "additional":
            return [each for each in orders if each.purchase_kind == "additional"]
        case "first":
            new = loyalty.new_customers(page.basis)
            return [each for each in orders if each.customer in new]
        case "all" | "margin":
            return list(orders)
    return [each for each in orders if f"{each.date:%Y-%m}" == code]


_ORDERS: Final[dict[str, Callable[[], str]]] = {
    "all": lambda: _("orders"),
    "margin": lambda: _("contribution margin"),
    "own": lambda: _("from your own activities"),
    "additional": lambda: _("additional purchases"),
    "first": lambda: _("new customers"),
}


def order_lines(page: MoneyPage, orders: list[Order], *, with_margin: bool = False) -> Iterator[Line]:
    """Yield orders, and what they come to; where that is looked at, the margin of each."""
    if not orders:
        if with_margin:
            yield hint(_("There are no orders."))
        return
    yield heading(_("orders"), page.amount(sum(each.net for each in orders)))
    sales = sales_page(page)
    yield order_heads(sales)
    for each in orders:
        line = order_line(sales, each)
        if not with_margin:
            yield line
            continue
        margin = _("margin {amount}").format(amount=page.kroner(margin_of(each)))
        yield Line(line.left, (Part(f"{margin} ", "figure"),), target=line.target)
    if with_margin:
        total = page.amount(sum(map(margin_of, orders)))
        yield Line((Part(" " + _("in all"), "figure"),), (Part(f"{total} ", "figure"),))


def _offers_behind(_page: MoneyPage, code: str) -> Behind:
    if code == "decided":
        return Behind(_("decided offers"), lambda wide: _offers(wide, list(wide.basis.decided)))
    return Behind(_("open offers"), lambda wide: _offers(wide, list(wide.basis.open_offers)))


def _offers(page: MoneyPage, offers: list[Offer]) -> Iterator[Line]:
    if not offers:
        return
    yield heading(_("offers"), page.amount(sum(each.amount for each in offers)))
    sales = sales_page(page)
    yield offer_heads(sales)
    for each in sorted(offers, key=lambda each: (each.day or page.basis.as_of, each.id)):
        yield offer_line(sales, each, probability(page.basis, each) if each.is_open else None)


def _customers(_page: MoneyPage, code: str) -> Behind:
    title = _("bought again") if code == "again" else _("still customers")
    return Behind(title, lambda wide: _customer_lines(wide, code))


def _customer_lines(page: MoneyPage, code: str) -> Iterator[Line]:
    bought = {each.customer for each in page.basis.orders}
    for customer in loyalty.existing_at_start(page.basis):
        counts = customer.id in bought if code == "again" else customer.stage not in loyalty.GONE
        words = (_("bought again") if code == "again" else _("still a customer")) if counts else "–"
        mark = "✓" if counts else " "
        left = (Part(f" {mark} ", "sign"), Part(page.name(customer.name), "title" if counts else "done"))
        yield Line(left, (Part(f"{words} "),), target=Target("customer", customer.id))


def _wages(_page: MoneyPage, _code: str) -> Behind:
    return Behind(_("wages paid out"), _wage_lines)


def _wage_lines(page: MoneyPage) -> Iterator[Line]:
    for each in sorted(page.known.wages, key=lambda each: each.date):
        inside = each.date in page.basis.known
        mark = "✓" if inside else " "
        left = (Part(f" {mark} {short_date(each.date)}", "title" if inside else "done"),)
        yield Line(left, (Part(f"{page.amount(each.gross)} "),))


def _nps(page: MoneyPage, _code: str) -> Behind:
    goal = nps_goal(page)
    return Behind(_("NPS") if goal is None else goal.title, _nps_lines)


def _nps_lines(page: MoneyPage) -> Iterator[Line]:
    goal = nps_goal(page)
    for each in () if goal is None else sorted(goal.measured, key=lambda each: each.on):
        yield Line((Part(f" {short_date(each.on)}"),), (Part(f"{number(each.value // 100)} ", "figure"),))


def _product(page: MoneyPage, identity: str) -> Behind:
    title = next((each.title for each in products_of(page.plan) if each.id == identity), identity)
    return Behind(
        title,
        lambda wide: order_lines(
            wide,
            [each for each in wide.basis.orders if any(line.product == identity for line in each.lines)],
            with_margin=True,
        ),
    )


_FINDERS: Final[dict[str, Callable[[MoneyPage, str], Behind]]] = {
    "line": _line,
    "strategy": _strategy,
    "total": _total,
    "spent": _spent,
    "channel": _channel,
    "bars": _channel,
    "moved": _moved,
    "orders": _orders,
    "offers": _offers_behind,
    "customers": _customers,
    "wages": _wages,
    "nps": _nps,
    "product": _product,
}
