"""Money in a report: the cost budget by line and strategy, channels, offers, profit per wage krone, market share."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.budget import Budget, Costs, budget_of
from salgsplan_tui.domain.channel_economics import ChannelResult, channel_economics
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.funnel import probability
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.plan_parts import SHARED
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Table,
    code,
    day,
    kr,
    number,
    ratio,
    share,
    text,
)
from salgsplan_tui.domain.sales import Offer

_COSTS = ("budget", "spent", "ordered", "planned_cost", "available", "variance")


def cost_of_week(scope: Scope) -> tuple[Block, ...]:
    """Return what the week costs, what the programme has cost to date, and which lines are over."""
    rows = [row for row in scope.plan.during(scope.span) if row.date is not None and row.date in scope.span]
    settings = scope.plan.settings
    figures = [
        Figure("week_planned", kr(sum(planned_cost(row, settings) for row in rows if row.counts))),
        Figure("week_spent", kr(sum(actual_cost(row, settings) for row in rows))),
    ]
    if scope.basis is None:
        return (Figures("cost", tuple(figures)),)
    budget = budget_of(scope.basis)
    figures += [
        Figure("spent", kr(budget.total.actual), kr(budget.total.budget)),
        Figure("ordered", kr(budget.total.committed)),
        Figure("planned_cost", kr(budget.total.planned)),
        Figure("available", kr(budget.total.available)),
    ]
    return (Figures("cost", tuple(figures), scope.basis.span), lines_over(budget))


def lines_over(budget: Budget) -> Block:
    """Return the budget lines that will not hold."""
    over = [(line.title, budget.by_line[line.id]) for line in budget.lines if budget.by_line[line.id].variance < 0]
    if not over:
        return Lines("lines_over", ((code("none_over", "word"),),))
    rows = tuple((text(title), kr(costs.budget), kr(costs.forecast), kr(costs.variance)) for title, costs in over)
    return Table("lines_over", ("line", "budget", "forecast", "variance"), rows)


def cost_budget(scope: Scope, *, by_line: bool) -> tuple[Block, ...]:
    """Return the cost budget by strategy, and by line too where it is asked for, with a chart of it."""
    if scope.basis is None:
        return (Lines("budget", ((code("no_budget", "word"),),)),)
    budget, programme = budget_of(scope.basis), scope.basis.programme
    blocks: list[Block] = []
    if by_line:
        named = [(text(line.title or line.id), budget.by_line[line.id]) for line in budget.lines]
        rest = [(code("without_line", "word"), budget.without_line)] if budget.without_line != Costs() else []
        blocks.append(_budget_table("budget_lines", "line", [*named, *rest], budget.total, scope.basis.span))
    titles = {each.id: each.title for each in programme.strategies}
    strategies = [
        (code("shared", "word") if key == SHARED else text(titles.get(key, key)), costs)
        for key, costs in budget.by_strategy.items()
    ]
    rest = [(code("without_line", "word"), budget.without_line)] if budget.without_line != Costs() else []
    blocks.append(_budget_table("budget_strategies", "strategy", [*strategies, *rest], budget.total, scope.basis.span))
    bars = tuple(Bar(name, Fraction(costs.forecast), Fraction(costs.budget)) for name, costs in strategies)
    return (*blocks, Chart("budget", bars))


def _budget_table(name: str, first: str, rows: list[tuple[Item, Costs]], total: Costs, span: Span) -> Table:
    told = [(item, *_costs(costs)) for item, costs in rows]
    return Table(name, (first, *_COSTS), (*told, (code("total", "word"), *_costs(total))), has_total=True, span=span)


def _costs(costs: Costs) -> tuple[Item, ...]:
    sums = (costs.budget, costs.actual, costs.committed, costs.planned, costs.available, costs.variance)
    return tuple(map(kr, sums))


def channel_table(scope: Scope, span: Span, *, is_full: bool) -> tuple[Block, ...]:
    """Return what the channels gave and cost in some days; in full with cost per meeting and margin an hour too."""
    table = channel_economics(scope.over(span))
    by_time = sorted(table.by_channel.items(), key=lambda each: (-each[1].minutes, str(each[0])))
    found = [(code(name or "none", "channel"), result) for name, result in by_time]
    if table.counter.orders:
        found.append((code("counter", "word"), table.counter))
    if not found:
        return (Lines("channels", ((code("nothing_done", "word"),),)),)
    found.append((code("total", "word"), table.total))
    columns = ("channel", "rows", "hours", "contacts", "meetings", "offers", "orders", "order_value", "full_cost")
    more = ("cost_per_meeting", "cost_per_order", "margin_per_hour") if is_full else ("cost_per_order",)
    rows = tuple((name, *_channel(result, is_full=is_full)) for name, result in found)
    return (Table("channels", (*columns, *more), rows, has_total=True, span=span),)


def _channel(result: ChannelResult, *, is_full: bool) -> Iterator[Item]:
    yield number(result.activities)
    yield Item("hours", Fraction(result.minutes), decimals=1)
    yield number(result.reached + result.responses)
    yield from map(number, (result.meetings, result.offers, result.orders))
    yield kr(result.order_value)
    yield kr(result.full_cost)
    if is_full:
        yield ratio(result.full_cost, result.meetings, "kr")
    yield ratio(result.full_cost, result.orders, "kr")
    if is_full:
        yield ratio(result.contribution_margin, Fraction(result.minutes, 60), "kr")


def offers_this_week(scope: Scope) -> tuple[Block, ...]:
    """Return the open offers that may be decided this week: worked on in it, or valid until then."""
    worked_on = {each for row in scope.plan.during(scope.span) if row.is_open for each in _customers(scope, row)}
    expected = [
        offer
        for offer in scope.period_basis.open_offers
        if offer.customer in worked_on or (offer.valid_until is not None and offer.valid_until in scope.span)
    ]
    if not expected:
        return (Lines("offers_expected", ((code("no_offers", "word"),),)),)
    return (_offer_table(scope, expected, has_names=True)._replace(code="offers_expected"),)


def open_offers(scope: Scope) -> tuple[Block, ...]:
    """Return all open offers, what they may bring, and how old they are."""
    found = scope.period_basis.open_offers
    if not found:
        return (Lines("offers", ((code("no_offers_out", "word"),),)),)
    return (_offer_table(scope, found, has_names=False),)


def _customers(scope: Scope, row: Activity) -> Iterator[str]:
    yield from row.customers
    for each in row.contacts:
        found = scope.plan.contact(each)
        if found is not None:
            yield found[0].id


def _offer_table(scope: Scope, offers: Iterable[Offer], *, has_names: bool) -> Table:
    """Return offers, the largest first; without names there is only the class of each customer to tell."""
    basis, found = scope.period_basis, tuple(offers)
    rows: list[tuple[Item, ...]] = []
    for offer in sorted(found, key=lambda each: (-each.amount, each.id)):
        customer = scope.plan.customers.get(offer.customer)
        chance = probability(basis, offer)
        rows.append(
            (
                *((scope.discretion.customer(offer.customer),) if has_names else ()),
                code((customer.customer_class if customer else None) or "none", "letter"),
                kr(offer.amount),
                Item("share", chance),
                kr(offer.amount * chance),
                day(offer.sent),
                number(offer.age(scope.as_of)),
            )
        )
    amounts = sum(each.amount for each in found)
    weighted = sum((each.amount * probability(basis, each) for each in found), Fraction(0))
    total = (code("total", "word"), *((NOTHING,) if has_names else ()))
    rows.append((*total, kr(amounts), share(weighted, amounts), kr(weighted), NOTHING, NOTHING))
    columns = ("class", "amount", "probability", "weighted", "sent", "age_days")
    return Table("offers", (*(("customer",) if has_names else ()), *columns), tuple(rows), has_total=True, is_list=True)
