"""Taking a read line of quick add into the plan: what it adds, what it logs, and the step after it."""

import datetime as dt
from typing import TYPE_CHECKING

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.contact_checks import refuse_blocked
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.service_edits import add_case

if TYPE_CHECKING:
    from salgsplan_tui.domain.quick_add import Reading  # quick add is loaded where a line was read


def take(plan: Plan, reading: "Reading", *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Return the plan with everything that the line said: new customers, the row or series, its outcome, the next step.

    Raises:
        RefusedError: what it logs cannot be done, or somebody may not be contacted as it plans (chapter 7.6).
    """
    plan = _taken(plan, reading, now=now, at=at)
    case = reading.case
    if case is None:
        return plan
    if case.id not in plan.cases:
        return add_case(plan, case, at=at)
    from salgsplan_tui.domain.case_rows import link  # noqa: PLC0415  # few lines are about a case

    return link(plan, case.id, reading.activity.id, at=at)


def _taken(plan: Plan, reading: "Reading", *, now: dt.datetime, at: dt.datetime) -> Plan:
    plan = edits.with_customers(plan, reading.customers, at=at)
    activity = reading.activity
    if reading.result is not None:
        plan = edits.add(plan, edits.unfinished(activity), at=at)
        plan = life.done(plan, activity.id, reading.result, now=now, at=at)
        plan = _with_sale(plan, reading.result, at)
        if reading.next is None:
            return plan
        refuse_blocked(plan, reading.next, now)
        return edits.follow_up(plan, activity.id, reading.next, at=at)
    refuse_blocked(plan, activity, now)
    if reading.series is not None:
        return edits.add_series(plan, reading.series, at=at)
    return edits.add(plan, activity, at=at)


def finish(  # noqa: PLR0913  # it is done with a result and a next step, at two times
    plan: Plan, ids: tuple[str, ...], result: Result, step: "Reading | None", *, now: dt.datetime, at: dt.datetime
) -> Plan:
    """Mark activities done, and plan the step after the first of them.

    Raises:
        RefusedError: it is settled already, or somebody may not be contacted as the next step plans (chapter 7.6).
    """
    plan = _with_sale(life.all_done(plan, ids, result, now=now, at=at), result, at)
    plan = _answered(plan, ids, now=now, at=at)
    if step is None:
        return plan
    plan = edits.with_customers(plan, step.customers, at=at)
    refuse_blocked(plan, step.activity, now)
    if step.series is not None:
        return edits.add_series(plan, step.series, at=at)
    return edits.follow_up(plan, ids[0], step.activity, at=at)


def _answered(plan: Plan, ids: tuple[str, ...], *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Note the first answer in the service cases that these activities are done in."""
    if not any(case.is_open for case in plan.cases.values()):
        return plan
    from salgsplan_tui.domain.case_rows import answered_by  # noqa: PLC0415  # only where there are open cases

    return answered_by(plan, ids, now=now, at=at)


def _with_sale(plan: Plan, result: Result, at: dt.datetime) -> Plan:
    """Put in the offer or the order that came of it."""
    if result.sale is None:
        return plan
    from salgsplan_tui.domain.offer_steps import put_sale  # noqa: PLC0415  # most outcomes bring none

    return put_sale(plan, result.sale, at=at)
