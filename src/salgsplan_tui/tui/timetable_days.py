"""The sheet of the days: a row for each week, Monday to Sunday, and beside them what is told of the week."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_span, week_key
from salgsplan_tui.domain.timetable import Cell, Share, Timetable, TimetableDay, TimetableWeek
from salgsplan_tui.domain.timetable_bars import Bar, lanes_of
from salgsplan_tui.language import _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import hours, kroner
from salgsplan_tui.language.safe import width
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.tui.grid_shape import GridShape
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.timetable_cells import (
    DayColumns,
    Look,
    bar_text,
    cut,
    dates_lines,
    day_columns,
    day_text,
    week_label,
)
from salgsplan_tui.tui.timetable_sheets import UNREAD, Spot

_DAYS: Final = 7
_MOST_LINES: Final = 3
_UNDATED, _LOAD, _HOURS, _COST, _DATES = range(_DAYS, _DAYS + 5)
"""The columns after the days."""


@dataclass(frozen=True)
class DaysSheet:
    """The weeks by their days; a row of several lines has room for the names of fairs and campaigns."""

    table: Timetable
    look: Look
    known: frozenset[str]
    """The weeks that were read."""
    columns: DayColumns
    height: int
    """The lines a week takes."""

    @property
    def shape(self) -> GridShape:
        """A week a row; the cursor stands in the days, and in the rows without one."""
        return GridShape(len(self.table.weeks), _DAYS + 1, self.columns.widths, 1, self.columns.label, self.height)

    @cached_property
    def _lanes(self) -> tuple[tuple[tuple[Bar, ...], ...], ...]:
        return tuple(map(lanes_of, self.table.weeks))

    def corner(self, line: int) -> Iterator[Part]:
        """Yield what the side tells."""
        del line
        week = _("week")
        yield Part(f" {week}", "head")

    def head(self, column: int, line: int) -> Iterator[Part]:
        """Yield the name of a weekday, or what a column tells."""
        del line
        if column < _DAYS:
            name = CONVENTIONS[language()].weekdays_short[column]
            yield Part(f" {name}", "red" if column == _DAYS - 1 else "head")
        elif column == _DATES:
            name = _("dates")
            yield Part(f" {name}" if self.columns.dates > width(name) else "", "head")
        elif column > _UNDATED:
            names = words.week_heads()
            yield Part(names[column - _LOAD].rjust(self.columns.widths[column]), "head")

    def side(self, row: int, line: int) -> Iterator[Part]:
        """Yield the number of a week and its Monday."""
        week = self.table.weeks[row]
        if line == 0:
            yield Part(week_label(week, self.look.today), "now" if self.look.today in week.span else "muted")

    def cell(self, row: int, column: int, line: int) -> Iterator[Part]:
        """Yield a day, or what is told of the week."""
        week = self.table.weeks[row]
        if not self.columns.widths[column]:
            return
        if column < _DAYS and line == 0:
            yield from self._day(row, week.days[column])
        elif column < _DAYS:
            yield from self._bar(row, week.days[column], line - 1)
        elif column == _DATES:
            yield from self._dates(week, line)
        elif line == 0:
            yield self._figure(week, column)

    def _day(self, row: int, day: TimetableDay) -> Iterator[Part]:
        named = [bar for lane in self._lanes[row][: self.height - 1] for bar in lane]
        over = [bar for lane in self._lanes[row][self.height - 1 :] for bar in lane]
        if named:  # what its bar tells is not told again
            ids = {bar.row.id for bar in named}
            day = replace(day, shares=tuple(share for share in day.shares if self._is_told(share, ids)))
        text = day_text(self.look, day, over, self.columns.day)
        style = self._style(day)
        sign = {"red": "red", "bridge": "warning"}.get(day.kind, style)
        yield Part(text.sign, sign if day.kind == "ordinary" else f"{style} {sign}")
        yield Part(text.text, style)
        yield Part(text.filler, f"{style} sign")

    def _is_told(self, share: Share, named: set[str]) -> bool:
        return share.row.id not in named or (self.look.measure != "activities" and not share.is_further)

    def _style(self, day: TimetableDay) -> str:
        if day.date == self.look.today:
            return "now"
        if day.date < self.look.today or not day.is_counted:
            return "done"
        return {"red": "red", "off": "off", "bridge": "warning"}.get(day.kind, "text")

    def _bar(self, row: int, day: TimetableDay, lane: int) -> Iterator[Part]:
        lanes, column, cells = self._lanes[row], day.date.weekday(), self.columns.day
        bars = lanes[lane] if lane < len(lanes) else ()
        bar = next((each for each in bars if each.first <= column <= each.last), None)
        if bar is None:
            return
        before, after = int(bar.begins), int(bar.ends)  # a cell of ground at the ends
        text = bar_text(self.look, bar, cells * (bar.last - bar.first + 1) - before - after)
        piece = cut(f"{' ' * before}{text}{' ' * after}", cells * (column - bar.first), cells)
        left = before * (column == bar.first)
        right = after * (column == bar.last)
        yield Part(piece[:left])
        yield Part(piece[left : len(piece) - right], "busy done" if self._style(day) == "done" else "busy")
        yield Part(piece[len(piece) - right :] if right else "")

    def _figure(self, week: TimetableWeek, column: int) -> Part:
        cells = self.columns.widths[column]
        if column == _UNDATED:
            undated = sum(row.counts for row in week.undated)
            return Part(f"+{undated}"[:cells].rjust(cells) if undated else "", "figure")
        if week.key not in self.known:
            return Part(UNREAD.rjust(cells), "muted")
        if column == _LOAD:
            load = words.load_mark(week.figures, week.capacity_minutes)
            return Part(load.rjust(cells), "warning" if (week.load or 0) > 1 else "text")
        if column == _HOURS:
            return Part((hours(week.figures.minutes) if week.figures.minutes else "").rjust(cells), "muted")
        cost = words.HIDDEN if self.look.hide else kroner(week.figures.cost)
        return Part((cost if week.figures.cost else "").rjust(cells), "muted")

    def _dates(self, week: TimetableWeek, line: int) -> Iterator[Part]:
        if week.key not in self.known:
            week = replace(week, is_without_contact=False)
        lines = dates_lines(self.look.plan, week, self.columns.dates - 1, self.height, hide=self.look.hide)
        yield Part(" ")
        yield Part(lines[line], "warning" if line == 0 and week.is_without_contact else "muted")

    def next_to(self, spot: Spot, rows: int, columns: int, *, is_moving: bool) -> Spot:
        """Walk the days, over into the next week and back; the rows without a day lie behind Sunday."""
        if rows:
            return self.shape.nearest(Spot(spot.row + rows, spot.column))
        row, column = spot.row, spot.column + columns
        if column == _UNDATED and not is_moving and not self.table.weeks[row].undated:
            column += columns
        if not 0 <= column <= _UNDATED:
            row += columns
            if not 0 <= row < len(self.table.weeks):
                return spot
            column = 0 if columns > 0 else self._last(row, is_moving=is_moving)
        return Spot(row, column)

    def _last(self, row: int, *, is_moving: bool) -> int:
        return _UNDATED if is_moving or self.table.weeks[row].undated else _DAYS - 1

    def field(self, spot: Spot) -> Cell:
        """Return a day, or the rows of its week that have none."""
        week = self.week(spot)
        if spot.column < _DAYS:
            return week.days[spot.column]
        return Cell(tuple(share for share in week.shares if share.day is None))

    def week(self, spot: Spot) -> TimetableWeek:
        """Return the week of a row."""
        return self.table.weeks[spot.row]

    def day(self, spot: Spot) -> dt.date | None:
        """Return the day of a place; none for the rows without one."""
        return self.week(spot).days[spot.column].date if spot.column < _DAYS else None

    def name(self, spot: Spot) -> str:
        """Return nothing: a day is of all channels."""
        del spot
        return ""

    def spot_of(self, day: dt.date, before: Spot, row: Activity | None = None) -> Spot:
        """Return where a day stands, or the rows without one in its week."""
        keys = [week.key for week in self.table.weeks]
        if row is not None and row.date is None and row.bucket is not None:
            day = bucket_span(row.bucket).start
        if week_key(day) not in keys:
            return self.shape.nearest(before)
        return Spot(keys.index(week_key(day)), _UNDATED if row is not None and row.date is None else day.weekday())


def days_sheet(table: Timetable, look: Look, known: frozenset[str], size: tuple[int, int]) -> DaysSheet:
    """Return the sheet for so many cells and lines of the screen; a week takes as many lines as all have room for."""
    cells, lines = size
    height = min(_MOST_LINES, max(1, (lines - 1) // len(table.weeks)))
    return DaysSheet(table, look, known, day_columns(cells), height)
