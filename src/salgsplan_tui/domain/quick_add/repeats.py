"""Repeats in a line: hver fredag · every other thursday · hver 2. uke · hver virkedag til 18.12 · x10."""

import datetime as dt
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Final

from salgsplan_tui.domain.dates import first_of_month
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.quick_add.channel_words import Heard
from salgsplan_tui.domain.quick_add.date_words import day_number
from salgsplan_tui.domain.quick_add.numbers import number_word
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS: Final = (0, 1, 2, 3, 4)
_FREQUENCIES: Final = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_MOST: Final = 400
_TIMES = re.compile(r"x(\d{1,4})|(\d{1,4})x", re.ASCII)


@dataclass(frozen=True, slots=True)
class Repeat:
    """How something repeats, before it is known from which day."""

    first: int
    """Where its words begin."""
    last: int
    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    """Which weekday of the month: 1 the first, -1 the last."""
    month_day: int | None = None
    is_workday: bool = False
    """Every working day: never on a public holiday."""
    count: int | None = None
    after: str | None = None
    """How long after the last one the next stands, where it waits for that: "14d", "5wd"."""

    @property
    def rule(self) -> str:
        """RFC 5545's RRULE."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            nth = "" if self.nth is None else str(self.nth)
            parts.append("BYDAY=" + ",".join(nth + _CODES[day] for day in self.weekdays))
        if self.month_day is not None:
            parts.append(f"BYMONTHDAY={self.month_day}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        return ";".join(parts)

    def first_date(self, start: dt.date, days_off: Container[dt.date] = ()) -> dt.date:
        """Return the first day of the rule on or after a day."""
        day = start
        for _ in range(_MOST * 4):
            if self._falls_on(day, days_off):
                return day
            day += dt.timedelta(days=1)
        return start

    def _falls_on(self, day: dt.date, days_off: Container[dt.date]) -> bool:
        if self.is_workday and (is_holiday(day) or day in days_off):
            return False
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        if self.nth is not None:
            following = first_of_month(day.year, day.month + 1)
            nth = (day.day - 1) // 7 + 1 if self.nth > 0 else -(((following - day).days - 1) // 7) - 1
            return nth == self.nth
        return self.month_day is None or day.day == self.month_day

    def from_day(self, day: dt.date) -> "Repeat":
        """Return the same with the weekday or day of the month it has by its first day."""
        if self.frequency == "WEEKLY" and not self.weekdays:
            return replace(self, weekdays=(day.weekday(),))
        if self.frequency == "MONTHLY" and not self.weekdays and self.month_day is None:
            return replace(self, month_day=day.day)
        return self


def read_repeat(sheet: Worksheet, words: Words, heard: Sequence[Heard] = ()) -> Repeat | None:
    """Take the repeat out of a line; the "weekly" of a "weekly report" is none.

    Raises:
        NotUnderstoodError: there are two, or its number is none that can be repeated by.
    """
    found: Repeat | None = None
    phrases = {index for each in heard if each.last - each.first > 1 for index in range(each.first, each.last)}
    for index in range(len(sheet)):
        repeat = _repeat_at(sheet, words, index) if sheet.free(index) and index not in phrases else None
        if repeat is None:
            continue
        if found is not None:
            raise sheet.refusal("two_repeats", repeat.first, repeat.last)
        if not 1 <= repeat.interval <= _MOST:
            raise sheet.refusal("not_a_repeat", repeat.first, repeat.last)
        small = words.before_dates.before(sheet.words, repeat.first)
        found = repeat if small is None else replace(repeat, first=small)
        sheet.take(found.first, found.last, "repeat")
    return None if found is None else _counted(sheet, words, found)


def _repeat_at(sheet: Worksheet, words: Words, first: int) -> Repeat | None:
    word = sheet.word(first)
    if (waiting := _after_done(sheet, words, first)) is not None:
        return waiting
    if word in words.weekdays_many:
        days, last = _weekdays(sheet, words, first, many=True)
        return Repeat(first, last, "WEEKLY", weekdays=days)
    if (unit := words.every_unit.code(word)) is not None:
        frequency, interval = _FREQUENCIES[unit]
        return Repeat(first, first + 1, frequency, interval)
    if (found := words.every_other.at(sheet.words, first)) is not None:
        return _every(sheet, words, first, found[1], 2)
    return _every(sheet, words, first, first + 1, 1) if word in words.every else None


def _after_done(sheet: Worksheet, words: Words, first: int) -> Repeat | None:
    """Return «14 dager etter ferdig», «hver 5. virkedag etter ferdig»."""
    number, after = _interval(sheet, words, first + (sheet.word(first) in words.every))
    if number is None:
        return None
    workdays = words.workdays_many.at(sheet.words, after) or words.workday.at(sheet.words, after)
    unit = words.units.code(sheet.word(after))
    end = words.after_done.at(sheet.words, after + 1 if workdays is None else workdays[1])
    if end is None or (workdays is None and unit not in {"day", "week"}):
        return None
    delay = f"{number}wd" if workdays is not None else f"{number * (7 if unit == 'week' else 1)}d"
    return Repeat(first, end[1], "", number, after=delay)


def _every(sheet: Worksheet, words: Words, first: int, index: int, interval: int) -> Repeat | None:
    """Return the repeat whose «hver» or «annenhver» ends at an index."""
    number, after = _interval(sheet, words, index) if interval == 1 else (None, index)
    of_month = None if number is None else _of_month(sheet, words, first, number, after)
    if of_month is not None:
        return of_month
    repeat = _unit(sheet, words, first, after, interval if number is None else number)
    if repeat is None and number is not None and sheet.tokens[after - 1].tail.startswith("."):
        day = day_number(words, str(number))
        if sheet.word(after) in words.months:
            raise sheet.refusal("not_a_repeat", first, after + 1)
        return None if day is None else Repeat(first, after, "MONTHLY", month_day=day)
    return repeat


def _interval(sheet: Worksheet, words: Words, index: int) -> tuple[int | None, int]:
    word = sheet.word(index)
    ordinal = words.ordinals.code(word)
    plain = day_number(words, word) if ordinal is None else int(ordinal)
    number = number_word(word, words.numbers) if plain is None else plain
    return (None, index) if number is None else (number, index + 1)


def _of_month(sheet: Worksheet, words: Words, first: int, number: int, index: int) -> Repeat | None:
    """Return «hver siste fredag i måneden»."""
    weekday = words.weekdays.code(sheet.word(index))
    month = words.of_month.at(sheet.words, index + 1)
    if weekday is None or (month is None and number > 0):
        return None
    return Repeat(first, month[1] if month else index + 1, "MONTHLY", weekdays=(int(weekday),), nth=number)


def _unit(sheet: Worksheet, words: Words, first: int, index: int, interval: int) -> Repeat | None:
    workday = words.workday.at(sheet.words, index)
    if workday is not None:
        return Repeat(first, workday[1], "WEEKLY", interval, _WORKDAYS, is_workday=True)
    days, last = _weekdays(sheet, words, index)
    if days:
        return Repeat(first, last, "WEEKLY", interval, days)
    unit = words.units.code(sheet.word(index))
    if unit not in _FREQUENCIES or len(sheet.word(index)) == 1:
        return None
    frequency, step = _FREQUENCIES[unit]
    repeat = Repeat(first, index + 1, frequency, interval * step)
    return _month_day(sheet, words, repeat) if unit == "month" else repeat


def _month_day(sheet: Worksheet, words: Words, repeat: Repeat) -> Repeat:
    """Return the repeat with the day of «hver måned den 15.»."""
    small = words.before_dates.at(sheet.words, repeat.last)
    index = small[1] if small else repeat.last
    dotted = sheet.free(index) and sheet.tokens[index].tail.startswith(".")
    day = day_number(words, sheet.word(index))
    if day is None or not (dotted or not sheet.word(index).isdigit()) or sheet.word(index + 1) in words.months:
        return repeat
    return replace(repeat, last=index + 1, month_day=day)


def _weekdays(sheet: Worksheet, words: Words, index: int, *, many: bool = False) -> tuple[tuple[int, ...], int]:
    """Return the weekdays of «mandag, onsdag og fredag», and the index after them."""
    table, days = words.weekdays_many if many else words.weekdays, list[int]()
    last = index
    while (code := table.code(sheet.word(index))) is not None:
        days.append(int(code))
        last = index + 1
        listed = sheet.tokens[index].tail == ","
        index = last + (sheet.word(last) in words.joiners)
        if index == last and not listed:
            break
    return tuple(sorted(set(days))), last


def _counted(sheet: Worksheet, words: Words, repeat: Repeat) -> Repeat:
    """Take «x10» or «10 ganger» out of the line."""
    for index in range(len(sheet)):
        times = _TIMES.fullmatch(sheet.word(index))
        if times:
            number, last = int(times[1] or times[2]), index + 1
        elif (
            sheet.word(index + 1) in words.times
            and (whole := number_word(sheet.word(index), words.numbers)) is not None
        ):
            number, last = whole, index + 2
        else:
            continue
        if not 1 <= number <= _MOST * 4:
            raise sheet.refusal("not_a_repeat", index, last)
        sheet.take(index, last, "repeat")
        return replace(repeat, count=number)
    return repeat
