"""The kinds of fields that values have in files: ids, days, times, moments, lists."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

FROM_FILE: Final[Mapping[str, bool]] = {"file": True}
"""The validation context of what comes from a file, where only the file format's own forms count."""

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2999
_ID = re.compile(r"[0-9a-z][0-9a-z-]{1,31}")


def from_file(info: ValidationInfo) -> bool:
    """Say whether the value being checked comes from a file."""
    return info.context is FROM_FILE


class Value(BaseModel):
    """A value that never changes; an unknown key from a newer program or a person is kept beside the fields."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True)


def _id(value: object) -> str:
    if not isinstance(value, str) or _ID.fullmatch(value) is None:
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
        if re.fullmatch(r"\d\d:\d\d", value) is None:
            raise ValueError("time")
        return dt.time.fromisoformat(value)
    return value


def _moment(value: object) -> object:
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        raise ValueError("moment")
    return value


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _sane(day: dt.date) -> dt.date:
    # A day after it must exist, and a slip of the finger in a year should be told, not planned.
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("date")
    return day


Id = Annotated[str, BeforeValidator(_id)]
"""2 to 32 characters of `[0-9a-z-]`; new ones are 10 Crockford characters (decisions.md)."""
Day = Annotated[dt.date, BeforeValidator(_day), AfterValidator(_sane)]
"""A civil date in the seller's own zone."""
ClockTime = Annotated[dt.time, BeforeValidator(_time)]
"""Local wall time, whole minutes: "09:30"."""
Moment = Annotated[dt.datetime, BeforeValidator(_moment)]
"""A moment in UTC: when something was made or changed."""
Minutes = Annotated[int, Field(ge=0, le=60 * 24 * 366)]
"""A duration in whole minutes."""
Count = Annotated[int, Field(ge=0, le=10**9)]
"""A number of things."""
AsTuple = BeforeValidator(_tuple)
"""Makes a file's array the tuple that a value holds."""

Texts = Annotated[tuple[str, ...], AsTuple]
"""A list of short texts."""
Ids = Annotated[tuple[Id, ...], AsTuple]
"""A list of ids."""
Counts = Annotated[dict[str, Count], Field(default_factory=dict)]
"""Numbers by name: {reached = 9, meetings_booked = 3}."""
