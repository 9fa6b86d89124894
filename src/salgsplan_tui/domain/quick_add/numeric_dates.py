"""Dates in figures: 3.11 · 3.11.26 · 12.-14.11 · 30.12-2.1 · 2026-11-03 · 2026-W43."""

import re
from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.dates import is_bucket
from salgsplan_tui.domain.quick_add.date_words import is_short_unit
from salgsplan_tui.domain.quick_add.day_values import Bucket, DateValue, Day, Days
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet
from salgsplan_tui.domain.quick_add.years import YEARS, Calendar

_YEAR: Final = r"(?:\.(\d{4}|\d{2}))?"
_DATE = re.compile(rf"(\d{{1,2}})\.(\d{{1,2}}){_YEAR}", re.ASCII)
_DATES = re.compile(rf"(\d{{1,2}})(?:\.(\d{{1,2}}){_YEAR})?\.?-(\d{{1,2}})\.(\d{{1,2}}){_YEAR}", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_ISO_WEEK = re.compile(r"(\d{4})-[wW](\d\d)", re.ASCII)
_POINTED = re.compile(r"(\d\d)\.(\d\d)", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/\d{2,4})?", re.ASCII)
_LARGEST_FRACTION: Final = 4
_DASHES: Final = str.maketrans("–—−", "---")
_MOST_DAYS, _MONTHS, _HOURS, _MINUTES = 31, 12, 24, 59


def joined(sheet: Worksheet, first: int) -> Iterator[tuple[str, int]]:
    """Yield what begins at a word, with and without what follows a dash: «12. – 14.11» is "12-14.11"."""
    one = sheet.core(first).translate(_DASHES)
    two = sheet.core(first + 1).translate(_DASHES)
    if two == "-" and sheet.free(first + 2):
        yield f"{one}-{sheet.core(first + 2)}", first + 3
    elif two and (one.endswith("-") or two.startswith("-")) and one != "-":
        yield one + two, first + 2
    if one:
        yield one, first + 1


def numeric_date(sheet: Worksheet, words: Words, calendar: Calendar, first: int) -> tuple[DateValue, int] | None:
    """Return the date in figures that begins at a word, and the index after it.

    Raises:
        NotUnderstoodError: it looks like a date, and there is no such day.
    """
    if not sheet.core(first)[:1].isdigit():
        return None
    for text, last in joined(sheet, first):
        value = _iso(calendar, text) or _days(calendar, text) or _day(sheet, words, calendar, text, last)
        if value is not None:
            return value, last
    return None


def _iso(calendar: Calendar, text: str) -> DateValue | None:
    if date := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in date.groups())
        return Day(calendar.day(day, month, year))
    if week := _ISO_WEEK.fullmatch(text):
        return Bucket(calendar.week(int(week[2]), int(week[1])))
    key = text.upper()
    return Bucket(key) if is_bucket(key) and int(key[:4]) in YEARS else None


def _days(calendar: Calendar, text: str) -> Days | None:
    match = _DATES.fullmatch(text)
    if match is None:
        return None
    day, month, year, last_day, last_month, last_year = (None if part is None else int(part) for part in match.groups())
    if day is None or last_day is None or last_month is None or not _could_be(last_day, last_month):
        return None
    month, year = (last_month, last_year) if month is None else (month, year)
    return calendar.days((day, month, year), (last_day, last_month, last_year)) if _could_be(day, month) else None


def _day(sheet: Worksheet, words: Words, calendar: Calendar, text: str, last: int) -> Day | None:
    match = _DATE.fullmatch(text)
    if match is None or _counts(sheet, words, last):
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    return Day(calendar.day(day, month, int(year) if year else None)) if _could_be(day, month) else None


def _could_be(day: int, month: int) -> bool:
    """Say whether some month could have this day; 10.30 is a time, and 2.0 a version."""
    return 1 <= day <= _MOST_DAYS and 1 <= month <= _MONTHS


def looks_like_date_or_time(text: str) -> bool:
    """Say whether figures that are neither a date nor a time were meant as one: 25.30, 32.12, 12/10."""
    if slashed := _SLASHED.fullmatch(text):
        day, month = int(slashed[1]), int(slashed[2])
        return _could_be(day, month) and max(day, month) > _LARGEST_FRACTION and text != "24/7"
    match = _POINTED.fullmatch(text)
    return match is not None and not (int(match[1]) < _HOURS and int(match[2]) <= _MINUTES)


def _counts(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether the word after a number makes it one: 1.5 timer, 2.5 mill."""
    word = sheet.word(index)
    things = (words.scales, words.pieces, words.distance, words.currency)
    return is_short_unit(words, word) or word == "%" or any(word in each for each in things)
