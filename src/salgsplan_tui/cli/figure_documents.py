"""What other programs read of a programme's figures: goals, funnel, cost budget and channels."""

import datetime as dt
from fractions import Fraction
from typing import Final

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import Budget, Costs
from salgsplan_tui.domain.channel_economics import ChannelResult, ChannelTable
from salgsplan_tui.domain.funnel import Funnel, Steps
from salgsplan_tui.domain.funnel_rates import Rate, Rates
from salgsplan_tui.domain.goals import GoalFigures, goals_of

_HUNDREDTHS: Final = 100_00
"""The whole in hundredths of a percent."""
_NOTHING = Steps(None, None, None, None, None)


def goals_document(basis: Basis | None, as_of: dt.date, funnel: Funnel | None) -> Document:
    """Return the goals with their figures, and the funnel."""
    goals = () if basis is None else goals_of(basis)
    steps = {
        "need": _NOTHING if funnel is None else funnel.need,
        "remaining": _NOTHING if funnel is None else funnel.remaining,
        "planned_ahead": _NOTHING if funnel is None else funnel.planned_ahead,
        "missing": _NOTHING if funnel is None else funnel.missing,
    }
    return {
        "as_of": as_of.isoformat(),
        "goals": [goal_document(each) for each in goals],
        "funnel": {name: steps_document(each) for name, each in steps.items()},
    }


def budget_document(budget: Budget | None) -> Document:
    """Return the lines of the cost budget and their total; costs without a line stand last, under no code."""
    if budget is None:
        return {"lines": [], "total": _costs(Costs())}
    lines: list[Document] = [
        {"code": line.id, "name": line.title, "strategy": line.strategy, **_costs(budget.by_line[line.id])}
        for line in budget.lines
    ]
    if budget.without_line != Costs():
        lines.append({"code": None, "name": None, "strategy": None, **_costs(budget.without_line)})
    return {"lines": lines, "total": _costs(budget.total)}


def channel_figures(table: ChannelTable | None, code: str | None) -> Document:
    """Return what one channel has given and cost."""
    return result_document(ChannelResult() if table is None else table.by_channel.get(code, ChannelResult()))


def result_document(result: ChannelResult) -> Document:
    """Return what a channel, or all of them, has given and cost; null where there is nothing to divide by."""
    return {
        "activities": result.activities,
        "minutes": result.minutes,
        "attempts": result.attempts,
        "reached": result.reached,
        "meetings": result.meetings,
        "offers": result.offers,
        "orders": result.orders,
        "order_value": text_from_ore(result.order_value),
        "contribution_margin": text_from_ore(result.contribution_margin),
        "cost": text_from_ore(result.cost),
        "time_cost": exact(result.time_cost),
        "cost_per_meeting": exact(result.cost_per_meeting),
        "cost_per_order": exact(result.cost_per_order),
        "margin_per_hour": exact(result.margin_per_hour),
    }


def goal_document(figures: GoalFigures) -> Document:
    """Return how far a goal has come."""
    goal = figures.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "area": goal.area,
        "measure": goal.measure,
        "unit": goal.unit,
        "target": exact(figures.target),
        "actual": exact(figures.actual),
        "scheduled": exact(figures.scheduled),
        "remaining": exact(figures.remaining),
        "remaining_to_schedule": exact(figures.remaining_to_schedule),
        "pace": exact(figures.pace),
        "ahead": exact(figures.ahead),
        "forecast": exact(figures.run_rate),
        "deadline": None if goal.deadline is None else goal.deadline.isoformat(),
        "status": figures.status,
    }


def steps_document(steps: Steps) -> Document:
    """Return a number for each step of the funnel; null where it is not known."""
    return {
        "orders": steps.orders,
        "offers": steps.offers,
        "meetings": steps.meetings,
        "reached": steps.reached,
        "attempts": steps.attempts,
    }


def _costs(costs: Costs) -> Document:
    return {
        "budget": text_from_ore(costs.budget),
        "actual": text_from_ore(costs.actual),
        "committed": text_from_ore(costs.committed),
        "planned": text_from_ore(costs.planned),
        "available": text_from_ore(costs.available),
        "forecast": text_from_ore(costs.forecast),
        "variance": text_from_ore(costs.variance),
    }


def rates_document(own: Rates, planned: Rates) -> Document:
    """Return the seller's own rates and the planned ones, in percent or kroner, and how many they were counted from."""
    return {"own": _rates(own), "planned": _rates(planned)}


def _rates(rates: Rates) -> Document:
    shares = {name: getattr(rates, name) for name in ("reached", "meeting", "offer", "hit")}
    return {
        **{name: _rate(each, _HUNDREDTHS) for name, each in shares.items()},
        "average_order": _rate(rates.average_order, 1),
        "smoothed": rates.is_smoothed,
    }


def _rate(rate: Rate, unit: int) -> Document:
    return {"value": exact(None if rate.value is None else rate.value * unit), "n": rate.number}


def exact(value: Fraction | None) -> str | None:
    """Return a figure in hundredths as a string with two decimals."""
    return None if value is None else text_from_ore(rounded(value))
