"""What a month asked of each goal and brought it, beside how far the whole goal has come (chapter 4.4, 6.4, 6.7)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from salgsplan_tui.domain.basis import Basis, days_basis
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.goals import GoalFigures, goal_figures
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.programme import Goal


class GoalMonth(NamedTuple):
    """One goal in one month."""

    goal: Goal
    asked: Fraction | None
    """The target's part in the month, by working days, in hundredths of the goal's unit; of a level the whole of it."""
    month: GoalFigures
    """What the month brought."""
    whole: GoalFigures
    """How far the goal has come."""


def goal_months(basis: Basis, span: Span) -> Iterator[GoalMonth]:
    """Yield the goals of a programme that were not dropped, in the order in which it tells them."""
    for goal in basis.programme.goals:
        if goal.status != "dropped":
            whole = goal_figures(basis, goal)
            days = days_basis(basis.plan, basis.programme, span.common(basis.span), basis.as_of)
            yield GoalMonth(goal, _asked(basis, whole, span), goal_figures(days, goal), whole)


def _asked(basis: Basis, figures: GoalFigures, span: Span) -> Fraction | None:
    if figures.target is None or not figures.grows:
        return figures.target
    days_off = basis.plan.days_off
    own = basis.until(figures.goal.deadline or basis.span.last).span
    all_days = count_workdays(own, days_off)
    return None if all_days == 0 else figures.target * count_workdays(own.common(span), days_off) / all_days
