"""The steps of a service case up its ladder, and beside it: waiting, raised to the leader, opened again (S5)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from salgsplan_tui.domain import case_clock
from salgsplan_tui.domain.case_evidence import JOY, MOODS, checked_evidence, lacks_evidence, new_order, result_of
from salgsplan_tui.domain.case_moments import checked_moment, ended_waiting, step_moments
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import (
    UNCAUSED,
    WAY,
    CaseResult,
    CaseState,
    EvidenceKind,
    Reopening,
    ServiceCase,
    Waiting,
)
from salgsplan_tui.domain.service_edits import case_of, change_case, put_case

Want = Literal["cause", "solution", "end_mood", "evidence", "reason"]
"""What has to be said before a step can be taken."""

WANTED: Final[Mapping[Want, str]] = MappingProxyType(
    {
        "cause": "case_wants_cause",
        "solution": "case_wants_solution",
        "end_mood": "case_wants_mood",
        "evidence": "case_wants_evidence",
        "reason": "case_wants_reason",
    }
)
"""The sentences that ask for each."""
_GIVEN_UP: Final = frozenset({"lost", "rejected"})
_SOLVED: Final = frozenset(WAY[WAY.index(CaseState.RESOLVED) :])


@dataclass(frozen=True)
class News:
    """What is told with a step, as far as it is told."""

    cause: str | None = None
    solution: str | None = None
    solution_by: str | None = None
    resolution_due: dt.datetime | None = None
    end_mood: int | None = None
    evidence_kind: EvidenceKind | None = None
    evidence: str | None = None
    result: CaseResult | None = None
    reason: str | None = None

    @property
    def gives_up(self) -> bool:
        """Say whether the case ends without a solution: the customer is lost, or it is rejected."""
        return self.result in _GIVEN_UP


NOTHING: Final = News()


def wants(plan: Plan, case: ServiceCase, to: CaseState, news: News = NOTHING) -> tuple[Want, ...]:
    """Return what is still to be said before a case can come so far (the entry rules of chapter 3.7)."""
    told = _told(case, news)
    passed = WAY[WAY.index(case.rung) + 1 : WAY.index(to) + 1]
    asked: list[Want] = []
    if not news.gives_up and case.type not in UNCAUSED:
        asked += ["cause"] if CaseState.ACKNOWLEDGED in passed and not told.cause else []
        asked += ["solution"] if CaseState.SOLUTION_AGREED in passed and not told.solution else []
    if WAY.index(to) >= WAY.index(CaseState.FOLLOWED_UP):
        asked += ["end_mood"] if told.end_mood is None else []
        asked += ["evidence"] if lacks_evidence(plan, told) else []
    if news.gives_up and not told.reason:
        asked.append("reason")
    return tuple(asked)


def take_step(  # noqa: PLR0913  # a step is told by how far, with what, when it was, and when now is
    plan: Plan,
    identity: str,
    to: CaseState,
    news: News = NOTHING,
    *,
    when: dt.datetime,
    now: dt.datetime,
    at: dt.datetime,
) -> Plan:
    """Take a case up the ladder; the steps that are passed by are taken with it.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is closed, or past that step; the moment lies ahead or before its last step; or something has
            to be said first: `case_wants_...`.
    """
    case = _open(plan, identity)
    to = CaseState.CLOSED if news.gives_up else to
    if WAY.index(to) <= WAY.index(case.rung):
        raise RefusedError("case_past_step", title=case.title, state=case.rung.value)
    when = checked_moment(case, when, now)
    case = checked_evidence(plan, _told(case, news), news.evidence)
    missing = wants(plan, case, to, news)
    if missing:
        raise RefusedError(WANTED[missing[0]], title=case.title)
    stamps = step_moments(case, to, when, gives_up=news.gives_up)
    if case.end_mood == JOY and not case.evidence and (order := new_order(plan, case)) is not None:
        stamps |= {"evidence_kind": "order", "evidence": order.id}
    if to is CaseState.CLOSED and case.result is None and case.end_mood is not None:
        stamps["result"] = result_of(case.end_mood)
    return put_case(plan, case.changed_to(state=to, waiting=ended_waiting(case, when), **stamps), at)


def _told(case: ServiceCase, news: News) -> ServiceCase:
    """Return the case with what the news say of it; a result that tells the mood sets it."""
    fields = {name: item for name, item in vars(news).items() if item is not None}
    if news.result in MOODS:
        fields.setdefault("end_mood", MOODS[news.result])
    return case.changed_to(**fields)


def wait(plan: Plan, identity: str, *, when: dt.datetime, now: dt.datetime, at: dt.datetime) -> Plan:
    """Stop the clock: the customer is waited for, which can be between acknowledged and resolved only.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is closed, waits already, or stands where there is nothing to wait for.
    """
    case = _open(plan, identity)
    if case.waits or not case_clock.may_wait(case):
        raise RefusedError("case_cannot_wait", title=case.title)
    since = Waiting(since=checked_moment(case, when, now))
    return put_case(plan, case.changed_to(state=CaseState.WAITING_CUSTOMER, waiting=(*case.waiting, since)), at)


def go_on(plan: Plan, identity: str, *, when: dt.datetime, now: dt.datetime, at: dt.datetime) -> Plan:
    """Let the clock run again, or take a case back from the leader; it stands where it stood before.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is closed, or neither waits nor stands with the leader.
    """
    case = _open(plan, identity)
    if case.state not in {CaseState.WAITING_CUSTOMER, CaseState.ESCALATED}:
        raise RefusedError("case_does_not_wait", title=case.title)
    when = checked_moment(case, when, now)
    return put_case(plan, case.changed_to(state=case.rung, waiting=ended_waiting(case, when)), at)


def escalate(plan: Plan, identity: str, *, when: dt.datetime, now: dt.datetime, at: dt.datetime) -> Plan:
    """Raise a case to the leader; the clock runs on.

    Raises:
        NotFoundError: there is none such.
        RefusedError: it is solved, closed, or stands with the leader already.
    """
    case = _open(plan, identity)
    if case.state is CaseState.ESCALATED or case.resolved is not None:
        raise RefusedError("case_cannot_escalate", title=case.title)
    when = checked_moment(case, when, now)
    raised = case.changed_to(state=CaseState.ESCALATED, escalated=when, waiting=ended_waiting(case, when))
    return put_case(plan, raised, at)


def reopen(  # noqa: PLR0913  # it is told why, when it was, and when now is
    plan: Plan, identity: str, *, reason: str, when: dt.datetime, now: dt.datetime, at: dt.datetime
) -> Plan:
    """Open a solved case again: at most back to acknowledged, and what it had come to is kept (chapter 3.7).

    Raises:
        NotFoundError: there is none such.
        RefusedError: it was never solved or closed, or no reason is given.
    """
    case = case_of(plan, identity)
    if case.state not in _SOLVED:
        raise RefusedError("case_not_solved", title=case.title)
    if not reason:
        raise RefusedError("case_wants_reason", title=case.title)
    kept = {name: getattr(case, name) for name in Reopening.field_keys if name not in {"at", "reason"}}
    event = Reopening(at=checked_moment(case, when, now), reason=reason, **kept)
    empty = dict.fromkeys((*kept, "agreed", "solution_by", "resolution_due", "reason"))
    return put_case(plan, case.changed_to(**empty, state=CaseState.REOPENED, reopened=(*case.reopened, event)), at)


def set_mood(plan: Plan, identity: str, news: News, *, at: dt.datetime) -> Plan:
    """Note how the customer feels: until it is solved that is the mood it began with, afterwards the one it ends with.

    Raises:
        NotFoundError: there is none such.
        RefusedError: buyer's joy without anything that shows it.
    """
    case, mood = case_of(plan, identity), news.end_mood
    if case.resolved is None:
        return change_case(plan, identity, at=at, start_mood=mood)
    result = case.result if case.result in _GIVEN_UP or case.result is None or mood is None else result_of(mood)
    fields = {} if mood == JOY else {"evidence": None, "evidence_kind": None}
    changed = checked_evidence(plan, _told(case.changed_to(**fields), replace(news, result=result)), news.evidence)
    if lacks_evidence(plan, changed):
        raise RefusedError("case_wants_evidence", title=case.title)
    return put_case(plan, changed, at)


def _open(plan: Plan, identity: str) -> ServiceCase:
    case = case_of(plan, identity)
    if not case.is_open:
        raise RefusedError("case_closed", title=case.title)
    return case
