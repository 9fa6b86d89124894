"""A service case as it stood when an earlier day was over, as far as its stamps tell (S34)."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.basis import ended_on
from salgsplan_tui.domain.service import CaseState, Reopening, ServiceCase

_STAMPS: Final = {
    "first_response": CaseState.HEARD,
    "acknowledged": CaseState.ACKNOWLEDGED,
    "agreed": CaseState.SOLUTION_AGREED,
    "escalated": CaseState.ESCALATED,
    "resolved": CaseState.RESOLVED,
    "followed_up": CaseState.FOLLOWED_UP,
    "closed": CaseState.CLOSED,
}
"""What a case became with each of its stamps, in the order in which they come on a day of both."""
_TOLD_WITH: Final = {
    "agreed": ("solution", "solution_by"),
    "resolved": ("end_mood", "result", "evidence", "evidence_kind"),
}
"""What is told with a stamp, and was not known before it."""


def case_on(case: ServiceCase, day: dt.date) -> ServiceCase | None:
    """Return a case as it stood when a day was over; None of one that came in later."""
    if case.day > day:
        return None
    if all(each <= day for each in _days(case)):
        return case
    case = _before_reopening(case, day)
    if not case.is_open and (ended_on(case) or case.day) <= day:
        return case
    later = [name for name in _STAMPS if (stamp := getattr(case, name)) is not None and _day(stamp) > day]
    unknown = [*later, *(field for name in later for field in _TOLD_WITH.get(name, ()))]
    waiting = tuple(each for each in case.waiting if each.since.date() <= day)
    then = case.changed_to(**dict.fromkeys(unknown), waiting=waiting)
    waits = any(each.until is None or each.until.date() > day for each in waiting)
    return then.changed_to(state=CaseState.WAITING_CUSTOMER if waits else _state(then))


def _days(case: ServiceCase) -> tuple[dt.date, ...]:
    """Return the days on which something became of a case."""
    stamps = [stamp for name in _STAMPS if (stamp := getattr(case, name)) is not None]
    waits = [stamp for each in case.waiting for stamp in (each.since, each.until) if stamp is not None]
    return tuple(map(_day, (*stamps, *waits, *(each.at for each in case.reopened))))


def _before_reopening(case: ServiceCase, day: dt.date) -> ServiceCase:
    """Return what a case had come to before it was opened again after a day; itself where it was not."""
    undone = next((each for each in case.reopened if each.at.date() > day), None)
    if undone is None:
        return case
    kept = {name: getattr(undone, name) for name in Reopening.field_keys if name not in {"at", "reason"}}
    before = case.reopened[: case.reopened.index(undone)]
    then = case.changed_to(**kept, reopened=before)
    return then.changed_to(state=_state(then))


def _state(case: ServiceCase) -> CaseState:
    """Return the state of the last stamp."""
    stamps = [(_moment(stamp), state) for name, state in _STAMPS.items() if (stamp := getattr(case, name)) is not None]
    again = [(each.at, CaseState.REOPENED) for each in case.reopened[-1:]]
    found = [*reversed(stamps), *again]  # of two at once the later step
    return max(found, key=lambda each: each[0])[1] if found else CaseState.REPORTED


def _moment(stamp: dt.date) -> dt.datetime:
    return stamp if isinstance(stamp, dt.datetime) else dt.datetime.combine(stamp, dt.time.max)


def _day(stamp: dt.date) -> dt.date:
    return stamp.date() if isinstance(stamp, dt.datetime) else stamp
