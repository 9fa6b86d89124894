"""Which day, week, month or quarter is meant where no year is said."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.dates import first_of_month, month_key, next_long_year, quarter_key, week_key, weeks_in
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.day_values import Days, Near

YEARS: Final = range(1900, 2200)
"""The years a plan can speak of."""

_LONGEST_WEEK_YEAR: Final = 53
_CENTURY: Final = 2000
_SHORT: Final = 100
_MONTHS_WITH_31: Final = 4
"""Among so many months in a row, a day up to 31 comes at least twice."""
_FARTHEST: Final = 1000
"""The most days, weeks or months ahead."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which year a day or week without one belongs to: the next, or the latest where it tells of what was done."""

    now: dt.datetime
    is_done: bool = False

    @property
    def today(self) -> dt.date:
        """The person's date."""
        return self.now.date()

    def day(self, day: int, month: int, year: int | None = None) -> dt.date:
        """Return a day of a month; without a year the next one, today included.

        Raises:
            NotUnderstoodError: there is no such day.
        """
        if year is not None:
            found = _date(year if year >= _SHORT else year + _CENTURY, month, day)
        else:
            found = self._nearest(month, day)
        if found is None:
            leap = _next_with(self.today.year, month, day)
            raise NotUnderstoodError("no_such_date", day=day, month=month, next=leap)
        return found

    def _nearest(self, month: int, day: int) -> dt.date | None:
        years = (0, -1) if self.is_done else (0, 1)
        dates = [_date(self.today.year + years_on, month, day) for years_on in years]
        return next((date for date in dates if date is not None and self._fits(date)), None)

    def _fits(self, date: dt.date) -> bool:
        return date <= self.today if self.is_done else date >= self.today

    def day_of_month(self, day: int) -> dt.date:
        """Return the next day of this number, or the latest where it tells of what was done."""
        step = -1 if self.is_done else 1
        months = (
            first_of_month(self.today.year, self.today.month + step * number) for number in range(_MONTHS_WITH_31)
        )
        dates = (_date(first.year, first.month, day) for first in months)
        return next(date for date in dates if date is not None and self._fits(date))

    def days(self, first: tuple[int, int, int | None], last: tuple[int, int, int | None]) -> Days:
        """Return the days from one to another, given as day, month and year; one that has begun already is this year's.

        Raises:
            NotUnderstoodError: there is no such day, or they end before they begin.
        """
        if first[2] is not None:
            start = self.day(*first)
            end = self.day(last[0], last[1], last[2] or start.year)
            end = end if last[2] or end >= start else self.day(last[0], last[1], start.year + 1)
        else:
            end = self.day(*last)
            start = self.day(first[0], first[1], end.year)
            start = start if start <= end else self.day(first[0], first[1], end.year - 1)
        if start > end:
            raise NotUnderstoodError("days_order")
        return Days(start, end)

    def week(self, number: int, year: int | None = None) -> str:
        """Return a week's key; a number gone by is next year's.

        Raises:
            NotUnderstoodError: the year has no such week; `next` is the first that has.
        """
        this_year, this_week, _ = self.today.isocalendar()
        target = this_year if year is None else year
        if year is None and not self.is_done and number < this_week:
            target += 1
        if year is None and self.is_done and number > this_week:
            target -= 1
        if not 1 <= number <= _LONGEST_WEEK_YEAR or target not in YEARS:
            raise NotUnderstoodError("no_such_week", week=number, year=target, next=None)
        if number > weeks_in(target):
            raise NotUnderstoodError("no_such_week", week=number, year=target, next=next_long_year(target))
        return f"{target:04}-W{number:02}"

    def month(self, number: int, year: int | None = None) -> str:
        """Return a month's key; one gone by is next year's."""
        if year is None:
            behind = number < self.today.month
            ahead = number > self.today.month
            year = self.today.year + (behind and not self.is_done) - (ahead and self.is_done)
        return f"{year:04}-{number:02}"

    def quarter(self, number: int, year: int | None = None) -> str:
        """Return a quarter's key; one gone by is next year's."""
        if year is None:
            this = (self.today.month + 2) // 3
            year = self.today.year + (number < this and not self.is_done) - (number > this and self.is_done)
        return f"{year:04}-Q{number}"

    def near(self, unit: str, near: Near) -> str | None:
        """Return the key of this, the next or the last week, month or quarter."""
        step = {"next": 1, "last": -1}.get(near, 0)
        match unit:
            case "week":
                return week_key(self.today + dt.timedelta(weeks=step))
            case "month":
                return month_key(first_of_month(self.today.year, self.today.month + step))
            case "quarter":
                return quarter_key(first_of_month(self.today.year, self.today.month + 3 * step))
        return None

    def ahead(self, number: int, unit: str) -> dt.date:
        """Return the day so many days, weeks or months from today.

        Raises:
            NotUnderstoodError: the calendar ends before that.
        """
        if number > _FARTHEST:
            raise NotUnderstoodError("no_such_date", day=None, month=None, next=None)
        if unit != "month":
            return self.today + dt.timedelta(days=number * (7 if unit == "week" else 1))
        first = first_of_month(self.today.year, self.today.month + number)
        following = first_of_month(first.year, first.month + 1)
        return min(first + dt.timedelta(days=self.today.day - 1), following - dt.timedelta(days=1))


def outside_years(now: dt.datetime, text: str) -> NotUnderstoodError | None:
    """Return the error that no plan can be made in the year it is."""
    if YEARS.start < now.year < YEARS.stop - _FARTHEST // 12:
        return None
    return NotUnderstoodError("no_such_date", at=(0, len(text)), day=None, month=None, next=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _next_with(year: int, month: int, day: int) -> int | None:
    """Return the next year that has this day; only 29 February is not in every one."""
    return next((year + on for on in range(1, 9) if _date(year + on, month, day) is not None), None)
