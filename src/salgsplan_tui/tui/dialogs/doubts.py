"""Two parts of a line that say different things: the question, and what is meant when it is answered."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from salgsplan_tui.domain.quick_add import Doubt, Reading
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import duration
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.dialogs.place_text import bucket_words, day_words, time_words


def doubt_question(doubt: Doubt) -> str:
    """Return the question that has to be answered."""
    return {
        "weekday_mismatch": _("The weekday and the date do not agree. Which is right?"),
        "duration_mismatch": _("The times and the duration do not agree. Which is right?"),
    }.get(doubt.code, _("Which is right?"))


def doubt_choices(reading: Reading, doubt: Doubt) -> tuple[Choice[int], ...]:
    """Return the ways to read it, by their place among the doubt's choices."""
    return tuple(Choice(place, _in_words(reading, choice)) for place, choice in enumerate(doubt.choices))


def settled(reading: Reading, doubt: Doubt, place: int) -> Reading:
    """Return the reading with one of the ways taken."""
    activity = reading.activity.changed_to(**doubt.choices[place])
    rest = tuple(each for each in reading.doubts if each is not doubt)
    return replace(reading, activity=activity, doubts=rest)


def _in_words(reading: Reading, choice: Mapping[str, object]) -> str:
    return " · ".join(_parts(reading, choice))


def _parts(reading: Reading, choice: Mapping[str, object]) -> Iterator[str]:
    day, last, minutes = choice.get("date"), choice.get("end_date"), choice.get("minutes")
    start = choice.get("start", reading.activity.start)
    if isinstance(day, dt.date):
        yield day_words(day, last if isinstance(last, dt.date) else None)
    if isinstance(bucket := choice.get("bucket"), str):
        yield bucket_words(bucket)
    if isinstance(minutes, int):
        yield time_words(start if isinstance(start, dt.time) else None, minutes)
        yield duration(minutes)
