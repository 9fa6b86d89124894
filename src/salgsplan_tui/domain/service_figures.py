"""What the service cases of a period came to: how fast, and how glad the customers were in the end (chapter 4.13)."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.case_clock import stops_of
from salgsplan_tui.domain.loyalty import Share, share
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.working_time import working_minutes

_SATISFIED = 1
_JOY = 2


def response_minutes(plan: Plan, case: ServiceCase) -> int | None:
    """Return how many minutes of working time the customer waited for a first answer; None before there is one."""
    return None if case.first_response is None else working_minutes(plan, TimeSpan(case.opened, case.first_response))


def resolution_minutes(plan: Plan, case: ServiceCase) -> int | None:
    """Return how many minutes of working time it took to solve; the clock stands while the customer is waited for."""
    if case.resolved is None:
        return None
    whole = working_minutes(plan, TimeSpan(case.opened, case.resolved))
    return whole - sum(working_minutes(plan, each) for each in stops_of(case, case.resolved))


def recovery_rate(basis: Basis) -> Share:
    """Return how many of the closed cases left the customer satisfied at least."""
    return _ended(basis, _SATISFIED)


def buyers_joy_rate(basis: Basis) -> Share:
    """Return how many of the closed cases ended in buyer's joy."""
    return _ended(basis, _JOY)


def average_response(basis: Basis) -> Fraction | None:
    """Return the average wait for a first answer in minutes, of the cases of the period that have one."""
    return _average(basis, response_minutes)


def average_resolution(basis: Basis) -> Fraction | None:
    """Return the average time to a solution in minutes, of the cases of the period that have one."""
    return _average(basis, resolution_minutes)


def _ended(basis: Basis, mood: int) -> Share:
    cases = basis.closed_cases
    return share(sum(1 for case in cases if case.end_mood is not None and case.end_mood >= mood), len(cases))


def _average(basis: Basis, minutes: Callable[[Plan, ServiceCase], int | None]) -> Fraction | None:
    opened: Iterable[ServiceCase] = (case for case in basis.plan.cases.values() if case.day in basis.known)
    known = [each for case in opened if (each := minutes(basis.plan, case)) is not None]
    return Fraction(sum(known), len(known)) if known else None
