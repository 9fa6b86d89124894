"""Days and months in words: 3. november · 3rd of November · 12.–14. november · Oct 12 · den 12. · november 2027."""

import re

from salgsplan_tui.domain.quick_add.date_line import DateLine, Found
from salgsplan_tui.domain.quick_add.date_words import day_number, is_short_unit
from salgsplan_tui.domain.quick_add.day_values import Bucket, Day
from salgsplan_tui.domain.quick_add.numeric_dates import joined

_DAY_TO_DAY = re.compile(r"(\d{1,2})\.?-(\d{1,2})\.?", re.ASCII)


def month_date(line: DateLine, first: int) -> Found:
    """Return the day, days or month that begins at a word, and the index after it.

    Raises:
        NotUnderstoodError: there is no such day.
    """
    return _day_and_month(line, first) or _month(line, first) or _day_of_month(line, first)


def _day_and_month(line: DateLine, first: int) -> Found:
    """Return «3. november», "3rd of November" or «12.–14. november», each with or without a year."""
    sheet = line.sheet
    if not line.has_months or not sheet.core(first)[:1].isdigit():
        return None
    for text, last in joined(sheet, first):
        month = last + (sheet.word(last) in line.words.of)
        number = line.words.months.code(sheet.word(month))
        if number is None:
            continue
        year, end = line.year(month + 1)
        if (days := _DAY_TO_DAY.fullmatch(text)) is not None:
            first_day, last_day = int(days[1]), int(days[2])
            return line.calendar.days((first_day, int(number), year), (last_day, int(number), year)), end
        day = day_number(line.words, text.casefold())
        if day is not None:
            return Day(line.calendar.day(day, int(number), year)), end
    return _day_to_day_and_month(line, first)


def _day_to_day_and_month(line: DateLine, first: int) -> Found:
    """Return «12. til 14. november»."""
    start, until = day_number(line.words, line.sheet.word(first)), line.words.until.at(line.sheet.words, first + 1)
    if start is None or until is None:
        return None
    end = day_number(line.words, line.sheet.word(until[1]))
    month = line.words.months.code(line.sheet.word(until[1] + 1))
    if end is None or month is None:
        return None
    year, last = line.year(until[1] + 2)
    return line.calendar.days((start, int(month), year), (end, int(month), year)), last


def _month(line: DateLine, first: int) -> Found:
    word = line.sheet.word(first)
    number = line.words.months.code(word)
    if number is None:
        return None
    if (line.is_english or word in line.words.months_en) and (found := _after_month(line, int(number), first + 1)):
        return found
    year, last = line.year(first + 1)
    return Bucket(line.calendar.month(int(number), year)), last


def _after_month(line: DateLine, month: int, index: int) -> Found:
    """Return the day that stands after its month in English: "Oct 12", "October 12-14, 2026"."""
    for text, last in joined(line.sheet, index):
        if line.sheet.word(last) in line.words.pieces or is_short_unit(line.words, line.sheet.word(last)):
            continue
        year, end = line.year(last)
        if (days := _DAY_TO_DAY.fullmatch(text)) is not None:
            return line.calendar.days((int(days[1]), month, year), (int(days[2]), month, year)), end
        day = day_number(line.words, text.casefold())
        if day is not None:
            return Day(line.calendar.day(day, month, year)), end
    return None


def _day_of_month(line: DateLine, first: int) -> Found:
    """Return «den 12.», «12. kl 10» or "13th", unless it is the number of something: «den 3. runden»."""
    word, following = line.sheet.word(first), line.sheet.word(first + 1)
    dotted = line.sheet.free(first) and line.sheet.tokens[first].tail == "." and following in line.words.clock
    is_named = dotted or line.sheet.word(first - 1) in line.words.the_day or not word.isdecimal()
    day = day_number(line.words, word) if is_named and word[:1].isdigit() else None
    small = (line.words.clock, line.words.half, line.words.before_names, line.words.topics, line.words.until)
    if day is None or (following[:1].isalpha() and not any(following in each for each in small)):
        return None
    return Day(line.calendar.day_of_month(day)), first + 1
