"""Whom to contact first: a score with its reasons, and who may not be called at all (chapter 4.15, S15)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from salgsplan_tui.domain.contact_checks import firm_objected
from salgsplan_tui.domain.contact_rules import Approach, Case, Decision, Relation, Verdict, decide, is_outside
from salgsplan_tui.domain.customer_history import CustomerRecord
from salgsplan_tui.domain.customers import Contact, Stage
from salgsplan_tui.domain.plan import Plan

ReasonCode = Literal["class", "interval", "never", "old_offer", "open_case", "potential"]

WANTED_DAYS: Final[Mapping[str | None, int]] = {"A": 30, "B": 60, "C": 120}
"""How often a customer of each class should be contacted, in days; one without a class like a C."""
OLD_OFFER_DAYS: Final = 7
"""An offer that has been out for longer should be followed up (I2)."""

_CLASS: Final[Mapping[str | None, int]] = {"A": 3, "B": 2, "C": 1}
_MOST_INTERVALS: Final = 3
_UNWANTED: Final = frozenset({Stage.LOST, Stage.NOT_TARGET})


@dataclass(frozen=True)
class ScoreReason:
    """One of the reasons to contact a customer, and what it adds to the score."""

    code: ReasonCode
    points: Fraction
    number: int | None = None
    """The days since the last contact, or the days the offer has been out."""


@dataclass(frozen=True)
class Suggestion:
    """A customer to call, whom there, why, and whether that is allowed."""

    record: CustomerRecord
    contact: Contact | None
    reasons: tuple[ScoreReason, ...]
    decision: Decision

    @property
    def score(self) -> Fraction:
        """The sum of the reasons."""
        return sum((reason.points for reason in self.reasons), Fraction(0))

    @property
    def is_blocked(self) -> bool:
        """Say whether the rules forbid calling anybody there."""
        return self.decision.verdict is Verdict.BLOCK


def whom_to_call(plan: Plan, records: Mapping[str, CustomerRecord], now: dt.datetime) -> tuple[Suggestion, ...]:
    """Return whom to call now, the most pressing first; those who may not be called come last (chapter 7.6).

    Customers who are lost or were never a target are left out.
    """
    middle = _median([each.customer.potential for each in records.values() if each.customer.potential is not None])
    found = [
        suggestion(plan, record, now, median=middle)
        for record in records.values()
        if record.customer.stage not in _UNWANTED
    ]
    return tuple(sorted(found, key=lambda each: (each.is_blocked, -each.score, each.record.customer.id)))


def call_hours(plan: Plan, now: dt.datetime) -> tuple[bool, ...]:
    """Return which hours of the rules it is: as long as it and the day are the same, so is whom to call."""
    approach = Approach("phone", "phone", "marketing", now.date(), now.time())
    return tuple(is_outside(rule.hours, approach) for rule in plan.contact_rules)


def suggestion(plan: Plan, record: CustomerRecord, now: dt.datetime, *, median: Fraction | None) -> Suggestion:
    """Return why a customer should be called, and whom to call there."""
    contact, decision = whom_and_whether(plan, record, now)
    return Suggestion(record, contact, reasons(record, now.date(), median=median), decision)


def reasons(record: CustomerRecord, today: dt.date, *, median: Fraction | None) -> tuple[ScoreReason, ...]:
    """Return what speaks for contacting a customer, as far as it adds anything (chapter 4.15)."""
    customer = record.customer
    days = record.days_since(today)
    intervals = _MOST_INTERVALS if days is None else Fraction(days, WANTED_DAYS.get(customer.customer_class, 120))
    ages = [age for offer in record.open_offers if (age := offer.age(today)) is not None and age > OLD_OFFER_DAYS]
    rich = median is not None and customer.potential is not None and customer.potential > median
    found = (
        ScoreReason("class", Fraction(3 * _CLASS.get(customer.customer_class, 0))),
        ScoreReason("never" if days is None else "interval", Fraction(2 * min(intervals, _MOST_INTERVALS)), days),
        ScoreReason("old_offer", Fraction(2 if ages else 0), max(ages, default=None)),
        ScoreReason("open_case", Fraction(3 if record.open_cases else 0)),
        ScoreReason("potential", Fraction(1 if rich else 0)),
    )
    return tuple(each for each in found if each.points)


def whom_and_whether(plan: Plan, record: CustomerRecord, now: dt.datetime) -> tuple[Contact | None, Decision]:
    """Return whom to call at a customer: the first who may be called and has a number, and what the rules say.

    Where a service case is open the call is about that, which is always allowed.
    """
    people = [each for each in record.customer.contacts if not each.is_forgotten]
    found = [(each, may_be_called(plan, record, each, now)) for each in people or (None,)]
    return min(found, key=lambda pair: (_VERDICTS.index(pair[1].verdict), not (pair[0] and pair[0].phone)))


def may_be_called(plan: Plan, record: CustomerRecord, contact: Contact | None, now: dt.datetime) -> Decision:
    """Return what the rules say of calling somebody at a customer now (chapter 7.6)."""
    customer, day = record.customer, now.date()
    existing = customer.is_existing(day, record.last_order)
    relation = Relation(
        existing=existing,
        first_approach=not existing and record.last is None,
        firm_objected=not customer.is_person and firm_objected(customer, contact, "phone"),
    )
    purpose: Literal["service", "marketing"] = "service" if record.open_cases else "marketing"
    approach = Approach("phone", "phone", purpose, day, now.time())
    return decide(plan.contact_rules, Case(customer, contact, approach, relation), plan.settings)


_VERDICTS: Final = tuple(Verdict)


def _median(numbers: Iterable[int]) -> Fraction | None:
    ordered = sorted(numbers)
    if not ordered:
        return None
    half = len(ordered) // 2
    return Fraction(ordered[half]) if len(ordered) % 2 else Fraction(ordered[half - 1] + ordered[half], 2)
