"""One moment of the day as people write or say it: 10:30 · 14.30 · 1430 · 2pm · halv ti · kvart over ni."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.date_words import count_word
from salgsplan_tui.domain.quick_add.words import Words

MIDNIGHT: Final = 24 * 60
"""The end of the day, in minutes."""

_MOMENT = re.compile(r"(\d{1,3})(?:([:.])(\d{2}))?([a-z.]{0,4})", re.ASCII)
_COMPACT = re.compile(r"(\d{1,2})(\d{2})", re.ASCII)
_NOON: Final = 12
_EARLIEST: Final = 7 * 60
"""Before this a spoken hour means the afternoon: «halv to» is 13:30."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day in minutes after midnight, and how sure its form is."""

    minutes: int
    is_bare: bool = False
    """A number and nothing else: an hour only where an hour is expected."""
    is_pointed: bool = False
    """10.30 could have been a date."""
    half_day: str = ""
    """am or pm, where it was written."""
    is_guessed: bool = False
    """The afternoon was chosen over the night."""


def moment(text: str, words: Words) -> Moment | None:
    """Return the time of day that a word writes, or None where it writes none.

    Raises:
        NotUnderstoodError: it has the form of a time, and there is no such time: 25:00.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    half_day = words.am_pm.code(match[4]) if match[4] else ""
    if half_day is None:
        return None
    hour, minute = int(match[1]), int(match[3] or 0)
    if half_day and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half_day == "pm" else 0)
    elif half_day:
        raise NotUnderstoodError("not_a_time")
    if minute >= 60 or hour * 60 + minute > MIDNIGHT:  # noqa: PLR2004  # minutes in an hour
        if match[2] == ":":
            raise NotUnderstoodError("not_a_time")
        return None
    return Moment(hour * 60 + minute, not (match[2] or half_day), match[2] == ".", half_day)


def compact_moment(text: str) -> Moment | None:
    """Return the time that "1430" or "930" writes where a time is expected."""
    match = _COMPACT.fullmatch(text)
    if match is None or int(match[1]) >= 24 or int(match[2]) >= 60:  # noqa: PLR2004  # hours and minutes
        return None
    return Moment(int(match[1]) * 60 + int(match[2]))


def spoken(words: Words, line: Sequence[str], first: int) -> tuple[Moment, int] | None:
    """Return the time that words say from here on, and the index after them: «halv ti», "quarter past nine"."""
    if found := words.noon.at(line, first):
        return Moment(_NOON * 60), found[1]
    for phrases, minutes in ((words.half, -30), (words.past, 30), (words.quarter_past, 15), (words.quarter_to, -15)):
        if found := phrases.at(line, first):
            hour = spoken_hour(words, line, found[1])
            return None if hour is None else (_by_day(hour * 60 + minutes), found[1] + 1)
    return None


def spoken_hour(words: Words, line: Sequence[str], index: int) -> int | None:
    """Return the hour that a number or a number word names."""
    hour = count_word(words, line[index]) if index < len(line) else None
    return hour if hour is not None and 1 <= hour <= MIDNIGHT // 60 else None


def hour_by_day(hour: int) -> Moment:
    """Return the moment of a spoken full hour: «kl to» is 14:00."""
    return _by_day(hour * 60)


def _by_day(minutes: int) -> Moment:
    """Choose the afternoon for a spoken time that would be in the night."""
    return Moment(minutes + _NOON * 60, is_guessed=True) if minutes < _EARLIEST else Moment(minutes)


def in_order(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Give the start of "2-3pm" the half of the day that its end has."""
    if not end.half_day or not start.is_bare or start.minutes > _NOON * 60:
        return start, end
    later = start.minutes % (_NOON * 60) + _NOON * 60
    if end.half_day == "pm" and later < end.minutes:
        return Moment(later), end
    return Moment(start.minutes % (_NOON * 60) if end.half_day == "am" else start.minutes), end
