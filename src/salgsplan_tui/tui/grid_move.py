"""A row that is moved along the hours of a week: where it has come, as a value."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.placement import Placement

_DAY = 24 * 60


@dataclass(frozen=True)
class GridMove:
    """An open, timed row and the place that the arrows have brought it to."""

    row: Activity
    date: dt.date
    start: dt.time

    @classmethod
    def of(cls, row: Activity) -> Self | None:
        """Return the move of a row that has just begun; None for a row without a place among the hours."""
        if not row.is_open or row.date is None or row.start is None:
            return None
        return cls(row, row.date, row.start)

    @property
    def has_begun(self) -> bool:
        """Say whether the row stands elsewhere than before."""
        return (self.date, self.start) != (self.row.date, self.row.start)

    @property
    def place(self) -> Placement:
        """Where it has come."""
        return Placement(self.date, self.start)

    @property
    def moved(self) -> Activity:
        """The row as it would stand there."""
        last = self.row.end_date
        if last is not None and self.row.date is not None:
            last = self.date + (last - self.row.date)
        return self.row.changed_to(date=self.date, start=self.start, end_date=last)

    def stepped(self, days: int, lines: int, line_minutes: int, within: Span) -> "GridMove":
        """Return it some days and lines on; it stays within these days, and a line's time is a whole one."""
        date = min(max(self.date + dt.timedelta(days=days), within.start), within.last)
        minutes = self.start.hour * 60 + self.start.minute
        if lines:
            whole = minutes // line_minutes if lines > 0 else -(-minutes // line_minutes)
            minutes = min(max((whole + lines) * line_minutes, 0), _DAY - line_minutes)
        return GridMove(self.row, date, dt.time(*divmod(minutes, 60)))
