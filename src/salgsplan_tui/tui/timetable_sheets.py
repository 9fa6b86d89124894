"""The sheet of channels or activity programmes over the weeks, and what every sheet of the timetable gives the grid."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_span, week_key
from salgsplan_tui.domain.timetable import Cell, Layout, Timetable, TimetableWeek
from salgsplan_tui.language import _
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.tui import grid_shape
from salgsplan_tui.tui.grid_shape import GridShape
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.timetable_cells import LineColumns, Look, line_columns

UNREAD: Final = "…"
"""What stands for the figures of a week whose file was not read yet."""
Spot = grid_shape.Cell
"""A place of the grid, as against a field of the timetable."""


class TimetableSheet(Protocol):
    """What stands where in the grid, and which field of the timetable that is."""

    @property
    def shape(self) -> GridShape:
        """The rows and columns."""

    def corner(self, line: int) -> Iterator[Part]:
        """Yield a line of what stands above the side."""

    def head(self, column: int, line: int) -> Iterator[Part]:
        """Yield a line of what stands above a column."""

    def side(self, row: int, line: int) -> Iterator[Part]:
        """Yield a line of what stands beside a row."""

    def cell(self, row: int, column: int, line: int) -> Iterator[Part]:
        """Yield a line of what stands in a cell."""

    def next_to(self, spot: Spot, rows: int, columns: int, *, is_moving: bool) -> Spot:
        """Return where the cursor goes from a place."""

    def field(self, spot: Spot) -> Cell:
        """Return the field of the timetable that the cursor stands on."""

    def week(self, spot: Spot) -> TimetableWeek:
        """Return the week of a place."""

    def day(self, spot: Spot) -> dt.date | None:
        """Return the day of a place; None where it is a whole week."""

    def name(self, spot: Spot) -> str:
        """Return the channel or programme of a place; nothing where it has none."""

    def spot_of(self, day: dt.date, before: Spot, row: Activity | None = None) -> Spot:
        """Return where a day, or a row of it, stands; `before` is where the cursor stood."""


@dataclass(frozen=True)
class LinesSheet:
    """Channels or activity programmes by weeks; the sums and the loads of the weeks stand above them."""

    table: Timetable
    look: Look
    layout: Layout
    known: frozenset[str]
    """The weeks that were read."""
    columns: LineColumns

    @cached_property
    def shape(self) -> GridShape:
        """A line a row; the last column is the sum of the weeks."""
        number = len(self.table.weeks)
        widths = (*[self.columns.week] * number, self.columns.total)
        rows = len(self.table.lines(self.layout))
        return GridShape(rows, number if rows else 0, widths, head=3, side=self.columns.name)

    def corner(self, line: int) -> Iterator[Part]:
        """Yield what the lines of the head are."""
        names = words.layout_name(self.layout), _("sum"), _("load")
        yield Part(f" {names[line]}", ("head", "figure", "muted")[line])

    def head(self, column: int, line: int) -> Iterator[Part]:
        """Yield the number of a week, its sum and how full it is."""
        if column == len(self.table.weeks):
            total = words.figure(self.table.total, self.look.measure, hide=self.look.hide)
            load = words.percent_of(self.table.total, self.table.capacity_minutes)
            yield _right((_("sum"), total, load)[line], self.columns.total, ("head", "figure", "muted")[line])
            return
        week = self.table.weeks[column]
        here = self.look.today in week.span
        if line == 0:
            yield _right(str(week.number), self.columns.week, "now" if here else "head")
        elif week.key not in self.known:
            yield _right(UNREAD, self.columns.week, "muted")
        elif line == 1:
            text = words.narrow_figure(week.figures, self.look.measure, self.columns.week - 1, hide=self.look.hide)
            yield _right(text, self.columns.week, "figure")
        else:
            load = words.load_mark(week.figures, week.capacity_minutes).replace("\xa0%", "%")
            yield _right(load, self.columns.week, "warning" if (week.load or 0) > 1 else "muted")

    def side(self, row: int, line: int) -> Iterator[Part]:
        """Yield the sign and the name of a channel or programme."""
        del line
        each = self.table.lines(self.layout)[row]
        sign = self.look.plan.channels.sign(each.code) if self.layout == "channels" else ""
        yield Part(f" {sign} " if sign else " ", "sign")
        yield Part(words.line_name(self.look.plan, self.layout, each.code, hide=self.look.hide))

    def cell(self, row: int, column: int, line: int) -> Iterator[Part]:
        """Yield what a channel or programme has in a week."""
        del line
        each = self.table.lines(self.layout)[row]
        if column == len(self.table.weeks):
            total = words.figure(each.total, self.look.measure, hide=self.look.hide)
            yield _right(total, self.columns.total, "figure")
            return
        cell = each.cells[column]
        text = words.narrow_line_figure(cell, self.look.measure, self.columns.week - 1, hide=self.look.hide)
        yield _right(text, self.columns.week, "sign" if text == words.BAR else "text")

    def next_to(self, spot: Spot, rows: int, columns: int, *, is_moving: bool) -> Spot:
        """Go to the next line or week; what is moved stays in its line."""
        return self.shape.nearest(Spot(spot.row + (0 if is_moving else rows), spot.column + columns))

    def field(self, spot: Spot) -> Cell:
        """Return what a line has in a week."""
        lines = self.table.lines(self.layout)
        return lines[spot.row].cells[spot.column] if lines else Cell()

    def week(self, spot: Spot) -> TimetableWeek:
        """Return the week of a column."""
        return self.table.weeks[min(spot.column, len(self.table.weeks) - 1)]

    def day(self, spot: Spot) -> dt.date | None:
        """Return no day: a column is a whole week."""
        del spot
        return None  # a day of other sheets

    def name(self, spot: Spot) -> str:
        """Return the name of the line."""
        lines = self.table.lines(self.layout)
        return words.line_name(self.look.plan, self.layout, lines[spot.row].code, hide=self.look.hide) if lines else ""

    def spot_of(self, day: dt.date, before: Spot, row: Activity | None = None) -> Spot:
        """Return the column of the day's week, in the line of the row."""
        keys = [week.key for week in self.table.weeks]
        if row is not None and row.date is None and row.bucket is not None:
            day = bucket_span(row.bucket).start
        column = keys.index(week_key(day)) if week_key(day) in keys else 0
        if row is None:
            return Spot(before.row, column)
        code = row.channel if self.layout == "channels" else row.programme
        codes = [line.code for line in self.table.lines(self.layout)]
        return Spot(codes.index(code) if code in codes else before.row, column)


def lines_sheet(table: Timetable, look: Look, layout: Layout, known: frozenset[str], cells: int) -> LinesSheet:
    """Return the sheet for so many cells of the screen."""
    return LinesSheet(table, look, layout, known, line_columns(cells, len(table.weeks)))


def _right(text: str, cells: int, style: str) -> Part:
    return Part(text.rjust(cells), style)
