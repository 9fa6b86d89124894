"""The timetable: what is done when in the next three months, in the ISO weeks that they touch (S24, chapter 6.6)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal, Self

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span, week_number, week_of
from salgsplan_tui.domain.important_dates import ImportantDate

Measure = Literal["activities", "hours", "cost"]
"""What a cell tells."""
Layout = Literal["days", "channels", "programmes"]
"""The weeks by their days; or the channels, or the activity programmes, by the weeks."""
DayKind = Literal["ordinary", "red", "bridge", "off"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted of some rows."""

    activities: int = 0
    """Each counted once, on the day it begins."""
    minutes: int = 0
    travel: int = 0
    cost: int = 0
    """The planned outlays and kilometres in øre, on the day it begins."""

    def __add__(self, other: Self) -> "Figures":
        return Figures(
            self.activities + other.activities,
            self.minutes + other.minutes,
            self.travel + other.travel,
            self.cost + other.cost,
        )

    def of(self, measure: Measure) -> int:
        """Return the number, the minutes or the øre."""
        return {"activities": self.activities, "hours": self.minutes, "cost": self.cost}[measure]


NOTHING: Final = Figures()


@dataclass(frozen=True, slots=True)
class Share:
    """What one row puts on one of its days; a row without a day puts all of it on its week."""

    row: Activity
    day: dt.date | None
    figures: Figures

    @property
    def is_further(self) -> bool:
        """Say whether the row began on an earlier day."""
        return self.day is not None and self.day != self.row.date


@dataclass(frozen=True)
class Cell:
    """One field of the timetable: the rows that have a share in it."""

    shares: tuple[Share, ...] = ()

    @cached_property
    def rows(self) -> tuple[Activity, ...]:
        """The rows, each once."""
        return tuple({share.row.id: share.row for share in self.shares}.values())

    @cached_property
    def figures(self) -> Figures:
        """The sum of their shares."""
        return sum_of(share.figures for share in self.shares)


@dataclass(frozen=True)
class TimetableDay(Cell):
    """A day of one of the weeks."""

    date: dt.date = dt.date.min
    kind: DayKind = "ordinary"
    is_counted: bool = True
    """It belongs to the three months; the other days of the first and last week are shown and not counted."""


@dataclass(frozen=True)
class TimetableWeek(Cell):
    """A week: as a cell it holds what is counted of it, the rows without a day included."""

    key: str = ""
    days: tuple[TimetableDay, ...] = ()
    """All seven."""
    capacity_minutes: int = 0
    """What can be worked on its days within the three months, holidays and leave taken out."""
    dates: tuple[ImportantDate, ...] = ()
    is_without_contact: bool = False
    """It has working time, and no customer is met in it («uke uten kundekontakt»)."""

    @property
    def span(self) -> Span:
        """Its days, Monday to Sunday."""
        return week_of(self.days[0].date)

    @property
    def number(self) -> int:
        """Its ISO week number."""
        return week_number(self.days[0].date)

    @property
    def undated(self) -> tuple[Activity, ...]:
        """The rows that belong to the week and have no day yet."""
        return tuple(share.row for share in self.shares if share.day is None)

    @property
    def load(self) -> Fraction | None:
        """How full it is, the way to and from the rows counted in; None where nothing can be worked."""
        return load_of(self.figures, self.capacity_minutes)


@dataclass(frozen=True)
class TimetableLine:
    """A channel or an activity programme over the weeks."""

    code: str | None
    """The channel's code; the programme's id, or its words; None for the rows without one."""
    cells: tuple[Cell, ...]
    """One for each week."""

    @cached_property
    def total(self) -> Figures:
        """The sum over the weeks."""
        return sum_of(cell.figures for cell in self.cells)


@dataclass(frozen=True)
class Timetable:
    """Three months of a plan."""

    period: Span
    weeks: tuple[TimetableWeek, ...]
    channels: tuple[TimetableLine, ...]
    programmes: tuple[TimetableLine, ...]
    unplaced: tuple[Activity, ...]
    """The rows of months and quarters, which belong to no week and are in no sum."""

    @cached_property
    def total(self) -> Figures:
        """The sum over the weeks."""
        return sum_of(week.figures for week in self.weeks)

    @cached_property
    def rows(self) -> tuple[Activity, ...]:
        """Every row of the weeks once, in their order; days that are only shown included."""
        cells = [cell for week in self.weeks for cell in (week, *week.days)]
        return tuple({row.id: row for cell in cells for row in cell.rows}.values())

    @property
    def capacity_minutes(self) -> int:
        """What can be worked in the three months."""
        return sum(week.capacity_minutes for week in self.weeks)

    @property
    def load(self) -> Fraction | None:
        """How full the three months are."""
        return load_of(self.total, self.capacity_minutes)

    def lines(self, layout: Layout) -> tuple[TimetableLine, ...]:
        """Return the lines of a layout; that of the days has none."""
        return {"days": (), "channels": self.channels, "programmes": self.programmes}[layout]


def load_of(figures: Figures, capacity_minutes: int) -> Fraction | None:
    """Return the share of the working time that is taken (chapter 4.14)."""
    return Fraction(figures.minutes + figures.travel, capacity_minutes) if capacity_minutes else None


def sum_of(figures: Iterable[Figures]) -> Figures:
    """Add figures up."""
    return sum(figures, NOTHING)
