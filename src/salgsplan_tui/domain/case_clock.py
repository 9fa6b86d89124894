"""The clocks of a service case: the time to the first answer, then to the solution, in working hours (chapter 3.7)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import UNCAUSED, CaseState, ServiceCase
from salgsplan_tui.domain.working_time import after_working_minutes, day_minutes, working_minutes

ClockKind = Literal["response", "resolution"]

_NEVER: Final = dt.datetime.max


@dataclass(frozen=True)
class CaseClock:
    """The clock that runs in a case."""

    kind: ClockKind
    due: dt.datetime | None
    """When it runs out; None where the person works no hours to count in."""
    left: int
    """The working minutes that are left; below 0, by how many it has run out."""
    is_stopped: bool = False
    """It stands still, because the customer is waited for."""

    @property
    def has_run_out(self) -> bool:
        """Say whether it is too late."""
        return self.left < 0


def clock_of(plan: Plan, case: ServiceCase, now: dt.datetime) -> CaseClock | None:
    """Return the clock that runs now: to the first answer, then to the solution; none once it is solved.

    What went well has nothing to solve: of praise only the answer is waited for.
    """
    if not case.is_open or case.resolved is not None:
        return None
    if case.first_response is None and not case.reopened:
        return _clock(plan, case, "response", now)
    return None if case.type == "praise" else _clock(plan, case, "resolution", now)


def _clock(plan: Plan, case: ServiceCase, kind: ClockKind, now: dt.datetime) -> CaseClock:
    due = response_due(plan, case) if kind == "response" else resolution_due(plan, case, now)
    if due is None:
        return CaseClock(kind, None, 0, case.waits)
    # While it stands still, the time that is left is what was left when the waiting began.
    seen = min(now, case.waiting[-1].since) if case.waits and case.waiting else now
    if case.waits and case.resolution_due is None:
        due_then = resolution_due(plan, case, seen) or due
        return CaseClock(kind, due, working_minutes(plan, TimeSpan(seen, due_then)), is_stopped=True)
    left = working_minutes(plan, TimeSpan(seen, due)) or -working_minutes(plan, TimeSpan(due, seen))
    if left == 0 and seen > due:
        left = -1  # it ran out in an evening or a weekend, in which no working time passes
    return CaseClock(kind, due, left, case.waits)


def response_due(plan: Plan, case: ServiceCase) -> dt.datetime | None:
    """Return when the customer is to have been answered: as promised, else so many working hours after it came in."""
    if case.first_response_due is not None:
        return case.first_response_due
    return after_working_minutes(plan, case.opened, plan.settings.response_hours * 60)


def resolution_due(plan: Plan, case: ServiceCase, now: dt.datetime) -> dt.datetime | None:
    """Return when it is to be solved: as promised, else so many working days after it came in or was opened again.

    Time in which the customer was waited for is given on top; a time that was promised stays.
    """
    if case.resolution_due is not None:
        return case.resolution_due
    begins = case.reopened[-1].at if case.reopened else case.opened
    minutes = plan.settings.resolution_days * day_minutes(plan)
    waited = sum(working_minutes(plan, each) for each in _waits(case, now) if each.start >= begins)
    return after_working_minutes(plan, begins, minutes + waited) if minutes else None


def stops_of(case: ServiceCase, until: dt.datetime) -> Iterator[TimeSpan]:
    """Yield the times up to a moment that do not count: the customer was waited for, or held it to be solved."""
    yield from _waits(case, until)
    for each in case.reopened:
        if each.resolved is not None and each.resolved < until:
            yield TimeSpan(each.resolved, min(each.at, until))


def _waits(case: ServiceCase, until: dt.datetime) -> Iterator[TimeSpan]:
    for each in case.waiting:
        if each.since < until:
            yield TimeSpan(each.since, min(each.until or until, until))


def urgency(plan: Plan, case: ServiceCase, now: dt.datetime) -> tuple[int, dt.datetime, dt.datetime, str]:
    """Sort the most pressing first: what runs out first, then what stands still, then what only has to be followed up.

    Closed cases come last, the newest of them first.
    """
    clock = clock_of(plan, case, now)
    if not case.is_open:
        ended = case.closed or case.day
        return 3, _NEVER - (dt.datetime.combine(ended, dt.time()) - dt.datetime.min), case.opened, case.id
    if clock is None:
        return 2, case.resolved or case.opened, case.opened, case.id
    return int(clock.is_stopped), clock.due or _NEVER, case.opened, case.id


def is_due_by(clock: CaseClock | None, day: dt.date) -> bool:
    """Say whether a clock runs out on a day or before it."""
    return clock is not None and clock.due is not None and clock.due.date() <= day and not clock.is_stopped


def may_wait(case: ServiceCase) -> bool:
    """Say whether the clock may stop: only between acknowledged and resolved, or where there is nothing to agree on."""
    rungs = {CaseState.ACKNOWLEDGED, CaseState.SOLUTION_AGREED}
    return case.rung in rungs or (case.type in UNCAUSED and case.rung is CaseState.HEARD)
