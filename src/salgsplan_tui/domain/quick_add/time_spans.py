"""From one time of day to another: 9-10 · 13-14:30 · 2-3pm · kl 9 til 10.30 · fra 9 til 10."""

from dataclasses import dataclass, replace

from salgsplan_tui.domain.quick_add.clock_words import Moment, in_order, moment, spoken
from salgsplan_tui.domain.quick_add.date_words import is_short_unit
from salgsplan_tui.domain.quick_add.numeric_dates import joined
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Moments:
    """A time in a line, and perhaps the one it lasts until."""

    last: int
    start: Moment
    end: Moment | None = None


def moments_at(sheet: Worksheet, words: Words, index: int, *, expected: bool) -> Moments | None:
    """Return the time or span of times from here on; a bare number counts only where an hour is expected.

    Raises:
        NotUnderstoodError: it has the form of a time, and there is no such time.
    """
    if said := spoken(words, sheet.words, index):
        return Moments(said[1], said[0])
    if not sheet.core(index)[:1].isdigit():
        return None
    for text, last in joined(sheet, index):
        start, dash, end = text.casefold().partition("-")
        after = _half_day(sheet, words, last)
        if dash:
            span = _span(sheet, words, start, end + after, last)
            if span is not None:
                return replace(span, last=last + bool(after))
        elif (found := moment(start + after, words)) and _stands_alone(sheet, words, found, last, expected=expected):
            return with_end(sheet, words, Moments(last + bool(after), found))
    return None


def _half_day(sheet: Worksheet, words: Words, index: int) -> str:
    return sheet.word(index) if sheet.word(index) in words.am_pm else ""


def _span(sheet: Worksheet, words: Words, start: str, end: str, last: int) -> Moments | None:
    first, second = moment(start, words), moment(end, words)
    if first is None or second is None:
        return None
    bare = first.is_bare and second.is_bare
    if bare and (_counts(sheet, words, last) or first.minutes == second.minutes):
        return None
    return Moments(last, *in_order(first, second))


def _stands_alone(sheet: Worksheet, words: Words, found: Moment, last: int, *, expected: bool) -> bool:
    if found.is_bare:
        return expected and not _counts(sheet, words, last)
    return not (found.is_pointed and not expected and is_short_unit(words, sheet.word(last)))


def _counts(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether the word after a number is what it counts."""
    word = sheet.word(index)
    things = (words.pieces, words.distance, words.currency, words.scales)
    return is_short_unit(words, word) or any(word in each for each in things)


def with_end(sheet: Worksheet, words: Words, found: Moments) -> Moments:
    """Return the time with the end that «til 11» gives it.

    Raises:
        NotUnderstoodError: there is no such time.
    """
    until = words.until.at(sheet.words, found.last)
    end = None if until is None else moment(sheet.word(until[1]), words)
    if until is None or end is None or _counts(sheet, words, until[1] + 1):
        return found
    return Moments(until[1] + 1, *in_order(found.start, end))


def from_until(sheet: Worksheet, words: Words, index: int) -> Moments | None:
    """Return the times of «fra 9 til 10».

    Raises:
        NotUnderstoodError: there is no such time.
    """
    lead = words.from_.at(sheet.words, index)
    start = None if lead is None else moment(sheet.word(lead[1]), words)
    if lead is None or start is None:
        return None
    found = with_end(sheet, words, Moments(lead[1] + 1, start))
    return None if found.end is None and start.is_bare else found
