"""The steps of a sales plan's life: active, closed with causes, money moved, the department's activities taken down."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.edits import add
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_checks import lacks
from salgsplan_tui.domain.plan_parts import BudgetLine, BudgetMove, DepartmentActivity
from salgsplan_tui.domain.programme import GoalStatus
from salgsplan_tui.domain.programme_edits import change_plan, part_of, sales_plan_of


class Settled(NamedTuple):
    """How a goal ended, and why (chapter 6.5)."""

    status: GoalStatus
    cause: str | None = None


def activate(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Make a draft the plan that is worked by.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is only shown, is not a draft, or lacks something, which is named.
    """
    draft = sales_plan_of(plan, identity)
    if draft.status == "active":
        return plan
    missing = lacks(draft, plan.improvements.values())
    if missing:
        raise RefusedError("plan_lacks", title=draft.title, lacks=missing)
    return change_plan(plan, identity, at=at, status="active")


def close(plan: Plan, identity: str, goals: Mapping[str, Settled], *, at: dt.datetime) -> Plan:
    """Close a plan: its goals end as told, each with its cause; a goal that is not told of is as it was.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is only shown, or a goal is left open.
    """
    old = sales_plan_of(plan, identity)
    settled = tuple(
        goal.changed_to(status=goals[goal.id].status, cause=goals[goal.id].cause) if goal.id in goals else goal
        for goal in old.goals
    )
    still_open = [goal.title for goal in settled if goal.status == "open" and goal.is_concrete]
    if still_open:
        raise RefusedError("goals_open", title=old.title, goals=", ".join(still_open))
    return change_plan(plan, identity, at=at, status="closed", goals=settled)


def reopen_plan(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a closed plan up again; what was said of its goals stays.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is only shown.
    """
    return change_plan(plan, identity, at=at, status="active")


def move_money(plan: Plan, identity: str, move: BudgetMove, *, at: dt.datetime) -> Plan:
    """Move money from one budget line to another, and write it down in the log (chapter 6.4).

    Raises:
        NotFoundError: there is no such plan or line.
        RefusedError: the plan is only shown, or the line has not so much.
    """
    owner = sales_plan_of(plan, identity)
    source, goal = (part_of(owner, BudgetLine, line) for line in (move.from_, move.to))
    if source is goal or move.amount <= 0:
        raise RefusedError("nothing_to_move")
    if source.amount < move.amount:
        raise RefusedError("line_has_less", title=source.title, amount=source.amount)
    amounts = {source.id: source.amount - move.amount, goal.id: goal.amount + move.amount}
    lines = tuple(
        line.changed_to(amount=amounts[line.id]) if line.id in amounts else line for line in owner.budget_lines
    )
    return change_plan(plan, identity, at=at, budget_lines=lines, budget_moves=(*owner.budget_moves, move))


def adopt(  # noqa: PLR0913  # what comes from where, and where it goes
    plan: Plan,
    source: str,
    department_activity: str,
    new_id: str,
    *,
    at: dt.datetime,
    programme: str | None = None,
    goal: str | None = None,
    minutes: int | None = None,
) -> Plan:
    """Take one of the department's activities down into the seller's own plan, its origin kept (S39).

    What it costs the department is no cost of the seller's.

    Raises:
        NotFoundError: there is no such plan or activity in it.
        RefusedError: it was taken down before.
    """
    theirs = part_of(sales_plan_of(plan, source), DepartmentActivity, department_activity)
    origin = origin_of(source, theirs)
    taken = next((row for row in plan.stored() if row.origin == origin and row.counts), None)
    if taken is not None:
        raise RefusedError("adopted_before", title=theirs.title, id=taken.id)
    row = _adopted(theirs, new_id, origin).changed_to(programme=programme, goal=goal, minutes=minutes)
    return add(plan, row, at=at)


def origin_of(source: str, activity: DepartmentActivity) -> str:
    """Return what a row says of the department's activity that it was taken down from."""
    return f"{source}:{activity.id}"


def _adopted(theirs: DepartmentActivity, new_id: str, origin: str) -> Activity:
    end = theirs.end if theirs.end != theirs.start else None
    return Activity(
        id=new_id,
        title=theirs.title,
        channel=theirs.channel,
        type=theirs.type,
        state=State.DRAFT if theirs.start is None else State.PLANNED,
        date=theirs.start,
        end_date=end if theirs.start is not None else None,
        place=theirs.place,
        audience=theirs.audience,
        origin=origin,
        notes=theirs.notes,
    )
