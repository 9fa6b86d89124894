"""What the work leaves, in a report: profit per wage krone, the market share, sale against counter service."""

from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.market_share import market_share
from salgsplan_tui.domain.profit import profit_of
from salgsplan_tui.domain.reports.scope import Scope, months_of
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Block,
    Figure,
    Figures,
    Item,
    Lines,
    Table,
    code,
    kr,
    month,
    number,
    ore,
    rate,
    ratio,
    share,
    text,
)


def profit_figures(scope: Scope) -> tuple[Block, ...]:
    """Return margin and profit per wage krone, month by month too; nothing where wages are not told (S53)."""
    if scope.wages is None:
        return (Lines("profit", ((code("wages_kept_back", "word"),),)),)
    profit = profit_of(scope.period_basis, scope.wages)
    after_cost = profit.contribution_margin - profit.activity_cost
    figures = (
        Figure("wages", kr(profit.wages)),
        Figure("margin", kr(profit.contribution_margin)),
        Figure("activity_cost", kr(profit.activity_cost)),
        Figure("margin_per_krone", ratio(profit.contribution_margin, profit.wages)),
        Figure("after_activity_cost", ratio(after_cost, profit.wages)),
        Figure("profit_per_krone", ratio(after_cost - profit.wage_cost, profit.wages)),
    )
    rows = []
    for each in months_of(scope.span):
        found = profit_of(scope.over(each), scope.wages)
        left = found.contribution_margin - found.activity_cost - found.wage_cost
        rows.append(
            (
                month(each.start),
                kr(found.wages),
                kr(found.contribution_margin),
                ratio(found.contribution_margin, found.wages),
                ratio(left, found.wages),
            )
        )
    columns = ("month", "wages", "margin", "margin_per_krone", "profit_per_krone")
    return (Figures("profit", figures), Table("profit_by_month", columns, tuple(rows)))


def market_figures(scope: Scope) -> tuple[Block, ...]:
    """Return the market share: percent, and kroner and øre, against the market plan (S40-S41)."""
    basis = scope.over(scope.span)
    found = market_share(basis)
    if found is None:
        return (Lines("market", ((code("no_market_plan", "word"),),)),)
    figures = (
        Figure("market_total", Item("ore", found.total, unit="market")),
        Figure("expected_share", Item("share", found.expected)),
        Figure("expected_value", Item("ore", found.expected_value, unit="market")),
        Figure("own_sales", ore(found.own)),
        Figure("own_share", share(found.own, found.total, "market")),
    )
    return (Lines("market", ((text(found.target.market), NOTHING),)), Figures("market", figures))


def sale_or_counter(scope: Scope) -> tuple[Block, ...]:
    """Return how much the seller's own activities led to, and how much came by itself (S48)."""
    found = sale_share(scope.period_basis.orders)
    rest = found.orders - found.by_activity - found.unknown
    rest_value = found.value - found.value_by_activity
    rows = (
        _sale("own_activity", found.by_activity, found.value_by_activity, (found.orders, found.value)),
        _sale("counter", rest, rest_value, (found.orders, found.value)),
        (code("total", "word"), number(found.orders), NOTHING, kr(found.value), NOTHING),
    )
    columns = ("origin", "orders", "share_of_orders", "order_value", "share_of_value")
    unknown = (Figures("sale", (Figure("unknown_origin", number(found.unknown)),)),) if found.unknown else ()
    return (Table("sale", columns, rows, has_total=True), *unknown)


def _sale(name: str, orders: int, value: int, of: tuple[int, int]) -> tuple[Item, ...]:
    return (code(name, "word"), number(orders), rate(orders, of[0]), kr(value), share(value, of[1]))
