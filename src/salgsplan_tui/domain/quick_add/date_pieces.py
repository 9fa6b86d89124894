"""Finds the date words of a line, each with the small words that lead to it."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.channel_words import Heard
from salgsplan_tui.domain.quick_add.date_line import DateLine, Found
from salgsplan_tui.domain.quick_add.day_values import (
    Bucket,
    DateValue,
    Day,
    Days,
    Piece,
    Role,
    Weekday,
    Weekdays,
)
from salgsplan_tui.domain.quick_add.month_dates import month_date
from salgsplan_tui.domain.quick_add.named_dates import named_date
from salgsplan_tui.domain.quick_add.numeric_dates import numeric_date
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Frame, Worksheet
from salgsplan_tui.domain.quick_add.years import Calendar

_DAYS: Final = (Day, Days, Weekday, Weekdays)


def date_pieces(sheet: Worksheet, frame: Frame, heard: Sequence[Heard] = ()) -> list[Piece]:
    """Take the date words out of a line.

    Raises:
        NotUnderstoodError: there is no such day or week, or a word beside it makes it uncertain.
    """
    line = DateLine(sheet, frame.words, Calendar(frame.now, frame.is_done), frame.language == "en")
    phrases = {index for each in heard if each.last - each.first > 1 for index in range(each.first, each.last)}
    found, index = [], 0
    while index < len(sheet):
        value = None if index in phrases and sheet.word(index) in frame.words.weak_dates else _date_at(line, index)
        if value is not None:
            found.append(_piece(line, index, *value))
        index = index + 1 if value is None else value[1]
    ends = {each.last for each in heard}
    meant = [piece for piece in found if not piece.is_weak or _is_meant(line, piece, found, ends)]
    for piece in meant:
        if frame.words.beside_dates.before(sheet.words, piece.first) is not None:
            raise sheet.refusal("beside_date", piece.first - 1, piece.last)
        sheet.take(piece.first, piece.last, "date")
    return meant


def days_of_word(sheet: Worksheet, frame: Frame, index: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of the date that one word names, whatever stands after it.

    Raises:
        NotUnderstoodError: there is no such day.
    """
    alone = Worksheet(sheet.text, sheet.tokens[index : index + 1])
    line = DateLine(alone, frame.words, Calendar(frame.now, frame.is_done), frame.language == "en")
    match _date_at(line, 0):
        case (Day(date=day), _):
            return day, day
        case (Days(first=first, last=last), _):
            return first, last
        case (Weekday(number=number), _):
            day = frame.today + ((number - frame.today.weekday()) % 7) * ONE_DAY
            return day, day
    return None


def _date_at(line: DateLine, index: int) -> Found:
    if not line.sheet.free(index) or line.sheet.word(index - 1) in line.words.clock:
        return None
    try:
        return (
            named_date(line, index)
            or month_date(line, index)
            or numeric_date(line.sheet, line.words, line.calendar, index)
        )
    except NotUnderstoodError as error:
        raise line.sheet.refusal(error.key, index, _end_of_date(line, index), **error.values) from error


def _end_of_date(line: DateLine, first: int) -> int:
    """Return where words that name no day probably end: «30. februar», «uke 53»."""
    sheet, words = line.sheet, line.words
    two = sheet.word(first) in words.week or sheet.word(first + 1) in words.months
    length = 3 if sheet.word(first) in words.ahead else 1 + two
    return min(len(sheet), first + length)


def _piece(line: DateLine, core: int, value: DateValue, last: int) -> Piece:
    first, role = _lead(line.words, line.sheet.words, core)
    word, is_bare = line.sheet.word(core), first == core and last == core + 1
    is_weak = is_bare and (word in line.words.weak_dates or word in line.words.name_dates)
    return Piece(first, last, value, core, is_weak, role)


def _lead(words: Words, free: Sequence[str], core: int) -> tuple[int, Role]:
    """Return where the small words before a date begin, and what they make of it."""
    first = core
    while True:
        for role, phrases in (("due", words.due), ("until", words.until), ("from", words.from_)):
            start = phrases.before(free, first)
            if start is not None:
                return start, _ROLES[role]
        start = words.before_dates.before(free, first)
        if start is None:
            return first, ""
        first = start


_ROLES: Final[dict[str, Role]] = {"due": "due", "until": "until", "from": "from"}


def _is_meant(line: DateLine, piece: Piece, found: Sequence[Piece], heard_ends: set[int]) -> bool:
    """Say whether «man» or «tor» is a date here: a plain date beats it, and «man» needs an item beside it."""
    sheet, words = line.sheet, line.words
    for other in found:
        if other.is_weak or other.role == "due" or not isinstance(other.value, _DAYS):
            continue
        touches = other.last == piece.first or other.first == piece.last
        is_numeric = isinstance(other.value, Days) or (isinstance(other.value, Day) and not other.value.is_near)
        return touches and isinstance(piece.value, Weekday) and is_numeric
    if sheet.word(piece.core) not in words.weak_dates:
        return True
    following = sheet.word(piece.last)
    if not following or following[:1].isdigit() or following in words.clock or following in words.half:
        return True
    if any(other.first == piece.last for other in found):
        return True
    return piece.first in heard_ends or (piece.first > 0 and sheet.kinds[piece.first - 1] is not None)


def joined_spans(pieces: Sequence[Piece]) -> list[Piece]:
    """Put «12.11» and «til 14.11» together; what is due stands alone."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is not None and piece.role == "until" and before.role in {"", "from"} and before.last == piece.first:
            span = _span(before.value, piece.value)
            if span is not None:
                found[-1] = Piece(before.first, piece.last, span, before.core)
                continue
        found.append(piece)
    return found


def _span(first: DateValue, last: DateValue) -> DateValue | None:
    match first, last:
        case Day(date=start), Day(date=end):
            return Days(start if start <= end else start.replace(year=start.year - 1), end)
        case Weekday(number=start_day, near=""), Weekday(number=end_day, near=""):
            return Weekdays(start_day, end_day)
    return None


def is_week(value: DateValue) -> bool:
    """Say whether this is a week without a day."""
    return isinstance(value, Bucket) and "W" in value.key
