"""The week as an hour grid: the lines of a day that each activity takes, and which stand side by side (chapter 6.3)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.settings import WEEKDAYS, Settings

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_SATURDAY: Final = 5
_USUAL_HOURS: Final = range(8, 16)


@dataclass(frozen=True)
class Block:
    """A timed activity on one day, in lines of so many minutes counted from midnight."""

    id: str
    work: range
    """The lines that it is done in, one at least."""
    lines: range
    """All lines that it takes: those of the way there and back too."""
    lane: int = 0
    """Its place among those that stand side by side."""
    lanes: int = 1
    """How many stand side by side here."""


@dataclass(frozen=True)
class Bar:
    """An activity of several days above the hours."""

    id: str
    columns: range
    """The days of the week that it covers, as they are shown."""
    level: int
    """Its line: no two of a line meet."""
    since_before: bool
    """It began before the days shown."""
    goes_on: bool
    """It goes on after the days shown."""


def blocks_of(rows: Iterable[Activity], day: dt.date, line_minutes: int) -> tuple[Block, ...]:
    """Return the timed activities of a day from top to bottom, those that meet in a line side by side."""
    found = []
    for row in rows:
        work, busy = at_work_on(row, day), busy_on(row, day)
        if work is not None and busy is not None:
            at_work = _lines(work, day, line_minutes)
            around = _lines(busy, day, line_minutes)
            lines = range(min(at_work.start, around.start), max(at_work.stop, around.stop))
            found.append(Block(row.id, at_work, lines))
    found.sort(key=lambda block: (block.lines.start, -len(block.lines), block.id))
    return tuple(block for cluster in _clusters(found) for block in _in_lanes(cluster))


def _lines(span: TimeSpan, day: dt.date, line_minutes: int) -> range:
    """Return the lines that a time touches; what lies before or after midnight is left out."""
    midnight = dt.datetime.combine(day, dt.time())
    start, end = ((each - midnight) // dt.timedelta(minutes=1) for each in (span.start, span.end))
    first = min(max(0, start), _DAY - 1) // line_minutes
    return range(first, max(first + 1, -(-min(end, _DAY) // line_minutes)))


def _clusters(blocks: Sequence[Block]) -> Iterable[list[Block]]:
    """Yield blocks, in order, that are tied together by meeting in a line."""
    cluster: list[Block] = []
    for block in blocks:
        if cluster and block.lines.start >= max(each.lines.stop for each in cluster):
            yield cluster
            cluster = []
        cluster.append(block)
    if cluster:
        yield cluster


def _in_lanes(cluster: list[Block]) -> list[Block]:
    ends: list[int] = []
    lanes: list[int] = []
    for block in cluster:
        lane = next((lane for lane, end in enumerate(ends) if end <= block.lines.start), len(ends))
        ends[lane : lane + 1] = [block.lines.stop]
        lanes.append(lane)
    return [replace(block, lane=lane, lanes=len(ends)) for block, lane in zip(cluster, lanes, strict=True)]


def bars_of(rows: Iterable[Activity], days: Sequence[dt.date]) -> tuple[Bar, ...]:
    """Return the activities of several days as bars over the days shown."""
    bars: list[Bar] = []
    for row in rows:
        span = row.span
        if row.date is None or span is None or len(span) == 1:
            continue
        covered = [column for column, day in enumerate(days) if day in span]
        if covered:
            columns = range(covered[0], covered[-1] + 1)
            level = next(level for level in range(len(bars) + 1) if not _taken(bars, level, columns))
            bars.append(Bar(row.id, columns, level, span.start < days[0], span.last > days[-1]))
    return tuple(bars)


def _taken(bars: list[Bar], level: int, columns: range) -> bool:
    here = (bar.columns for bar in bars if bar.level == level)
    return any(max(other.start, columns.start) < min(other.stop, columns.stop) for other in here)


def shown_days(week: Span, rows: Iterable[Activity], settings: Settings, day: dt.date) -> tuple[dt.date, ...]:
    """Return Monday to Friday, and the weekend where it is used, worked in, or looked at."""
    weekend = [each for each in week.days() if each.weekday() >= _SATURDAY]
    used = any(row.date in weekend for row in rows)
    worked = any(settings.working_minutes(each.weekday()) for each in weekend)
    last = week.end if used or worked or day in weekend else weekend[0]
    return tuple(Span(week.start, last).days())


def shown_hours(days: Iterable[dt.date], settings: Settings, blocks: Iterable[Block], line_minutes: int) -> range:
    """Return the hours to show: the working hours of these days, and what is planned before and after them."""
    usual = [hours for day in days if (hours := settings.working_hours.get(WEEKDAYS[day.weekday()])) is not None]
    starts = [each.start.hour for each in usual] or [_USUAL_HOURS.start]
    ends = [each.end.hour + (each.end.minute > 0) for each in usual] or [_USUAL_HOURS.stop]
    for block in blocks:
        starts.append(block.lines.start * line_minutes // _HOUR)
        ends.append(-(-block.lines.stop * line_minutes // _HOUR))
    return range(min(starts), max(ends))
