"""Would the customers recommend us? Their answers from 0 to 10, and the score of enough of them (chapter 4.12, S34)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.customers import BEST_SCORE, Customer, NpsAnswer
from salgsplan_tui.domain.errors import NotUnderstoodError

FEW_ANSWERS: Final = 10
"""Of fewer answers than this the list is shown, and no score."""
_PROMOTER: Final = 9
_PASSIVE: Final = 7


@dataclass(frozen=True)
class Given:
    """An answer, and whose it is."""

    customer: Customer
    answer: NpsAnswer


@dataclass(frozen=True)
class Answers:
    """The answers of a period, the oldest first: one of each customer."""

    given: tuple[Given, ...] = ()

    @cached_property
    def scores(self) -> tuple[int, ...]:
        """What was answered, from 0 to 10."""
        return tuple(each.answer.score for each in self.given)

    @property
    def promoters(self) -> int:
        """How many would recommend us: 9 or 10."""
        return sum(1 for score in self.scores if score >= _PROMOTER)

    @property
    def detractors(self) -> int:
        """How many would rather warn of us: 0 to 6."""
        return sum(1 for score in self.scores if score < _PASSIVE)

    @property
    def passives(self) -> int:
        """How many are in between: 7 or 8."""
        return len(self.scores) - self.promoters - self.detractors

    @property
    def are_few(self) -> bool:
        """Say whether there are answers, and too few for a score."""
        return 0 < len(self.given) < FEW_ANSWERS

    @property
    def score(self) -> Fraction | None:
        """The share of promoters less that of detractors, in points from -100 to 100; None of few answers."""
        return None if len(self.given) < FEW_ANSWERS else net_promoter_score(self.scores)


def net_promoter_score(scores: Iterable[int]) -> Fraction | None:
    """Return the net promoter score of answers from 0 to 10, in points from -100 to 100; None of none."""
    listed = tuple(scores)
    if not listed:
        return None
    promoters = sum(1 for score in listed if score >= _PROMOTER)
    detractors = sum(1 for score in listed if score < _PASSIVE)
    return Fraction(100 * (promoters - detractors), len(listed))


def answers_in(basis: Basis) -> Answers:
    """Return the latest answer of each customer in the days of the period that have come."""
    known, found = basis.known, list[Given]()
    for customer in basis.plan.customers.values():
        inside = [each for each in customer.nps if each.date in known]
        if inside:
            found.append(Given(customer, latest(inside)))
    return Answers(tuple(sorted(found, key=lambda each: (each.answer.date, each.customer.id))))


def latest(answers: Iterable[NpsAnswer]) -> NpsAnswer:
    """Return the newest of some answers; of two from one day the one that was noted last."""
    return max(enumerate(answers), key=lambda each: (each[1].date, each[0]))[1]


def with_answer(customer: Customer, score: int, today: dt.date) -> tuple[NpsAnswer, ...]:
    """Return the customer's answers with one of today; another of today is corrected by it."""
    kept = (each for each in customer.nps if each.date != today)
    return (*kept, NpsAnswer(date=today, score=score))


def score_of(text: str) -> int:
    """Read an answer as people type it.

    Raises:
        NotUnderstoodError: `not_an_nps`, it is no whole number from 0 to 10.
    """
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(BEST_SCORE)) and int(plain) <= BEST_SCORE):
        raise NotUnderstoodError("not_an_nps", text=plain)
    return int(plain)
