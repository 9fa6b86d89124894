"""The quarterly report for the sales manager's superior, and the same for a year: no contact persons (6.7, S29)."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.channel_economics import margin_of, of_orders
from salgsplan_tui.domain.counting import worked_minutes
from salgsplan_tui.domain.goals import goal_figures
from salgsplan_tui.domain.hit_rate import hit_rate
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.plan_tree import above_of, goal_above
from salgsplan_tui.domain.reports.goal_parts import reached, told
from salgsplan_tui.domain.reports.head import head
from salgsplan_tui.domain.reports.looks_back import competences
from salgsplan_tui.domain.reports.money_parts import channel_table, cost_budget
from salgsplan_tui.domain.reports.people_parts import customer_moves, improvement_areas, loyalty_figures, needs, service
from salgsplan_tui.domain.reports.plan_parts import main_activities
from salgsplan_tui.domain.reports.profit_parts import market_figures, profit_figures, sale_or_counter
from salgsplan_tui.domain.reports.scope import Scope, months_of, period_before
from salgsplan_tui.domain.reports.summary import summary_of
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Section,
    Table,
    code,
    day,
    days,
    hours,
    kr,
    month,
    number,
    rate,
    ratio,
    share,
    text,
)
from salgsplan_tui.domain.sales import Order

_MOST: Final = 6
"""So many main activities of the next quarter are told."""


def quarter_sections(scope: Scope) -> tuple[Section, ...]:
    """Return the outline of the quarterly report; what is asked of the leader stands in the summary too."""
    return (
        Section(1, "summary", (*head(scope), *summary(scope), *needs(scope))),
        Section(2, "result", result(scope)),
        Section(3, "market", market_figures(scope)),
        Section(4, "profit", profit_figures(scope)),
        Section(5, "sale", sale_or_counter(scope)),
        Section(6, "channels", channel_table(scope, scope.span, is_full=True)),
        Section(7, "budget", cost_budget(scope, by_line=False)),
        Section(8, "loyalty", loyalty_figures(scope)),
        Section(9, "service", (*service(scope, scope.span, is_list=False), *competences(scope))),
        Section(10, "improvements", improvement_areas(scope)),
        Section(11, "wins", wins_and_losses(scope)),
        Section(12, "upward", upward(scope)),
        Section(13, "next", next_quarter(scope)),
        Section(14, "basis", data_basis(scope)),
    )


def summary(scope: Scope) -> tuple[Block, ...]:
    """Return the seller's own sentences; else the facts that five sentences can be made of."""
    own = scope.summary or summary_of(scope.programme, scope.period)
    if own:
        return (Lines("summary", tuple((text(each),) for each in own)),)
    basis = scope.period_basis
    before = scope.over(period_before(scope))
    hits = hit_rate(basis)
    value = _value(basis.orders)
    goal = _order_target(scope)
    facts = (
        Figure("order_value", kr(value), kr(goal) if goal is not None else None),
        Figure("order_value_before", kr(_value(before.orders))),
        Figure("hit_rate", rate(hits.won, hits.decided)),
        Figure("open_offers", kr(sum(each.amount for each in basis.open_offers))),
        Figure("new_customers", number(len({each.customer for each in basis.orders if each.purchase_kind == "first"}))),
    )
    return (Figures("facts", facts),)


def _order_target(scope: Scope) -> int | None:
    goals = () if scope.programme is None else scope.programme.goals
    return next((goal.target for goal in goals if goal.measure == "order_value"), None)


def result(scope: Scope) -> tuple[Block, ...]:
    """Return what came of it against the goal, the quarter before, and the same one last year."""
    others = (period_before(scope),) if scope.kind == "year" else (period_before(scope), period_before(scope, 4))
    bases = (scope.period_basis, *map(scope.over, others))
    rows = []
    for name, value in _RESULTS.items():
        target = kr(_order_target(scope)) if name == "order_value" and _order_target(scope) is not None else NOTHING
        first, *rest = (value(basis) for basis in bases)
        rows.append((code(name, "figure"), first, target, *rest))
    columns = ("figure", "this_period", "goal", *("period_before", "year_before")[-len(others) :])
    bars = tuple(Bar(month(each.start), Fraction(_value(scope.over(each).orders))) for each in months_of(scope.span))
    return (Table("result", columns, tuple(rows)), Chart("orders_by_month", bars))


def _value(orders: tuple[Order, ...], purchase: str | None = None) -> int:
    return sum(each.net for each in orders if purchase in {None, each.purchase_kind})


def _margin(basis: Basis) -> int:
    return sum(map(margin_of, basis.orders))


_RESULTS: Final[dict[str, Callable[[Basis], Item]]] = {
    "order_value": lambda basis: kr(_value(basis.orders)),
    "margin": lambda basis: kr(_margin(basis)),
    "margin_ratio": lambda basis: share(_margin(basis), of_orders(basis.orders).costed_value),
    "orders": lambda basis: number(len(basis.orders)),
    "average_order": lambda basis: ratio(_value(basis.orders), len(basis.orders), "kr"),
    "first_value": lambda basis: kr(_value(basis.orders, "first")),
    "repurchase_value": lambda basis: kr(_value(basis.orders, "repurchase")),
    "additional_value": lambda basis: kr(_value(basis.orders, "additional")),
}


def wins_and_losses(scope: Scope) -> tuple[Block, ...]:
    """Return how many offers were won and lost, and why they were lost; no names."""
    hits = hit_rate(scope.period_basis)
    figures = (
        Figure("won_offers", number(hits.won), kr(hits.won_value)),
        Figure("lost_offers", number(hits.lost), kr(hits.lost_value)),
        Figure("hit_rate", rate(hits.won, hits.decided)),
        Figure("hit_rate_by_value", share(hits.won_value, hits.won_value + hits.lost_value)),
    )
    reasons = (block for block in customer_moves(scope) if isinstance(block, Table))
    causes = tuple(_goal_causes(scope))
    return (Figures("wins", figures), *reasons, *((Lines("causes", causes),) if causes else ()))


