"""So many days or working days before or after a day: "14d", "-10wd" («arbeidsdager»)."""

import datetime as dt
import re
from typing import Annotated, Final

from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.domain.fields import Check
from salgsplan_tui.domain.holidays import add_workdays

_OFFSET: Final = re.compile(r"(?P<number>[+-]?\d{1,3})(?P<unit>d|wd)", re.ASCII)
_WORKDAYS: Final = "wd"


def _offset(text: str) -> str:
    if _OFFSET.fullmatch(text) is None:
        raise ValueError("offset")
    return text


def _delay(text: str) -> str:
    if parts(_offset(text))[0] < 1:
        raise ValueError("offset")
    return text


Offset = Annotated[str, Check(_offset)]
"""A distance from a day, before or after it: "-14d", "0d", "3wd"."""
Delay = Annotated[str, Check(_delay)]
"""A distance that lies after a day: "14d", "5wd"."""


def parts(offset: str) -> tuple[int, bool]:
    """Return the number of an offset, and whether it counts working days.

    Raises:
        ValueError: it is none.
    """
    found = _OFFSET.fullmatch(offset)
    if found is None:
        raise ValueError("offset")
    return int(found["number"]), found["unit"] == _WORKDAYS


def away(day: dt.date, offset: str) -> dt.date:
    """Return the day at this distance.

    Raises:
        ValueError: it is no offset.
    """
    number, counts_workdays = parts(offset)
    return add_workdays(day, number) if counts_workdays else day + number * ONE_DAY
