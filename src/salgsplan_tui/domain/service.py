"""Service cases: a customer's way from dissatisfaction to buyer's joy (chapter 3.7, S5)."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Day, Id, Ids, Moment, Value, WallTime, within

CaseType = Literal["complaint", "claim", "question", "praise"]
CaseResult = Literal["buyers_joy", "satisfied", "neutral", "dissatisfied", "lost", "rejected"]
Mood = Annotated[int, within(-2, 2)]
"""-2 very dissatisfied, -1 dissatisfied, 0 neutral, 1 satisfied, 2 buyer's joy."""
Degree = Annotated[int, within(1, 5)]


class CaseState(StrEnum):
    """How far a case has come (chapter 3.7); the last three stand beside the way."""

    REPORTED = "reported"
    HEARD = "heard"
    ACKNOWLEDGED = "acknowledged"
    SOLUTION_AGREED = "solution_agreed"
    RESOLVED = "resolved"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    WAITING_CUSTOMER = "waiting_customer"
    ESCALATED = "escalated"
    REOPENED = "reopened"


class Waiting(Value):
    """A time in which the clock stood still, because the case waited for the customer."""

    since: WallTime
    until: WallTime | None = None
    """None while it still waits."""


class Competences(Value):
    """How the seller coped, 1 to 5 in each of the four competences (S6); private."""

    knowledge: Degree | None = None
    psychology: Degree | None = None
    social: Degree | None = None
    tolerance: Degree | None = None


class ServiceCase(Value):
    """A complaint, a claim, a question or praise, and what was done about it."""

    id: Id
    title: str = ""
    customer: Id
    contact: Id | None = None
    order: Id | None = None
    type: CaseType = "complaint"
    channel: str | None = None
    """The channel it came in by."""
    cause: str | None = None
    state: CaseState = CaseState.REPORTED
    opened: WallTime
    start_mood: Mood | None = None
    first_response: WallTime | None = None
    first_response_due: WallTime | None = None
    solution: str | None = None
    solution_by: str | None = None
    resolution_due: WallTime | None = None
    resolved: WallTime | None = None
    waiting: Annotated[tuple[Waiting, ...], AsTuple] = ()
    followed_up: Day | None = None
    closed: Day | None = None
    end_mood: Mood | None = None
    evidence: str | None = None
    """The customer's own words, or whatever else shows buyer's joy."""
    result: CaseResult | None = None
    reason: str | None = None
    """Why it was rejected or lost."""
    delivered: Day | None = None
    discovered: Day | None = None
    compensation: Amount | None = None
    improvement_area: str | None = None
    competences: Competences | None = None
    activities: Ids = ()
    notes: str | None = None
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def day(self) -> dt.date:
        """The day it is filed under."""
        return self.opened.date()

    @property
    def is_open(self) -> bool:
        """Say whether something remains to be done."""
        return self.state is not CaseState.CLOSED
