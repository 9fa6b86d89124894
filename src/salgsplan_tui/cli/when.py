"""Days and weeks to look at, in the words of quick add; for looking, a date without a year is the nearest one."""

import datetime as dt
import re
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span, bucket_span, inclusive, is_bucket, week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import language

_HALF_A_YEAR: Final = dt.timedelta(weeks=26)
_COUNTED: Final = re.compile(r"\s*(?:\+|om\b|in\b)|.*\d{4}", re.IGNORECASE)
"""Words that count from today or tell the year: they mean what they say."""


def place_meant(call: Call, text: str, row: Activity | None = None) -> Placement:
    """Return the place in time that the words mean, for a row that may stand somewhere already.

    Raises:
        MistypedError: they mean none; tells where.
    """
    from salgsplan_tui.domain.quick_add import read_when  # noqa: PLC0415  # not for today

    try:
        return read_when(
            text,
            words=call.session.words,
            now=call.now,
            language=language(),
            base=row,
            days_off=call.plan.days_off,
        )
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error


def span_meant(call: Call, text: str) -> Span:
    """Return the days that the words mean: a day, several, a week, a month or a quarter.

    Raises:
        MistypedError: they mean none; tells where.
    """
    if is_bucket(text.strip().upper()):
        return bucket_span(text.strip().upper())
    span = _span(place_meant(call, text), text)
    if _COUNTED.match(text) or span.start - call.now.date() <= _HALF_A_YEAR:
        return span
    return _a_year_before(span)


def _span(place: Placement, text: str) -> Span:
    if place.date is not None:
        return inclusive(place.date, place.end_date or place.date)
    if place.bucket is not None:
        return bucket_span(place.bucket)
    raise MistypedError(text, NotUnderstoodError("bad_date", at=(0, len(text)), what=text))


def _a_year_before(span: Span) -> Span:
    if span.start.weekday() == 0 and len(span) == 7:  # noqa: PLR2004  # a week keeps its number
        year, week, _day = span.start.isocalendar()
        earlier = f"{year - 1:04}-W{week:02}"
        return bucket_span(earlier) if is_bucket(earlier) else span
    try:
        return Span(span.start.replace(year=span.start.year - 1), span.end.replace(year=span.end.year - 1))
    except ValueError:  # 29 February
        return span


def day_meant(call: Call, text: str) -> dt.date:
    """Return the day that the words mean; of several days the first.

    Raises:
        MistypedError: they mean none; tells where.
    """
    return span_meant(call, text).start


def week_meant(call: Call, text: str) -> str:
    """Return the ISO week that the words mean, "2027-W07"; a bare number is its number.

    Raises:
        MistypedError: they mean none; tells where.
    """
    number = text.strip().lower().removeprefix("w").strip()
    if number.isdecimal() and len(number) <= 2:  # noqa: PLR2004  # week 53 is the last
        text = f"uke {number}"
    return week_key(day_meant(call, text))
