"""Puts the dates and the time of a line together: one place in time, a deadline, and what is doubtful about them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salgsplan_tui.domain.dates import bucket_span, week_key, week_of
from salgsplan_tui.domain.holidays import next_workday, workdays
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add.date_pieces import is_week, joined_spans
from salgsplan_tui.domain.quick_add.day_values import Bucket, Day, Days, Piece, Weekday, Weekdays
from salgsplan_tui.domain.quick_add.reading import Doubt
from salgsplan_tui.domain.quick_add.times import Time
from salgsplan_tui.domain.quick_add.worksheet import Frame, Worksheet


@dataclass(frozen=True)
class _Parts:
    """The pieces of one place in time, by what they name."""

    days: tuple[Piece, ...]
    weekdays: tuple[Piece, ...]
    buckets: tuple[Piece, ...]

    @property
    def all(self) -> tuple[Piece, ...]:
        """All pieces in the order of the line."""
        return tuple(sorted(self.days + self.weekdays + self.buckets, key=lambda piece: piece.first))


def place(sheet: Worksheet, frame: Frame, pieces: Sequence[Piece], time: Time | None) -> Placement:
    """Return where the pieces and the time put an activity.

    Raises:
        NotUnderstoodError: they name different days, or a time without a day.
    """
    found = joined_spans([piece for piece in pieces if piece.role != "due"])
    parts = _Parts(
        tuple(piece for piece in found if isinstance(piece.value, Day | Days | Weekdays)),
        tuple(piece for piece in found if isinstance(piece.value, Weekday)),
        tuple(piece for piece in found if isinstance(piece.value, Bucket)),
    )
    start = frame.start if time is None else time.start
    if time is not None and time.date is not None:
        if found:
            raise sheet.refusal("two_dates", found[0].core, found[0].last)
        return Placement(time.date, start)
    if parts.days or parts.weekdays:
        first, last = _span(sheet, frame, parts, start)
        placement = Placement(first, start, end_date=None if first == last else last)
    elif parts.buckets:
        placement = Placement(bucket=_bucket(sheet, parts.buckets))
        if time is not None:
            raise sheet.refusal("time_needs_a_day", time.first, time.last)
    else:
        placement = _today(sheet, frame, time)
    _chips(sheet, parts.all, placement)
    return placement


def _today(sheet: Worksheet, frame: Frame, time: Time | None) -> Placement:
    """Return the place of a time alone: the day that is known, today, or the next working day where it has passed."""
    if time is None:
        return Placement()
    if frame.day is not None:
        return Placement(frame.day, time.start)
    if frame.is_done or not frame.has_passed(time.start):
        return Placement(frame.today, time.start)
    day = next_workday(frame.today, frame.days_off)
    sheet.notice("past_moved", time.first, time.last, date=day, start=time.start)
    return Placement(day, time.start)


def _span(sheet: Worksheet, frame: Frame, parts: _Parts, start: dt.time | None) -> tuple[dt.date, dt.date]:
    if parts.days:
        span = _one_span(sheet, frame, parts.days, start)
        if parts.weekdays:
            span = _with_weekday(sheet, parts, span)
    else:
        weekday = _one_weekday(sheet, parts.weekdays)
        weeks = [piece.value for piece in parts.buckets if is_week(piece.value)]
        if weeks and isinstance(weeks[0], Bucket):
            day = bucket_span(weeks[0].key).start + dt.timedelta(days=weekday.number)
        else:
            day = weekday_date(frame, weekday, start)
        span = (day, day)
    for piece in parts.buckets:
        if isinstance(piece.value, Bucket) and span[0] not in bucket_span(piece.value.key):
            raise sheet.refusal("two_dates", piece.core, piece.last)
    return span


def _one_span(
    sheet: Worksheet, frame: Frame, pieces: Sequence[Piece], start: dt.time | None
) -> tuple[dt.date, dt.date]:
    spans = [_days(frame, piece.value, start) for piece in pieces if isinstance(piece.value, Day | Days | Weekdays)]
    for piece, span in zip(pieces, spans, strict=True):
        if span != spans[0]:
            raise sheet.refusal("two_dates", piece.core, piece.last)
    return spans[0]


def _days(frame: Frame, value: Day | Days | Weekdays, start: dt.time | None) -> tuple[dt.date, dt.date]:
    match value:
        case Days(first=first, last=last):
            return first, last
        case Weekdays(first=number, last=end):
            first = weekday_date(frame, Weekday(number), start)
            return first, first + dt.timedelta(days=(end - number) % 7)
        case Day(date=date):
            return date, date


def _one_weekday(sheet: Worksheet, pieces: Sequence[Piece]) -> Weekday:
    values = [piece.value for piece in pieces if isinstance(piece.value, Weekday)]
    for piece, value in zip(pieces, values, strict=True):
        if value.number != values[0].number:
            raise sheet.refusal("two_dates", piece.core, piece.last)
    return values[0]


def _with_weekday(sheet: Worksheet, parts: _Parts, span: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """Return the span where the weekday agrees with it, and note the doubt where it does not."""
    number, day = _one_weekday(sheet, parts.weekdays).number, span[0]
    if day.weekday() == number:
        return span
    if any(isinstance(piece.value, Day) and piece.value.in_weeks for piece in parts.days):
        found = week_of(day).start + dt.timedelta(days=number)
        return found, found
    other = day + dt.timedelta(days=(number - day.weekday() + 3) % 7 - 3)
    pieces = parts.days[:1] + parts.weekdays[:1]
    first, last = min(piece.core for piece in pieces), max(piece.last for piece in pieces)
    sheet.notice("weekday_mismatch", first, last, date=other, other=day)
    sheet.doubts.append(Doubt("weekday_mismatch", *sheet.span(first, last), ({"date": day}, {"date": other})))
    return span


def weekday_date(frame: Frame, weekday: Weekday, start: dt.time | None = None) -> dt.date:
    """Return the day a weekday names: the next one, today included while its time has not passed."""
    today, number = frame.today, weekday.number
    if weekday.near == "next":
        return week_of(today).end + dt.timedelta(days=number)
    back = (today.weekday() - number) % 7
    if weekday.near == "last":
        return today - dt.timedelta(days=back or 7)
    if frame.is_done:
        is_later = back == 0 and start is not None and not frame.has_passed(start)
        return today - dt.timedelta(days=7 if is_later else back)
    ahead = (number - today.weekday()) % 7
    return today + dt.timedelta(days=7 if ahead == 0 and frame.has_passed(start) else ahead)


def _bucket(sheet: Worksheet, pieces: Sequence[Piece]) -> str:
    """Return the shortest of the buckets, which the others must touch."""
    keys = [piece.value.key for piece in pieces if isinstance(piece.value, Bucket)]
    shortest = min(keys, key=lambda key: len(bucket_span(key)))
    for piece, key in zip(pieces, keys, strict=True):
        if not bucket_span(key).touches(bucket_span(shortest)):
            raise sheet.refusal("two_dates", piece.core, piece.last)
    return shortest


def due_date(sheet: Worksheet, frame: Frame, pieces: Sequence[Piece]) -> dt.date | None:
    """Return the deadline: a day, or the last working day of a week or month.

    Raises:
        NotUnderstoodError: there are two, or it is no single day.
    """
    found = [piece for piece in pieces if piece.role == "due"]
    if not found:
        return None
    if len(found) > 1:
        raise sheet.refusal("two_dates", found[1].core, found[1].last)
    match found[0].value:
        case Day(date=due):
            pass
        case Weekday() as weekday:
            due = weekday_date(frame, weekday)
        case Bucket(key=key):
            due = max(workdays(bucket_span(key), frame.days_off), default=bucket_span(key).last)
        case _:
            raise sheet.refusal("due_is_a_day", found[0].core, found[0].last)
    sheet.chip("due", due.isoformat(), found[0].first, found[0].last)
    return due


def placed_by(placement: Placement, due: dt.date | None) -> Placement:
    """Give a row that only has a deadline the week it is due in."""
    if due is None or placement.date is not None or placement.bucket is not None:
        return placement
    return Placement(bucket=week_key(due))


def _chips(sheet: Worksheet, pieces: Sequence[Piece], placement: Placement) -> None:
    kind = "bucket" if placement.date is None else "date"
    text = placement.bucket or str(placement.date)
    if placement.end_date is not None:
        text += f"/{placement.end_date}"
    index = 0
    while index < len(pieces):
        last = index
        while last + 1 < len(pieces) and pieces[last + 1].first == pieces[last].last:
            last += 1
        sheet.chip(kind, text, pieces[index].core, pieces[last].last)
        index = last + 1
