"""Making, changing and removing a part of a sales plan from the values of a form: one of a list, or its market."""

import datetime as dt
from collections.abc import Mapping

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.programme_edits import (
    FIELDS,
    add_part,
    change_part,
    change_plan,
    remove_part,
    sales_plan_of,
)


def completed(kind: type[Value], values: Mapping[str, object]) -> dict[str, object]:
    """Return the values with what follows from them: a measure that is known tells unit and area of its goal."""
    known = MEASURES.get(str(values.get("measure"))) if kind is Goal else None
    made = dict(values)
    if known is not None:
        made["unit"] = known.unit
        made["area"] = known.area if values.get("area") == "order_intake" else values.get("area")
    if kind is MarketShareTarget:
        made["market"] = values.get("market") or ""
    return made


def make_part(  # noqa: PLR0913  # what of which plan says what
    plan: Plan, owner: str, kind: type[Value], values: Mapping[str, object], identity: str, *, at: dt.datetime
) -> Plan:
    """Put a new part of a kind into a sales plan; the market share, of which there is one, has no id.

    Raises:
        NotFoundError: there is no such plan.
        RefusedError: the plan is only shown.
    """
    if kind is MarketShareTarget:
        return change_plan(plan, owner, at=at, market_share=MarketShareTarget().changed_to(**values))
    return add_part(plan, owner, kind(id=identity, **values), at=at)


def alter_part(plan: Plan, owner: str, part: Value, changed: Mapping[str, object], *, at: dt.datetime) -> Plan:
    """Change a part: found by its id, or by what it says where it has none.

    Raises:
        NotFoundError: there is no such plan or part.
        RefusedError: the plan is only shown.
    """
    identity: str | None = getattr(part, "id", None)
    if isinstance(part, MarketShareTarget):
        now = sales_plan_of(plan, owner).market_share or part
        return change_plan(plan, owner, at=at, market_share=now.changed_to(**changed))
    if identity is None:
        return _replaced(plan, owner, part, part.changed_to(**changed), at)
    return change_part(plan, owner, type(part), identity, at=at, **changed)


def drop_part(plan: Plan, owner: str, part: Value, *, at: dt.datetime) -> Plan:
    """Take a part out.

    Raises:
        NotFoundError: there is no such plan or part.
        RefusedError: the plan is only shown, or activities, offers, orders or other parts name this one.
    """
    identity: str | None = getattr(part, "id", None)
    if isinstance(part, MarketShareTarget):
        return change_plan(plan, owner, at=at, market_share=None)
    if identity is None:
        return _replaced(plan, owner, part, None, at)
    return remove_part(plan, owner, type(part), identity, at=at)


def _replaced(plan: Plan, owner: str, part: Value, by: Value | None, at: dt.datetime) -> Plan:
    """Put another part in the place of one that has no id, or take it out."""
    field = FIELDS[type(part)]
    parts: tuple[Value, ...] = getattr(sales_plan_of(plan, owner), field)
    kept = tuple(by if each == part else each for each in parts)
    return change_plan(plan, owner, at=at, **{field: tuple(each for each in kept if each is not None)})
