"""Times in a line: 10:30 · kl 14 · 2pm · halv ti · 9-10 · 13-14:30 · fra 9 til 10 · om 2 timer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.clock_words import (
    MIDNIGHT,
    Moment,
    compact_moment,
    hour_by_day,
    moment,
    spoken_hour,
)
from salgsplan_tui.domain.quick_add.date_words import count_word
from salgsplan_tui.domain.quick_add.day_values import Day, Piece, Weekday
from salgsplan_tui.domain.quick_add.numeric_dates import looks_like_date_or_time
from salgsplan_tui.domain.quick_add.time_spans import Moments, from_until, moments_at, with_end
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Frame, Worksheet


@dataclass(frozen=True, slots=True)
class Time:
    """When on the day it starts, and how long it lasts where that was said with it."""

    first: int
    last: int
    start: dt.time
    minutes: int | None = None
    date: dt.date | None = None
    """The day it falls on, where it was counted from now."""

    @property
    def text(self) -> str:
        """The time as files hold it: "10:00" or "13:00-14:30"."""
        if self.minutes is None:
            return f"{self.start:%H:%M}"
        end = self.start.hour * 60 + self.start.minute + self.minutes
        return f"{self.start:%H:%M}-{end // 60:02}:{end % 60:02}"


def read_time(sheet: Worksheet, frame: Frame, pieces: Sequence[Piece]) -> Time | None:
    """Take the time out of a line, after its dates.

    Raises:
        NotUnderstoodError: there are two, it is none of the clock's, or it stands where only a day can.
    """
    found: Time | None = None
    for index in range(len(sheet)):
        time = _time_at(sheet, frame, pieces, index) if sheet.free(index) else None
        if time is None:
            continue
        if found is not None:
            raise sheet.refusal("two_times", time.first, time.last)
        _refuse_beside(sheet, frame.words, pieces, time)
        sheet.understand(time.first, time.last, "time", time.text)
        found = time
    return found


def _time_at(sheet: Worksheet, frame: Frame, pieces: Sequence[Piece], index: int) -> Time | None:
    words = frame.words
    if sheet.word(index) in words.ahead and (ahead := _ahead(sheet, frame, index)):
        return ahead
    clock = words.clock.at(sheet.words, index)
    try:
        if clock is not None:
            return _after_clock(sheet, words, index, clock[1])
        glued = _glued_to_clock(sheet, words, index)
        if glued is not None:
            return _time(sheet, index, Moments(index + 1, glued))
        found = from_until(sheet, words, index) or moments_at(
            sheet, words, index, expected=_after_day(sheet, words, pieces, index)
        )
    except NotUnderstoodError as error:
        if error.at is not None:
            raise
        raise sheet.refusal(error.key, index, index + 1) from error
    if found is None and looks_like_date_or_time(sheet.core(index)):
        raise sheet.refusal("not_a_date", index, index + 1)
    return None if found is None else _time(sheet, index, found)


def _after_clock(sheet: Worksheet, words: Words, first: int, index: int) -> Time | None:
    found = moments_at(sheet, words, index, expected=True)
    if found is None and (compact := compact_moment(sheet.core(index))):
        found = with_end(sheet, words, Moments(index + 1, compact))
    if found is None and (hour := spoken_hour(words, sheet.words, index)):
        found = Moments(index + 1, hour_by_day(hour))
    if found is None:
        if sheet.core(index)[:1].isdigit() and sheet.word(first) not in words.perhaps_each:
            raise sheet.refusal("not_a_time", index, index + 1)
        return None
    start, end = (None if each is None else replace(each, is_pointed=False) for each in (found.start, found.end))
    return None if start is None else _time(sheet, first, Moments(found.last, start, end))


def _glued_to_clock(sheet: Worksheet, words: Words, index: int) -> Moment | None:
    """Return the time of "kl10" and «kl.10.30»."""
    word = sheet.word(index)
    letters = word.rstrip("0123456789.:")
    if not letters or letters == word or letters not in words.clock:
        return None
    figures = word[len(letters) :].lstrip(".")
    found = moment(figures, words) or compact_moment(figures)
    return None if found is None else replace(found, is_pointed=False)


def _ahead(sheet: Worksheet, frame: Frame, index: int) -> Time | None:
    """Return the time of «om 2 timer»."""
    words = frame.words
    count, unit = count_word(words, sheet.word(index + 1)), words.units.code(sheet.word(index + 2))
    whole = words.durations.at(sheet.words, index + 1)
    if whole is not None:
        minutes, last = int(whole[0]), whole[1]
    elif count is not None and unit in {"hour", "minute"} and count <= MIDNIGHT:
        minutes, last = count * (60 if unit == "hour" else 1), index + 3
    else:
        return None
    then = (frame.now + dt.timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    return Time(index, last, then.time(), date=then.date())


def _after_day(sheet: Worksheet, words: Words, pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a weekday or «i morgen» stands right before, so that a bare number is an hour."""
    if index and sheet.kinds[index - 1] == "repeat":
        before = sheet.all_words[index - 1]
        is_day = words.units.code(before) == "day" or words.workday.before(sheet.all_words, index) is not None
        return is_day or before in words.weekdays or before in words.weekdays_many
    piece = next((piece for piece in pieces if piece.last == index), None)
    if piece is None or isinstance(piece.value, Weekday):
        return piece is not None
    if isinstance(piece.value, Day) and piece.value.is_near:
        return True
    return any(other.last == piece.first and isinstance(other.value, Weekday) for other in pieces)


def _time(sheet: Worksheet, first: int, found: Moments) -> Time:
    start, end = found.start.minutes, None if found.end is None else found.end.minutes
    if start >= MIDNIGHT:
        raise sheet.refusal("not_a_time", first, found.last)
    if end is not None and end <= start:
        raise sheet.refusal("time_order", first, found.last)
    time = Time(first, found.last, dt.time(start // 60, start % 60), None if end is None else end - start)
    if found.start.is_pointed or found.start.is_guessed or (found.end is not None and found.end.is_pointed):
        typed = sheet.typed(first, found.last)
        sheet.notice("read_as_time", first, found.last, text=typed, start=time.start)
    return time


def _refuse_beside(sheet: Worksheet, words: Words, pieces: Sequence[Piece], time: Time) -> None:
    if any(piece.role == "due" and piece.last == time.first for piece in pieces):
        raise sheet.refusal("due_has_time", time.first, time.last)
    if words.due.before(sheet.words, time.first) is not None:
        raise sheet.refusal("due_has_time", time.first, time.last)
    if words.beside_dates.before(sheet.words, time.first) is not None:
        raise sheet.refusal("beside_date", time.first - 1, time.last)
