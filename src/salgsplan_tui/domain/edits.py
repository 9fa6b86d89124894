"""Every edit of the plan: functions that take a plan and return a new one (architecture.md 4)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from salgsplan_tui.domain.activity import Activity, CostItem, MovedBy, Outcome, Reason, Reschedule, State
from salgsplan_tui.domain.customers import Contact, Customer, Objection
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan, Sheet, home_of
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series


@dataclass(frozen=True)
class Placement:
    """Where a row stands: a date with or without a time, a bucket, or nowhere."""

    date: dt.date | None = None
    start: dt.time | None = None
    bucket: str | None = None
    end_date: dt.date | None = None


@dataclass(frozen=True)
class Result:
    """What came of an activity, as far as it was told."""

    outcome: Outcome | None = None
    note: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    """Such as (("reached", 9), ("meetings_booked", 3))."""
    minutes: int | None = None
    quantity: int | None = None
    actual_cost: int | None = None
    """All outlays in øre."""
    km: int | None = None


def add(plan: Plan, activity: Activity, *, at: dt.datetime, customers: Iterable[Customer] = ()) -> Plan:
    """Put a new activity into the plan, with the customers it is the first to name."""
    return _put(with_customers(plan, customers, at=at), activity.changed_to(created=at), at)


def with_customers(plan: Plan, customers: Iterable[Customer], *, at: dt.datetime) -> Plan:
    """Put new customers into the book."""
    made = {each.id: each.model_copy(update={"created": at, "changed": at}) for each in customers}
    return replace(plan, customers={**plan.customers, **made}) if made else plan


def add_series(plan: Plan, series: Series, *, at: dt.datetime, customers: Iterable[Customer] = ()) -> Plan:
    """Put a new repeating activity into the plan."""
    stamped = series.model_copy(update={"created": at, "changed": at})
    plan = with_customers(plan, customers, at=at)
    return replace(plan, series={**plan.series, series.id: stamped})


def add_sales_plan(plan: Plan, sales_plan: SalesPlan, *, at: dt.datetime) -> Plan:
    """Put a new programme or upper plan into the plan."""
    stamped = sales_plan.model_copy(update={"created": at, "changed": at})
    return replace(plan, sales_plans={**plan.sales_plans, sales_plan.id: stamped})


def set_settings(plan: Plan, **fields: object) -> Plan:
    """Set the person's own settings."""
    return replace(plan, settings=plan.settings.model_copy(update=fields))


