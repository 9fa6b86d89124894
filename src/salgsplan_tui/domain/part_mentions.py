"""Who names a sales plan or a part of it: what other parts, activities, offers and orders name does not leave."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import (
    SHARED,
    Benefit,
    BudgetLine,
    DepartmentActivity,
    FocusArea,
    PlanCost,
    Product,
    Segment,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy
from salgsplan_tui.domain.sales import Offer, Order

Named = tuple[type[Value], str]
"""The kind of a part, and its id."""

_TOLD: Final = 5
"""So many of those that name a part are told."""


def title_of(part: Value) -> str:
    """Return what a part is called: its title, the segment of a benefit, the market of a market share."""
    return str(getattr(part, "title", "") or getattr(part, "segment", "") or getattr(part, "market", ""))


def parts_named_by(part: Value) -> Iterator[Named]:
    """Yield the kind and id of every part that a part names; a benefit can name words instead of an id (S50)."""
    if isinstance(part, Strategy | ActivityProgramme):
        yield from ((Goal, each) for each in part.goals)
    if isinstance(part, DepartmentActivity) and part.goal is not None:
        yield Goal, part.goal
    if isinstance(part, Goal) and part.parent is not None:
        yield Goal, part.parent
    if isinstance(part, Goal | Strategy) and part.focus_area is not None:
        yield FocusArea, part.focus_area
    if isinstance(part, ActivityProgramme | BudgetLine | DepartmentActivity) and part.strategy not in {None, SHARED}:
        yield Strategy, str(part.strategy)
    if isinstance(part, BudgetLine) and part.parent is not None:
        yield BudgetLine, part.parent
    if isinstance(part, PlanCost) and part.line is not None:
        yield BudgetLine, part.line
    if isinstance(part, Benefit):
        yield Segment, part.segment
        yield from ((Product, each) for each in (part.product,) if each is not None)


def naming_parts(sales_plan: SalesPlan) -> tuple[Value, ...]:
    """Return the parts of a sales plan that can name others, in the order of its file."""
    return (
        *sales_plan.goals,
        *sales_plan.strategies,
        *sales_plan.programmes,
        *sales_plan.benefits,
        *sales_plan.budget_lines,
        *sales_plan.costs,
        *sales_plan.activities,
    )


def named_parts(sales_plan: SalesPlan) -> tuple[Named, ...]:
    """Return the parts of a sales plan that something outside of it can name."""
    return (
        *((Goal, each.id) for each in sales_plan.goals),
        *((ActivityProgramme, each.id) for each in sales_plan.programmes),
        *((FocusArea, each.id) for each in sales_plan.focus_areas),
        *((Product, each.id) for each in sales_plan.products),
        *((BudgetLine, each.id) for each in sales_plan.budget_lines),
    )


def refuse_named(plan: Plan, title: str, leaving: Sequence[Named], *, owner: str, is_whole: bool = False) -> None:
    """Refuse that parts leave the sales plan with the id `owner` while something names them.

    Where it leaves as a whole, its own parts may name each other, and improvement areas may not stand in it.

    Raises:
        RefusedError: `still_named` by activities, `product_still_named` by offers or orders, `part_still_named` by
            parts of plans or by improvement areas; each tells which.
    """
    rows = [*plan.stored(), *(each.activity for each in plan.series.values())]
    ids = {identity for _kind, identity in leaving}
    naming = [row.id for row in rows if ids & {row.goal, row.programme, *(item.line for item in row.costs)}]
    if naming:
        raise RefusedError("still_named", name=title, ids=", ".join(naming[:_TOLD]))
    products = {identity for kind, identity in leaving if kind is Product}
    sales: tuple[Offer | Order, ...] = (*plan.offers.values(), *plan.orders.values())
    sold = [each.id for each in sales if products & {line.product for line in each.lines}]
    if sold:
        raise RefusedError("product_still_named", title=title, ids=", ".join(sold[:_TOLD]))
    others = [*_parts_naming(plan, leaving, owner, is_whole=is_whole)]
    if is_whole:
        others += [area.title for area in plan.improvements.values() if area.plan == owner]
    if others:
        raise RefusedError("part_still_named", title=title, others=", ".join(others[:_TOLD]))


def _parts_naming(plan: Plan, leaving: Collection[Named], owner: str, *, is_whole: bool) -> Iterator[str]:
    """Yield what the parts are called that name one of these; in another plan, with that plan's title."""
    for sales_plan in plan.sales_plans.values():
        if sales_plan.id == owner and is_whole:
            continue
        for part in naming_parts(sales_plan):
            is_leaving = sales_plan.id == owner and (type(part), getattr(part, "id", None)) in leaving
            if not is_leaving and any(named in leaving for named in parts_named_by(part)):
                title = title_of(part) or str(getattr(part, "id", ""))
                yield title if sales_plan.id == owner else f"{title} ({sales_plan.title or sales_plan.id})"
