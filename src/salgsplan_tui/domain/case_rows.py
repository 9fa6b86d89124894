"""The activities of a service case: what was done in it, its one next activity, and what it cost (chapter 3.7)."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.activity import Activity, CostItem, State
from salgsplan_tui.domain.budget_lines import usual_line
from salgsplan_tui.domain.case_clock import CaseClock, clock_of, is_due_by, urgency
from salgsplan_tui.domain.contact_checks import refuse_blocked
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import CaseState, ServiceCase
from salgsplan_tui.domain.service_edits import case_of, change_case
from salgsplan_tui.domain.sheet import order

COMPENSATION: Final = "compensation"
"""The kind of cost that a case's compensation is (chapter 5.2)."""


def rows_of(plan: Plan, case: ServiceCase) -> tuple[Activity, ...]:
    """Return the activities of a case, and the steps that followed them, in the order of the day; those that are known.

    What was read of the plan decides: a row in a week that was not read is not among them.
    """
    found: dict[str, Activity] = {}
    waiting = list(case.activities)
    while waiting:
        identity = waiting.pop()
        if identity not in found and plan.holds(identity):
            found[identity] = plan.activity(identity)
            waiting += [found[identity].next or identity]
    return tuple(sorted(found.values(), key=order))


def next_rows(plan: Plan, case: ServiceCase) -> tuple[Activity, ...]:
    """Return what is planned in a case; of an open one that is one activity, no more and no less."""
    return tuple(row for row in rows_of(plan, case) if row.is_open)


def lacks_next(plan: Plan, case: ServiceCase) -> bool:
    """Say whether an open case has nothing planned in it."""
    return case.is_open and not next_rows(plan, case)


def case_of_row(plan: Plan, identity: str) -> ServiceCase | None:
    """Return the case that an activity is done in."""
    found = (each for each in plan.cases.values() if any(row.id == identity for row in rows_of(plan, each)))
    return next(found, None)


class PlannedLate(NamedTuple):
    """The next activity of a case, and the clock that runs out before it begins."""

    row: Activity
    clock: CaseClock
    due: dt.datetime
    starts: dt.datetime


def planned_late(plan: Plan, case: ServiceCase, now: dt.datetime) -> PlannedLate | None:
    """Return the next activity of a case where it is planned after its clock has run out (S3 of chapter 8.5)."""
    clock = clock_of(plan, case, now)
    rows = next_rows(plan, case)
    if clock is None or clock.due is None or clock.is_stopped or not rows:
        return None
    starts = _start(rows[0])
    return PlannedLate(rows[0], clock, clock.due, starts) if starts is not None and starts > clock.due else None


def _start(row: Activity) -> dt.datetime | None:
    """Return when an activity begins; one without a time may still be done in time on its day."""
    if row.date is None:
        return None if row.span is None else dt.datetime.combine(row.span.start, dt.time())
    return dt.datetime.combine(row.date, row.start or dt.time())


def pressing(plan: Plan, day: dt.date, now: dt.datetime) -> tuple[ServiceCase, ...]:
    """Return the open cases to be seen to on a day that no row of it stands for, the most pressing first.

    That is where a clock runs out by then, and - today - where nothing at all is planned.
    """
    is_today = day == now.date()
    found = [
        case
        for case in plan.cases.values()
        if case.is_open and (is_today or day > now.date()) and _presses(plan, case, day, now, is_today=is_today)
    ]
    return tuple(sorted(found, key=lambda each: urgency(plan, each, now)))


def _presses(plan: Plan, case: ServiceCase, day: dt.date, now: dt.datetime, *, is_today: bool) -> bool:
    rows = next_rows(plan, case)
    if any(row.date is not None and row.span is not None and day in row.span for row in rows):
        return False
    clock = clock_of(plan, case, now)
    is_due = is_due_by(clock, day) and (is_today or not is_due_by(clock, day - dt.timedelta(days=1)))
    return is_due or (is_today and not rows)


