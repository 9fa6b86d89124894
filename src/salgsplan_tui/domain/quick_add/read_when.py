"""Reads the words for a place in time alone: fre 14 · 10:30 · 1030 · neste uke · +3d · november."""

import datetime as dt
from collections.abc import Container

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add.clock_words import MIDNIGHT, compact_moment, moment
from salgsplan_tui.domain.quick_add.date_pieces import date_pieces
from salgsplan_tui.domain.quick_add.placing import place
from salgsplan_tui.domain.quick_add.times import Time, read_time
from salgsplan_tui.domain.quick_add.tokens import Part, cut
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Frame, Worksheet
from salgsplan_tui.domain.quick_add.years import outside_years


def read_when(  # noqa: PLR0913  # words for a time are read with all that is known of times
    text: str,
    *,
    words: Words,
    now: dt.datetime,
    language: str,
    base: Activity | None = None,
    days_off: Container[dt.date] = (),
) -> Placement:
    """Return where words put an activity; a time alone leaves the base on its day, a day alone leaves it its time.

    Raises:
        NotUnderstoodError: not every word is about when; `at` tells where.
    """
    if error := outside_years(now, text):
        raise error
    parts = cut(text, words, Part(0, len(text)))
    sheet = Worksheet(text, parts.tokens)
    if len(sheet) == 0 or parts.note or parts.arrow:
        raise NotUnderstoodError("not_understood", at=(0, len(text)), what=text.strip())
    day, start = (None, None) if base is None else (base.date, base.start)
    frame = Frame(words=words, now=now, language=language, day=day, start=start, days_off=days_off)
    pieces = date_pieces(sheet, frame)
    time = read_time(sheet, frame, pieces) or _figures(sheet, words)
    for index, kind in enumerate(sheet.kinds):
        if kind is None or any(piece.role == "due" and piece.first == index for piece in pieces):
            raise sheet.refusal("not_understood", index, index + 1, what=sheet.typed(index, index + 1))
    if time is not None and time.minutes is not None:
        raise sheet.refusal("only_a_start", time.first, time.last)
    placement = place(sheet, frame, pieces, time)
    for doubt in sheet.doubts:
        notice = next(notice for notice in sheet.notices if notice.code == doubt.code)
        raise NotUnderstoodError(doubt.code, at=(doubt.start, doubt.end), **notice.values)
    return placement


def _figures(sheet: Worksheet, words: Words) -> Time | None:
    """Return the time of "1030" or "14": where only a place in time is asked for, a number is never a quantity."""
    left = [index for index, kind in enumerate(sheet.kinds) if kind is None]
    found = None
    if len(left) == 1:
        word = sheet.word(left[0])
        found = compact_moment(word) or (moment(word, words) if word.isdecimal() else None)
    if found is None or found.minutes >= MIDNIGHT:
        return None
    sheet.take(left[0], left[0] + 1, "time")
    return Time(left[0], left[0] + 1, dt.time(found.minutes // 60, found.minutes % 60))
