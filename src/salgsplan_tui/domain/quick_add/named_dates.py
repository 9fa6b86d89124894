"""Dates in words: i morgen · neste fredag · om 3 dager · +2d · man-fre · uke 43 · uke 45-47 · neste måned · Q4."""

import datetime as dt
import re
from typing import Final, cast

from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.date_line import DateLine, Found
from salgsplan_tui.domain.quick_add.date_words import count_word
from salgsplan_tui.domain.quick_add.day_values import Bucket, Day, Days, Near, Weekday, Weekdays
from salgsplan_tui.domain.quick_add.numbers import whole_number
from salgsplan_tui.domain.quick_add.numeric_dates import joined

_GLUED = re.compile(r"([^\W\d_]{1,7})\.?(\d{1,2})(?:/(\d{4}))?")
_AHEAD = re.compile(r"\+(\d{1,5})([^\W\d_]*)")
_DAYS_AND_LONGER: Final = frozenset({"day", "week", "month"})
_QUARTERS: Final = 4


def named_date(line: DateLine, first: int) -> Found:
    """Return the date in words that begins at a word, and the index after it.

    Raises:
        NotUnderstoodError: there is no such day or week.
    """
    return (
        _from_today(line, first)
        or _near(line, first)
        or _weekday(line, first)
        or _week(line, first)
        or _quarter(line, first)
    )


def _from_today(line: DateLine, first: int) -> Found:
    sheet, words = line.sheet, line.words
    if found := words.days.at(sheet.words, first):
        days = int(found[0])
        return Day(line.calendar.today + dt.timedelta(days=days), is_near=days >= 0), found[1]
    if sheet.word(first) in words.ahead:
        number, unit = count_word(words, sheet.word(first + 1)), words.units.code(sheet.word(first + 2))
        return _ahead(line, number, unit, first + 3)
    match = _AHEAD.fullmatch(sheet.word(first))
    if match is None:
        return None
    glued = bool(match[2])
    unit = words.units.code(match[2] if glued else sheet.word(first + 1))
    return _ahead(line, int(match[1]), unit, first + 1 + (not glued))


def _ahead(line: DateLine, number: int | None, unit: str | None, last: int) -> Found:
    if number is None or unit not in _DAYS_AND_LONGER:
        return None
    return Day(line.calendar.ahead(number, unit), in_weeks=unit == "week"), last


def _near(line: DateLine, first: int) -> Found:
    end = line.words.period_ends.at(line.sheet.words, first)
    if end is not None and (key := line.calendar.near(end[0], "this")) is not None:
        return Bucket(key), end[1]
    found = line.words.near.at(line.sheet.words, first)
    if found is None:
        return None
    near, index = cast("Near", found[0]), found[1]  # words.toml names them
    weekday = line.words.weekdays.code(line.sheet.word(index))
    if weekday is not None:
        return Weekday(int(weekday), near), index + 1
    unit = line.words.units.code(line.sheet.word(index))
    key = None if unit is None or len(line.sheet.word(index)) == 1 else line.calendar.near(unit, near)
    return None if key is None else (Bucket(key), index + 1)


def _weekday(line: DateLine, first: int) -> Found:
    weekday = line.words.weekdays.code(line.sheet.word(first))
    if weekday is None and not line.sheet.word(first)[:1].isalpha():
        return None
    for text, last in joined(line.sheet, first):
        start, dash, end = (part.casefold() for part in text.partition("-"))
        if dash and start in line.words.weekdays and end in line.words.weekdays:
            codes = line.words.weekdays.code(start), line.words.weekdays.code(end)
            return Weekdays(int(codes[0] or 0), int(codes[1] or 0)), last
    return None if weekday is None else (Weekday(int(weekday)), first + 1)


def _week(line: DateLine, first: int) -> Found:
    word = line.sheet.word(first)
    if word in line.words.week:
        return _numbered_week(line, first + 1)
    match = _GLUED.fullmatch(word)
    if match is None or match[1] not in line.words.week:
        return None
    year, last = (int(match[3]), first + 1) if match[3] else line.year(first + 1)
    return Bucket(line.calendar.week(int(match[2]), year)), last


def _numbered_week(line: DateLine, index: int) -> Found:
    """Return the week of a number, or the days of «45-47»."""
    for text, last in joined(line.sheet, index):
        numbers = text.split("-")
        if not all(number.isdecimal() and len(number) <= 2 for number in numbers):  # noqa: PLR2004  # a week
            continue
        year, end = line.year(last)
        weeks = [line.calendar.week(int(number), year) for number in numbers]
        if len(weeks) == 1:
            return Bucket(weeks[0]), end
        if len(weeks) == 2:  # noqa: PLR2004  # from one to another
            first, last_day = bucket_span(weeks[0]).start, bucket_span(weeks[1]).last
            if first > last_day:
                raise NotUnderstoodError("days_order")
            return Days(first, last_day), end
    return None


def _quarter(line: DateLine, first: int) -> Found:
    sheet, quarter = line.sheet, line.words.quarter
    number = whole_number(sheet.word(first))
    last = first + 2
    if number is not None:
        if sheet.tokens[first].tail != "." or sheet.word(first + 1) not in quarter:
            return None
    elif sheet.word(first) in quarter:
        number = line.small_number(first + 1)
    elif (match := _GLUED.fullmatch(sheet.word(first))) and match[1] in quarter and not match[3]:
        number, last = int(match[2]), first + 1
    if number is None or not 1 <= number <= _QUARTERS:
        return None
    year, last = line.year(last)
    return Bucket(line.calendar.quarter(number, year)), last