def plan_next(plan: Plan, identity: str, row: Activity, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Plan the next activity of a case; it is for the same people, and their own case may always be talked about.

    Raises:
        NotFoundError: there is no such case.
        RefusedError: somebody in it may not be contacted as it is planned (chapter 7.6).
    """
    case = case_of(plan, identity)
    row = as_service(case, row)
    before = rows_of(plan, case)
    if before:
        row = row.changed_to(goal=row.goal or before[-1].goal, programme=row.programme or before[-1].programme)
    refuse_blocked(plan, row, now)
    plan = edits.add(plan, row, at=at)
    return link(plan, identity, row.id, at=at)


def as_service(case: ServiceCase, row: Activity) -> Activity:
    """Return an activity as one of a case: for the same people, and about their own case, not to sell."""
    if not row.customers and row.audience is None:
        row = row.changed_to(customers=(case.customer,), contacts=(case.contact,) if case.contact else ())
    if case.customer in row.customers and row.kind == "customer":
        return row.changed_to(kind="service", purpose="service")
    return row


def link(plan: Plan, identity: str, activity: str, *, at: dt.datetime) -> Plan:
    """Say that an activity is done in a case.

    Raises:
        NotFoundError: there is no such case or activity.
    """
    case = case_of(plan, identity)
    if any(row.id == plan.activity(activity).id for row in rows_of(plan, case)):
        return plan
    return change_case(plan, identity, at=at, activities=(*case.activities, activity))


def answered_by(plan: Plan, ids: tuple[str, ...], *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Note the first answer in the cases that done activities belong to: whoever was reached was heard."""
    from salgsplan_tui.domain.case_steps import take_step  # noqa: PLC0415  # only where there are cases

    for identity in ids:
        case, row = case_of_row(plan, identity), plan.activity(identity)
        if case is None or case.state is not CaseState.REPORTED or row.outcome in _UNREACHED or row.date is None:
            continue
        when = min(now, dt.datetime.combine(row.date, row.start or now.time()))
        plan = take_step(plan, case.id, CaseState.HEARD, when=max(when, case.opened), now=now, at=at)
    return plan


_UNREACHED: Final = frozenset({"no_answer", "call_back", "wrong_person", "other", None})


def compensate(  # noqa: PLR0913  # a compensation is told by how much, where it is booked, and against which line
    plan: Plan, identity: str, amount: int, *, row: str | None = None, line: str | None = None, at: dt.datetime
) -> Plan:
    """Give the customer a compensation, in øre: a cost of one of the case's activities, held against a budget line.

    Without an activity it is the one that is planned, else the last that was done. What was given before is replaced.

    Raises:
        NotFoundError: there is no such case or activity.
        RefusedError: the case has no activity that could hold the cost.
    """
    case = case_of(plan, identity)
    rows = rows_of(plan, case)
    holder = plan.activity(row) if row is not None else _holder(rows)
    if holder is None and amount:
        raise RefusedError("case_has_no_activity", title=case.title)
    for each in rows:
        kept = tuple(item for item in each.costs if item.kind != COMPENSATION)
        if kept != each.costs:
            plan = edits.change(plan, each.id, at=at, costs=kept)
    if holder is not None and amount:
        holder = plan.activity(holder.id)
        settled = holder.state is State.DONE
        held = line or usual_line(plan, holder, COMPENSATION, at.date())
        item = CostItem(kind=COMPENSATION, line=held, planned=amount, actual=amount if settled else 0)
        plan = edits.change(plan, holder.id, at=at, costs=(*holder.costs, item))
    return change_case(plan, identity, at=at, compensation=amount)


def _holder(rows: tuple[Activity, ...]) -> Activity | None:
    ahead = [row for row in rows if row.is_open]
    done = [row for row in rows if row.state is State.DONE]
    return ahead[0] if ahead else done[-1] if done else None


def cost_of(plan: Plan, case: ServiceCase) -> int:
    """Return what a case costs in øre: outlays and kilometres of what was done in it, and what is planned."""
    return sum(_costs(plan, case))


def _costs(plan: Plan, case: ServiceCase) -> Iterator[int]:
    for row in rows_of(plan, case):
        if row.counts:
            cost = planned_cost if row.is_open else actual_cost
            yield cost(row, plan.settings)
