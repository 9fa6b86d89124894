"""The tree of sales plans: each under the one it serves, from the strategic level down to the programmes (S7)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal, SalesPlan

_LEVELS = ("strategic", "tactical", "operative")


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
