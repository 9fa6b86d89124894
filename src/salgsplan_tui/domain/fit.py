"""Will it fit? The free hours of each week against what is planned and what the goals still need (chapter 4.14)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.busy import minutes_within, travel_within
from salgsplan_tui.domain.counting import done_number, is_attempt, is_meeting, planned_number, worked_minutes
from salgsplan_tui.domain.dates import ONE_WEEK, Span, bucket_span, week_key, week_of
from salgsplan_tui.domain.funnel import Funnel

_CALL: Final = Fraction(15, 2)
"""Minutes of an attempt where nothing is known: sixteen calls in two hours."""
_MEETING: Final = Fraction(60)


@dataclass(frozen=True)
class WeekFit:
    """One week: what can be worked, what is planned, and its part of what is still to be planned; in minutes."""

    week: str
    span: Span
    """Its days that are left and belong to the programme."""
    capacity: int
    rows: tuple[Activity, ...]
    """The open rows of the week; in the first one what is overdue too."""
    planned: int
    share: Fraction
    """Its part of what the goals need beyond the plan, by its capacity up to their deadline."""

    @property
    def free(self) -> int:
        """What is left beside the planned rows; below 0 they alone are too much."""
        return self.capacity - self.planned

    @property
    def short(self) -> int:
        """By how much planned rows and share are more than the week can hold."""
        return max(0, ceil(self.planned + self.share - self.capacity))


@dataclass(frozen=True)
class Fit:
    """All weeks to the end of the programme."""

    weeks: tuple[WeekFit, ...]
    needed: Fraction
    """The minutes that the goals need beyond what is planned."""

    @property
    def capacity(self) -> int:
        """The minutes that can be worked."""
        return sum(week.capacity for week in self.weeks)

    @property
    def planned(self) -> int:
        """The minutes that are planned."""
        return sum(week.planned for week in self.weeks)

    @property
    def fits(self) -> bool:
        """Say whether there is time enough in all, and up to the day by which the goals need theirs."""
        asked = [week for week in self.weeks if week.share]
        held = sum((week.planned + week.share - week.capacity for week in asked), Fraction(0)) <= 0
        return held and self.planned + self.needed <= self.capacity

    @property
    def breaks(self) -> WeekFit | None:
        """The earliest week that is too full; None where each can hold its part."""
        return next((week for week in self.weeks if week.short), None)


def fit_of(basis: Basis, funnel: Funnel | None) -> Fit:
    """Return how the weeks from the day on hold what is planned and what is missing."""
    spans = tuple(_weeks(basis))
    needed = minutes_needed(basis, funnel)
    capacities = [sum(_minutes_on(basis, day) for day in span.days()) for span in spans]
    until = funnel.span if funnel is not None and funnel.span.end > basis.as_of else basis.span
    parts = [sum(_minutes_on(basis, day) for day in span.days() if day in until) for span in spans]
    whole = sum(parts)
    weeks = []
    for span, capacity, part in zip(spans, capacities, parts, strict=True):
        rows = tuple(_rows_of(basis, span, is_first=span is spans[0]))
        share = needed * Fraction(part, whole) if whole else Fraction(0)
        planned = sum(_minutes(row, span, basis.as_of) for row in rows)
        weeks.append(WeekFit(week_key(span.start), span, capacity, rows, planned, share))
    return Fit(tuple(weeks), needed)


def minutes_needed(basis: Basis, funnel: Funnel | None) -> Fraction:
    """Return the minutes of the calls and meetings that the funnel misses in the plan."""
    if funnel is None:
        return Fraction(0)
    calls = (funnel.missing.attempts or 0) * minutes_per_call(basis)
    return calls + (funnel.missing.meetings or 0) * minutes_per_meeting(basis)


def minutes_per_call(basis: Basis) -> Fraction:
    """Return how long an attempt takes."""
    return _minutes_each(basis, [row for row in basis.rows if is_attempt(row)], _CALL)


def minutes_per_meeting(basis: Basis) -> Fraction:
    """Return how long a meeting takes."""
    return _minutes_each(basis, [row for row in basis.rows if is_meeting(row)], _MEETING)


def _minutes_each(basis: Basis, rows: list[Activity], usual: Fraction) -> Fraction:
    """Return how long one of them takes: as measured, else as planned, else as usual."""
    over = {row.id for row in basis.done}
    done = [row for row in rows if row.id in over]
    number = sum(map(done_number, done))
    if number:
        return Fraction(sum(map(worked_minutes, done)), number)
    planned = sum(map(planned_number, rows))
    return Fraction(sum(row.minutes or 0 for row in rows), planned) if planned else usual


def _weeks(basis: Basis) -> Iterator[Span]:
    left = basis.span.common(Span(basis.as_of, dt.date.max))
    monday = week_of(left.start).start
    while monday < left.end and len(left):
        yield left.common(Span(monday, monday + ONE_WEEK))
        monday += ONE_WEEK


def _minutes_on(basis: Basis, day: dt.date) -> int:
    return basis.plan.days_off.minutes_left(day, basis.plan.settings.working_minutes(day.weekday()))


def _rows_of(basis: Basis, span: Span, *, is_first: bool) -> Iterator[Activity]:
    """Yield the open rows that take time in these days, of whatever programme they are."""
    yield from (row for row in basis.plan.during(span) if row.is_open)
    yield from (row for row in _undated(basis) if _day_of(row) in span)
    if is_first:
        yield from (row for row in basis.ahead if row.span is not None and row.span.end <= span.start)


def _undated(basis: Basis) -> Iterator[Activity]:
    return (row for row in basis.ahead if row.date is None and row.span is not None and row.span.end > basis.as_of)


def _day_of(row: Activity) -> dt.date:
    """Return the last day of a row's week, month or quarter: there it has to be done at the latest."""
    return bucket_span(row.bucket or "").last


def _minutes(row: Activity, span: Span, as_of: dt.date) -> int:
    if row.date is None or (row.span is not None and row.span.end <= as_of):
        return (row.minutes or 0) + (row.travel_before or 0) + (row.travel_after or 0)
    return minutes_within(row, span) + travel_within(row, span)


def total_minutes(rows: Iterable[Activity]) -> int:
    """Return the minutes of rows with the way there and back."""
    return sum((row.minutes or 0) + (row.travel_before or 0) + (row.travel_after or 0) for row in rows)
