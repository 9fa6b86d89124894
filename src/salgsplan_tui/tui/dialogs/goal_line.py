"""A goal in one line: «8 ordre innen 31.3.» - a number, a unit and a deadline, or it is a vision (S1, S23, S37)."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.numbers import decimal_of
from salgsplan_tui.tui.dialogs.reading import ReadWhen

GoalUnit = Literal["kr", "count", "percent", "hours", "minutes", "points"]

_NUMBER: Final = re.compile(
    r"(?P<before>\bkr\.?|\bNOK)?\s*(?P<number>\d{1,3}(?:[  ]\d{3})+(?:,\d{1,2})?|\d[\d.,]*)"
    r"\s*(?P<scale>k\b|mill\.?\b|million(?:er|s)?\b)?\s*(?P<unit>%|[^\W\d]+)?",
    re.IGNORECASE,
)
_UNITS: Final[dict[str, GoalUnit]] = {
    **dict.fromkeys(("kr", "kroner", "nok"), "kr"),
    **dict.fromkeys(("%", "prosent", "percent"), "percent"),
    **dict.fromkeys(("timer", "time", "hours", "hour"), "hours"),
    **dict.fromkeys(("minutter", "minutes"), "minutes"),
    **dict.fromkeys(("poeng", "points"), "points"),
}
_NOT_A_UNIT: Final = frozenset({"innen", "før", "til", "by", "before", "until", "in", "i", "på", "within"})
_LARGEST: Final = Decimal(10) ** 13


@dataclass(frozen=True)
class NewGoal:
    """A goal as it was written; what is None is missing, and it is then no goal yet but a vision."""

    title: str
    unit: GoalUnit | None = None
    target: int | None = None
    """In hundredths of its unit."""
    deadline: dt.date | None = None
    counted: str = ""
    """What the number counts, in the line's own word."""

    @property
    def is_concrete(self) -> bool:
        """Say whether it has number, unit and deadline."""
        return None not in (self.unit, self.target, self.deadline)


def read_goal(text: str, read_when: ReadWhen) -> NewGoal:
    """Return what a line says of a goal."""
    title = " ".join(text.split())
    words, deadline = _without_deadline(title, read_when)
    match = _NUMBER.search(words)
    if match is None:
        return NewGoal(title, deadline=deadline)
    counted = next(
        (word for word in (match["before"], match["unit"]) if word and word.casefold() not in _NOT_A_UNIT), ""
    )
    number = decimal_of(re.sub(r"[  ]", "", match["number"]).rstrip(".,"))
    if number is None:
        return NewGoal(title, deadline=deadline)
    number *= _scale(match["scale"])
    unit = _UNITS.get(counted.casefold().rstrip("."), "count") if counted else None
    target = int(number * 100) if number < _LARGEST else None
    return NewGoal(title, unit, target, deadline, counted)


def _scale(word: str | None) -> int:
    if word is None:
        return 1
    return 1_000 if word.casefold() == "k" else 1_000_000


def _without_deadline(text: str, read_when: ReadWhen) -> tuple[str, dt.date | None]:
    """Return the words before the longest ending that names a day or a period, and its last day."""
    words = text.rstrip(" .").split(" ")
    for first in range(len(words)):
        ending = " ".join(words[first:])
        if not any(letter.isalnum() for letter in ending) or (first == 0 and len(words) == 1):
            continue
        try:
            place = read_when(ending)
        except NotUnderstoodError:
            continue
        day = place.end_date or place.date
        if day is None and place.bucket is not None:
            day = bucket_span(place.bucket).last
        if day is not None and place.start is None:
            return " ".join(words[:first]), day
    return text, None
