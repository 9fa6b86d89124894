"""How the figures of money that follow from others are counted: margins, rates, profit per krone, the market."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.budget import Costs
from salgsplan_tui.domain.channel_economics import of_orders, per
from salgsplan_tui.domain.market_share import days_of, market_plan_of
from salgsplan_tui.domain.profit import Profit
from salgsplan_tui.domain.sales import Order
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.figures import UNKNOWN, share
from salgsplan_tui.language.formats import number, percent
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import hint, without_cost
from salgsplan_tui.tui.terms import COMES_TO, FIRST, LESS, OVER, PLUS, TIMES, Term, term_lines

_HUNDRED: Final = 100
Terms = Callable[[MoneyPage], Iterator[Line]]


def cost_terms(page: MoneyPage, costs: Costs) -> Iterator[Line]:
    """Yield how what is left of a line is counted (chapter 4.9)."""
    yield from term_lines(
        Term(FIRST, _("budget"), page.amount(costs.budget)),
        Term(LESS, _("spent"), page.amount(costs.actual)),
        Term(LESS, _("ordered"), page.amount(costs.committed)),
        Term(COMES_TO, _("available"), page.amount(costs.available)),
        Term(LESS, _("planned"), page.amount(costs.planned)),
        Term(COMES_TO, _("left in the end"), page.amount(costs.variance)),
    )
    yield from term_lines(
        Term(FIRST, _("spent"), page.amount(costs.actual)),
        Term(PLUS, _("ordered"), page.amount(costs.committed)),
        Term(PLUS, _("planned"), page.amount(costs.planned)),
        Term(COMES_TO, _("forecast"), page.amount(costs.forecast)),
        title=_("what it will come to"),
    )


def margin_terms(page: MoneyPage, orders: Iterable[Order]) -> Iterator[Line]:
    """Yield how the contribution margin of orders is counted, and its share of them."""
    sold = of_orders(orders)
    value = Fraction(sold.costed_value)
    yield from term_lines(
        Term(FIRST, _("orders whose variable costs are told"), page.amount(value)),
        Term(LESS, _("variable costs"), page.amount(value - sold.contribution_margin)),
        Term(COMES_TO, _("contribution margin"), page.amount(sold.contribution_margin)),
        Term(OVER, _("orders whose variable costs are told"), page.amount(value)),
        Term(COMES_TO, _("margin ratio"), share(sold.margin_ratio)),
    )
    yield from map(hint, without_cost(sold))


def average_terms(page: MoneyPage) -> Iterator[Line]:
    """Yield how the average order is counted."""
    orders = page.basis.orders
    value = sum(each.net for each in orders)
    yield from term_lines(
        Term(FIRST, _("orders"), page.amount(value)),
        Term(OVER, _("number of orders"), str(len(orders))),
        Term(COMES_TO, _("the average order"), page.amount(per(value, len(orders)))),
    )


def origin_terms(page: MoneyPage) -> Iterator[Line]:
    """Yield which share of the orders came from the seller's own activities (chapter 4.7)."""
    found = sale_share(page.basis.orders)
    yield from term_lines(
        Term(FIRST, _("orders from your own activities"), str(found.by_activity)),
        Term(OVER, _("number of orders"), str(found.orders), Target("figure", "orders:all")),
        Term(COMES_TO, _("from your own activities"), share(found.by_number)),
    )
    yield from term_lines(
        Term(FIRST, _("orders from your own activities"), page.amount(found.value_by_activity)),
        Term(OVER, _("all orders"), page.amount(found.value)),
        Term(COMES_TO, _("from your own activities"), share(found.by_value)),
        title=_("by value"),
    )


def hit_terms(page: MoneyPage) -> Iterator[Line]:
    """Yield how the hit rate is counted: of the offers that were decided, in number and in kroner."""
    hits = page.known.hits
    yield from term_lines(
        Term(FIRST, _("offers won"), str(hits.won)),
        Term(OVER, _("decided offers"), str(hits.decided)),
        Term(COMES_TO, _("hit rate of offers"), share(hits.by_number)),
    )
    yield from term_lines(
        Term(FIRST, _("offers won"), page.amount(hits.won_value)),
        Term(OVER, _("decided offers"), page.amount(hits.won_value + hits.lost_value)),
        Term(COMES_TO, _("hit rate by value"), share(hits.by_value)),
        title=_("by value"),
    )


# Profit

_MARGIN, _COST, _WAGES = Target("figure", "orders:margin"), Target("figure", "spent:all"), Target("figure", "wages:all")
PROFIT: Final = {
    "left": N_("left after the activities"),
    "return": N_("return on the activity cost"),
    "factor": N_("profitability factor"),
    "margin": N_("contribution margin"),
    "after": N_("after the activity cost"),
    "krone": N_("profit per krone"),
}
"""The figures of profit that follow from margin, cost and wages, by the codes of their lines: "profit:return"."""


