"""The edits of the sales plans: their own fields, and the parts that come, change, leave or take another place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.horizons import ADVISED, misfit_of
from salgsplan_tui.domain.part_mentions import named_parts, refuse_named, title_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    BudgetMove,
    DepartmentActivity,
    FocusArea,
    PlanCost,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy

P = TypeVar("P", bound=Value)
"""A kind of part: what a sales plan has several of, each with an id or something else that tells it."""

FIELDS: Final[Mapping[type[Value], str]] = {
    Goal: "goals",
    Strategy: "strategies",
    ActivityProgramme: "programmes",
    BudgetLine: "budget_lines",
    BudgetMove: "budget_moves",
    PlanCost: "costs",
    FocusArea: "focus_areas",
    Product: "products",
    Segment: "segments",
    Benefit: "benefits",
    DepartmentActivity: "activities",
    TextSection: "sections",
}
"""The field of a sales plan that holds each kind of part."""


def add_plan(plan: Plan, sales_plan: SalesPlan, *, at: dt.datetime) -> Plan:
    """Put a new sales plan beside the others.

    Raises:
        RefusedError: it ends before it starts, or is shorter or longer than a plan of its kind may be.
    """
    _refuse_misfit(sales_plan)
    return put_plan(plan, sales_plan.changed_to(created=at), at=at)


def change_plan(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of a sales plan itself; of one that is only shown, whether it is.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is only shown, or would be shorter or longer than it may be.
    """
    old = sales_plan_of(plan, identity)
    if "read_only" not in fields:
        _refuse_read_only(old)
    new = old.changed_to(**fields)
    if (new.start, new.end, new.kind) != (old.start, old.end, old.kind):
        _refuse_misfit(new)
    return put_plan(plan, new, at=at)


def remove_plan(plan: Plan, identity: str) -> Plan:
    """Take a sales plan out.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is only shown, another plan hangs under it, or something outside of it names a part of it.
    """
    old = sales_plan_of(plan, identity)
    _refuse_read_only(old)
    below = [each.id for each in plan.sales_plans.values() if identity in {each.parent, each.base}]
    if below:
        raise RefusedError("plans_below", title=old.title, ids=", ".join(below))
    refuse_named(plan, old.title, named_parts(old), owner=identity, is_whole=True)
    rest = {key: each for key, each in plan.sales_plans.items() if key != identity}
    return replace(plan, sales_plans=rest)


def add_part(plan: Plan, identity: str, part: Value, *, at: dt.datetime, place: int | None = None) -> Plan:
    """Put a new part into a sales plan, last or at a place among its like.

    Raises:
        NotFoundError: there is no such plan.
        RefusedError: the plan is only shown.
    """
    parts = list(_parts(sales_plan_of(plan, identity), type(part)))
    parts.insert(len(parts) if place is None else place, part)
    return _with_parts(plan, identity, type(part), tuple(parts), at)


def change_part(plan: Plan, identity: str, kind: type[P], part: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of one part of a sales plan.

    Raises:
        NotFoundError: there is no such plan or part.
        RefusedError: the plan is only shown.
    """
    changed = part_of(sales_plan_of(plan, identity), kind, part).changed_to(**fields)
    parts = tuple(changed if _id(each) == part else each for each in _parts(sales_plan_of(plan, identity), kind))
    return _with_parts(plan, identity, kind, parts, at)


def remove_part(plan: Plan, identity: str, kind: type[P], part: str, *, at: dt.datetime) -> Plan:
    """Take one part out of a sales plan.

    Raises:
        NotFoundError: there is no such plan or part.
        RefusedError: the plan is only shown, or activities, offers, orders or other parts name this one.
    """
    owner = sales_plan_of(plan, identity)
    old = part_of(owner, kind, part)
    _refuse_read_only(owner)
    refuse_named(plan, title_of(old), ((kind, part),), owner=identity)
    return _with_parts(plan, identity, kind, tuple(each for each in _parts(owner, kind) if each is not old), at)


def place_part(  # noqa: PLR0913  # which part of which plan goes where
    plan: Plan, identity: str, kind: type[P], part: str, place: int, *, at: dt.datetime
) -> Plan:
    """Give one part of a sales plan another place among its like, as the first focus area is the most important.

    Raises:
        NotFoundError: there is no such plan or part.
        RefusedError: the plan is only shown.
    """
    owner = sales_plan_of(plan, identity)
    old = part_of(owner, kind, part)
    parts = [each for each in _parts(owner, kind) if each is not old]
    parts.insert(place, old)
    return _with_parts(plan, identity, kind, tuple(parts), at)


def sales_plan_of(plan: Plan, identity: str) -> SalesPlan:
    """Return a sales plan by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.sales_plans:
        raise NotFoundError("no_plan", id=identity)
    return plan.sales_plans[identity]


def part_of(sales_plan: SalesPlan, kind: type[P], identity: str) -> P:
    """Return a part of a sales plan by its id.

    Raises:
        NotFoundError: there is none such.
    """
    found = next((part for part in _parts(sales_plan, kind) if _id(part) == identity), None)
    if found is None:
        raise NotFoundError("no_part", id=identity, title=sales_plan.title)
    return found


def put_plan(plan: Plan, sales_plan: SalesPlan, *, at: dt.datetime) -> Plan:
    """Put a sales plan in place of the one with its id, stamped as changed."""
    stamped = sales_plan.changed_to(changed=at)
    return replace(plan, sales_plans={**plan.sales_plans, sales_plan.id: stamped})


def _id(part: Value) -> str | None:
    identity: str | None = getattr(part, "id", None)
    return identity


def _parts(sales_plan: SalesPlan, kind: type[P]) -> tuple[P, ...]:
    found: tuple[P, ...] = getattr(sales_plan, FIELDS[kind])
    return found


def _with_parts(plan: Plan, identity: str, kind: type[Value], parts: tuple[Value, ...], at: dt.datetime) -> Plan:
    owner = sales_plan_of(plan, identity)
    _refuse_read_only(owner)
    return put_plan(plan, owner.changed_to(**{FIELDS[kind]: parts}), at=at)


def _refuse_read_only(sales_plan: SalesPlan) -> None:
    if sales_plan.read_only:
        raise RefusedError("plan_read_only", title=sales_plan.title)


def _refuse_misfit(sales_plan: SalesPlan) -> None:
    if sales_plan.end < sales_plan.start:
        raise RefusedError("ends_before_it_starts")
    if sales_plan.kind not in ADVISED and misfit_of(sales_plan) is not None:
        raise RefusedError("plan_length", kind=sales_plan.kind)
