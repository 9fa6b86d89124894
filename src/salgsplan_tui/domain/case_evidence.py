"""What a case came to, and what shows it: buyer's joy wants evidence (chapter 3.7)."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Order
from salgsplan_tui.domain.service import CaseResult, ServiceCase

JOY: Final = 2
EVIDENCE_DAYS: Final = 90
"""So long after it was solved a new order or a referral still shows buyer's joy, and a purchase that they came back."""
_LEAST_NPS: Final = 9
_MOST_NPS: Final = 10
_RESULTS: Final[Mapping[int, CaseResult]] = MappingProxyType(
    {2: "buyers_joy", 1: "satisfied", 0: "neutral", -1: "dissatisfied", -2: "dissatisfied"}
)
MOODS: Final[Mapping[str | None, int]] = MappingProxyType({"buyers_joy": 2, "satisfied": 1, "neutral": 0})
"""The mood that a result tells."""


def result_of(mood: int) -> CaseResult:
    """Return what a closed case came to, by how the customer felt in the end."""
    return _RESULTS[mood]


def lacks_evidence(plan: Plan, case: ServiceCase) -> bool:
    """Say whether the end mood is buyer's joy, and nothing shows it."""
    return case.end_mood == JOY and not case.evidence and new_order(plan, case) is None


def new_order(plan: Plan, case: ServiceCase) -> Order | None:
    """Return the first order of the customer within 90 days after the case was solved, as far as orders were read."""
    solved = case.resolved.date() if case.resolved is not None else None
    if solved is None:
        return None
    last = solved + dt.timedelta(days=EVIDENCE_DAYS)
    orders = (each for each in plan.orders.values() if each.customer == case.customer and not each.cancelled)
    after = [each for each in orders if solved <= each.date <= last and each.id != case.order]
    return min(after, key=lambda each: (each.date, each.id), default=None)


def checked_evidence(plan: Plan, case: ServiceCase, told: str | None) -> ServiceCase:
    """Return the case with its evidence as it is kept; an NPS below 9 and an order of somebody else show nothing.

    Raises:
        RefusedError: `evidence_nps`, `evidence_order`, or `case_result_mood`: result and mood do not go together.
    """
    if case.result in MOODS and case.end_mood != MOODS[case.result]:
        raise RefusedError("case_result_mood", title=case.title)
    if told is None:
        return case
    if case.evidence_kind == "nps":
        digits = told.strip()
        if not (digits.isdecimal() and _LEAST_NPS <= int(digits) <= _MOST_NPS):
            raise RefusedError("evidence_nps", text=told)
    if case.evidence_kind == "order":
        order = plan.orders.get(told.strip().lower())
        if order is None or order.customer != case.customer or order.cancelled:
            raise RefusedError("evidence_order", text=told)
    return case.changed_to(evidence=told.strip(), evidence_kind=case.evidence_kind or "own_words")
