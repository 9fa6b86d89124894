"""Which rows are looked for: by words in any order, days, channel, customer, status and goal."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import OPEN, Activity, State
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.plan import Plan, order
from salgsplan_tui.language.sorting import folded

STATUSES: Final = ("open", "overdue", *(state.value for state in State))
"""What `--status` takes: a state, or what is derived from it."""

_AHEAD: Final = dt.timedelta(weeks=13)
"""A repeating activity is listed from today and so far on, where no days are given: a timetable's months (S24)."""


@dataclass(frozen=True)
class Search:
    """What to look for; what is not given does not matter."""

    words: tuple[str, ...] = ()
    """Each must be found somewhere in the row."""
    first: dt.date | None = None
    last: dt.date | None = None
    channel: str | None = None
    """The channel's code."""
    customer: str | None = None
    """A part of a customer's or contact's name, or an id."""
    status: str | None = None
    goal: str | None = None
    """A part of a goal's title, or its id."""

    @property
    def is_narrow(self) -> bool:
        """Say whether anything was asked for."""
        return self != Search()

    @property
    def wants_open_rows(self) -> bool:
        """Say whether only rows are wanted in which something remains to be done."""
        return self.status in {"open", "overdue", *OPEN}

    @property
    def span(self) -> Span | None:
        """The days looked at; None for all."""
        if self.first is None and self.last is None:
            return None
        end = dt.date.max if self.last is None else self.last + ONE_DAY
        return Span(self.first or dt.date.min, end)


def matching(plan: Plan, search: Search, now: dt.datetime) -> tuple[Activity, ...]:
    """Return the rows that match, in the order of the plan."""
    fits = _Fits(plan, search, now)
    return tuple(sorted((row for row in _rows(plan, search, now) if fits(row)), key=order))


def _rows(plan: Plan, search: Search, now: dt.datetime) -> Iterator[Activity]:
    span = search.span
    yield from (row for row in plan.stored() if span is None or (row.span is not None and row.span.touches(span)))
    first = search.first or now.date()
    last = search.last or max(first, now.date()) + _AHEAD
    yield from plan.occurrences(Span(first, last + ONE_DAY))


class _Fits:
    """Whether a row is one of those looked for; what does not change from row to row is worked out once."""

    def __init__(self, plan: Plan, search: Search, now: dt.datetime) -> None:
        self._plan, self._search, self._now = plan, search, now
        self._words = [folded(word) for word in search.words]
        self._people = {each.id: folded(each.name) for each in plan.customers.values()}
        self._people |= {each.id: folded(each.name) for one in plan.customers.values() for each in one.contacts}

    def __call__(self, row: Activity) -> bool:
        search = self._search
        return (
            (search.channel is None or row.channel == search.channel)
            and (search.status is None or self._has_status(row, search.status))
            and (search.customer is None or self._names(row, search.customer))
            and (search.goal is None or self._is_for(row, search.goal))
            and self._has_words(row)
        )

    def _has_status(self, row: Activity, status: str) -> bool:
        if status == "overdue":
            return row.overdue(self._now)
        return row.is_open if status == "open" else row.state == status

    def _names(self, row: Activity, wanted: str) -> bool:
        people = row.customers + row.contacts
        return wanted.lower() in people or any(folded(wanted) in self._people.get(each, "") for each in people)

    def _is_for(self, row: Activity, wanted: str) -> bool:
        if row.goal is None:
            return False
        goal = self._plan.goal(row.goal)
        return wanted.lower() == row.goal.lower() or folded(wanted) in folded(row.goal if goal is None else goal.title)

    def _has_words(self, row: Activity) -> bool:
        if not self._words:
            return True
        texts = (row.title, row.notes or "", row.place or "", row.audience or "", row.outcome_note or "", *row.tags)
        people = (self._people.get(each, "") for each in row.customers + row.contacts)
        text = "\n".join((folded("\n".join(texts)), *people))
        return all(word in text for word in self._words)
