"""What a sales plan lacks to become active, and what to look out for in it (S9, S31-S42, S47-S51; chapter 3.2)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.horizons import ADVISED, misfit_of
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan_parts import SHARED
from salgsplan_tui.domain.programme import LEVELS, Area, Goal, SalesPlan

Lack = Literal[
    "too_short",
    "too_long",
    "goal",
    "strategy",
    "activity_programme",
    "budget",
    "market_share_percent",
    "market_share_value",
    "activity",
    "base",
    "goal_loyalty",
    "goal_repurchase",
    "goal_additional_purchase",
    "improvement_area",
    "focus_areas",
    "sale_or_counter",
    "products",
    "benefits",
    "prices",
]
Caution = Literal[
    "too_short",
    "too_long",
    "no_parent",
    "unknown_parent",
    "wrong_level",
    "outside_parent",
    "no_base",
    "vision",
    "goal_too_early",
    "goal_too_late",
    "programme_outside",
    "only_a_wish",
    "shares_disagree",
    "over_parent_line",
    "unknown_strategy",
    "no_strategy",
]

_TACTICAL_GOALS: Final[Mapping[Area, Lack]] = {
    "loyalty": "goal_loyalty",
    "repurchase": "goal_repurchase",
    "additional_purchase": "goal_additional_purchase",
}
_ABOVE: Final = {"operative": {"tactical"}, "tactical": {"strategic"}, "strategic": frozenset[str]()}


@dataclass(frozen=True)
class PlanCaution:
    """One thing to look out for; it warns and never blocks."""

    code: Caution
    about: str | None = None
    """The id of the part it is about; None for the plan itself."""


def lacks(plan: SalesPlan, areas: Iterable[ImprovementArea]) -> tuple[Lack, ...]:
    """Return what is missing before the plan can become active, in the order of its page.

    `areas` are all improvement areas: a tactical sales plan has some of its own (S35).
    """
    fault = misfit_of(plan)
    length: tuple[Lack, ...] = () if fault is None or plan.kind in ADVISED else (fault,)
    asked: Mapping[Lack, bool] = {
        "market_programme": _programme,
        "market_plan": _market_plan,
        "tactical_sales_plan": _tactical,
        "strategic_plan": _nothing,
        "strategic_sales_plan": _strategic,
    }[plan.kind](plan)
    missing = (lack for lack, is_there in asked.items() if not is_there)
    return (*length, *missing, *_of_improvement(plan, areas))


def _of_improvement(plan: SalesPlan, areas: Iterable[ImprovementArea]) -> Iterator[Lack]:
    own = (each for each in areas if each.plan == plan.id and each.status != "dropped")
    if plan.kind == "tactical_sales_plan" and not any(own):
        yield "improvement_area"


def _programme(plan: SalesPlan) -> Mapping[Lack, bool]:
    return {
        "goal": any(goal.is_concrete for goal in plan.goals),
        "strategy": bool(plan.strategies),
        "activity_programme": bool(plan.programmes),
    }


def _market_plan(plan: SalesPlan) -> Mapping[Lack, bool]:
    _total, share, value = (None, None, None) if plan.market_share is None else plan.market_share.whole
    return {
        "budget": bool(plan.budget_lines),
        "market_share_percent": share is not None,
        "market_share_value": value is not None,
        "activity": any(each.is_concrete for each in plan.activities),
    }


def _tactical(plan: SalesPlan) -> Mapping[Lack, bool]:
    there = {goal.area for goal in plan.goals if goal.is_concrete}
    asked: dict[Lack, bool] = {"base": plan.base is not None}
    return asked | {lack: area in there for area, lack in _TACTICAL_GOALS.items()}


def _strategic(plan: SalesPlan) -> Mapping[Lack, bool]:
    return {
        "focus_areas": bool(plan.focus_areas),
        "sale_or_counter": bool(plan.sale_or_counter),
        "products": any(product.priority is not None for product in plan.products),
        "benefits": any(benefit.text for benefit in plan.benefits),
        "prices": any(product.target_price is not None for product in plan.products),
    }


def _nothing(_plan: SalesPlan) -> Mapping[Lack, bool]:
    return {}


def cautions(plan: SalesPlan, others: Mapping[str, SalesPlan], served: Iterable[str] = ()) -> tuple[PlanCaution, ...]:
    """Return what to look out for; `others` are all sales plans by id, `served` the goals that activities serve."""
    return (
        *_of_period(plan),
        *_of_place(plan, others),
        *_of_goals(plan, frozenset(served)),
        *_of_money(plan, others),
    )


def _of_period(plan: SalesPlan) -> Iterator[PlanCaution]:
    fault = misfit_of(plan)
    if fault is not None:
        yield PlanCaution(fault)
    for programme in plan.programmes:
        if (programme.start or plan.start) < plan.start or (programme.end or plan.end) > plan.end:
            yield PlanCaution("programme_outside", programme.id)


def _of_place(plan: SalesPlan, others: Mapping[str, SalesPlan]) -> Iterator[PlanCaution]:
    """Yield what is odd about the plan's place in the tree; that it has none is only worth telling (S7)."""
    if plan.kind == "tactical_sales_plan" and plan.base is None:
        yield PlanCaution("no_base")
    if plan.parent is None:
        if plan.level != "strategic":
            yield PlanCaution("no_parent")
        return
    parent = others.get(plan.parent)
    if parent is None:
        yield PlanCaution("unknown_parent", plan.parent)
        return
    if LEVELS[parent.kind] not in _ABOVE[plan.level]:
        yield PlanCaution("wrong_level", parent.id)
    if plan.start < parent.start or plan.end > parent.end:
        yield PlanCaution("outside_parent", parent.id)


def _of_goals(plan: SalesPlan, served: frozenset[str]) -> Iterator[PlanCaution]:
    for goal in plan.goals:
        if goal.is_vision:
            yield PlanCaution("vision", goal.id)
        elif plan.kind == "market_programme" and goal.id not in served and not _is_result(goal):
            yield PlanCaution("only_a_wish", goal.id)
        if goal.deadline is not None and goal.deadline not in plan.span:
            yield PlanCaution("goal_too_late" if goal.deadline > plan.end else "goal_too_early", goal.id)


def _is_result(goal: Goal) -> bool:
    """Say whether a settled goal needs no more activities."""
    return goal.status != "open"


def _of_money(plan: SalesPlan, others: Mapping[str, SalesPlan]) -> Iterator[PlanCaution]:
    if plan.market_share is not None and not plan.market_share.agrees:
        yield PlanCaution("shares_disagree")
    strategies = {SHARED, *(strategy.id for strategy in plan.strategies)}
    named = {part.id: part.strategy for part in plan.programmes} | {
        part.id: part.strategy for part in plan.budget_lines
    }
    for identity, strategy in named.items():
        if strategy is not None and strategy not in strategies:
            yield PlanCaution("unknown_strategy", identity)
    if plan.strategies:
        yield from (PlanCaution("no_strategy", part.id) for part in plan.programmes if part.strategy is None)
    wanted = {line.parent for line in plan.budget_lines if line.parent is not None}
    for line in (line for other in others.values() for line in other.budget_lines if line.id in wanted):
        if line.amount < _taken_from(line.id, {**others, plan.id: plan}):
            yield PlanCaution("over_parent_line", line.id)


def _taken_from(identity: str, plans: Mapping[str, SalesPlan]) -> int:
    return sum(line.amount for plan in plans.values() for line in plan.budget_lines if line.parent == identity)
