"""What is behind each figure of money: activities with their costs, orders, offers, customers, wages (1.4)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.budget import Charge
from salgsplan_tui.domain.market_share import market_plan_of
from salgsplan_tui.domain.product_lines import product_of
from salgsplan_tui.domain.sales import Order
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, short_date
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.loyalty_terms import additional_terms, new_customer_terms, product_terms
from salgsplan_tui.tui.money_behind import Draw, MoneyBehind
from salgsplan_tui.tui.money_budget import WITHOUT_LINE
from salgsplan_tui.tui.money_channels import channel_name
from salgsplan_tui.tui.money_charges import charge_lines
from salgsplan_tui.tui.money_claims import claim_behind, outlay_behind
from salgsplan_tui.tui.money_listed import (
    channel_lines,
    customer_lines,
    nps_lines,
    offer_lines,
    order_lines,
    wage_lines,
)
from salgsplan_tui.tui.money_market import nps_goal
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_profit import profit_in
from salgsplan_tui.tui.money_table import fact, heading
from salgsplan_tui.tui.money_terms import (
    PROFIT,
    average_terms,
    cost_terms,
    hit_terms,
    margin_terms,
    market_terms,
    month_terms,
    origin_terms,
    profit_terms,
)
from salgsplan_tui.tui.part_card import source_lines


def rows_behind(page: MoneyPage, code: str) -> Behind:
    """Return what a figure was counted from, by the code of its line: "line:b1", "channel:phone", "orders:2027-01"."""
    kind, _colon, rest = code.partition(":")
    found = _FINDERS[kind](page, rest)
    return Behind(found.title, lambda cells: found.draw(replace(page, cells=cells)), found.about)


def is_money(code: str) -> bool:
    """Say whether a figure is one of money, and not of a goal or of the funnel."""
    return code.partition(":")[0] in _FINDERS


def _line(page: MoneyPage, identity: str) -> MoneyBehind:
    titles = {each.id: each.title or each.id for each in page.programme.budget_lines}
    key = None if identity == WITHOUT_LINE else identity

    def draw(wide: MoneyPage) -> Iterator[Line]:
        budget = wide.known.budget
        yield from cost_terms(wide, budget.without_line if key is None else budget.by_line[key])
        yield from charge_lines(wide, budget.of(key))

    return MoneyBehind(titles.get(identity, _("without a line")), draw)


def _moved(page: MoneyPage, identity: str) -> MoneyBehind:
    """Return what was moved, and how the lines stand that it was moved between."""
    move = next(each for each in page.programme.budget_moves if each.id == identity)
    titles = {each.id: each.title or each.id for each in page.programme.budget_lines}

    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield fact(_("moved"), wide.amount(move.amount), short_date(move.on))
        if move.reason:
            yield fact(_("reason"), wide.name(move.reason))
        budget = wide.known.budget
        for words, line in ((_("from {line}"), move.from_), (_("to {line}"), move.to)):
            yield heading(words.format(line=wide.name(titles.get(line, line))))
            if line in budget.by_line:
                yield from cost_terms(wide, budget.by_line[line])
                yield from charge_lines(wide, budget.of(line))

    return MoneyBehind(_("moved between lines"), draw)


def _strategy(page: MoneyPage, code: str) -> MoneyBehind:
    titles = {each.id: each.title for each in page.programme.strategies}
    lines = {each.id for each in page.programme.budget_lines if each.strategy == code}

    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from cost_terms(wide, wide.known.budget.by_strategy[code])
        yield from charge_lines(wide, (each for each in wide.known.budget.charges if each.line in lines))

    return MoneyBehind(titles.get(code, _("shared by all")), draw)


def _total(_page: MoneyPage, _code: str) -> MoneyBehind:
    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from cost_terms(wide, wide.known.budget.total)
        yield from charge_lines(wide, wide.known.budget.charges)

    return MoneyBehind(_("cost budget"), draw)


def _spent(_page: MoneyPage, _code: str) -> MoneyBehind:
    return MoneyBehind(_("activity cost so far"), lambda wide: charge_lines(wide, _spent_by(wide)))


def _spent_by(page: MoneyPage) -> list[Charge]:
    return [each for each in page.known.budget.charges if each.costs.actual]


def _channel(page: MoneyPage, code: str) -> MoneyBehind:
    return MoneyBehind(channel_name(page, code), lambda wide: channel_lines(wide, code))


def _orders(_page: MoneyPage, code: str) -> MoneyBehind:
    title = _ORDERS[code]() if code in _ORDERS else bucket(code)
    terms = _TERMS.get(code)

    def draw(wide: MoneyPage) -> Iterator[Line]:
        orders = _orders_called(wide, code)
        if code in {"margin", "variable"}:
            yield from margin_terms(wide, orders)
        elif terms is not None:
            yield from terms(wide)
        yield from order_lines(wide, orders, with_margin=True)

    return MoneyBehind(title, draw)


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
        case "lines":
            return [each for each in orders if each.lines]
    return list(orders) if code in _ORDERS else [each for each in orders if f"{each.date:%Y-%m}" == code]


_ORDERS: Final[dict[str, Callable[[], str]]] = {
    "all": lambda: _("orders"),
    "sold": lambda: _("what was sold"),
    "margin": lambda: _("contribution margin"),
    "variable": lambda: _("variable costs"),
    "average": lambda: _("the average order"),
    "own": lambda: _("from your own activities"),
    "additional": lambda: _("additional purchases"),
    "first": lambda: _("new customers"),
    "lines": lambda: _("orders that tell what was sold"),
}
_TERMS: Final[dict[str, Draw]] = {
    "average": average_terms,
    "own": origin_terms,
    "additional": additional_terms,
    "first": new_customer_terms,
}


def _offers_behind(_page: MoneyPage, _code: str) -> MoneyBehind:
    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from hit_terms(wide)
        yield from offer_lines(wide, list(wide.basis.decided))

    return MoneyBehind(_("decided offers"), draw)


def _customers(_page: MoneyPage, code: str) -> MoneyBehind:
    titles = {"again": _("bought again"), "kept": _("still customers"), "start": _("customers at the start")}
    return MoneyBehind(titles[code], lambda wide: customer_lines(wide, code))


def _wages(_page: MoneyPage, _code: str) -> MoneyBehind:
    return MoneyBehind(_("wages paid out"), wage_lines)


def _nps(page: MoneyPage, _code: str) -> MoneyBehind:
    goal = nps_goal(page)
    return MoneyBehind(_("NPS") if goal is None else goal.title, nps_lines)


def _product(page: MoneyPage, identity: str) -> MoneyBehind:
    """Return what a product group was sold for, and the plan that tells its prices, to be edited from there."""
    product = product_of(page.plan, identity)
    plans = page.plan.sales_plans.values()
    plan = next((each for each in plans if any(of.id == identity for of in each.products)), None)

    def draw(wide: MoneyPage) -> Iterator[Line]:
        if product is not None:
            yield from product_terms(wide, product, plan)
        sold = [each for each in wide.basis.orders if any(line.product == identity for line in each.lines)]
        yield from order_lines(wide, sold, with_margin=True)

    about = None if plan is None else Target("part", f"{plan.id}:products:{identity}")
    return MoneyBehind(identity if product is None else product.title, draw, about)


def _profit(_page: MoneyPage, code: str) -> MoneyBehind:
    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from profit_terms(wide, code)
        yield from order_lines(wide, list(wide.basis.orders), with_margin=True)
        if code != "margin":
            yield heading(_("activity cost so far"))
            yield from charge_lines(wide, _spent_by(wide))
        if code in {"margin", "after", "krone"}:
            yield heading(_("wages paid out"))
            yield from wage_lines(wide)

    return MoneyBehind(_(PROFIT[code]), draw)


def _month(_page: MoneyPage, key: str) -> MoneyBehind:
    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from month_terms(wide, profit_in(wide, key))
        yield from order_lines(wide, _orders_called(wide, key), with_margin=True)
        yield heading(_("activity cost so far"))
        charges = (each for each in _spent_by(wide) if each.day is not None and f"{each.day:%Y-%m}" == key)
        yield from charge_lines(wide, charges)
        yield heading(_("wages paid out"))
        yield from wage_lines(wide, key)

    return MoneyBehind(bucket(key), draw)


def _market(page: MoneyPage, code: str) -> MoneyBehind:
    """Return how a figure of the market is counted, and the plan that tells its size, to be edited from there."""
    titles = {
        "size": _("the market in the period"),
        "share": _("expected share"),
        "own": _("your part of the whole period's market"),
    }
    above = market_plan_of(page.plan, page.programme)

    def draw(wide: MoneyPage) -> Iterator[Line]:
        yield from market_terms(wide, code)
        if code == "own":
            yield from order_lines(wide, list(wide.basis.orders))
        if above is not None and above.market_share is not None:
            yield heading(_("the market"))
            yield fact(wide.name(above.market_share.market) or _("the market of the plan above"), "")
            yield from source_lines(above)

    return MoneyBehind(titles[code], draw, None if above is None else Target("part", f"{above.id}:market_share:"))


_FINDERS: Final[dict[str, Callable[[MoneyPage, str], MoneyBehind]]] = {
    "line": _line,
    "strategy": _strategy,
    "total": _total,
    "burn": _total,
    "spent": _spent,
    "channel": _channel,
    "bars": _channel,
    "best": _channel,
    "moved": _moved,
    "orders": _orders,
    "offers": _offers_behind,
    "customers": _customers,
    "wages": _wages,
    "nps": _nps,
    "product": _product,
    "profit": _profit,
    "month": _month,
    "market": _market,
    "claim": claim_behind,
    "outlay": outlay_behind,
}
