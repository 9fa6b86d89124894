"""Repeating activities: a rule and its exceptions; occurrences are computed, never stored until touched."""

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from itertools import islice, takewhile
from typing import Annotated, Final, Literal, Self

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.dates import Span, day_span
from salgsplan_tui.domain.fields import AsTuple, Day, Id, Moment, Value
from salgsplan_tui.domain.holidays import add_workdays, is_holiday
from salgsplan_tui.domain.offsets import Delay, away
from salgsplan_tui.domain.rules import Rule, dates_in_year, weekdays_named

OnHoliday = Literal["keep", "skip", "next", "previous"]

_STAMP: Final = 8  # the digits of yyyymmdd
_OWN: Final = frozenset(
    {"id", "rrule", "after", "first", "until", "on_holiday", "skip", "settled_before", "created", "changed"}
)
_SATURDAY: Final = 5
_FARTHEST: Final = dt.timedelta(days=14)
"""Farther than this no date is moved to find a working day."""
_LAST_YEAR: Final = 2999


class Series(Value):
    """A rule for when, and the activity that is repeated; files hold the activity's keys beside the rule's."""

    id: Id
    rrule: Rule | None = None
    after: Delay | None = None
    """Instead of a rule: the next one stands so long after the day the last was settled: "14d", "5wd"."""
    first: Day
    """The day the rule is counted from, itself an occurrence where the rule says so; with `after`, the next one's."""
    until: Day | None = None
    """The last day, included."""
    on_holiday: OnHoliday = "keep"
    """What becomes of one on a red day or the person's own day off. Where those are moved to a working day, one on a
    weekend is too, unless the rule names that weekday."""
    skip: Annotated[tuple[Day, ...], AsTuple] = ()
    """Dates of the rule that were taken out, or whose occurrence was moved to another week."""
    settled_before: Day | None = None
    """The dates before this day that nobody touched were not done and will not be."""
    activity: Activity
    """What every occurrence is made from; its id is the series' own."""
    created: Moment | None = None
    changed: Moment | None = None

    @classmethod
    def gathered(cls, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table with the activity's keys in a table of their own."""
        if "activity" in table:
            return table
        own = {key: value for key, value in table.items() if key in _OWN}
        rest = {key: value for key, value in table.items() if key not in _OWN}
        return own | {"activity": rest | {"id": table.get("id")}}

    def check_whole(self) -> None:
        """Raise ValueError where it has no rule and waits for nothing, or both."""
        if (self.rrule is None) == (self.after is None):
            raise ValueError("rrule")

    def dates(self, span: Span, days_off: Container[dt.date] = ()) -> Iterator[dt.date]:
        """Yield the rule's own dates whose occurrences stand within the span, exceptions left out."""
        taken = set[dt.date]()
        moves = self.on_holiday in {"next", "previous"}
        around = Span(_earlier(span.start), _later(span.end)) if moves else span
        found = list(self._own_dates(around))
        if moves:  # of two on one day the one that belongs there stays
            taken = {day for day in found if self.stands_on(day, days_off) == day}
        for day in found:
            place = self.stands_on(day, days_off)
            if place != day and place in taken:
                continue
            taken.add(place)
            if place in span and day not in self.skip and not self._is_skipped(day, days_off):
                yield day

    def _is_skipped(self, day: dt.date, days_off: Container[dt.date]) -> bool:
        return self.on_holiday == "skip" and (is_holiday(day) or day in days_off)

    def _own_dates(self, span: Span) -> Iterator[dt.date]:
        """Yield the dates of the rule itself, until its last day."""
        start = max(span.start, self.first)
        last = span.last if self.until is None else min(span.last, self.until)
        if last < start:  # not to load what computes rules, where nothing of it is asked for
            return
        if self.rrule is None:
            yield from [self.first] if start <= self.first <= last else []
            return
        for year in range(start.year, min(last.year, _LAST_YEAR) + 1):
            yield from (day for day in dates_in_year(self.rrule, self.first, year) if start <= day <= last)

    def stands_on(self, day: dt.date, days_off: Container[dt.date] = ()) -> dt.date:
        """Return the day on which the occurrence of one of the rule's dates stands."""
        if self.on_holiday not in {"next", "previous"} or not self._is_off(day, days_off):
            return day
        return add_workdays(day, 1 if self.on_holiday == "next" else -1, days_off)

    def _is_off(self, day: dt.date, days_off: Container[dt.date]) -> bool:
        named = frozenset[int]() if self.rrule is None else weekdays_named(self.rrule)
        is_weekend = day.weekday() >= _SATURDAY and day.weekday() not in named
        return is_weekend or is_holiday(day) or day in days_off

    def has(self, day: dt.date, days_off: Container[dt.date] = ()) -> bool:
        """Say whether this is a date of the rule, and no exception."""
        return day in self.dates(day_span(self.stands_on(day, days_off)), days_off)

    def occurrence(self, day: dt.date, days_off: Container[dt.date] = ()) -> Activity:
        """Return the activity that the rule makes of one of its dates."""
        is_settled = self.settled_before is not None and day < self.settled_before
        return self.activity.changed_to(
            id=occurrence_id(self.id, day),
            series=self.id,
            occurrence=day,
            date=self.stands_on(day, days_off),
            state=State.SKIPPED if is_settled else State.PLANNED,
        )

    def next_days(self, since: dt.date, number: int, days_off: Container[dt.date] = ()) -> tuple[dt.date, ...]:
        """Return where the next occurrences stand from a day on; after one that waits for the last, only that one."""
        years = (Span(dt.date(year, 1, 1), dt.date(year + 1, 1, 1)) for year in range(since.year, since.year + 30))
        places = (self.stands_on(day, days_off) for year in years for day in self.dates(year, days_off))
        return tuple(islice((place for place in places if place >= since), number))

    def number_before(self, day: dt.date) -> int:
        """Return how many dates the rule has before a day, exceptions counted in."""
        return sum(1 for _ in takewhile(lambda each: each < day, self._own_dates(Span(self.first, day))))

    def settled_on(self, day: dt.date) -> Self:
        """Return the series after its last one was settled on a day: the next one stands so long after it."""
        return self if self.after is None else self.changed_to(first=away(day, self.after))


def occurrence_id(series: str, day: dt.date) -> str:
    """Return the id of one occurrence: the series' id and the rule's own date."""
    return f"{series}-{day:%Y%m%d}"


def occurrence_of(identity: str) -> tuple[str, dt.date] | None:
    """Return series and date of an occurrence's id, or None where the id is none."""
    series, _, stamp = identity.rpartition("-")
    if not series or len(stamp) != _STAMP or not stamp.isdigit():
        return None
    try:
        return series, dt.date.fromisoformat(stamp)
    except ValueError:
        return None


def _earlier(day: dt.date) -> dt.date:
    return max(day, dt.date.min + _FARTHEST) - _FARTHEST


def _later(day: dt.date) -> dt.date:
    return min(day, dt.date.max - _FARTHEST) + _FARTHEST
