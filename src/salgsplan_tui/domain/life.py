"""The steps of an activity's life: moved, done, cancelled, skipped, confirmed, started, reopened (chapter 3.4)."""

import datetime as dt
from collections.abc import Iterable

from salgsplan_tui.domain.activity import Activity, MovedBy, Outcome, Reason, Reschedule, State
from salgsplan_tui.domain.contact_checks import refuse_to_start
from salgsplan_tui.domain.edits import put, with_series
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.material import moved_along
from salgsplan_tui.domain.missed import settle_older
from salgsplan_tui.domain.objecting import everyone_in, with_objections
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import occurrence_id
from salgsplan_tui.domain.results import Result, with_result


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
    return put(plan, placed.changed_to(reschedules=activity.reschedules + moved), at)


def _placed(activity: Activity, to: Placement) -> Activity:
    end_date = to.end_date
    if end_date is None and to.date and activity.date and activity.end_date:
        end_date = to.date + (activity.end_date - activity.date)
    along = moved_along(activity, to.date)
    placed = to.date is not None or to.bucket is not None
    state = activity.state if placed else State.DRAFT
    if placed and state is State.DRAFT:
        state = State.PLANNED
    return activity.changed_to(date=to.date, start=to.start, bucket=to.bucket, end_date=end_date, state=state, **along)


def _place(date: dt.date | None, bucket: str | None) -> str:
    return date.isoformat() if date is not None else bucket or ""


def done(plan: Plan, identity: str, result: Result, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Mark an activity done, with what came of it; one planned ahead is moved to today first.

    Where somebody wants no more contact, that is marked, and what was planned with them stops (chapter 7.5).

    Raises:
        RefusedError: no outcome is given, or the activity is already settled.
    """
    return all_done(plan, (identity,), result, now=now, at=at)


def all_done(plan: Plan, ids: Iterable[str], result: Result, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Mark several activities done, each with this result.

    Raises:
        RefusedError: as `done` tells.
    """
    objected = dict.fromkeys(result.objected)
    for identity in ids:
        plan = _done(plan, identity, result, now=now, at=at)
        if result.outcome is Outcome.OBJECTED and not result.objected:
            objected |= dict.fromkeys(everyone_in(plan, plan.activity(identity)))
    return with_objections(plan, objected, today=now.date(), at=at)


def _done(plan: Plan, identity: str, result: Result, *, now: dt.datetime, at: dt.datetime) -> Plan:
    if result.outcome is None:
        raise RefusedError("outcome_needed", id=identity)
    activity = _open(plan, identity)
    if activity.date is None or activity.date > now.date():
        plan = move(plan, identity, Placement(now.date(), activity.start), at=at)
        activity = plan.activity(identity)
    ended = activity.changed_to(state=State.DONE, end_date=_ended(activity, now))
    finished = with_result(ended, result, _line_of(plan, activity, result, now))
    return _next_after(put(plan, finished, at), finished, now.date(), at=at)


def _line_of(plan: Plan, activity: Activity, result: Result, now: dt.datetime) -> str | None:
    """Return the budget line of what was paid, where the row has no outlay that could tell."""
    if result.actual_cost is None or activity.costs:
        return None
    from salgsplan_tui.domain.budget_lines import usual_line  # noqa: PLC0415  # few rows cost what was not planned

    return usual_line(plan, activity, "other", now.date())


def _ended(activity: Activity, now: dt.datetime) -> dt.date | None:
    return None if activity.end_date is None else min(activity.end_date, max(now.date(), activity.date or now.date()))


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
    return _next_after(put(plan, called_off, at), activity, _day_let_go(activity, at), at=at)


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
    plan = put(plan, activity.changed_to(state=State.SKIPPED, reason=reason, reason_text=reason_text), at)
    return _next_after(plan, activity, _day_let_go(activity, at), at=at)


def _day_let_go(activity: Activity, at: dt.datetime) -> dt.date:
    return max(activity.date or at.date(), at.date())


def let_older_go(plan: Plan, *, now: dt.datetime, since: dt.date, at: dt.datetime) -> Plan:
    """Settle what is overdue and no longer told one by one as not done: rows of before a day, occurrences missed."""
    for row in plan.overdue(now):
        if row.span is not None and row.span.end <= since and plan.sheet_of(row.id) is not None:
            plan = skip(plan, row.id, at=at)
    return settle_older(plan, now, at=at)


def respond(plan: Plan, identity: str, *, number: int, at: dt.datetime) -> Plan:
    """Add answers that came after an activity was done, as they do to an advertisement (chapter 5.3).

    Raises:
        RefusedError: it is not done yet.
    """
    activity = plan.activity(identity)
    if activity.state is not State.DONE:
        raise RefusedError("not_done", id=identity)
    counts = dict(activity.outcome_counts)
    counts["responses"] = counts.get("responses", 0) + number
    return put(plan, activity.changed_to(outcome_counts=counts), at)


def deliver_material(plan: Plan, identity: str, *, today: dt.date, at: dt.datetime) -> Plan:
    """Tick off that the material was delivered today; where that was ticked off, take it back (chapter 5.3).

    Raises:
        RefusedError: it has no deadline for material.
    """
    activity = plan.activity(identity)
    if activity.material_due is None:
        raise RefusedError("no_material", id=identity)
    sent = today if activity.material_sent is None else None
    return put(plan, activity.changed_to(material_sent=sent), at)


def confirm(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Mark that the other side has confirmed a dated activity.

    Raises:
        RefusedError: it has no date, or is already settled.
    """
    activity = _open(plan, identity)
    if activity.date is None:
        raise RefusedError("date_needed", id=identity)
    return put(plan, activity.changed_to(state=State.CONFIRMED), at)


def start(plan: Plan, identity: str, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Mark that an activity is under way; one without a date is placed today.

    Raises:
        RefusedError: the activity is already settled, or somebody in it may not be contacted so now (chapter 7.6).
    """
    activity = _open(plan, identity)
    refuse_to_start(plan, activity, now)
    if activity.date is None:
        plan = move(plan, identity, Placement(now.date()), at=at)
        activity = plan.activity(identity)
    return put(plan, activity.changed_to(state=State.IN_PROGRESS), at)


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
    return put(_waiting_again(plan, activity, at=at), again, at)


def _next_after(plan: Plan, activity: Activity, day: dt.date, *, at: dt.datetime) -> Plan:
    """Let the next one of a series that waits for its last stand so long after the day that was settled."""
    series = plan.series.get(activity.series or "")
    if series is None or series.after is None or activity.occurrence != series.first:
        return plan
    return with_series(plan, series.settled_on(day), at)


def _waiting_again(plan: Plan, activity: Activity, *, at: dt.datetime) -> Plan:
    """Take back the next one of such a series, where nobody has touched it."""
    series, day = plan.series.get(activity.series or ""), activity.occurrence
    if series is None or series.after is None or day is None:
        return plan
    if plan.is_touched(occurrence_id(series.id, series.first)):
        return plan
    return with_series(plan, series.changed_to(first=day), at)


def _open(plan: Plan, identity: str) -> Activity:
    activity = plan.activity(identity)
    if not activity.is_open:
        raise RefusedError("already_settled", id=identity, state=activity.state.value)
    return activity
