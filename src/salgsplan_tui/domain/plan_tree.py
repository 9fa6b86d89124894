"""The tree of sales plans: each under the one it serves, from the strategic level down to the programmes (S7)."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal, PlanKind, SalesPlan

BASES: Final[Mapping[PlanKind, PlanKind]] = {
    "tactical_sales_plan": "market_plan",
    "strategic_sales_plan": "strategic_plan",
}
"""What kind of plan one of this kind rests on (S31, S45)."""
_LEVELS = ("strategic", "tactical", "operative")
_SERVES: Final[Mapping[PlanKind, tuple[PlanKind, ...]]] = {
    "market_programme": ("tactical_sales_plan",),
    "tactical_sales_plan": ("strategic_sales_plan", "strategic_plan"),
    "market_plan": ("strategic_sales_plan", "strategic_plan"),
}
"""Under what a plan of each kind usually hangs, the nearest first."""


class Branch(NamedTuple):
    """A plan, and how deep it hangs."""

    depth: int
    plan: SalesPlan


def plan_tree(plans: Mapping[str, SalesPlan]) -> Iterator[Branch]:
    """Yield all plans, the higher levels first, and under each what hangs under it; plans in a ring stand once."""
    told: set[str] = set()
    for plan in _ordered(plans):
        if above_of(plan, plans) is None:
            yield from _branch(plan, plans, 0, told)
    for plan in _ordered(plans):  # what hangs in a ring has no top
        if plan.id not in told:
            yield from _branch(plan, plans, 0, told)


def above_of(plan: SalesPlan, plans: Mapping[str, SalesPlan]) -> SalesPlan | None:
    """Return the plan that another hangs under: its parent, else the one it rests on; None where that is not there."""
    return plans.get(plan.parent or "") or plans.get(plan.base or "")


def goal_above(plan: Plan, above: SalesPlan | None, goal: Goal) -> Goal | None:
    """Return the goal that a goal serves: the one it names, else the one with the same measure in the plan above."""
    if goal.parent is not None:
        return plan.goal(goal.parent)
    goals = above.goals if above else ()
    return next((each for each in goals if goal.measure is not None and each.measure == goal.measure), None)


def links_of_new(plans: Mapping[str, SalesPlan], kind: PlanKind, span: Span) -> tuple[str | None, str | None]:
    """Return the ids of the plan that a new one serves and of the one it rests on, as proposed.

    Of each kind the only one is meant that shares days with the new plan and is neither closed nor put away.
    """
    usable = [each for each in plans.values() if each.status in {"draft", "active"} and each.span.touches(span)]
    serves = (_only(usable, each) for each in _SERVES.get(kind, ()))
    base = BASES.get(kind)
    return next((each for each in serves if each), None), None if base is None else _only(usable, base)


def _only(plans: list[SalesPlan], kind: PlanKind) -> str | None:
    found = [each.id for each in plans if each.kind == kind]
    return found[0] if len(found) == 1 else None


def chain_above(plan: SalesPlan, plans: Mapping[str, SalesPlan]) -> tuple[SalesPlan, ...]:
    """Return the plans above one, the nearest first."""
    found: list[SalesPlan] = []
    above = above_of(plan, plans)
    while above is not None and above.id != plan.id and above not in found:
        found.append(above)
        above = above_of(above, plans)
    return tuple(found)


def _branch(plan: SalesPlan, plans: Mapping[str, SalesPlan], depth: int, told: set[str]) -> Iterator[Branch]:
    if plan.id in told:
        return
    told.add(plan.id)
    yield Branch(depth, plan)
    for each in _ordered(plans):
        if above_of(each, plans) is plan:
            yield from _branch(each, plans, depth + 1, told)


def _ordered(plans: Mapping[str, SalesPlan]) -> list[SalesPlan]:
    return sorted(plans.values(), key=lambda each: (_LEVELS.index(each.level), each.start, each.id))
