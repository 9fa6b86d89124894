"""What was issued: which report, for which period, when, to whom, and what its text came to (chapter 3.2)."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from salgsplan_tui.domain.fields import Day, Id, Moment, Texts, Value

ReportKind = Literal["week", "month", "quarter", "year", "programme", "timetable"]

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class ReportIssue(Value):
    """One report that was handed on, one block of `issued.toml`."""

    id: Id
    kind: ReportKind
    period: str
    """What it tells of: "2027-W07", "2027-02", "2027-Q1", the first day of a timetable, or a programme's id."""
    as_of: Day
    """The day whose knowledge it holds."""
    issued: Moment
    language: Literal["nb", "en"] = "nb"
    format: str = "md"
    file: str | None = None
    recipients: Texts = ()
    left_out: Texts = ()
    """The codes of the sections that were left out."""
    digest: str = ""
    """SHA-256 of the document's bytes, so that a copy can be known again."""
    figures: Mapping[str, str] = _NOTHING
    """Its main figures by code, in files' own form, so that the next report can tell what changed."""
    rows: Texts = ()
    """The planned rows it told of: "a26 2027-02-16 09:00"."""

    @property
    def order(self) -> tuple[dt.date, dt.datetime, str]:
        """Sort by the day that a report knows of, and those of one day by when they were issued."""
        return self.as_of, self.issued, self.id
