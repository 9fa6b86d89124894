"""The goals in a report: the key line, goals by area, and what remains to be done for them (chapter 4.1-4.4)."""

from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.funnel import Funnel, Steps, funnel_of, order_goal
from salgsplan_tui.domain.goal_months import GoalMonth, goal_months
from salgsplan_tui.domain.goals import GoalFigures, goal_figures
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Number,
    Table,
    code,
    hours,
    kr,
    level,
    number,
    share,
    text,
)

_CENT: Final = 100
_HOUR: Final = 60


def told(value: Number | None, unit: str | None) -> Item:
    """Return a goal's figure, which is in hundredths of its unit; what adds up over sellers as something that does."""
    match unit:
        case "kr":
            return kr(value)
        case "count":
            return number(None if value is None else Fraction(value) / _CENT, 1 if value and value % _CENT else 0)
        case "hours":
            return hours(None if value is None else Fraction(value) * _HOUR / _CENT)
    return level(value, unit)


def reached(basis: Basis, figures: GoalFigures) -> Item:
    """Return how far a goal has come: a rate with what it was counted from, so that sellers' rates can be added up."""
    from salgsplan_tui.domain.reports.goal_rates import rate_of  # noqa: PLC0415  # not for the week plan

    rate = rate_of(basis, figures.goal.measure)
    if rate is None or figures.actual is None:
        return told(figures.actual, figures.goal.unit)
    unit = {"market_share": "market", "additional_share": None, "own_sale_share": None}.get(
        figures.goal.measure or "", "n"
    )
    return share(rate.part, rate.whole, unit)


def key_line(scope: Scope) -> tuple[Block, ...]:
    """Return goal, achieved, pace and forecast of the programme's order intake, or of its first goal."""
    basis, goal = scope.basis, _main_goal(scope)
    if basis is None or goal is None:
        return (Lines("key", ((code("no_goal", "word"),),)),)
    found = goal_figures(basis, goal)
    unit = goal.unit
    figures = (
        Figure("achieved", told(found.actual, unit), told(found.target, unit)),
        Figure("attainment", share(*found.attained)),
        Figure("pace", told(found.pace, unit)),
        Figure("ahead", told(found.ahead, unit)),
        Figure("run_rate", told(found.run_rate, unit)),
        Figure("pipeline_forecast", told(found.with_scheduled, unit)),
        Figure("remaining", told(found.remaining, unit)),
    )
    chart = Chart("progress", (Bar(text(goal.title), found.actual or Fraction(0), found.target),))
    with_unit = (chart,) if unit == "kr" and found.target else ()
    return (Lines("goal", ((text(goal.title), NOTHING),)), Figures("key", figures, basis.span), *with_unit)


def _main_goal(scope: Scope) -> Goal | None:
    if scope.programme is None:
        return None
    concrete = (goal for goal in scope.programme.goals if goal.is_concrete and goal.status != "dropped")
    return order_goal(scope.programme) or next(concrete, None)


def goals_of_month(scope: Scope) -> tuple[Block, ...]:
    """Return each goal: what the month should and did bring, and how far the whole of it has come, by area."""
    basis = scope.basis
    if basis is None:
        return (Lines("goals", ((code("no_goal", "word"),),)),)
    rows = []
    for goal, asked, month, whole in sorted(goal_months(basis, scope.span), key=_by_area):
        brought = told(month.actual, goal.unit) if whole.grows else reached(scope.period_basis, month)
        rows.append(
            (
                text(goal.title),
                code(goal.area, "area"),
                told(asked, goal.unit),
                brought,
                told(whole.target, goal.unit),
                reached(basis, whole),
                told(whole.run_rate, goal.unit) if whole.grows else NOTHING,
                told(whole.with_scheduled, goal.unit),
                code(whole.status, "goal_status"),
            )
        )
    columns = ("goal", "area", "month_plan", "month_actual", "target", "so_far", "run_rate", "pipeline", "status")
    return (Table("goals", columns, tuple(rows), keys=2, span=basis.span),)


def _by_area(found: GoalMonth) -> int:
    return _AREAS.get(found.goal.area, len(_AREAS))


def goal_table(scope: Scope) -> tuple[Block, ...]:
    """Return the goals of a programme: target, how far, pace, forecast and status."""
    basis = scope.basis
    if basis is None or not basis.programme.goals:
        return (Lines("goals", ((code("no_goal", "word"),),)),)
    rows = []
    for goal in basis.programme.goals:
        found = goal_figures(basis, goal)
        rows.append(
            (
                text(goal.title),
                told(found.target, goal.unit),
                reached(basis, found),
                told(found.pace, goal.unit),
                told(found.run_rate, goal.unit) if found.grows else NOTHING,
                told(found.with_scheduled, goal.unit),
                code(found.status, "goal_status"),
            )
        )
    columns = ("goal", "target", "so_far", "pace", "run_rate", "pipeline", "status")
    return (Table("goals", columns, tuple(rows), span=basis.span),)


def funnel_table(scope: Scope) -> tuple[Block, ...]:
    """Return what the rest of the goal needs, what of it is planned, and what is missing (salgskalkyle)."""
    funnel = None if scope.basis is None else funnel_of(scope.basis)
    if funnel is None:
        return (Lines("funnel", ((code("no_order_goal", "word"),),)),)
    rows = tuple(
        (code(step, "step"), *(number(getattr(steps, step)) for steps in _steps(funnel)))
        for step in ("attempts", "reached", "meetings", "offers", "orders")
    )
    columns = ("step", "needed_in_all", "planned_in_all", "unplanned", "needed_now", "planned_ahead", "missing")
    figures = (
        Figure("rest", told(funnel.rest, funnel.goal.unit)),
        Figure("rest_after_pipeline", told(funnel.rest_after_pipeline, funnel.goal.unit)),
        Figure("coverage", _coverage(scope, funnel)),
    )
    return (Figures("funnel", figures), Table("funnel", columns, rows))


def _steps(funnel: Funnel) -> tuple[Steps, ...]:
    return (
        funnel.need,
        funnel.planned,
        funnel.unplanned,
        funnel.remaining,
        funnel.planned_ahead,
        funnel.missing,
    )


def _coverage(scope: Scope, funnel: Funnel) -> Item:
    if scope.basis is None or funnel.coverage is None:
        return Item("ratio", decimals=2)
    return Item("ratio", funnel.coverage, funnel.coverage * funnel.rest, funnel.rest, decimals=2)


_AREAS: Final = {
    area: place
    for place, area in enumerate(
        ("order_intake", "new_sales", "repurchase", "additional_purchase", "service", "loyalty", "market_share")
    )
}
"""The order of the goal areas in the month plan (chapter 6.7)."""
