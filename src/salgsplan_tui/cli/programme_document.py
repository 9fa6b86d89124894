"""What other programs read of a programme: what it is, what it lacks, its parts, and its activities."""

import datetime as dt
from math import ceil

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.plan_parts_document import parts_document
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.effort import Effort, by_focus_area, goal_directed
from salgsplan_tui.domain.fit import Fit
from salgsplan_tui.domain.fit_advice import advice
from salgsplan_tui.domain.plan_checks import cautions, lacks
from salgsplan_tui.domain.programme_table import TableRow, programme_table, served_goals, without_goal


def programme_document(basis: Basis | None, as_of: dt.date) -> Document:
    """Return a programme; null where none runs."""
    if basis is None:
        return {"as_of": as_of.isoformat(), "programme": None, "rows": [], "without_goal": [], "effort": None}
    plan = basis.programme
    return {
        "as_of": as_of.isoformat(),
        "programme": {
            "id": plan.id,
            "kind": plan.kind,
            "level": plan.level,
            "title": plan.title,
            "start": plan.start.isoformat(),
            "end": plan.end.isoformat(),
            "status": plan.status,
            "discipline": plan.discipline,
            "parent": plan.parent,
            "base": plan.base,
            "read_only": plan.read_only,
            "lacks": list(lacks(plan, basis.plan.improvements.values())),
            "cautions": [
                {"code": each.code, "about": each.about}
                for each in cautions(plan, basis.plan.sales_plans, served_goals(basis))
            ],
            **parts_document(plan),
            "goals": [{"id": each.id, "title": each.title} for each in plan.goals],
            "strategies": [{"id": each.id, "title": each.title, "goals": list(each.goals)} for each in plan.strategies],
            "programmes": [{"id": each.id, "title": each.title, "strategy": each.strategy} for each in plan.programmes],
        },
        "rows": [_row(row) for group in programme_table(basis) for row in group.rows],
        "without_goal": [row.id for row in without_goal(basis)],
        "effort": _efforts(basis),
    }


def _efforts(basis: Basis) -> Document:
    directed = goal_directed(basis)
    parts = {"with_goal": directed.with_goal, "without_goal": directed.without_goal, "own_work": directed.own_work}
    areas = [{"id": key, **_effort(each)} for key, each in by_focus_area(basis).items()]
    return {**{name: _effort(each) for name, each in parts.items()}, "total": _effort(directed.whole), "areas": areas}


def _effort(effort: Effort) -> Document:
    return {"activities": len(effort.rows), "minutes": effort.minutes, "cost": text_from_ore(effort.cost)}


def fit_document(fit: Fit | None) -> Document:
    """Return how the weeks hold what is planned and needed, in minutes; null where no programme runs."""
    if fit is None:
        return {"fits": None, "capacity": 0, "planned": 0, "needed": 0, "breaks": None, "weeks": [], "advice": []}
    return {
        "fits": fit.fits,
        "capacity": fit.capacity,
        "planned": fit.planned,
        "needed": ceil(fit.needed),
        "breaks": None if fit.breaks is None else fit.breaks.week,
        "weeks": [
            {
                "week": week.week,
                "capacity": week.capacity,
                "planned": week.planned,
                "needed": ceil(week.share),
                "short": week.short,
            }
            for week in fit.weeks
        ],
        "advice": [
            {"rule": each.rule, "id": each.row.id, "minutes": each.minutes, "week": each.week, "to": each.to}
            for each in advice(fit)
        ],
    }


def _row(row: TableRow) -> Document:
    activity = row.activity
    return {
        "id": activity.id,
        "start": None if activity.date is None else activity.date.isoformat(),
        "end": None if activity.date is None else (activity.end_date or activity.date).isoformat(),
        "bucket": activity.bucket,
        "goal": activity.goal,
        "customers": list(activity.customers),
        "audience": activity.audience,
        "title": activity.title,
        "cost": text_from_ore(row.cost),
        "owner": row.owner,
        "programme": activity.programme,
        "quantity_planned": activity.quantity_planned,
        "quantity_done": activity.quantity_done,
        "state": activity.state.value,
    }