def profit_terms(page: MoneyPage, code: str) -> Iterator[Line]:
    """Yield how a figure of profit is counted (chapter 4.10)."""
    yield from term_lines(*_profit(page, code, page.known.profit))
    if code in {"margin", "after", "krone"}:
        yield hint(_("Wages are gross, as paid out in the period."))


def _profit(page: MoneyPage, code: str, profit: Profit) -> Iterator[Term]:
    margin, cost = Fraction(profit.contribution_margin), profit.activity_cost
    results = {
        "left": page.amount(margin - cost),
        "return": share(per(margin - cost, cost)),
        "factor": times(per(margin, cost)),
        "margin": times(profit.margin_per_krone),
        "after": times(profit.after_activity_cost),
        "krone": times(profit.profit_per_krone),
    }
    yield Term(FIRST, _("contribution margin"), page.amount(margin), _MARGIN)
    if code not in {"factor", "margin"}:
        yield Term(LESS, _("activity cost so far"), page.amount(cost), _COST)
    if code == "krone":
        yield Term(LESS, _("wages paid out so far"), page.amount(profit.wage_cost), _WAGES)
    if code in {"return", "factor"}:
        yield Term(OVER, _("activity cost so far"), page.amount(cost), _COST)
    if code in {"margin", "after", "krone"}:
        yield Term(OVER, _("wages paid out so far"), page.amount(profit.wages), _WAGES)
    yield Term(COMES_TO, _(PROFIT[code]), results[code])


def month_terms(page: MoneyPage, profit: Profit) -> Iterator[Line]:
    """Yield how the profit of one month is counted."""
    left = profit.contribution_margin - profit.activity_cost - profit.wage_cost
    yield from term_lines(
        Term(FIRST, _("contribution margin"), page.amount(profit.contribution_margin)),
        Term(LESS, _("activities"), page.amount(profit.activity_cost)),
        Term(LESS, _("wages"), page.amount(profit.wage_cost)),
        Term(COMES_TO, _("left"), page.amount(left)),
        Term(OVER, _("wages"), page.amount(profit.wages)),
        Term(COMES_TO, _("profit per krone"), times(profit.profit_per_krone)),
    )
    yield from term_lines(
        Term(FIRST, _("contribution margin"), page.amount(profit.contribution_margin)),
        Term(OVER, _("wages"), page.amount(profit.wages)),
        Term(COMES_TO, _("margin/krone"), times(profit.margin_per_krone)),
        title=_("margin/krone"),
    )


def times(value: Fraction | None) -> str:
    """Return kroner for a krone."""
    return UNKNOWN if value is None else number(value, 2)


# The market


def market_terms(page: MoneyPage, code: str) -> Iterator[Line]:
    """Yield how the market, the expected share or the own part is counted, and the plan that tells it (4.11)."""
    found, above = page.known.market, market_plan_of(page.plan, page.programme)
    if found is None or above is None or above.market_share is None:
        return
    total, expected, _value = above.market_share.whole
    days, whole = days_of(page.basis, above)
    in_days = ngettext("{count} of {all} days", "{count} of {all} days", days).format(count=days, all=whole)
    part = Fraction(days, whole) if whole else Fraction(0)
    match code:
        case "size":
            period = _("the whole market of the plan's period")
            if above.market_share.period == "year":
                period = _("the whole market of a year")
            yield from term_lines(
                Term(FIRST, period, page.exact(total)),
                Term(TIMES, in_days, percent(part * _HUNDRED, 2)),
                Term(COMES_TO, _("the market in the period"), page.exact(found.total)),
            )
        case "share":
            yield from term_lines(
                Term(FIRST, _("the market in the period"), page.exact(found.total), Target("figure", "market:size")),
                Term(TIMES, _("expected share"), _percent(expected)),
                Term(COMES_TO, _("the value of the share"), page.exact(found.expected_value)),
            )
        case _:
            own = page.exact(Fraction(found.own))
            yield from term_lines(
                Term(FIRST, _("orders so far"), own, Target("figure", "orders:all")),
                Term(OVER, _("the market in the period"), page.exact(found.total), Target("figure", "market:size")),
                Term(COMES_TO, _("your part of the whole period's market"), _percent(found.contribution)),
            )
            if found.passed < 1 and found.total is not None:
                told = _("{passed} of {all} days").format(passed=len(page.basis.known), all=len(page.basis.span))
                yield from term_lines(
                    Term(FIRST, _("the market in the period"), page.exact(found.total)),
                    Term(TIMES, told, percent(found.passed * _HUNDRED, 2)),
                    Term(COMES_TO, _("the market so far"), page.exact(found.total * found.passed)),
                    Term(FIRST, _("orders so far"), own),
                    Term(COMES_TO, _("of the market so far"), _percent(found.contribution_so_far)),
                    title=_("held against the market so far"),
                )


def _percent(value: Fraction | None) -> str:
    return UNKNOWN if value is None else percent(value * _HUNDRED, 2)
