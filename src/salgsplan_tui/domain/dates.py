"""Spans of days, ISO weeks, months and quarters (chapter 7.2).

A span includes its first day and leaves out its `end`; that holds everywhere in the program.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

ONE_DAY: Final = dt.timedelta(days=1)
ONE_WEEK: Final = dt.timedelta(weeks=1)

_DECEMBER: Final = 12
_LONG_YEAR: Final = 53
_BUCKET = re.compile(r"(?P<year>\d{4})-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|(?P<month>\d\d))", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `start` up to, and without, `end`."""

    start: dt.date
    end: dt.date
    """The first day after the span."""

    @property
    def last(self) -> dt.date:
        """The last day in it, as files and screens show it."""
        return self.end - ONE_DAY

    def __len__(self) -> int:
        return max(0, (self.end - self.start).days)

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day < self.end

    def days(self) -> Iterator[dt.date]:
        """Yield its days in order."""
        for number in range(len(self)):
            yield self.start + dt.timedelta(days=number)

    def touches(self, other: "Span") -> bool:
        """Say whether a day belongs to both."""
        return max(self.start, other.start) < min(self.end, other.end)

    def common(self, other: "Span") -> "Span":
        """Return the days that belong to both; an empty span where there are none."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))


def day_span(day: dt.date) -> Span:
    """Return the span of one day."""
    return Span(day, day + ONE_DAY)


def inclusive(first: dt.date, last: dt.date) -> Span:
    """Return the span from the first to the last day as people say it, both included."""
    return Span(first, last + ONE_DAY)


def week_key(day: dt.date) -> str:
    """Return the ISO week of a day: "2026-W53" for 1 January 2027."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_key(day: dt.date) -> str:
    """Return the month of a day: "2026-11"."""
    return f"{day.year:04}-{day.month:02}"


def quarter_key(day: dt.date) -> str:
    """Return the quarter of a day: "2026-Q4"."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def week_of(day: dt.date) -> Span:
    """Return the week of a day, Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return Span(monday, monday + ONE_WEEK)


def week_number(day: dt.date) -> int:
    """Return the ISO week number of a day."""
    return day.isocalendar().week


def weeks_in(year: int) -> int:
    """Return how many ISO weeks a year has: 52 or 53."""
    return dt.date(year, _DECEMBER, 28).isocalendar().week


def next_long_year(year: int) -> int:
    """Return the first year from this one on that has a week 53."""
    while weeks_in(year) < _LONG_YEAR:
        year += 1
    return year


def first_of_month(year: int, month: int) -> dt.date:
    """Return the first day of a month; month 13 is January of the next year."""
    return dt.date(year + (month - 1) // _DECEMBER, (month - 1) % _DECEMBER + 1, 1)


def bucket_of(span: Span) -> str | None:
    """Return the week, month or quarter that these days are, "2026-Q4", or None where they are none."""
    keys = (week_key(span.start), month_key(span.start), quarter_key(span.start))
    return next((key for key in keys if bucket_span(key) == span), None)


def bucket_kind(bucket: str) -> Literal["week", "month", "quarter"]:
    """Say which kind of bucket this is, by its look alone."""
    if "W" in bucket:
        return "week"
    return "quarter" if "Q" in bucket else "month"


def bucket_span(bucket: str) -> Span:
    """Return the days of a week "2026-W43", month "2026-11" or quarter "2026-Q4".

    Raises:
        ValueError: it is none of these, or the year has no such week or month.
    """
    match = _BUCKET.fullmatch(bucket)
    if match is None:
        raise ValueError("bucket")
    year = int(match["year"])
    try:
        if match["week"]:
            monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
            return Span(monday, monday + ONE_WEEK)
        if match["quarter"]:
            first = 3 * int(match["quarter"]) - 2
            return Span(first_of_month(year, first), first_of_month(year, first + 3))
        start = dt.date(year, int(match["month"]), 1)
        return Span(start, first_of_month(year, start.month + 1))
    except (ValueError, OverflowError) as error:
        raise ValueError("bucket") from error


def week_span(key: str) -> Span:
    """Return the days of an ISO week, "2027-W07", Monday to Sunday.

    Raises:
        ValueError: it names no week, or the year has no such week.
    """
    if bucket_kind(key) != "week":
        raise ValueError("week")
    return bucket_span(key)


def is_bucket(text: str) -> bool:
    """Say whether this names a week, month or quarter that exists."""
    try:
        bucket_span(text)
    except ValueError:
        return False
    return True
