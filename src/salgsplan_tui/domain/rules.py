"""The rules of repeating activities as text: RFC 5545's RRULE, whole days only (libraries.md 4)."""

import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Final

from salgsplan_tui.domain.fields import Check

_WEEKDAY: Final = r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)"
_MONTH_DAY: Final = r"-?(?:[1-9]|[12]\d|3[01])"
_PARTS: Final = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "BYDAY": rf"{_WEEKDAY}(?:,{_WEEKDAY})*",
    "BYMONTHDAY": rf"{_MONTH_DAY}(?:,{_MONTH_DAY})*",
    "BYMONTH": r"(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYSETPOS": "-?[1-9]",
    "WKST": "MO|SU",
}
"""The parts of a rule, and what each may say: whole days only, and nothing that never ends or takes for ever."""
WEEKDAY_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The weekdays as rules name them, Monday first."""
_KEPT_YEARS: Final = 256
_FIFTH: Final = 5


def _rule(text: str) -> str:
    given = parts_of(text)
    known = all(re.fullmatch(_PARTS.get(name, "(?!)"), value) for name, value in given.items())
    if not known or "FREQ" not in given or len(given) != text.count(";") + 1:
        raise ValueError("rrule")
    if given["FREQ"] == "DAILY" and not given.keys() <= {"FREQ", "INTERVAL", "COUNT", "BYDAY", "WKST"}:
        raise ValueError("rrule")
    return text


Rule = Annotated[str, Check(_rule)]
"""RFC 5545's RRULE without DTSTART and UNTIL: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"."""


def parts_of(rule: str) -> dict[str, str]:
    """Return the parts of a rule by name."""
    return dict(part.partition("=")[::2] for part in rule.split(";"))


def rule_of(parts: dict[str, str]) -> str:
    """Return the rule of its parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


@lru_cache(maxsize=_KEPT_YEARS)
def dates_in_year(rule: str, first: dt.date, year: int) -> tuple[dt.date, ...]:
    """Return the dates of a rule in one year, counted from its first day; they are kept, for a day is painted often."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415  # 13 ms, and most days have no series

    found = rrulestr(rule, dtstart=dt.datetime.combine(first, dt.time()))
    days = found.between(dt.datetime(year, 1, 1), dt.datetime(year, 12, 31), inc=True)
    return tuple(moment.date() for moment in days)


def weekdays_named(rule: str) -> frozenset[int]:
    """Return the weekdays that a rule names, Monday 0."""
    named = parts_of(rule).get("BYDAY", "").split(",")
    return frozenset(WEEKDAY_CODES.index(code[-2:]) for code in named if code)


def shifted(rule: str, old: dt.date, new: dt.date) -> str:
    """Return the rule that has `new` where it had `old`: another weekday, day of the month, or nth weekday of it.

    Of several weekdays the one of `old` is replaced.
    """
    parts = parts_of(rule)
    if "BYMONTH" in parts:
        parts["BYMONTH"] = str(new.month)
    if "BYMONTHDAY" in parts:
        parts["BYMONTHDAY"] = str(new.day)
    if "BYDAY" in parts and "BYSETPOS" not in parts:
        codes = [_moved(code, old, new) for code in parts["BYDAY"].split(",")]
        parts["BYDAY"] = ",".join(sorted(dict.fromkeys(codes), key=lambda code: WEEKDAY_CODES.index(code[-2:])))
    return rule_of(parts)


def _moved(code: str, old: dt.date, new: dt.date) -> str:
    """Return one weekday of a rule as it is after the move."""
    if WEEKDAY_CODES.index(code[-2:]) != old.weekday():
        return code
    weekday = WEEKDAY_CODES[new.weekday()]
    if len(code) == len(weekday):
        return weekday
    nth = (new.day - 1) // 7 + 1
    is_last = (new + dt.timedelta(days=7)).month != new.month
    return f"-1{weekday}" if nth == _FIFTH or (code[0] == "-" and is_last) else f"{nth}{weekday}"


def without_count(rule: str, gone: int) -> str:
    """Return the rule that goes on after so many of its dates; at least one is left."""
    parts = parts_of(rule)
    if "COUNT" in parts:
        parts["COUNT"] = str(max(1, int(parts["COUNT"]) - gone))
    return rule_of(parts)
