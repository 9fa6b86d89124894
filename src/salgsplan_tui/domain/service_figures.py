"""What the service cases of a period came to: how fast, and how glad the customers were in the end (chapter 4.13)."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.case_clock import stops_of
from salgsplan_tui.domain.case_evidence import JOY
from salgsplan_tui.domain.loyalty import Share, share
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.working_time import working_minutes

SATISFIED: Final = 1
"""The least mood in which a customer has been won back."""


class Average(NamedTuple):
    """An average with the number of cases it is of."""

    value: Fraction | None
    """None of no cases."""
    n: int


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
    return ended_at_least(basis.closed_cases, SATISFIED)


def buyers_joy_rate(basis: Basis) -> Share:
    """Return how many of the closed cases ended in buyer's joy."""
    return ended_at_least(basis.closed_cases, JOY)


def average_response(basis: Basis) -> Fraction | None:
    """Return the average wait for a first answer in minutes, of the cases of the period that have one."""
    return average_of(basis.plan, _opened(basis), response_minutes).value


def average_resolution(basis: Basis) -> Fraction | None:
    """Return the average time to a solution in minutes, of the cases of the period that have one."""
    return average_of(basis.plan, _opened(basis), resolution_minutes).value


def ended_at_least(cases: Iterable[ServiceCase], mood: int) -> Share:
    """Return how many of closed cases ended in this mood or a better one."""
    listed = tuple(cases)
    return share(sum(1 for case in listed if case.end_mood is not None and case.end_mood >= mood), len(listed))


def average_of(plan: Plan, cases: Iterable[ServiceCase], minutes: Callable[[Plan, ServiceCase], int | None]) -> Average:
    """Return the average of the cases that have a figure, and how many have."""
    known = [each for case in cases if (each := minutes(plan, case)) is not None]
    return Average(Fraction(sum(known), len(known)) if known else None, len(known))


def _opened(basis: Basis) -> Iterable[ServiceCase]:
    return (case for case in basis.plan.cases.values() if case.day in basis.known)
