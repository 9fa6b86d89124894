"""The moments of a case's steps: each only once, none ahead, and one after the other (chapter 3.7)."""

import datetime as dt

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.service import WAY, CaseState, ServiceCase, Waiting


def step_moments(case: ServiceCase, to: CaseState, when: dt.datetime, *, gives_up: bool) -> dict[str, object]:
    """Return the moments of the steps that are taken, each only where it is not known already."""
    stamps: dict[str, object] = {}
    passed = {CaseState.CLOSED} if gives_up else set(WAY[1 : WAY.index(to) + 1])
    moments = {
        CaseState.HEARD: "first_response",
        CaseState.ACKNOWLEDGED: "acknowledged",
        CaseState.SOLUTION_AGREED: "agreed",
        CaseState.RESOLVED: "resolved",
    }
    stamps |= {name: when for state, name in moments.items() if state in passed and getattr(case, name) is None}
    days = {CaseState.FOLLOWED_UP: "followed_up", CaseState.CLOSED: "closed"}
    stamps |= {name: when.date() for state, name in days.items() if state in passed and getattr(case, name) is None}
    return stamps


def checked_moment(case: ServiceCase, when: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Return the moment in whole minutes: opened ≤ answered ≤ solved ≤ followed up ≤ closed (chapter 3.7).

    Raises:
        RefusedError: it lies ahead, or before what was done in the case already.
    """
    when = when.replace(second=0, microsecond=0)
    if when > now:
        raise RefusedError("case_ahead", when=when)
    last = _last_moment(case)
    if when < last:
        raise RefusedError("case_out_of_order", title=case.title, when=last)
    return when


def _last_moment(case: ServiceCase) -> dt.datetime:
    """Return when something was last done in the case."""
    moments = [case.opened, case.first_response, case.acknowledged, case.agreed, case.escalated, case.resolved]
    moments += [moment for each in case.waiting for moment in (each.since, each.until)]
    moments += [each.at for each in case.reopened]
    days = (each for each in (case.followed_up, case.closed) if each is not None)
    return max([*(each for each in moments if each), *(dt.datetime.combine(day, dt.time()) for day in days)])


def ended_waiting(case: ServiceCase, when: dt.datetime) -> tuple[Waiting, ...]:
    """Return the times of waiting, with the one that goes on ended."""
    return tuple(each if each.until is not None else each.changed_to(until=when) for each in case.waiting)
