"""How long something takes, in a line: 30m · 45 min · 1t · 1t30 · 1,5t · halvannen time · two hours."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salgsplan_tui.domain.quick_add.date_words import count_word
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_GLUED = re.compile(r"(\d{1,6}(?:[.,]\d{1,2})?)([a-z]+)(?:(\d{1,2})([a-z]*))?", re.ASCII)
_FIGURES = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)
_MINUTES: Final = {"minute": 1, "hour": 60}
_LONGEST: Final = 60 * 24 * 31
_MONTHS_IN_TWO_YEARS: Final = 24


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of minutes in a line."""

    first: int
    last: int
    minutes: int
    is_short_m: bool = False
    """Written "3m", which could be months."""


def read_duration(sheet: Worksheet, words: Words) -> Duration | None:
    """Take the duration out of a line.

    Raises:
        NotUnderstoodError: there are two, or it is nothing or too long.
    """
    found: Duration | None = None
    for index in range(len(sheet)):
        duration = _with_minutes(sheet, words, _at(sheet, words, index)) if sheet.free(index) else None
        if duration is None:
            continue
        if found is not None:
            raise sheet.refusal("two_durations", duration.first, duration.last)
        if not 0 < duration.minutes <= _LONGEST:
            raise sheet.refusal("not_a_duration", duration.first, duration.last)
        _understand(sheet, words, duration)
        found = duration
    return found


def minutes_of(words: Words, word: str) -> int | None:
    """Return the minutes of one word, «30m», «1t30» or «30» alone; None where it is none."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < len("99999") and int(word) > 0 else None
    found = _glued(words, word, 0)
    return found.minutes if found is not None and 0 < found.minutes <= _LONGEST else None


def _understand(sheet: Worksheet, words: Words, duration: Duration) -> None:
    if duration.is_short_m and duration.minutes <= _MONTHS_IN_TWO_YEARS and duration.minutes % 5:
        text = sheet.typed(duration.first, duration.last)
        sheet.notice("read_as_minutes", duration.first, duration.last, text=text, minutes=duration.minutes)
    small = words.before_durations.before(sheet.words, duration.first)
    first = duration.first if small is None else small
    sheet.chip("duration", str(duration.minutes), duration.first, duration.last)
    sheet.take(first, duration.last, "duration")


def _at(sheet: Worksheet, words: Words, first: int) -> Duration | None:
    if whole := words.durations.at(sheet.words, first):
        return Duration(first, whole[1], int(whole[0]))
    word, unit = sheet.word(first), sheet.word(first + 1)
    per_unit = _MINUTES.get(words.units.code(unit) or "")
    if per_unit is not None and not sheet.tokens[first].tail:
        count = Decimal(word.replace(",", ".")) if _FIGURES.fullmatch(word) else count_word(words, word)
        if count is not None and (isinstance(count, Decimal) or len(unit) > 1):
            return Duration(first, first + 2, int(count * per_unit), is_short_m=unit == "m")
    return _glued(words, word, first)


def _glued(words: Words, word: str, first: int) -> Duration | None:
    """Return the duration of "30m", "1t30", "1h30min" or "1,5t"."""
    match = _GLUED.fullmatch(word)
    per_unit = None if match is None else _MINUTES.get(words.units.code(match[2]) or "")
    if match is None or per_unit is None:
        return None
    minutes = int(Decimal(match[1].replace(",", ".")) * per_unit)
    if match[3] is None:
        return Duration(first, first + 1, minutes, is_short_m=match[2] == "m")
    after = words.units.code(match[4]) if match[4] else "minute"
    return Duration(first, first + 1, minutes + int(match[3])) if per_unit > 1 and after == "minute" else None


def _with_minutes(sheet: Worksheet, words: Words, duration: Duration | None) -> Duration | None:
    """Return the duration with the minutes after it: «1 t 30 min», «1 time og 15 minutter»."""
    if duration is None or duration.minutes < 60 or duration.minutes % 60:  # noqa: PLR2004  # whole hours
        return duration
    index = duration.last + (sheet.word(duration.last) in words.joiners)
    more = _at(sheet, words, index) if sheet.free(index) else None
    if more is None or more.minutes >= 60:  # noqa: PLR2004  # minutes only
        return duration
    return Duration(duration.first, more.last, duration.minutes + more.minutes)
