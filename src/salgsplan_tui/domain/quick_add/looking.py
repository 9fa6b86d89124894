"""Days to look at, in the words of quick add; for looking, a date without a year is the nearest one."""

import datetime as dt
import re
from typing import Final

from salgsplan_tui.domain.dates import Span, bucket_span, inclusive, is_bucket
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add.read_when import read_when
from salgsplan_tui.domain.quick_add.words import Words

_HALF_A_YEAR: Final = dt.timedelta(weeks=26)
_COUNTED: Final = re.compile(r"\s*(?:\+|om\b|in\b)|.*\d{4}", re.IGNORECASE)
"""Words that count from today or tell the year: they mean what they say."""


def span_meant(text: str, *, words: Words, now: dt.datetime, language: str) -> Span:
    """Return the days that the words mean: a day, several, a week, a month or a quarter.

    Raises:
        NotUnderstoodError: they mean none; `at` tells where.
    """
    if is_bucket(text.strip().upper()):
        return bucket_span(text.strip().upper())
    span = _span(read_when(text, words=words, now=now, language=language), text)
    if _COUNTED.match(text) or span.start - now.date() <= _HALF_A_YEAR:
        return span
    return _a_year_before(span)


def _span(place: Placement, text: str) -> Span:
    if place.date is not None:
        return inclusive(place.date, place.end_date or place.date)
    if place.bucket is not None:
        return bucket_span(place.bucket)
    raise NotUnderstoodError("bad_date", at=(0, len(text)), what=text)


def _a_year_before(span: Span) -> Span:
    if span.start.weekday() == 0 and len(span) == 7:  # noqa: PLR2004  # a week keeps its number
        year, week, _day = span.start.isocalendar()
        earlier = f"{year - 1:04}-W{week:02}"
        return bucket_span(earlier) if is_bucket(earlier) else span
    try:
        return Span(span.start.replace(year=span.start.year - 1), span.end.replace(year=span.end.year - 1))
    except ValueError:  # 29 February
        return span
