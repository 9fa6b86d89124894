"""Days off beside the public holidays: own leave, illness, and days on which the firm is closed (chapter 4.14)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.dates import Span, inclusive
from salgsplan_tui.domain.fields import Day, Id, Value
from salgsplan_tui.domain.holidays import is_holiday, is_short_day

Why = Literal["leave", "ill", "closed"]
Half = Literal["morning", "afternoon"]

WHOLE_DAY: Final[frozenset[Half]] = frozenset({"morning", "afternoon"})
"""Both halves of a day."""


class Leave(Value):
    """One entry of the calendar: some days off, and why; in a file it needs no more than a first day."""

    id: Id
    """Where a file gives none, its first day: "2027-07-12"."""
    title: str = ""
    start: Day
    end: Day
    """The last day, included."""
    kind: Why = "leave"
    half: Half | None = None
    """The half that is off, of each of its days; None for whole days."""

    @classmethod
    def gathered(cls, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table with what it may leave out, because its first day tells it."""
        return {"id": str(table["start"]), "end": table["start"], **table} if "start" in table else table

    def check_whole(self) -> None:
        """Refuse an end before the start."""
        if self.end < self.start:
            raise ValueError("end")

    @property
    def span(self) -> Span:
        """Its days."""
        return inclusive(self.start, self.end)

    @property
    def parts(self) -> frozenset[Half]:
        """The halves of each day that are off."""
        return WHOLE_DAY if self.half is None else frozenset({self.half})


@dataclass(frozen=True)
class DaysOff:
    """All days off, asked day by day; as a container it holds those that are off from morning to evening."""

    entries: tuple[Leave, ...] = ()

    def on(self, day: dt.date) -> tuple[Leave, ...]:
        """Return why a day is off, wholly or half; nothing for an ordinary day."""
        return tuple(each for each in self.entries if each.start <= day <= each.end)

    def parts(self, day: dt.date) -> frozenset[Half]:
        """Return which halves of a day are off."""
        return frozenset[Half]().union(*(each.parts for each in self.on(day)))

    def with_holidays(self, day: dt.date) -> frozenset[Half]:
        """Return which halves of a day are off, red and short days counted in."""
        if is_holiday(day):
            return WHOLE_DAY
        return self.parts(day) | ({"afternoon"} if is_short_day(day) else frozenset[Half]())

    def minutes_left(self, day: dt.date, minutes: int) -> int:
        """Return what of a weekday's usual minutes can be worked on this day."""
        return minutes * (len(WHOLE_DAY) - len(self.with_holidays(day))) // len(WHOLE_DAY)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.parts(day) == WHOLE_DAY
