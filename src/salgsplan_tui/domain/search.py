"""What is looked for in the plan, and whether a row fits: words in any order, days, channel, whom, status, amount."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.money import actual_cost, committed_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase

STATUSES: Final = ("open", "overdue", *(state.value for state in State))
"""What can be asked for: a state, or what is derived from it."""

_AHEAD: Final = dt.timedelta(weeks=13)
"""A repeating activity is found from today and so far on, where no days are given: a timetable's months (S24)."""


class AmountRange(NamedTuple):
    """The øre from the least to the most, both included; None for no limit."""

    least: int | None = None
    most: int | None = None

    def __contains__(self, ore: object) -> bool:
        return (
            isinstance(ore, int)
            and (self.least is None or self.least <= ore)
            and (self.most is None or ore <= self.most)
        )


@dataclass(frozen=True)
class Search:
    """What to look for; what is not given does not matter."""

    words: tuple[str, ...] = ()
    """Each must be found somewhere in the row."""
    first: dt.date | None = None
    last: dt.date | None = None
    channels: frozenset[str] | None = None
    """The codes of the channels, any of them."""
    customer: str | None = None
    """A part of a customer's or contact's name, or an id."""
    status: str | None = None
    goal: str | None = None
    """A part of a goal's title, or its id."""
    amount: AmountRange | None = None
    """What the row costs or may bring in."""

    @property
    def is_narrow(self) -> bool:
        """Say whether anything was asked for."""
        return self != Search()

    @property
    def span(self) -> Span | None:
        """The days looked at; None for all."""
        if self.first is None and self.last is None:
            return None
        end = dt.date.max if self.last is None else self.last + ONE_DAY
        return Span(self.first or dt.date.min, end)

    def repeating_in(self, today: dt.date) -> Span:
        """Return the days in which repeating activities are looked for."""
        first = self.first or today
        return Span(first, (self.last or max(first, today) + _AHEAD) + ONE_DAY)


class Found(NamedTuple):
    """What a search found in one file, the newest first."""

    file: str
    rows: tuple[Activity, ...] = ()
    problem: Problem | None = None
    """Why the file could not be searched."""
    cases: tuple[ServiceCase, ...] = ()


@dataclass(frozen=True)
class Matcher:
    """Whether rows are those looked for; what does not change from row to row is worked out once."""

    plan: Plan
    search: Search
    now: dt.datetime
    _words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Fold the words."""
        object.__setattr__(self, "_words", tuple(fold(word) for word in self.search.words))

    @cached_property
    def people(self) -> dict[str, str]:
        """The folded names of customers and contacts by their ids."""
        names = {each.id: fold(each.name) for each in self.plan.customers.values()}
        return names | {each.id: fold(each.name) for one in self.plan.customers.values() for each in one.contacts}

    def ids_named(self, part: str) -> frozenset[str]:
        """Return the ids of those whose name holds this text."""
        wanted = fold(part)
        return frozenset(identity for identity, name in self.people.items() if wanted in name)

    @cached_property
    def customer_ids(self) -> frozenset[str]:
        """The ids of those that the search names as a customer, and the id itself where it is one."""
        wanted = self.search.customer
        return frozenset() if wanted is None else self.ids_named(wanted) | {wanted.lower()}

    @cached_property
    def goal_ids(self) -> frozenset[str]:
        """The goals whose title holds what the search asks for."""
        wanted = fold(self.search.goal or "")
        goals = (goal for sales_plan in self.plan.sales_plans.values() for goal in sales_plan.goals)
        return frozenset(goal.id for goal in goals if wanted in fold(goal.title))

    def fits(self, row: Activity) -> bool:
        """Say whether a row is one of those looked for."""
        search = self.search
        span = search.span
        return (
            (span is None or (row.span is not None and row.span.touches(span)))
            and (search.channels is None or row.channel in search.channels)
            and (search.status is None or self._has_status(row, search.status))
            and (search.customer is None or not self.customer_ids.isdisjoint(row.customers + row.contacts))
            and (search.goal is None or self._is_for(row, search.goal))
            and (search.amount is None or self._comes_to(row, search.amount))
            and self._has_words(row)
        )

    def occurrences(self) -> Iterator[Activity]:
        """Yield the occurrences of series that fit and that nobody has touched."""
        found = self.plan.occurrences(self.search.repeating_in(self.now.date()))
        return (row for row in found if self.fits(row))

    def _has_status(self, row: Activity, status: str) -> bool:
        if status == "overdue":
            return row.overdue(self.now)
        return row.is_open if status == "open" else row.state == status

    def _is_for(self, row: Activity, wanted: str) -> bool:
        goal = row.goal
        if goal is None:
            return False
        known = self.plan.goal(goal)
        return goal.lower() == wanted.lower() or goal in self.goal_ids or (known is None and fold(wanted) in fold(goal))

    def _comes_to(self, row: Activity, amount: AmountRange) -> bool:
        settings = self.plan.settings
        sums = (planned_cost(row, settings), committed_cost(row), actual_cost(row, settings), row.value or 0)
        return any(ore in amount for ore in sums if ore)

    def _has_words(self, row: Activity) -> bool:
        if not self._words:
            return True
        people = (self.people.get(each, "") for each in row.customers + row.contacts)
        text = "\n".join((fold("\n".join(searched_texts(row))), *people))
        return all(word in text for word in self._words)


def searched_texts(row: Activity) -> tuple[str, ...]:
    """Return the texts of a row in which words are looked for, its title first."""
    return (row.title, row.notes or "", row.place or "", row.audience or "", row.outcome_note or "", *row.tags)


def people_found(plan: Plan, search: Search) -> Iterator[tuple[Customer, Contact | None]]:
    """Yield the customers, and the contacts at them, that words alone name: in name, role, address, number or notes."""
    if not search.words or search != Search(words=search.words):
        return
    words = [fold(word) for word in search.words]
    for customer in plan.customers.values():
        if _holds_all(words, (customer.name, customer.segment, customer.org_number)):
            yield customer, None
        for each in customer.contacts:
            about = (each.name, each.role, each.phone, each.email, each.notes)
            if not each.is_forgotten and _holds_all(words, about):
                yield customer, each


def _holds_all(words: list[str], texts: tuple[str | None, ...]) -> bool:
    text = fold("\n".join(each for each in texts if each))
    return all(word in text for word in words)
