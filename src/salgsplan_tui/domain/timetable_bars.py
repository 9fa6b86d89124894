"""The bars of the timetable: fairs and campaigns drawn over their days, beside each other where they meet."""

from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.timetable import TimetableWeek


@dataclass(frozen=True)
class Bar:
    """What of a row of several days lies in one week."""

    row: Activity
    first: int
    """The first of its days in this week, Monday 0."""
    last: int
    begins: bool
    """The row begins on `first`, and not in an earlier week."""
    ends: bool


def bars_of(week: TimetableWeek) -> tuple[Bar, ...]:
    """Return the bars of a week, the earliest first."""
    rows = {row.id: row for day in week.days for row in day.rows if row.counts}
    return tuple(bar for row in rows.values() if (bar := _bar(row, week)) is not None)


def lanes_of(week: TimetableWeek) -> tuple[tuple[Bar, ...], ...]:
    """Return the bars of a week in as few lanes as they need: those of one lane follow each other."""
    lanes: list[list[Bar]] = []
    for bar in bars_of(week):
        free = next((lane for lane in lanes if lane[-1].last < bar.first), None)
        if free is None:
            lanes.append([bar])
        else:
            free.append(bar)
    return tuple(map(tuple, lanes))


def _bar(row: Activity, week: TimetableWeek) -> Bar | None:
    if row.span is None or len(row.span) == 1:
        return None
    here = row.span.common(week.span)
    first, last = here.start.weekday(), here.last.weekday()
    return Bar(row, first, last, begins=here.start == row.span.start, ends=here.end == row.span.end)
