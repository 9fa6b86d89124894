"""How a cost budget is spent week by week, beside an even pace over the working days: its burn-down (chapter 4.9)."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import Budget, Charge
from salgsplan_tui.domain.dates import Span, week_of
from salgsplan_tui.domain.goal_curve import CurvePoint
from salgsplan_tui.domain.holidays import count_workdays


def spending_curve(basis: Basis, budget: Budget) -> tuple[CurvePoint, ...]:
    """Return for each week what was spent when it was over, and what would be at an even pace; in øre."""
    total, days = budget.total.budget, basis.workdays
    points, first, passed = [], basis.span.start, 0
    while first < basis.span.end:
        week = Span(first, min(week_of(first).end, basis.span.end))
        passed += count_workdays(week, basis.plan.days_off)
        pace = Fraction(total * passed, days) if days else Fraction(0)
        points.append(CurvePoint(week.last, pace, _spent(basis, budget, week)))
        first = week.end
    return tuple(points)


def _spent(basis: Basis, budget: Budget, week: Span) -> Fraction | None:
    if week.start > basis.as_of:
        return None
    return Fraction(sum(each.costs.actual for each in budget.charges if _day(each, basis) < week.end))


def _day(charge: Charge, basis: Basis) -> dt.date:
    """Return when it was paid, as far as it is known; what has no day was paid from the start on."""
    if charge.row is not None and charge.row.date is not None:
        return charge.row.date
    return (charge.cost.date if charge.cost is not None else None) or basis.span.start
