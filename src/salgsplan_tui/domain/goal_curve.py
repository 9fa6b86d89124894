"""How a goal came to where it is: what was reached at the end of each week, beside the pace (chapter 4.4)."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.dates import Span, week_of
from salgsplan_tui.domain.goal_counts import counted
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.programme import Goal


@dataclass(frozen=True)
class CurvePoint:
    """The end of one week, or of the part of it that belongs to the plan."""

    last: dt.date
    pace: Fraction
    """Where it should be when this day is over, in hundredths of the goal's unit."""
    actual: Fraction | None
    """Where it was; None in the weeks to come, and where it cannot be told."""


def goal_curve(basis: Basis, goal: Goal) -> tuple[CurvePoint, ...]:
    """Return a point for each week up to the deadline; nothing for a level, which has no way to go.

    The running week is told as of today.
    """
    known = MEASURES.get(goal.measure or "")
    if goal.target is None or (known is not None and not known.grows):
        return ()
    until = basis.until(goal.deadline or basis.span.last)
    points, first, passed = [], until.span.start, 0
    while first < until.span.end:
        week = Span(first, min(week_of(first).end, until.span.end))
        passed += count_workdays(week, until.plan.days_off)
        pace = Fraction(goal.target * passed, until.workdays) if until.workdays else Fraction(0)
        points.append(CurvePoint(week.last, pace, _actual(until, goal, week)))
        first = week.end
    return tuple(points)


def _actual(basis: Basis, goal: Goal, week: Span) -> Fraction | None:
    return None if week.start > basis.as_of else counted(basis.on(min(week.last, basis.as_of)), goal).actual
