"""Norwegian public holidays and short days, and the working days they leave (chapter 4.14, 7.3)."""

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.dates import ONE_DAY, Span

_FIXED: Final = {
    (1, 1): "new_years_day",
    (5, 1): "labour_day",
    (5, 17): "constitution_day",
    (12, 25): "christmas_day",
    (12, 26): "boxing_day",
}
_FROM_EASTER: Final = {
    -3: "maundy_thursday",
    -2: "good_friday",
    0: "easter_sunday",
    1: "easter_monday",
    39: "ascension_day",
    49: "whit_sunday",
    50: "whit_monday",
}
_SHORT_FIXED: Final = {(12, 24): "christmas_eve", (12, 31): "new_years_eve"}
_SHORT_FROM_EASTER: Final = {-4: "wednesday_before_easter", -1: "easter_eve", 48: "whitsun_eve"}


_SATURDAY: Final = 5

ORDINARY_WEEK: Final[Mapping[int, int]] = MappingProxyType(dict.fromkeys(range(_SATURDAY), 450))
"""Minutes by weekday, Monday 0: Monday to Friday, eight hours with a half-hour lunch."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A red day, or a day that is short by custom; one date can have two (17 May 2027)."""

    date: dt.date
    code: str
    """Its name's code, such as "maundy_thursday"."""
    short_day: bool = False
    """A working day that ends about noon, as against a red day."""


def easter_sunday(year: int) -> dt.date:
    """Return Easter Sunday by the anonymous Gregorian algorithm."""
    golden = year % 19
    century, rest = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def holidays_of(year: int) -> tuple[Holiday, ...]:
    """Return a year's red and short days in order."""
    easter = easter_sunday(year)
    found = [
        *(Holiday(dt.date(year, *day), code) for day, code in _FIXED.items()),
        *(Holiday(easter + dt.timedelta(days=n), code) for n, code in _FROM_EASTER.items()),
        *(Holiday(dt.date(year, *day), code, short_day=True) for day, code in _SHORT_FIXED.items()),
        *(Holiday(easter + dt.timedelta(days=n), code, short_day=True) for n, code in _SHORT_FROM_EASTER.items()),
    ]
    return tuple(sorted(found, key=lambda holiday: (holiday.date, holiday.short_day)))


@cache
def _red(year: int) -> frozenset[dt.date]:
    return frozenset(holiday.date for holiday in holidays_of(year) if not holiday.short_day)


@cache
def _short(year: int) -> frozenset[dt.date]:
    return frozenset(holiday.date for holiday in holidays_of(year) if holiday.short_day) - _red(year)


def holidays(span: Span) -> Iterator[Holiday]:
    """Yield the red and short days of a span in order."""
    for year in range(span.start.year, span.end.year + 1):
        yield from (holiday for holiday in holidays_of(year) if holiday.date in span)


def holidays_on(day: dt.date) -> tuple[Holiday, ...]:
    """Return what a day is, if it is red or short; two on 17 May 2027."""
    return tuple(holiday for holiday in holidays_of(day.year) if holiday.date == day)


def is_holiday(day: dt.date) -> bool:
    """Say whether a day is red by law; an ordinary Sunday is not asked for here."""
    return day in _red(day.year)


def is_short_day(day: dt.date) -> bool:
    """Say whether a day that is not red ends about noon by custom."""
    return day in _short(day.year)


def is_workday(day: dt.date, leave: Container[dt.date] = ()) -> bool:
    """Say whether a day is Monday to Friday, not red and not leave."""
    return day.weekday() < _SATURDAY and not is_holiday(day) and day not in leave


def workdays(span: Span, leave: Container[dt.date] = ()) -> Iterator[dt.date]:
    """Yield the working days of a span in order."""
    return (day for day in span.days() if is_workday(day, leave))


def count_workdays(span: Span, leave: Container[dt.date] = ()) -> int:
    """Return how many working days a span has."""
    return sum(1 for _ in workdays(span, leave))


def next_workday(day: dt.date, leave: Container[dt.date] = ()) -> dt.date:
    """Return the first working day after this one."""
    return add_workdays(day, 1, leave)


def add_workdays(day: dt.date, number: int, leave: Container[dt.date] = ()) -> dt.date:
    """Return the working day so many working days later, or earlier where the number is negative."""
    step = ONE_DAY if number >= 0 else -ONE_DAY
    for _ in range(abs(number)):
        day += step
        while not is_workday(day, leave):
            day += step
    return day


def capacity(
    day: dt.date, minutes_by_weekday: Mapping[int, int] = ORDINARY_WEEK, leave: Container[dt.date] = ()
) -> int:
    """Return the minutes that can be worked on a day: none on red days and leave, half on short days."""
    if is_holiday(day) or day in leave:
        return 0
    minutes = minutes_by_weekday.get(day.weekday(), 0)
    return minutes // 2 if is_short_day(day) else minutes


def capacity_in(
    span: Span, minutes_by_weekday: Mapping[int, int] = ORDINARY_WEEK, leave: Container[dt.date] = ()
) -> int:
    """Return the minutes that can be worked in a span."""
    return sum(capacity(day, minutes_by_weekday, leave) for day in span.days())
