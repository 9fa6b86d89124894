"""Reads one line of text, in the order that keeps names from being dates and hours from being amounts."""

import datetime as dt
from dataclasses import dataclass, replace

from salgsplan_tui.domain.activity import CostItem
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add.channel_words import Heard, hear
from salgsplan_tui.domain.quick_add.costs import read_costs
from salgsplan_tui.domain.quick_add.date_pieces import date_pieces
from salgsplan_tui.domain.quick_add.day_values import Piece
from salgsplan_tui.domain.quick_add.durations import Duration, read_duration
from salgsplan_tui.domain.quick_add.placing import due_date, place
from salgsplan_tui.domain.quick_add.quantities import Quantity, keep_telephone_numbers, read_quantity
from salgsplan_tui.domain.quick_add.reading import Doubt
from salgsplan_tui.domain.quick_add.repeats import Repeat, read_repeat
from salgsplan_tui.domain.quick_add.series import Course, course_of
from salgsplan_tui.domain.quick_add.signs import Signs, read_km, read_signs
from salgsplan_tui.domain.quick_add.times import Time, read_time
from salgsplan_tui.domain.quick_add.title import title_of
from salgsplan_tui.domain.quick_add.tokens import Token
from salgsplan_tui.domain.quick_add.whom import Whom, read_whom
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet

_WORDS = frozenset({None, "name", "telephone"})


@dataclass(frozen=True)
class Line:
    """What the words of one line said, thing by thing."""

    sheet: Worksheet
    title: str
    has_words: bool
    """It says more than items and names: it is an activity of its own, also as a next step."""
    signs: Signs
    channel: tuple[str, str] | None
    """The codes of channel and type."""
    costs: tuple[CostItem, ...]
    whom: Whom
    quantity: Quantity | None
    placement: Placement
    due: dt.date | None
    time: Time | None
    minutes: int | None
    course: Course | None
    is_placed: bool
    """It names a day or bucket, and not a time alone."""


def read_words(text: str, tokens: tuple[Token, ...], setting: Setting) -> Line:
    """Return what the words of a line say.

    Raises:
        NotUnderstoodError: something in it cannot be understood; tells where.
    """
    sheet = Worksheet(text, tokens)
    words = setting.words
    heard = hear(sheet.all_words, setting.plan.channels, words)
    signs = read_signs(sheet, setting)
    keep_telephone_numbers(sheet, words)
    repeat = read_repeat(sheet, words, heard)
    costs, counted = read_costs(sheet, words)
    whom = read_whom(sheet, setting, heard)
    pieces = date_pieces(sheet, setting, heard)
    time = read_time(sheet, setting, pieces)
    read_km(signs)
    duration = read_duration(sheet, words)
    quantity = read_quantity(sheet, setting, counted)
    channel = signs.channel or _channel(sheet, heard)
    placement, due, course = _places(sheet, setting, pieces, time, repeat)
    course = _on_holiday(sheet, signs, course)
    return Line(
        sheet=sheet,
        title=title_of(sheet),
        has_words=_has_words(sheet, words),
        signs=signs,
        channel=channel,
        costs=costs,
        whom=whom,
        quantity=quantity,
        placement=placement,
        due=due,
        time=time,
        minutes=_minutes(sheet, time, duration),
        course=course,
        is_placed=any(piece.role != "due" for piece in pieces) or (time is not None and time.date is not None),
    )


def _channel(sheet: Worksheet, heard: tuple[Heard, ...]) -> tuple[str, str] | None:
    """Return the first channel in the words that are still words."""
    for each in heard:
        if all(sheet.kinds[index] in {None, "quantity"} for index in range(each.first, each.last)):
            sheet.chip("channel", each.channel, each.first, each.last)
            return each.channel, each.type
    return None


def _on_holiday(sheet: Worksheet, signs: Signs, course: Course | None) -> Course | None:
    """Return the repeat with what becomes of one on a red day."""
    for code, span in signs.on_holiday:
        if course is None:
            raise sheet.refusal("only_repeats", *span)
        course = replace(course, on_holiday=code)
    return course


def _places(
    sheet: Worksheet, setting: Setting, pieces: list[Piece], time: Time | None, repeat: Repeat | None
) -> tuple[Placement, dt.date | None, Course | None]:
    due = due_date(sheet, setting, pieces)
    if repeat is None:
        return place(sheet, setting, pieces, time), due, None
    if setting.is_done or due is not None:
        raise sheet.refusal("cannot_repeat", repeat.first, repeat.last)
    course = course_of(sheet, setting, repeat, pieces, time)
    return Placement(course.first, None if time is None else time.start), None, course


def _minutes(sheet: Worksheet, time: Time | None, duration: Duration | None) -> int | None:
    """Return the minutes from start to end, or as they were said; and note where both were said and disagree."""
    if time is None or time.minutes is None:
        return None if duration is None else duration.minutes
    if duration is not None and duration.minutes != time.minutes:
        first, last = min(time.first, duration.first), max(time.last, duration.last)
        sheet.notice("duration_mismatch", first, last, minutes=time.minutes, other=duration.minutes)
        choices = ({"minutes": time.minutes}, {"minutes": duration.minutes})
        sheet.doubts.append(Doubt("duration_mismatch", *sheet.span(first, last), choices))
    return time.minutes


def _has_words(sheet: Worksheet, words: Words) -> bool:
    """Say whether a word is left that is no item, no name and no small word."""
    small = (words.before_names, words.joiners, words.before_dates)
    return any(
        sheet.kinds[index] in _WORDS
        and any(letter.isalnum() for letter in token.core)
        and not any(token.word in each for each in small)
        for index, token in enumerate(sheet.tokens)
    )
