"""How values and their fields are declared, and the kinds of fields that files have: ids, days, times, moments, lists.

A value is a class of `Value` with annotated names, each with a default unless it has to be said:

    class Goal(Value):
        id: Id
        priority: Annotated[int, within(1, 3)] = 3
        customer_class: Annotated[Literal["A", "B"] | None, Key("class")] = None

An annotation is made of str, int, bool, dates, enums, `Literal`, values, `X | None`, `tuple[X, ...]` (with `AsTuple`)
and `Mapping[str, X]`. What else there is to say about a field stands beside it in its `Annotated[...]`: `Before` makes
a file's form the value, `Check` refuses what must not be (`within` and `matching` make such checks), `Key` gives it
another name in files, `Written` makes of it what a file holds. An enum is told by its value. A default that is a table
is a `MappingProxyType`, for it is shared. Where files hold a value in another shape, its class has a `gathered`; where
fields have to go together, a `check_whole`.

To make a value in the program is not to check it: `Goal(id="g1", title="Ti ordrer")` says what it knows to be right.
What a file or a person says goes through `domain/checking.py`, where pydantic checks it: `checked(Goal, table)`. What
was found right before is made by `domain/building.py`, which knows the same annotations.
"""

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.values import Before, Check, Key, Value, Written, matching, within

__all__ = [
    "NO_COUNTS",
    "AsTuple",
    "Before",
    "Check",
    "ClockTime",
    "Count",
    "Counts",
    "Day",
    "Id",
    "Ids",
    "Key",
    "Minutes",
    "Moment",
    "Priority",
    "Texts",
    "Value",
    "WallTime",
    "Written",
    "matching",
    "within",
]

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2999
_ID = re.compile(r"[0-9a-z][0-9a-z-]{1,31}")
_TIME = re.compile(r"\d\d:\d\d")


def _id(value: str) -> str:
    if _ID.fullmatch(value) is None:
        raise ValueError("id")
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        if len(value) != len("2027-02-17"):
            raise ValueError("date")
        return dt.date.fromisoformat(value)
    return value


def _time(value: object) -> object:
    if isinstance(value, str):
        if _TIME.fullmatch(value) is None:
            raise ValueError("time")
        return dt.time.fromisoformat(value)
    return value


def _moment(value: object) -> object:
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        raise ValueError("moment")
    return value


def _wall_time(value: object) -> object:
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        raise ValueError("moment")
    return value


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _no_truth(value: object) -> object:
    if isinstance(value, bool):  # Python takes true for 1
        raise ValueError("number")  # noqa: TRY004  # pydantic passes no TypeError on
    return value


def _sane(day: dt.date) -> dt.date:
    # A day after it must exist, and a slip of the finger in a year should be told, not planned.
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("date")
    return day


Id = Annotated[str, Check(_id)]
"""2 to 32 characters of `[0-9a-z-]`; new ones are 10 Crockford characters (decisions.md)."""
Day = Annotated[dt.date, Before(_day), Check(_sane)]
"""A civil date in the seller's own zone."""
ClockTime = Annotated[dt.time, Before(_time)]
"""Local wall time, whole minutes: "09:30"."""
Moment = Annotated[dt.datetime, Before(_moment)]
"""A moment in UTC: when something was made or changed."""
WallTime = Annotated[dt.datetime, Before(_wall_time)]
"""A day and a time of day in the seller's own zone."""
Minutes = Annotated[int, within(0, 60 * 24 * 366)]
"""A duration in whole minutes."""
Count = Annotated[int, within(0, 10**9)]
"""A number of things."""
Priority = Annotated[Literal[1, 2, 3], Before(_no_truth)]
"""1 must, 2 should, 3 could."""
AsTuple = Before(_tuple)
"""Makes a file's array the tuple that a value holds."""

Texts = Annotated[tuple[str, ...], AsTuple]
"""A list of short texts."""
Ids = Annotated[tuple[Id, ...], AsTuple]
"""A list of ids."""
Counts = Mapping[str, Count]
"""Numbers by name: {reached = 9, meetings_booked = 3}."""
NO_COUNTS: Final[Counts] = MappingProxyType({})
"""No number at all."""
