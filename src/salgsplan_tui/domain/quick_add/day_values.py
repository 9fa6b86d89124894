"""What date words name before they are put together: a day, some days, a weekday, a week, month or quarter."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Near = Literal["", "next", "this", "last"]
Role = Literal["", "due", "until", "from"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day."""

    date: dt.date
    is_near: bool = False
    """«i dag», «i morgen»: a number after it is an hour."""
    in_weeks: bool = False
    """«om to uker»: with a weekday it means that week."""


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday 0."""

    number: int
    near: Near = ""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """From one weekday to another."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """A week, month or quarter, by its key."""

    key: str


DateValue = Day | Days | Weekday | Weekdays | Bucket


@dataclass(frozen=True, slots=True)
class Piece:
    """Date words in a line, from the small word that leads to them up to their end."""

    first: int
    last: int
    value: DateValue
    core: int
    """Where the date itself begins, after «på» or «innen»."""
    is_weak: bool = False
    """It could be an ordinary word or a name: «man», "sun", «tor»."""
    role: Role = ""
