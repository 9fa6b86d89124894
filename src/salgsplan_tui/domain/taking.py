"""Taking a read line of quick add into the plan: what it adds, what it logs, and the step after it."""

import datetime as dt

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Reading


def take(plan: Plan, reading: Reading, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Return the plan with everything that the line said: new customers, the row or series, its outcome, the next step.

    Raises:
        RefusedError: what it logs cannot be done.
    """
    plan = edits.with_customers(plan, reading.customers, at=at)
    if reading.series is not None:
        return edits.add_series(plan, reading.series, at=at)
    activity = reading.activity
    if reading.result is None:
        return edits.add(plan, activity, at=at)
    plan = edits.add(plan, edits.unfinished(activity), at=at)
    plan = life.done(plan, activity.id, reading.result, now=now, at=at)
    return plan if reading.next is None else edits.follow_up(plan, activity.id, reading.next, at=at)