def _goal_causes(scope: Scope) -> Iterator[tuple[Item, ...]]:
    for goal in () if scope.programme is None else scope.programme.goals:
        if goal.cause:
            words = text(scope.discretion.words(goal.cause))
            yield (text(goal.title), code(goal.status, "goal_status"), words)


def upward(scope: Scope) -> tuple[Block, ...]:
    """Return what the quarter gave to the goals above, to the focus areas, and at what prices products were sold."""
    rows = tuple(_contributions(scope))
    blocks: list[Block] = []
    if rows:
        blocks.append(Table("contributions", ("goal_above", "goal", "target_above", "contribution"), rows, keys=1))
    focus = tuple(_focus_areas(scope))
    if focus:
        blocks.append(Table("focus", ("focus_area", "rows", "hours", "cost"), focus))
    products = tuple(_products(scope))
    if products:
        columns = ("product", "priority", "quantity", "order_value", "target_price", "achieved_price")
        blocks.append(Table("products", columns, products))
    return tuple(blocks) or (Lines("upward", ((code("no_links", "word"),),)),)


def _contributions(scope: Scope) -> Iterator[tuple[Item, ...]]:
    if scope.basis is None:
        return
    programme = scope.basis.programme
    for goal in programme.goals:
        above = goal_above(scope.plan, above_of(programme, scope.plan.sales_plans), goal)
        if above is not None:
            found = goal_figures(scope.basis, goal)
            words = text(above.title)
            yield (words, text(goal.title), told(above.target, above.unit), reached(scope.basis, found))


def _focus_areas(scope: Scope) -> Iterator[tuple[Item, ...]]:
    """Yield what was done for each focus area, by the goals and strategies that name it (S47)."""
    basis = scope.period_basis
    goals = {goal.id: goal.focus_area for goal in basis.programme.goals}
    strategies = {each.id: each.focus_area for each in basis.programme.strategies}
    programmes = {each.id: strategies.get(each.strategy or "") for each in basis.programme.programmes}
    areas = [area for plan in scope.plan.sales_plans.values() for area in plan.focus_areas]
    for area in {each.id: each for each in areas}.values():
        rows = [
            row for row in basis.done if area.id in {goals.get(row.goal or ""), programmes.get(row.programme or "")}
        ]
        if rows:
            cost = sum(actual_cost(row, scope.plan.settings) for row in rows)
            yield (text(area.title), number(len(rows)), hours(sum(map(worked_minutes, rows))), kr(cost))


def _products(scope: Scope) -> Iterator[tuple[Item, ...]]:
    """Yield the products that the plans above put first: what was sold of them, and at what price."""
    known = {each.id: each for plan in scope.plan.sales_plans.values() for each in plan.products}
    for product in sorted(known.values(), key=lambda each: (each.priority or 9, each.id)):
        lines = [line for order in scope.period_basis.orders for line in order.lines if line.product == product.id]
        priced = [line for line in lines if line.price is not None]
        value = sum(
            Fraction((line.price or 0) * line.quantity * (100_00 - (line.discount or 0)), 100_00) for line in priced
        )
        sold = sum(line.quantity for line in priced)
        yield (
            text(product.title),
            number(product.priority),
            number(sum(line.quantity for line in lines)),
            kr(value),
            kr(product.target_price),
            ratio(value, sold, "kr"),
        )


def next_quarter(scope: Scope) -> tuple[Block, ...]:
    """Return next quarter's goals, main activities, cost frame and commitments with dates."""
    span = period_before(scope, -1)
    plans = [
        each
        for each in scope.plan.sales_plans.values()
        if each.kind == "market_programme" and each.span.touches(span) and each.start >= span.start
    ]
    goals = tuple(
        (text(goal.title), told(goal.target, goal.unit), day(goal.deadline))
        for plan in plans
        for goal in plan.goals
        if goal.status != "dropped"
    )
    rows = main_activities(scope, span, _MOST)
    frame = sum(line.amount for plan in plans for line in plan.budget_lines)
    planned = sum(
        planned_cost(row, scope.plan.settings)
        for row in scope.plan.during(span)
        if row.counts and row.date and row.date in span
    )
    figures = Figures("next", (Figure("cost_frame", kr(frame)), Figure("planned_cost", kr(planned))), span)
    none = Lines("next", ((code("nothing_planned_next", "word"),),))
    return (
        Table("next_goals", ("goal", "target", "deadline"), goals, is_list=True) if goals else none,
        *((Table("commitments", ("days", "what", "channel", "cost"), rows, is_list=True),) if rows else ()),
        figures,
    )


def data_basis(scope: Scope) -> tuple[Block, ...]:
    """Return what the figures rest on: which days, as known when, how many rows, orders, offers and cases."""
    basis = scope.period_basis
    figures = (
        Figure("rows", number(len(basis.rows))),
        Figure("done_rows", number(len(basis.done))),
        Figure("orders", number(len(basis.orders))),
        Figure("offers", number(len(basis.offers))),
        Figure("closed_cases", number(len(basis.closed_cases))),
        Figure("unknown_cost", number(sum(1 for each in basis.orders if each.variable_cost is None))),
    )
    lines = ((code("period", "head"), days(scope.span)), (code("as_of", "head"), day(scope.as_of)))
    return (Lines("basis", (*lines, (code("ex_vat", "word"), NOTHING))), Figures("basis", figures))
