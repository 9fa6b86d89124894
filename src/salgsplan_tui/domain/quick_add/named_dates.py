"""Dates in words: i morgen · neste fredag · om 3 dager · +2d · 3. november · man-fre · uke 43 · neste måned · Q4."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.date_words import count_word, day_number, is_short_unit
from salgsplan_tui.domain.quick_add.day_values import (
    Bucket,
    Calendar,
    DateValue,
    Day,
    Days,
    Near,
    Weekday,
    Weekdays,
)
from salgsplan_tui.domain.quick_add.numbers import whole_number
from salgsplan_tui.domain.quick_add.numeric_dates import joined
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

Found = tuple[DateValue, int] | None
"""A date, and the index after its words."""

_GLUED = re.compile(r"([^\W\d_]{1,7})\.?(\d{1,2})(?:/(\d{4}))?")
_AHEAD = re.compile(r"\+(\d{1,5})([^\W\d_]*)")
_DAY_TO_DAY = re.compile(r"(\d{1,2})\.?-(\d{1,2})\.?", re.ASCII)
_DAYS_AND_LONGER: Final = frozenset({"day", "week", "month"})
_YEARS_BACK, _YEARS_ON, _QUARTERS = 5, 20, 4


@dataclass(frozen=True)
class DateLine:
    """A line in which dates are looked for."""

    sheet: Worksheet
    words: Words
    calendar: Calendar
    is_english: bool = False

    @cached_property
    def _has_months(self) -> bool:
        return any(word in self.words.months for word in self.sheet.all_words)

    def named_date(self, first: int) -> Found:
        """Return the date in words that begins at a word, and the index after it.

        Raises:
            NotUnderstoodError: there is no such day or week.
        """
        return (
            self._from_today(first)
            or self._near(first)
            or self._weekday(first)
            or self._week(first)
            or self._quarter(first)
            or self._day_and_month(first)
            or self._month(first)
            or self._day_of_month(first)
        )

    def _from_today(self, first: int) -> Found:
        sheet, words = self.sheet, self.words
        if found := words.days.at(sheet.words, first):
            days = int(found[0])
            return Day(self.calendar.today + dt.timedelta(days=days), is_near=days >= 0), found[1]
        if sheet.word(first) in words.ahead:
            number, unit = count_word(words, sheet.word(first + 1)), words.units.code(sheet.word(first + 2))
            return self._ahead(number, unit, first + 3)
        match = _AHEAD.fullmatch(sheet.word(first))
        if match is None:
            return None
        glued = bool(match[2])
        unit = words.units.code(match[2] if glued else sheet.word(first + 1))
        return self._ahead(int(match[1]), unit, first + 1 + (not glued))

    def _ahead(self, number: int | None, unit: str | None, last: int) -> Found:
        if number is None or unit not in _DAYS_AND_LONGER:
            return None
        return Day(self.calendar.ahead(number, unit), in_weeks=unit == "week"), last

    def _near(self, first: int) -> Found:
        end = self.words.period_ends.at(self.sheet.words, first)
        if end is not None and (key := self.calendar.near(end[0], "this")) is not None:
            return Bucket(key), end[1]
        found = self.words.near.at(self.sheet.words, first)
        if found is None:
            return None
        near, index = cast("Near", found[0]), found[1]  # words.toml names them
        weekday = self.words.weekdays.code(self.sheet.word(index))
        if weekday is not None:
            return Weekday(int(weekday), near), index + 1
        unit = self.words.units.code(self.sheet.word(index))
        key = None if unit is None or len(self.sheet.word(index)) == 1 else self.calendar.near(unit, near)
        return None if key is None else (Bucket(key), index + 1)

    def _weekday(self, first: int) -> Found:
        weekday = self.words.weekdays.code(self.sheet.word(first))
        if weekday is None and not self.sheet.word(first)[:1].isalpha():
            return None
        for text, last in joined(self.sheet, first):
            start, dash, end = (part.casefold() for part in text.partition("-"))
            if dash and start in self.words.weekdays and end in self.words.weekdays:
                codes = self.words.weekdays.code(start), self.words.weekdays.code(end)
                return Weekdays(int(codes[0] or 0), int(codes[1] or 0)), last
        return None if weekday is None else (Weekday(int(weekday)), first + 1)

    def _week(self, first: int) -> Found:
        word = self.sheet.word(first)
        if word in self.words.week:
            return self._numbered_week(first + 1)
        match = _GLUED.fullmatch(word)
        if match is None or match[1] not in self.words.week:
            return None
        year, last = (int(match[3]), first + 1) if match[3] else self._year(first + 1)
        return Bucket(self.calendar.week(int(match[2]), year)), last

    def _numbered_week(self, index: int) -> Found:
        """Return the week of a number, or the days of «45-47»."""
        for text, last in joined(self.sheet, index):
            numbers = text.split("-")
            if not all(number.isdecimal() and len(number) <= 2 for number in numbers):  # noqa: PLR2004  # a week
                continue
            year, end = self._year(last)
            weeks = [self.calendar.week(int(number), year) for number in numbers]
            if len(weeks) == 1:
                return Bucket(weeks[0]), end
            if len(weeks) == 2:  # noqa: PLR2004  # from one to another
                first, last_day = bucket_span(weeks[0]).start, bucket_span(weeks[1]).last
                if first > last_day:
                    raise NotUnderstoodError("days_order")
                return Days(first, last_day), end
        return None

    def _quarter(self, first: int) -> Found:
        sheet, quarter = self.sheet, self.words.quarter
        number = whole_number(sheet.word(first))
        last = first + 2
        if number is not None:
            if sheet.tokens[first].tail != "." or sheet.word(first + 1) not in quarter:
                return None
        elif sheet.word(first) in quarter:
            number = self._small_number(first + 1)
        elif (match := _GLUED.fullmatch(sheet.word(first))) and match[1] in quarter and not match[3]:
            number, last = int(match[2]), first + 1
        if number is None or not 1 <= number <= _QUARTERS:
            return None
        year, last = self._year(last)
        return Bucket(self.calendar.quarter(number, year)), last

    def _day_and_month(self, first: int) -> Found:
        """Return «3. november», "3rd of November" or «12.–14. november», each with or without a year."""
        sheet = self.sheet
        if not self._has_months or not sheet.core(first)[:1].isdigit():
            return None
        for text, last in joined(sheet, first):
            month = last + (sheet.word(last) in self.words.of)
            number = self.words.months.code(sheet.word(month))
            if number is None:
                continue
            year, end = self._year(month + 1)
            if (days := _DAY_TO_DAY.fullmatch(text)) is not None:
                first_day, last_day = int(days[1]), int(days[2])
                return self.calendar.days((first_day, int(number), year), (last_day, int(number), year)), end
            day = day_number(self.words, text.casefold())
            if day is not None:
                return Day(self.calendar.day(day, int(number), year)), end
        return self._day_to_day_and_month(first)

    def _day_to_day_and_month(self, first: int) -> Found:
        """Return «12. til 14. november»."""
        start, until = day_number(self.words, self.sheet.word(first)), self.words.until.at(self.sheet.words, first + 1)
        if start is None or until is None:
            return None
        end = day_number(self.words, self.sheet.word(until[1]))
        month = self.words.months.code(self.sheet.word(until[1] + 1))
        if end is None or month is None:
            return None
        year, last = self._year(until[1] + 2)
        return self.calendar.days((start, int(month), year), (end, int(month), year)), last

    def _month(self, first: int) -> Found:
        word = self.sheet.word(first)
        number = self.words.months.code(word)
        if number is None:
            return None
        if (self.is_english or word in self.words.months_en) and (found := self._after_month(int(number), first + 1)):
            return found
        year, last = self._year(first + 1)
        return Bucket(self.calendar.month(int(number), year)), last

    def _after_month(self, month: int, index: int) -> Found:
        """Return the day that stands after its month in English: "Oct 12", "October 12-14, 2026"."""
        for text, last in joined(self.sheet, index):
            if self.sheet.word(last) in self.words.pieces or is_short_unit(self.words, self.sheet.word(last)):
                continue
            year, end = self._year(last)
            if (days := _DAY_TO_DAY.fullmatch(text)) is not None:
                return self.calendar.days((int(days[1]), month, year), (int(days[2]), month, year)), end
            day = day_number(self.words, text.casefold())
            if day is not None:
                return Day(self.calendar.day(day, month, year)), end
        return None

    def _day_of_month(self, first: int) -> Found:
        """Return «den 12.», «12. kl 10» or "13th", unless it is the number of something: «den 3. runden»."""
        word, following = self.sheet.word(first), self.sheet.word(first + 1)
        dotted = self.sheet.free(first) and self.sheet.tokens[first].tail == "." and following in self.words.clock
        is_named = dotted or self.sheet.word(first - 1) in self.words.the_day or not word.isdecimal()
        day = day_number(self.words, word) if is_named and word[:1].isdigit() else None
        small = (self.words.clock, self.words.half, self.words.before_names, self.words.topics, self.words.until)
        if day is None or (following[:1].isalpha() and not any(following in each for each in small)):
            return None
        return Day(self.calendar.day_of_month(day)), first + 1

    def _small_number(self, index: int) -> int | None:
        word = self.sheet.word(index)
        return whole_number(word) if len(word) <= 2 else None  # noqa: PLR2004  # a week or quarter

    def _year(self, index: int) -> tuple[int | None, int]:
        """Return the year that stands at a word, if one does, and the index after it."""
        year, this = whole_number(self.sheet.word(index)), self.calendar.today.year
        if year is None or not this - _YEARS_BACK <= year <= this + _YEARS_ON:
            return None, index
        return (None, index) if self.sheet.word(index + 1) in self.words.pieces else (year, index + 1)
