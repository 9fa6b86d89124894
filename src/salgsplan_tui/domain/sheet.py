"""A sheet: one document of activities, a week's or that of the rows without a week, with what is noted of the week."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from operator import itemgetter
from typing import Final, Self

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.needs import Need

UNPLACED: Final = "unplaced"
"""The sheet of the rows that belong to no week: months, quarters, ideas."""

_DATED: Final = 1
_BUCKETS: Final = 0


@dataclass(frozen=True)
class Snapshot:
    """What a week held when its first change came, so that plan fulfilment is honest (chapter 3.5)."""

    taken: dt.datetime
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Review:
    """What was noted at a week's review (chapter 6.3)."""

    worked: str = ""
    """What worked."""
    change: str = ""
    """What to do otherwise."""
    reached: int = 0
    """How many of the steps were gone through."""
    done: dt.datetime | None = None
    """When it was finished, local wall time."""


@dataclass(frozen=True)
class Progress:
    """How far the review of a month or a quarter has come (chapter 6.4-6.5)."""

    reached: int = 0
    """How many of the steps were gone through."""
    done: dt.datetime | None = None
    """When it was finished, local wall time."""


@dataclass(frozen=True)
class Sheet:
    """One document of activities: a week's plan, or the rows without a week."""

    activities: Mapping[str, Activity] = field(default_factory=dict)
    must_dos: tuple[str, ...] = ()
    """The week's three most important things (chapter 6.3)."""
    needs: tuple[Need, ...] = ()
    """What is needed from the leader since this week (S52)."""
    snapshot: Snapshot | None = None
    review: Review = Review()
    month_review: Progress = Progress()
    """Of the month before the one that begins in this week."""
    quarter_review: Progress = Progress()
    """Of the quarter whose last day lies in this week."""
    touched: frozenset[str] = frozenset()
    """The ids of occurrences of series that stand here, where not all of its rows were read."""

    @cached_property
    def open(self) -> tuple[Activity, ...]:
        """The rows in which something remains to be done."""
        return tuple(activity for activity in self.activities.values() if activity.is_open)

    @cached_property
    def _ends(self) -> tuple[tuple[dt.datetime, Activity], ...]:
        """When each of them is over, the first first."""
        ends = ((end, activity) for activity in self.open if (end := activity.end) is not None)
        return tuple(sorted(ends, key=itemgetter(0)))

    def overdue(self, now: dt.datetime) -> Iterator[Activity]:
        """Yield what should have been over by now; of the weeks that lie ahead not one row is looked at."""
        over = takewhile(lambda each: each[0] < now, self._ends)
        return (activity for _end, activity in over if activity.overdue(now))

    @cached_property
    def over_days(self) -> tuple[Activity, ...]:
        """The rows that cover more than one day."""
        return tuple(activity for activity in self.activities.values() if activity.end_date is not None)

    @cached_property
    def leave(self) -> tuple[Leave, ...]:
        """The days off that rows such as «ta fri fredag» make; a row with a time of day only fills its hours."""
        return tuple(leave for row in self.activities.values() if (leave := leave_of(row)) is not None)

    def with_activity(self, activity: Activity) -> Self:
        """Return the sheet with this activity in it, in place of any with the same id."""
        return replace(self, activities={**self.activities, activity.id: activity})

    def without(self, identity: str) -> Self:
        """Return the sheet without the activity of this id."""
        rest = {key: activity for key, activity in self.activities.items() if key != identity}
        return replace(self, activities=rest)


def leave_of(activity: Activity) -> Leave | None:
    """Return the days off that a row makes, or None where it makes none."""
    is_leave = activity.channel == "internal" and activity.type == "leave" and activity.start is None
    if not is_leave or not activity.counts or activity.date is None or activity.span is None:
        return None
    return Leave(id=activity.id, title=activity.title, start=activity.date, end=activity.span.last)


def home_of(activity: Activity) -> str:
    """Return the key of the sheet an activity belongs to."""
    if activity.date is not None:
        return week_key(activity.date)
    if activity.bucket is not None and "-W" in activity.bucket:
        return activity.bucket
    return UNPLACED


def order(activity: Activity) -> tuple[int, str, int, str, str]:
    """Sort as files and screens do: buckets by due date, then dates, untimed before timed."""
    if activity.date is None:
        due = "9999" if activity.due is None else activity.due.isoformat()
        return _BUCKETS, due, 0, "", activity.id
    timed = activity.start is not None
    return _DATED, activity.date.isoformat(), int(timed), str(activity.start or ""), activity.id
