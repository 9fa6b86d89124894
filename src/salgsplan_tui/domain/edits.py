"""Every edit of the plan: functions that take a plan and return a new one (architecture.md 4)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import Sheet, home_of

Naming = TypeVar("Naming", ServiceCase, ImprovementArea)
"""What names the activities that belong to it."""


def add(plan: Plan, activity: Activity, *, at: dt.datetime, customers: Iterable[Customer] = ()) -> Plan:
    """Put a new activity into the plan, with the customers it is the first to name."""
    return put(with_customers(plan, customers, at=at), activity.changed_to(created=at), at)


def with_customers(plan: Plan, customers: Iterable[Customer], *, at: dt.datetime) -> Plan:
    """Put new customers into the book."""
    made = {each.id: each.changed_to(created=at, changed=at) for each in customers}
    return replace(plan, customers={**plan.customers, **made}) if made else plan


def add_series(plan: Plan, series: Series, *, at: dt.datetime, customers: Iterable[Customer] = ()) -> Plan:
    """Put a new repeating activity into the plan."""
    stamped = series.changed_to(created=at, changed=at)
    plan = with_customers(plan, customers, at=at)
    return replace(plan, series={**plan.series, series.id: stamped})


def add_sales_plan(plan: Plan, sales_plan: SalesPlan, *, at: dt.datetime) -> Plan:
    """Put a new programme or upper plan into the plan."""
    stamped = sales_plan.changed_to(created=at, changed=at)
    return replace(plan, sales_plans={**plan.sales_plans, sales_plan.id: stamped})


def set_settings(plan: Plan, **fields: object) -> Plan:
    """Set the person's own settings."""
    return replace(plan, settings=plan.settings.changed_to(**fields))


def change(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of an activity that are no step of its life: title, whom, minutes, costs, notes and the like."""
    return put(plan, plan.activity(identity).changed_to(**fields), at)


def remove(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a mistake out of the plan; an occurrence of a series leaves an exception in its rule.

    The service cases and improvement areas that were read name it no longer.
    """
    activity = plan.activity(identity)
    plan = _unnamed(_without(plan, identity), identity, at)
    series = plan.series.get(activity.series or "")
    if series is None or activity.occurrence is None:
        return plan
    if series.after is not None and series.first == activity.occurrence:
        return with_series(plan, series.settled_on(activity.occurrence), at)
    return with_series(plan, _skipping(series, activity.occurrence), at)


def _unnamed(plan: Plan, gone: str, at: dt.datetime) -> Plan:
    cases = {each.id: each for each in plan.cases.values() if gone in each.activities}
    areas = {each.id: each for each in plan.improvements.values() if gone in each.activities}
    if not cases and not areas:
        return plan
    return replace(
        plan,
        cases={**plan.cases, **{key: _not_naming(each, gone, at) for key, each in cases.items()}},
        improvements={**plan.improvements, **{key: _not_naming(each, gone, at) for key, each in areas.items()}},
    )


def _not_naming(each: Naming, gone: str, at: dt.datetime) -> Naming:
    return each.changed_to(activities=tuple(one for one in each.activities if one != gone), changed=at)


def _skipping(series: Series, day: dt.date) -> Series:
    return series.changed_to(skip=tuple(sorted({*series.skip, day})))


def with_series(plan: Plan, series: Series, at: dt.datetime) -> Plan:
    """Return the plan with this series changed."""
    return replace(plan, series={**plan.series, series.id: series.changed_to(changed=at)})


def unfinished(activity: Activity) -> Activity:
    """Return the activity as it stood before it was done, ready for `done`."""
    placed = activity.date is not None or activity.bucket is not None
    return activity.changed_to(state=State.PLANNED if placed else State.DRAFT)


def duplicate(plan: Plan, identity: str, new_id: str, *, at: dt.datetime) -> Plan:
    """Put a fresh copy of an activity beside it: the same plan, nothing of what came of it."""
    original = plan.activity(identity)
    costs = tuple(item.changed_to(committed=0, actual=0) for item in original.costs)
    state = State.DRAFT if original.date is None and original.bucket is None else State.PLANNED
    copy = original.changed_to(
        id=new_id,
        state=state,
        costs=costs,
        created=at,
        **dict.fromkeys(_RESULTS),
        outcome_counts={},
        calls=(),
        reschedules=(),
    )
    return put(plan, copy, at)


_RESULTS = (
    "outcome", "outcome_note", "reason", "reason_text", "actual_minutes", "quantity_done", "km_actual",
    "next", "previous", "series", "occurrence", "origin", "material_due", "material_sent", "appears_from", "appears_to",
    "playbook", "offset",
)  # fmt: skip


def follow_up(plan: Plan, identity: str, activity: Activity, *, at: dt.datetime) -> Plan:
    """Add the next step of an activity, each naming the other (S4)."""
    earlier = plan.activity(identity)
    plan = add(plan, activity.changed_to(previous=earlier.id), at=at)
    return put(plan, earlier.changed_to(next=activity.id), at)


def set_must_dos(plan: Plan, week: str, must_dos: tuple[str, ...]) -> Plan:
    """Set the week's most important things."""
    sheet = plan.sheets.get(week, Sheet())
    return replace(plan, sheets={**plan.sheets, week: replace(sheet, must_dos=must_dos)})


def set_review(plan: Plan, week: str, **fields: object) -> Plan:
    """Note something at a week's review: `worked`, `change`, `reached` or `done`."""
    sheet = plan.sheets.get(week, Sheet())
    said: dict[str, Any] = fields  # Any: by their fields
    return replace(plan, sheets={**plan.sheets, week: replace(sheet, review=replace(sheet.review, **said))})


def put(plan: Plan, activity: Activity, at: dt.datetime) -> Plan:
    """Put an activity on the sheet it belongs to, stamped as changed, and take it off any other.

    An occurrence that stands in another week than its rule says is an exception of the rule, for whoever looks at
    that week need not know where it went.
    """
    home = home_of(activity)
    series, day = plan.series.get(activity.series or ""), activity.occurrence
    if series is not None and day is not None and _leaves_its_week(plan, series, day, home):
        plan = with_series(plan, _skipping(series, day), at)
    if plan.sheet_of(activity.id) not in {None, home}:
        plan = _without(plan, activity.id)
    sheet = plan.sheets.get(home, Sheet()).with_activity(activity.changed_to(changed=at))
    return replace(plan, sheets={**plan.sheets, home: sheet})


def _leaves_its_week(plan: Plan, series: Series, day: dt.date, home: str) -> bool:
    return series.has(day, plan.days_off) and home != week_key(series.stands_on(day, plan.days_off))


def _without(plan: Plan, identity: str) -> Plan:
    key = plan.sheet_of(identity)
    if key is None:
        return plan
    return replace(plan, sheets={**plan.sheets, key: plan.sheets[key].without(identity)})
