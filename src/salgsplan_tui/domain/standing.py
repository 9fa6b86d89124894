"""How a programme stands today: will it reach the goal, at what cost, and what is to be done about it today?"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import Costs, budget_of
from salgsplan_tui.domain.counting import is_attempt, planned_number
from salgsplan_tui.domain.funnel import Funnel, funnel_of, order_goal, per_day, workdays_left
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.domain.programme import SalesPlan

Verdict = Literal["reached", "at_this_rate", "with_scheduled", "short", "unknown"]
"""Whether a goal will be reached, and by what that is told."""


@dataclass(frozen=True)
class Standing:
    """A programme on a day, in the few figures that a day begins with."""

    programme: SalesPlan
    goals: tuple[GoalFigures, ...]
    """The goals that have a number, the one of order intake first."""
    costs: Costs
    """The whole cost budget."""
    calls_a_day: int | None
    """How many calls a day the rest asks for; None where no funnel can be counted."""
    calls_today: int
    """How many are planned today."""
    funnel: Funnel | None

    @property
    def main(self) -> GoalFigures | None:
        """The goal that the day is held against."""
        return self.goals[0] if self.goals else None


def standing(basis: Basis) -> Standing:
    """Return how a programme stands on a day."""
    main, funnel = order_goal(basis.programme), funnel_of(basis)
    goals = sorted(
        (each for each in goals_of(basis) if each.goal.is_concrete and each.goal.status != "dropped"),
        key=lambda each: each.goal is not main,
    )
    left = workdays_left(basis, funnel)
    return Standing(
        programme=basis.programme,
        goals=tuple(goals),
        costs=budget_of(basis).total,
        calls_a_day=None if funnel is None else per_day(funnel.remaining.attempts, left),
        calls_today=sum(map(planned_number, calls_today(basis))),
        funnel=funnel,
    )


def calls_today(basis: Basis) -> tuple[Activity, ...]:
    """Return the activities of the day that count as calls, done or not."""
    return tuple(row for row in basis.rows if row.date == basis.as_of and row.counts and is_attempt(row))


def verdict(figures: GoalFigures) -> Verdict:
    """Say whether a goal will be reached: by how it went so far, else by what lies ahead."""
    if figures.status == "reached":
        return "reached"
    if figures.target is None or figures.actual is None:
        return "unknown"
    forecasts = {"at_this_rate": figures.run_rate, "with_scheduled": figures.with_scheduled}
    for name, forecast in forecasts.items():
        if forecast is not None and _reaches(figures, forecast):
            return "at_this_rate" if name == "at_this_rate" else "with_scheduled"
    return "unknown" if all(each is None for each in forecasts.values()) else "short"


def expected_end(figures: GoalFigures) -> Fraction | None:
    """Return the better of the two forecasts."""
    known = [each for each in (figures.run_rate, figures.with_scheduled) if each is not None]
    if not known:
        return None
    return max(known) if figures.goal.direction == "up" else min(known)


def _reaches(figures: GoalFigures, forecast: Fraction) -> bool:
    target = figures.target or Fraction(0)
    return forecast >= target if figures.goal.direction == "up" else forecast <= target
