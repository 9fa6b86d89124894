"""Service cases: a customer's way from dissatisfaction to buyer's joy (chapter 3.7, S5)."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Day, Id, Ids, Moment, Value, WallTime, within

CaseType = Literal["complaint", "claim", "question", "praise"]
CaseResult = Literal["buyers_joy", "satisfied", "neutral", "dissatisfied", "lost", "rejected"]
EvidenceKind = Literal["own_words", "nps", "order", "referral"]
"""What may show buyer's joy: the customer's words, an NPS of 9 or 10, a new order, or a referral within 90 days."""
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


WAY: Final = (
    CaseState.REPORTED,
    CaseState.HEARD,
    CaseState.ACKNOWLEDGED,
    CaseState.SOLUTION_AGREED,
    CaseState.RESOLVED,
    CaseState.FOLLOWED_UP,
    CaseState.CLOSED,
)
"""The ladder from misnøye to kjøperglede, in its order (S5)."""
UNCAUSED: Final = frozenset({"question", "praise"})
"""The types in which nothing went wrong: they have no cause, and no solution to agree on."""


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


class Reopening(Value):
    """One time that a solved case was opened again, with what it had come to before."""

    at: WallTime
    reason: str | None = None
    solution: str | None = None
    resolved: WallTime | None = None
    followed_up: Day | None = None
    closed: Day | None = None
    end_mood: Mood | None = None
    evidence_kind: EvidenceKind | None = None
    evidence: str | None = None
    result: CaseResult | None = None


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
    """Where another time was promised than the usual one."""
    acknowledged: WallTime | None = None
    """When understanding or an apology was given."""
    solution: str | None = None
    solution_by: str | None = None
    agreed: WallTime | None = None
    """When the solution was agreed."""
    resolution_due: WallTime | None = None
    resolved: WallTime | None = None
    waiting: Annotated[tuple[Waiting, ...], AsTuple] = ()
    escalated: WallTime | None = None
    """When it was raised to the leader."""
    reopened: Annotated[tuple[Reopening, ...], AsTuple] = ()
    followed_up: Day | None = None
    closed: Day | None = None
    end_mood: Mood | None = None
    evidence_kind: EvidenceKind | None = None
    evidence: str | None = None
    """The customer's own words, the NPS, the order's id, or who was referred."""
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

    @property
    def rung(self) -> CaseState:
        """How far up the ladder it is, also while it waits, stands with the leader, or was opened again."""
        if self.state in WAY:
            return self.state
        if self.state is CaseState.REOPENED and self.acknowledged is None and self.reopened[-1:]:
            return CaseState.ACKNOWLEDGED if self.reopened[-1].resolved else self._by_stamps
        return self._by_stamps

    @property
    def _by_stamps(self) -> CaseState:
        if self.resolved is not None:
            return CaseState.RESOLVED
        if self.agreed is not None or self.solution is not None:
            return CaseState.SOLUTION_AGREED
        if self.acknowledged is not None or self.waiting:
            return CaseState.ACKNOWLEDGED
        return CaseState.REPORTED if self.first_response is None else CaseState.HEARD

    @property
    def next_rung(self) -> CaseState | None:
        """The step that comes next; None of a closed case."""
        place = WAY.index(self.rung)
        return next((rung for rung in self.way if WAY.index(rung) > place), None)

    @property
    def way(self) -> tuple[CaseState, ...]:
        """The ladder of this case: of a question or praise, without what there is no cause and solution for."""
        if self.type not in UNCAUSED:
            return WAY
        return tuple(rung for rung in WAY if rung not in {CaseState.ACKNOWLEDGED, CaseState.SOLUTION_AGREED})

    @property
    def waits(self) -> bool:
        """Say whether the clock stands still now."""
        return self.state is CaseState.WAITING_CUSTOMER
