"""A goal in one line: «8 ordre innen 31.3.» - a number, a unit and a deadline, or it is a vision (S1, S23, S37)."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, get_args

from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.measures import MEASURES, measure_of, unit_of
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.programme import Goal, Unit
from salgsplan_tui.domain.quick_add import Words
from salgsplan_tui.domain.quick_add.numbers import decimal_of

ReadWhen = Callable[[str], Placement]
"""Reads words for a place in time; raises NotUnderstoodError."""

_NUMBER: Final = re.compile(
    r"(?P<before>\bkr\.?|\bNOK)?\s*(?P<number>\d{1,3}(?:[ \xa0]\d{3})+(?:,\d{1,2})?|\d[\d.,]*)"
    r"\s*(?P<scale>k\b|mill\.?\b|million(?:er|s)?\b)?\s*(?P<unit>%|[^\W\d]+)?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"%|[^\W\d]+")
_YEAR: Final = re.compile(r"20\d\d", re.ASCII)
_YEAR_WORDS: Final = 2
"""«innen 2030»: a preposition and the year."""
_LARGEST: Final = Decimal(10) ** 13


@dataclass(frozen=True)
class NewGoal:
    """A goal as it was written; what is None is missing, and it is then no goal yet but a vision."""

    title: str
    unit: Unit | None = None
    target: int | None = None
    """In hundredths of its unit."""
    deadline: dt.date | None = None
    counted: str = ""
    """What the number counts, in the line's own word."""
    measure: str | None = None
    """What is counted, where the words tell it."""
    weekday_says: dt.date | None = None
    """The day that the weekday tells, where the date beside it is another."""

    @property
    def is_concrete(self) -> bool:
        """Say whether it has number, unit and deadline."""
        return None not in (self.unit, self.target, self.deadline)

    def goal(self, identity: str) -> Goal:
        """Return the goal that it says.

        Raises:
            NotUnderstoodError: weekday and date of its deadline disagree.
        """
        if self.weekday_says is not None:
            raise NotUnderstoodError("weekday_mismatch", date=self.weekday_says, other=self.deadline)
        made = Goal(
            id=identity,
            title=self.title,
            measure=self.measure,
            unit=self.unit,
            target=self.target,
            deadline=self.deadline,
        )
        if self.measure is None:
            return made
        known = MEASURES[self.measure]
        return made.changed_to(area=known.area, direction=known.direction)


def read_goal(text: str, *, words: Words, read_when: ReadWhen) -> NewGoal:
    """Return what a line says of a goal."""
    title = " ".join(text.split())
    rest, deadline, weekday = _without_year(title, words) or _without_deadline(title, read_when)
    match = _NUMBER.search(rest)
    number = None if match is None else decimal_of(re.sub(r"[ \xa0]", "", match["number"]).rstrip(".,"))
    if match is None or number is None:
        return NewGoal(title, deadline=deadline, weekday_says=weekday)
    counted = next((word for word in (match["before"], match["unit"]) if word and _is_unit(word, words)), "")
    topics = _topics(rest, words)
    unit = _unit(counted, words) or unit_of(topics)
    number *= _scale(match["scale"])
    return NewGoal(
        title=title,
        unit=unit,
        target=int(number * 100) if number < _LARGEST else None,
        deadline=deadline,
        counted=counted,
        measure=None if unit is None else measure_of(topics, unit),
        weekday_says=weekday,
    )


def _is_unit(word: str, words: Words) -> bool:
    return _plain(word) not in words.goal_ends


def _unit(counted: str, words: Words) -> Unit | None:
    if not counted:
        return None
    code = words.goal_units.code(_plain(counted))
    return next((unit for unit in get_args(Unit) if unit == code), "count")


def _topics(text: str, words: Words) -> tuple[str, ...]:
    """Return what the words are about, the longest phrases first found."""
    found: list[str] = []
    parts = [_plain(word) for word in _WORD.findall(text)]
    at = 0
    while at < len(parts):
        topic = words.goal_topics.at(parts, at)
        found += [] if topic is None else [topic[0]]
        at = at + 1 if topic is None else topic[1]
    return tuple(found)


def _plain(word: str) -> str:
    return word.casefold().rstrip(".")


def _scale(word: str | None) -> int:
    if word is None:
        return 1
    return 1_000 if word.casefold() == "k" else 1_000_000


def _without_year(text: str, words: Words) -> tuple[str, dt.date, None] | None:
    """Return the words before «innen 2030», and the last day of that year; None where they end otherwise."""
    parts = text.rstrip(" .").split(" ")
    if len(parts) <= _YEAR_WORDS or not _YEAR.fullmatch(parts[-1]) or _plain(parts[-2]) not in words.goal_ends:
        return None
    return " ".join(parts[:-_YEAR_WORDS]), dt.date(int(parts[-1]), 12, 31), None


def _without_deadline(text: str, read_when: ReadWhen) -> tuple[str, dt.date | None, dt.date | None]:
    """Return the words before the longest ending that names a time, its last day, and the weekday's other day."""
    words = text.rstrip(" .").split(" ")
    for first in range(len(words)):
        ending = " ".join(words[first:])
        if not any(letter.isalnum() for letter in ending) or (first == 0 and len(words) == 1):
            continue
        try:
            place = read_when(ending)
        except NotUnderstoodError as error:
            if error.key == "weekday_mismatch":
                return " ".join(words[:first]), _day(error.values["other"]), _day(error.values["date"])
            continue
        day = place.end_date or place.date
        if day is None and place.bucket is not None:
            day = bucket_span(place.bucket).last
        if day is not None and place.start is None:
            return " ".join(words[:first]), day, None
    return text, None, None


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None
