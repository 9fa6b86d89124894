"""What if: a copy of the plan with other rates, prices, budget or rows, and what that changes; kept or thrown away."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.funnel import Steps, funnel_of
from salgsplan_tui.domain.goals import goals_of
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine, PlanRates
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_edits import change_plan, sales_plan_of


@dataclass(frozen=True)
class Scenario:
    """What is tried; nothing that is not told changes."""

    rates: Mapping[str, int] = field(default_factory=dict)
    """Rates of the funnel and the average order by their names in `PlanRates`."""
    price_change: Fraction = Fraction(0)
    """All prices up or down by this share, and the average order with them."""
    budget: Mapping[str, int] = field(default_factory=dict)
    """Amounts of budget lines in øre by id."""
    dropped: tuple[str, ...] = ()
    """Ids of rows that are called off."""
    moved: Mapping[str, dt.date] = field(default_factory=dict)
    """New days of rows by id."""


@dataclass(frozen=True)
class Outlook:
    """What a plan comes to: its needs, where its goals end, what it costs, how long it takes."""

    need: Steps | None
    missing: Steps | None
    goals: Mapping[str, Fraction | None]
    """Where each goal ends with what lies ahead, in hundredths of its unit."""
    cost: int
    """The forecast of the cost budget in øre."""
    left: int
    """What the budget then has left; below 0 it is lacking."""
    minutes: int
    """Planned and not done."""


def with_scenario(plan: Plan, programme: str, scenario: Scenario, *, at: dt.datetime) -> Plan:
    """Return the plan as the scenario has it; applied through the session it is kept, else it is thrown away.

    Raises:
        NotFoundError: there is no such programme or row.
        RefusedError: the programme is only shown, or a row is settled already.
    """
    changed = _changed(sales_plan_of(plan, programme), scenario)
    if changed:
        plan = change_plan(plan, programme, at=at, **changed)
    for identity in scenario.dropped:
        plan = life.cancel(plan, identity, at=at, reason=Reason.LOWER_PRIORITY)
    for identity, day in scenario.moved.items():
        plan = life.move(plan, identity, Placement(day, plan.activity(identity).start), at=at)
    return plan


def outlook(basis: Basis) -> Outlook:
    """Return what the plan of a basis comes to."""
    funnel, total = funnel_of(basis), budget_of(basis).total
    return Outlook(
        need=None if funnel is None else funnel.need,
        missing=None if funnel is None else funnel.missing,
        goals={each.goal.id: each.with_scheduled for each in goals_of(basis)},
        cost=total.forecast,
        left=total.variance,
        minutes=sum(row.minutes or 0 for row in basis.ahead),
    )


def compared(basis: Basis, scenario: Scenario, *, at: dt.datetime) -> tuple[Outlook, Outlook]:
    """Return what the plan comes to as it is, and as the scenario has it.

    Raises:
        NotFoundError, RefusedError: as `with_scenario` tells.
    """
    plan = with_scenario(basis.plan, basis.programme.id, scenario, at=at)
    other = basis_of(plan, plan.sales_plans[basis.programme.id], basis.as_of)
    return outlook(basis), outlook(other)


def _changed(programme: SalesPlan, scenario: Scenario) -> dict[str, object]:
    changed: dict[str, object] = {}
    rates = (programme.rates or PlanRates()).changed_to(**scenario.rates)
    if scenario.price_change and rates.average_order is not None:
        rates = rates.changed_to(average_order=rounded(rates.average_order * (1 + scenario.price_change)))
    if rates != (programme.rates or PlanRates()):
        changed["rates"] = rates
    if scenario.price_change and programme.products:
        changed["products"] = tuple(
            product
            if product.target_price is None
            else product.changed_to(target_price=rounded(product.target_price * (1 + scenario.price_change)))
            for product in programme.products
        )
    if scenario.budget:
        changed["budget_lines"] = tuple(_line(line, scenario) for line in programme.budget_lines)
    return changed


def _line(line: BudgetLine, scenario: Scenario) -> BudgetLine:
    return line.changed_to(amount=scenario.budget[line.id]) if line.id in scenario.budget else line
