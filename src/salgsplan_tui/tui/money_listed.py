"""What a figure of sales was counted from, a line each: orders, offers, customers, activities, wages, scores."""

from collections.abc import Iterator

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.attribution import channel_of
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.funnel import probability
from salgsplan_tui.domain.nps import answers_in
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import hours, number, short_date
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.loyalty_terms import customer_terms
from salgsplan_tui.tui.money_channels import COUNTER, NONE, result_facts, result_of
from salgsplan_tui.tui.money_market import nps_goal
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_sales import sales_page
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.nps_lines import answer_lines, answers_words, score_terms
from salgsplan_tui.tui.sales_lines import offer_heads, offer_line, order_heads, order_line


def channel_lines(page: MoneyPage, code: str) -> Iterator[Line]:
    """Yield every figure of a channel, and the activities, offers and orders that they come from."""
    yield from result_facts(page, result_of(page, code))
    basis = page.basis
    rows = {row.id: row for row in (*page.plan.stored(), *basis.rows)}
    is_all, key = code == "*", None if code == NONE else code
    if code != COUNTER:
        done = [row for row in basis.done if is_all or row.channel == key]
        yield heading(_("activities done"), str(len(done)))
        yield from (_activity(page, row) for row in done)
        offers = [each for each in basis.offers if is_all or _channel_of_offer(each, rows) == key]
        yield from offer_lines(page, offers)
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


def offer_lines(page: MoneyPage, offers: list[Offer]) -> Iterator[Line]:
    """Yield offers, the oldest first, and what they come to."""
    if not offers:
        return
    yield heading(_("offers"), page.amount(sum(each.amount for each in offers)))
    sales = sales_page(page)
    yield offer_heads(sales)
    for each in sorted(offers, key=lambda each: (each.day or page.basis.as_of, each.id)):
        yield offer_line(sales, each, probability(page.basis, each) if each.is_open else None)


def customer_lines(page: MoneyPage, code: str) -> Iterator[Line]:
    """Yield who was a customer at the start; who bought again, or is still one, is ticked."""
    bought = {each.customer for each in page.basis.orders}
    told = {"again": _("bought again"), "kept": _("still a customer"), "start": _("a customer at the start")}
    yield from customer_terms(page, code)
    for customer in loyalty.existing_at_start(page.basis):
        counts = {
            "again": customer.id in bought,
            "kept": customer.stage not in loyalty.GONE,
            "start": True,
        }[code]
        words = told[code] if counts else "–"
        mark = "✓" if counts else " "
        left = (Part(f" {mark} ", "sign"), Part(page.name(customer.name), "title" if counts else "done"))
        yield Line(left, (Part(f"{words} "),), target=Target("customer", customer.id))


def wage_lines(page: MoneyPage, month: str = "") -> Iterator[Line]:
    """Yield the wages paid out; those of the period, or of one month of it, are ticked."""
    if not page.known.wages:
        yield hint(_("Nothing yet."))
    for each in sorted(page.known.wages, key=lambda each: each.date):
        inside = each.date in page.basis.known and f"{each.date:%Y-%m}".startswith(month)
        mark = "✓" if inside else " "
        left = (Part(f" {mark} {short_date(each.date)}", "title" if inside else "done"),)
        yield Line(left, (Part(f"{page.amount(each.gross)} "),))


def nps_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the customers' answers and how the score comes of them, then the scores that were told by hand."""
    answers, goal = answers_in(page.basis), nps_goal(page)
    if answers.given:
        yield from score_terms(answers)
        yield from nps_answer_lines(page)
    told = () if goal is None else sorted(goal.measured, key=lambda each: each.on)
    if told and answers.given:
        yield heading(_("as told"))
    for each in told:
        yield Line((Part(f" {short_date(each.on)}"),), (Part(f"{number(each.value // 100)} ", "figure"),))


def nps_answer_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield what each customer answered when asked whether it would recommend us, the newest first."""
    answers = answers_in(page.basis)
    yield heading(_("NPS: the customers' answers"), answers_words(answers))
    yield from answer_lines(answers, page.name)
