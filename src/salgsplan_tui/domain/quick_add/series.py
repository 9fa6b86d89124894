"""Makes the series of a line that repeats, and finds its first day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.holidays import next_workday
from salgsplan_tui.domain.quick_add.day_values import Bucket, Day, Days, Piece, Weekday
from salgsplan_tui.domain.quick_add.placing import weekday_date
from salgsplan_tui.domain.quick_add.repeats import Repeat
from salgsplan_tui.domain.quick_add.times import Time
from salgsplan_tui.domain.quick_add.worksheet import Frame, Worksheet
from salgsplan_tui.domain.recurrence import OnHoliday, Series


@dataclass(frozen=True)
class Course:
    """A repeat from its first day, perhaps to a last one."""

    repeat: Repeat
    first: dt.date
    until: dt.date | None
    at: tuple[int, int]
    """Where the line says it."""
    on_holiday: OnHoliday | None = None
    """What becomes of one on a red day, where the line says it."""

    def series(self, template: Activity) -> Series:
        """Return the series that repeats an activity; its id is the activity's."""
        return Series(
            id=template.id,
            rrule=self.repeat.rule if self.repeat.after is None else None,
            after=self.repeat.after,
            first=self.first,
            until=self.until,
            on_holiday=self.on_holiday or self._usual,
            activity=template,
        )

    @property
    def _usual(self) -> OnHoliday:
        """What becomes of a red day where nothing is said: what waits for its last goes on when there is work again."""
        if self.repeat.after is not None:
            return "next"
        return "skip" if self.repeat.is_workday else "keep"


def course_of(sheet: Worksheet, frame: Frame, repeat: Repeat, pieces: Sequence[Piece], time: Time | None) -> Course:
    """Return from when until when something repeats; the line's other dates say it.

    Raises:
        NotUnderstoodError: the dates do not go together, or it ends before it begins.
    """
    start, until = frame.today, None
    if time is not None and frame.has_passed(time.start):
        start += dt.timedelta(days=1)
    for piece in pieces:
        match piece.value:
            case Weekday(number=number) if piece.role != "until":
                repeat = _with_weekday(sheet, repeat, piece, number)
            case Days(first=first, last=last):
                start, until = max(start, first), last
            case _ if piece.role == "until":
                until = _last_day(sheet, frame, piece)
            case _:
                start = max(start, _first_day(sheet, piece))
    if repeat.frequency == "WEEKLY" and not repeat.weekdays and start != frame.today and not pieces:
        start = next_workday(frame.today, frame.days_off)
    repeat = repeat.from_day(start)
    first = repeat.first_date(start, frame.days_off)
    if until is not None and until < first:
        raise sheet.refusal("until_before_first", repeat.first, repeat.last, begins=first, until=until)
    _chips(sheet, repeat, pieces, first, until)
    return Course(repeat, first, until, sheet.span(repeat.first, repeat.last))


def _with_weekday(sheet: Worksheet, repeat: Repeat, piece: Piece, number: int) -> Repeat:
    if repeat.frequency == "WEEKLY" and not repeat.weekdays:
        return replace(repeat, weekdays=(number,))
    if number in repeat.weekdays:
        return repeat
    raise sheet.refusal("two_dates", piece.core, piece.last)


def _first_day(sheet: Worksheet, piece: Piece) -> dt.date:
    match piece.value:
        case Day(date=date):
            return date
        case Bucket(key=key):
            return bucket_span(key).start
    raise sheet.refusal("two_dates", piece.core, piece.last)


def _last_day(sheet: Worksheet, frame: Frame, piece: Piece) -> dt.date:
    match piece.value:
        case Day(date=date):
            return date
        case Bucket(key=key):
            return bucket_span(key).last
        case Weekday() as weekday:
            return weekday_date(frame, weekday)
    raise sheet.refusal("two_dates", piece.core, piece.last)


def _chips(sheet: Worksheet, repeat: Repeat, pieces: Sequence[Piece], first: dt.date, until: dt.date | None) -> None:
    sheet.chip("repeat", repeat.after or repeat.rule, repeat.first, repeat.last)
    for piece in pieces:
        last = until if piece.role == "until" else None
        sheet.chip(
            "date" if last is None else "repeat",
            str(first if last is None else f"UNTIL={last}"),
            piece.first,
            piece.last,
        )
