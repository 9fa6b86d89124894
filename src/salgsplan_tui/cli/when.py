"""Places in time to move to, and days and weeks to look at, in the words of quick add."""

import datetime as dt

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span, week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import language


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
    from salgsplan_tui.domain.quick_add.looking import span_meant as meant  # noqa: PLC0415  # not for today

    try:
        return meant(text, words=call.session.words, now=call.now, language=language())
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error


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
    return week_key(day_meant(call, week_words(text)))


def week_words(text: str) -> str:
    """Return the words for a week where nothing but its number was said, else the words as they are."""
    number = text.strip().lower().removeprefix("w").strip()
    is_week = number.isdecimal() and len(number) <= 2  # noqa: PLR2004  # week 53 is the last
    return f"uke {number}" if is_week else text