def change(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of an activity that are no step of its life: title, whom, minutes, costs, notes and the like."""
    return _put(plan, plan.activity(identity).changed_to(**fields), at)


def move(  # noqa: PLR0913  # a move is told by where, by whom and why
    plan: Plan,
    identity: str,
    to: Placement,
    *,
    at: dt.datetime,
    by: MovedBy = "me",
    reason: Reason | None = None,
    reason_text: str | None = None,
) -> Plan:
    """Give an open activity another place in time; a new date is one reschedule, a new time only an edit.

    Raises:
        RefusedError: the activity is done, cancelled or skipped.
    """
    activity = _open(plan, identity)
    event = Reschedule(
        from_=_place(activity.date, activity.bucket),
        to=_place(to.date, to.bucket),
        by=by,
        reason=reason,
        reason_text=reason_text,
        at=at,
    )
    first_placing = activity.date is None
    moved = () if first_placing or event.from_ == event.to else (event,)
    placed = _placed(activity, to)
    return _put(plan, placed.changed_to(reschedules=activity.reschedules + moved), at)


def _placed(activity: Activity, to: Placement) -> Activity:
    end_date = to.end_date
    if end_date is None and to.date and activity.date and activity.end_date:
        end_date = to.date + (activity.end_date - activity.date)
    placed = to.date is not None or to.bucket is not None
    state = activity.state if placed else State.DRAFT
    if placed and state is State.DRAFT:
        state = State.PLANNED
    return activity.changed_to(date=to.date, start=to.start, bucket=to.bucket, end_date=end_date, state=state)


def _place(date: dt.date | None, bucket: str | None) -> str:
    return date.isoformat() if date is not None else bucket or ""


def done(plan: Plan, identity: str, result: Result, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Mark an activity done, with what came of it; one planned ahead is moved to today first.

    Raises:
        RefusedError: no outcome is given, or the activity is already settled.
    """
    if result.outcome is None:
        raise RefusedError("outcome_needed", id=identity)
    activity = _open(plan, identity)
    if activity.date is None or activity.date > now.date():
        plan = move(plan, identity, Placement(now.date(), activity.start), at=at)
        activity = plan.activity(identity)
    finished = _with_result(activity.changed_to(state=State.DONE, end_date=_ended(activity, now)), result)
    plan = _put(plan, finished, at)
    return object_to_contact(plan, finished, at=at) if result.outcome is Outcome.OBJECTED else plan


def _ended(activity: Activity, now: dt.datetime) -> dt.date | None:
    return None if activity.end_date is None else min(activity.end_date, max(now.date(), activity.date or now.date()))


def _with_result(activity: Activity, result: Result) -> Activity:
    quantity = result.quantity if result.quantity is not None else activity.quantity_planned
    costs = activity.costs if result.actual_cost is None else paid(activity.costs, result.actual_cost)
    return activity.changed_to(
        outcome=result.outcome,
        outcome_note=result.note or activity.outcome_note,
        outcome_counts=activity.outcome_counts | dict(result.counts),
        actual_minutes=activity.actual_minutes if result.minutes is None else result.minutes,
        quantity_done=quantity,
        costs=costs,
        km_actual=activity.km_actual if result.km is None else result.km,
    )


def paid(costs: tuple[CostItem, ...], total: int) -> tuple[CostItem, ...]:
    """Share the paid outlay over the items as they were planned; what was ordered is invoiced by as much (4.9)."""
    if not costs:
        return (CostItem(actual=total),)
    planned = sum(item.planned for item in costs)
    shares = [total * item.planned // planned for item in costs] if planned > 0 else [0] * len(costs)
    shares[-1] += total - sum(shares)
    return tuple(
        item.model_copy(update={"actual": share, "committed": max(0, item.committed - max(0, share))})
        for item, share in zip(costs, shares, strict=True)
    )


def object_to_contact(plan: Plan, activity: Activity, *, at: dt.datetime) -> Plan:
    """Record that the activity's contacts want no more contact, at once and in every channel (chapter 7.5)."""
    objection = Objection(at=at)
    book = dict(plan.customers)
    for customer in plan.customers.values():
        named = customer.id in activity.customers
        contacts = customer.contacts
        if named and not contacts:
            contacts = (Contact(id=customer.id, name=customer.name),)
        asked = tuple(
            each.model_copy(update={"objection": objection})
            if each.id in activity.contacts or (named and not activity.contacts)
            else each
            for each in contacts
        )
        if asked != customer.contacts:
            book[customer.id] = customer.model_copy(update={"contacts": asked, "changed": at})
    return replace(plan, customers=book)


def cancel(
    plan: Plan, identity: str, *, at: dt.datetime, reason: Reason | None, reason_text: str | None = None
) -> Plan:
    """Call an activity off. What was committed stays until it is released (chapter 4.9).

    Raises:
        RefusedError: no reason is given, or the activity is already settled.
    """
    if reason is None:
        raise RefusedError("reason_needed", id=identity)
    activity = _open(plan, identity)
    called_off = activity.changed_to(state=State.CANCELLED, reason=reason, reason_text=reason_text)
    return _put(plan, called_off, at)


def skip(
    plan: Plan,
    identity: str,
    *,
    at: dt.datetime,
    reason: Reason | None = None,
    reason_text: str | None = None,
) -> Plan:
    """Settle that an activity was not done and will not be.

    Raises:
        RefusedError: the activity is already settled.
    """
    activity = _open(plan, identity)
    return _put(plan, activity.changed_to(state=State.SKIPPED, reason=reason, reason_text=reason_text), at)


def confirm(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Mark that the other side has confirmed a dated activity.

    Raises:
        RefusedError: it has no date, or is already settled.
    """
    activity = _open(plan, identity)
    if activity.date is None:
        raise RefusedError("date_needed", id=identity)
    return _put(plan, activity.changed_to(state=State.CONFIRMED), at)


def start(plan: Plan, identity: str, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Mark that an activity is under way; one without a date is placed today.

    Raises:
        RefusedError: the activity is already settled.
    """
    activity = _open(plan, identity)
    if activity.date is None:
        plan = move(plan, identity, Placement(now.date()), at=at)
        activity = plan.activity(identity)
    return _put(plan, activity.changed_to(state=State.IN_PROGRESS), at)


def reopen(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a settled activity back into the plan; what was noted about it stays.

    Raises:
        RefusedError: it was never settled.
    """
    activity = plan.activity(identity)
    if activity.is_open:
        raise RefusedError("already_open", id=identity)
    placed = activity.date is not None or activity.bucket is not None
    state = State.PLANNED if placed else State.DRAFT
    again = activity.changed_to(state=state, outcome=None, reason=None, reason_text=None)
    return _put(plan, again, at)


def remove(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a mistake out of the plan; an occurrence of a series leaves an exception in its rule."""
    activity = plan.activity(identity)
    plan = _without(plan, identity)
    series = plan.series.get(activity.series or "")
    if series is None or activity.occurrence is None:
        return plan
    skipped = tuple(sorted({*series.skip, activity.occurrence}))
    thinner = series.model_copy(update={"skip": skipped, "changed": at})
    return replace(plan, series={**plan.series, series.id: thinner})


def unfinished(activity: Activity) -> Activity:
    """Return the activity as it stood before it was done, ready for `done`."""
    placed = activity.date is not None or activity.bucket is not None
    return activity.changed_to(state=State.PLANNED if placed else State.DRAFT)


def duplicate(plan: Plan, identity: str, new_id: str, *, at: dt.datetime) -> Plan:
    """Put a fresh copy of an activity beside it: the same plan, nothing of what came of it."""
    original = plan.activity(identity)
    costs = tuple(item.model_copy(update={"committed": 0, "actual": 0}) for item in original.costs)
    state = State.DRAFT if original.date is None and original.bucket is None else State.PLANNED
    copy = original.changed_to(
        id=new_id,
        state=state,
        costs=costs,
        created=at,
        **dict.fromkeys(_RESULTS),
        outcome_counts={},
        reschedules=(),
    )
    return _put(plan, copy, at)


_RESULTS = (
    "outcome", "outcome_note", "reason", "reason_text", "actual_minutes", "quantity_done", "km_actual",
    "next", "previous", "series", "occurrence",
)  # fmt: skip


def follow_up(plan: Plan, identity: str, activity: Activity, *, at: dt.datetime) -> Plan:
    """Add the next step of an activity, each naming the other (S4)."""
    earlier = plan.activity(identity)
    plan = add(plan, activity.changed_to(previous=earlier.id), at=at)
    return _put(plan, earlier.changed_to(next=activity.id), at)


def set_must_dos(plan: Plan, week: str, must_dos: tuple[str, ...]) -> Plan:
    """Set the week's most important things."""
    sheet = plan.sheets.get(week, Sheet())
    return replace(plan, sheets={**plan.sheets, week: replace(sheet, must_dos=must_dos)})


def _open(plan: Plan, identity: str) -> Activity:
    activity = plan.activity(identity)
    if not activity.is_open:
        raise RefusedError("already_settled", id=identity, state=activity.state.value)
    return activity


def _put(plan: Plan, activity: Activity, at: dt.datetime) -> Plan:
    home = home_of(activity)
    if plan.sheet_of(activity.id) not in {None, home}:
        plan = _without(plan, activity.id)
    sheet = plan.sheets.get(home, Sheet()).with_activity(activity.changed_to(changed=at))
    return replace(plan, sheets={**plan.sheets, home: sheet})


def _without(plan: Plan, identity: str) -> Plan:
    key = plan.sheet_of(identity)
    if key is None:
        return plan
    return replace(plan, sheets={**plan.sheets, key: plan.sheets[key].without(identity)})
