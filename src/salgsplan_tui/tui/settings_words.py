"""The words of the settings: the roles, and working hours as a person writes them."""

import datetime as dt
import re
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.settings import WEEKDAYS, WorkingHours
from salgsplan_tui.language import N_, language
from salgsplan_tui.language.conventions import CONVENTIONS

ROLES: Final = (("seller", N_("seller")), ("service", N_("service")), ("both", N_("both sales and service")))

_HOURS: Final = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s*[-–]\s*(\d{1,2})(?:[:.]?(\d\d))?")
_PART: Final = re.compile(r"(?:(?P<first>[^\W\d_]+)\.?\s*(?:[-–]\s*(?P<last>[^\W\d_]+)\.?\s*)?)?(?P<hours>\d.*)")
_SHORTEST: Final = 2
"""The letters that tell one weekday from the others."""


def hours_of(text: str) -> tuple[dt.time, dt.time] | None:
    """Return start and end of «08:00–16:00», «8-16» or «0800-1530»; None where it is neither."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return None
    try:
        start = dt.time(int(match[1]), int(match[2] or 0))
        end = dt.time(int(match[3]), int(match[4] or 0))
    except ValueError:
        return None
    return (start, end) if start < end else None


def week_of(text: str) -> Mapping[str, WorkingHours]:
    """Return the hours by weekday code of «man–fre 8–16, lør 10–14»; hours without a day are Monday to Friday's.

    Raises:
        NotUnderstoodError: `not_hours`, also where a weekday stands twice or none stands there.
    """
    found: dict[str, WorkingHours] = {}
    for part in re.split(r"[,;]", text):
        match = _PART.fullmatch(part.strip())
        hours = None if match is None else hours_of(match["hours"])
        days = () if match is None else _weekdays(match["first"], match["last"])
        if hours is None or not days or found.keys() & set(days):
            raise NotUnderstoodError("not_hours")
        found |= dict.fromkeys(days, WorkingHours(start=hours[0], end=hours[1]))
    return {day: found[day] for day in WEEKDAYS if day in found}


def _weekdays(first: str | None, last: str | None) -> tuple[str, ...]:
    if first is None:
        return WEEKDAYS[:5]
    start = _weekday(first)
    end = start if last is None else _weekday(last)
    return () if start is None or end is None else WEEKDAYS[start : end + 1]


def _weekday(word: str) -> int | None:
    """Return which weekday a word or its beginning is, Monday 0, in whichever language."""
    known = (names for each in CONVENTIONS.values() for names in (each.weekdays, each.weekdays_short))
    found = {
        day
        for names in known
        for day, name in enumerate(names)
        if len(word) >= _SHORTEST and name.casefold().startswith(word.casefold())
    }
    return found.pop() if len(found) == 1 else None


def written_week(hours: Mapping[str, WorkingHours]) -> str:
    """Return it as `week_of` reads it: «man–fre 08:00–16:00, lør 10:00–14:00»."""
    names = CONVENTIONS[language()].weekdays_short
    numbered = [(day, hours[code]) for day, code in enumerate(WEEKDAYS) if code in hours]
    # Days that follow one another with the same hours are told as one stretch.
    stretches = groupby(enumerate(numbered), key=lambda each: (each[1][0] - each[0], each[1][1].start, each[1][1].end))
    parts = []
    for (_gap, start, end), days in stretches:
        stretch = [names[day] for _place, (day, _its) in days]
        told = stretch[0] if len(stretch) == 1 else f"{stretch[0]}–{stretch[-1]}"
        parts.append(f"{told} {start:%H:%M}–{end:%H:%M}")
    return ", ".join(parts)
