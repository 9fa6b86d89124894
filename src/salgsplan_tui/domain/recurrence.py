"""Repeating activities: a rule and its exceptions; occurrences are computed, never stored until touched."""

import datetime as dt
import re
from collections.abc import Container, Iterator, Mapping
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.fields import AsTuple, Check, Day, Id, Moment, Value
from salgsplan_tui.domain.holidays import is_holiday

_STAMP: Final = 8  # the digits of yyyymmdd
_OWN: Final = ("id", "rrule", "first", "until", "on_holiday", "skip", "created", "changed")
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


def _rule(text: str) -> str:
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    known = all(re.fullmatch(_PARTS.get(name, "(?!)"), given) for name, given in parts.items())
    if not known or "FREQ" not in parts or len(parts) != text.count(";") + 1:
        raise ValueError("rrule")
    if parts["FREQ"] == "DAILY" and not parts.keys() <= {"FREQ", "INTERVAL", "COUNT", "BYDAY", "WKST"}:
        raise ValueError("rrule")
    return text


Rule = Annotated[str, Check(_rule)]
"""RFC 5545's RRULE without DTSTART and UNTIL: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"."""


class Series(Value):
    """A rule for when, and the activity that is repeated; files hold the activity's keys beside the rule's."""

    id: Id
    rrule: Rule
    first: Day
    """The day the rule is counted from; itself an occurrence where the rule says so."""
    until: Day | None = None
    """The last day, included."""
    on_holiday: Literal["keep", "skip"] = "keep"
    """Whether it takes place on public holidays and the person's own days off."""
    skip: Annotated[tuple[Day, ...], AsTuple] = ()
    """Dates of the rule that were taken out."""
    activity: Activity
    """What every occurrence is made from; its id is the series' own."""
    created: Moment | None = None
    changed: Moment | None = None

    @classmethod
    def gathered(cls, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table with the activity's keys in a table of their own."""
        if "activity" in table:
            return table
        own = {key: value for key, value in table.items() if key in _OWN}
        rest = {key: value for key, value in table.items() if key not in _OWN}
        return own | {"activity": rest | {"id": table.get("id")}}

    def dates(self, span: Span, days_off: Container[dt.date] = ()) -> Iterator[dt.date]:
        """Yield the rule's own dates within the span, exceptions left out."""
        from dateutil.rrule import rrulestr  # noqa: PLC0415  # 13 ms, and most days have no series

        last = span.end if self.until is None else min(span.end, self.until + dt.timedelta(days=1))
        if last <= max(span.start, self.first):
            return
        midnight = dt.time()
        rule = rrulestr(self.rrule, dtstart=dt.datetime.combine(self.first, midnight))
        start = dt.datetime.combine(span.start, midnight)
        end = dt.datetime.combine(last - dt.timedelta(days=1), midnight)
        for moment in rule.between(start, end, inc=True):
            day = moment.date()
            if day not in self.skip and not (self.on_holiday == "skip" and (is_holiday(day) or day in days_off)):
                yield day

    def occurrence(self, day: dt.date) -> Activity:
        """Return the activity that the rule makes of one of its dates."""
        return self.activity.changed_to(
            id=occurrence_id(self.id, day), series=self.id, occurrence=day, date=day, state=State.PLANNED
        )


def occurrence_id(series: str, day: dt.date) -> str:
    """Return the id of one occurrence: the series' id and the rule's own date."""
    return f"{series}-{day:%Y%m%d}"


def occurrence_of(identity: str) -> tuple[str, dt.date] | None:
    """Return series and date of an occurrence's id, or None where the id is none."""
    series, _, stamp = identity.rpartition("-")
    if not series or len(stamp) != _STAMP or not stamp.isdigit():
        return None
    try:
        return series, dt.date.fromisoformat(stamp)
    except ValueError:
        return None
