"""Where a week page is drawn: its days in columns, bars above, hours below, and what the cursor can stand on."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from textual.geometry import Region

from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.week_layout import Bar, Block, shown_hours
from salgsplan_tui.tui.grid_shape import Cell, GridShape
from salgsplan_tui.tui.lines import Part, Target
from salgsplan_tui.tui.week_heads import day_heads
from salgsplan_tui.tui.week_page import WeekPage

_HOUR: Final = 60
_LINES: Final = (15, 30)
"""The minutes of a line: the finest for which all hours have room, else the coarsest."""
_SIDE: Final = 6
_NARROWEST_DAY: Final = 7
_NARROWEST_LANE: Final = 4
FREE: Final = -1
"""The place of free time in a cell, beside those of the blocks that begin there."""


class Stop(NamedTuple):
    """Something that the cursor can stand on: a block, a bar, or free time."""

    cell: Cell
    rows: range
    """The rows that it takes."""
    columns: range
    target: Target


class Lane(NamedTuple):
    """A strip of a day's column on one row."""

    start: int
    end: int
    """Its cells within the column."""
    blocks: tuple[Block, ...]
    """What is there: more than one where there is no room for a lane each."""


@dataclass(frozen=True)
class WeekDrawing:
    """A page with the places of all that is on it."""

    page: WeekPage
    widths: tuple[int, ...]
    line_minutes: int
    blocks: tuple[tuple[Block, ...], ...]
    """Those of each shown day, from top to bottom."""
    bars: tuple[Bar, ...]
    hours: range

    @cached_property
    def heads(self) -> list[list[list[Part]]]:
        """The lines above each day."""
        return day_heads(self.page, self.widths)

    @property
    def shape(self) -> GridShape:
        """The grid that holds it."""
        days = len(self.widths)
        return GridShape(rows=self.rows, columns=days, widths=self.widths, head=len(self.heads[0]), side=_SIDE)

    @cached_property
    def levels(self) -> int:
        """How many lines of bars there are."""
        return _levels(self.bars)

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return self.levels + len(self.hours) * _HOUR // self.line_minutes

    def row_at(self, time: dt.time) -> int:
        """Return the line of a time of day."""
        return self._row_of((time.hour * _HOUR + time.minute) // self.line_minutes)

    def _row_of(self, line: int) -> int:
        """Return the row in which a line, counted from midnight, is drawn."""
        return self.levels + line - self.hours.start * _HOUR // self.line_minutes

    def rows_of(self, block: Block) -> range:
        """Return the rows that a block takes."""
        return range(self._row_of(block.lines.start), self._row_of(block.lines.stop))

    def time_of(self, row: int) -> dt.time:
        """Return the time that a line of the hours begins at; of a line of bars, the first."""
        minutes = self.hours.start * _HOUR + max(0, row - self.levels) * self.line_minutes
        return dt.time(*divmod(min(minutes, 24 * _HOUR - 1), _HOUR))

    @cached_property
    def stops(self) -> tuple[tuple[Stop, ...], ...]:
        """What the cursor can stand on in each column, from top to bottom."""
        return tuple((*self._bar_stops(column), *self._block_stops(column)) for column in range(len(self.widths)))

    def _bar_stops(self, column: int) -> Iterator[Stop]:
        for bar in sorted(self.bars, key=lambda bar: bar.level):
            if column in bar.columns:
                rows = range(bar.level, bar.level + 1)
                yield Stop(Cell(bar.level, column), rows, bar.columns, Target("activity", bar.id))

    def _block_stops(self, column: int) -> Iterator[Stop]:
        for number, block in enumerate(self.blocks[column]):
            cell = Cell(self._row_of(block.work.start), column, number)
            yield Stop(cell, self.rows_of(block), range(column, column + 1), Target("activity", block.id))

    def stop_at(self, cell: Cell) -> Stop:
        """Return what stands in a cell: an activity, else the free time that begins there."""
        for stop in self.stops[cell.column]:
            if stop.cell == cell:
                return stop
        rows, columns = range(cell.row, cell.row + 1), range(cell.column, cell.column + 1)
        return Stop(cell, rows, columns, Target("gap", f"{self.time_of(cell.row):%H:%M}"))

    def stop_of(self, identity: str, day: dt.date | None = None) -> Stop | None:
        """Return where an activity stands, on this day where it stands on several."""
        found = [stop for column in self.stops for stop in column if stop.target.id == identity]
        on_day = (stop for stop in found if self.page.days[stop.cell.column] == day)
        return next(on_day, found[0] if found else None)

    def nearest(self, column: int, row: int) -> Stop:
        """Return what the cursor comes to in a column from a row: the nearest activity, else that free time."""
        stops = self.stops[column]
        if not stops:
            return self.stop_at(Cell(min(max(row, self.levels), self.rows - 1), column, FREE))
        return min(stops, key=lambda stop: max(stop.rows.start - row, row - stop.rows.stop + 1, 0))

    def free_or_taken(self, column: int, time: dt.time) -> Cell:
        """Return where free time at this time of a day is shown, or what has come to take it."""
        row = min(max(self.row_at(time), self.levels), self.rows - 1)
        taken = (stop.cell for stop in self.stops[column] if row in stop.rows)
        return next(taken, Cell(row, column, FREE))

    def below(self, cell: Cell, rows: int) -> Cell:
        """Return the next thing down (1) or up (-1) the day; the cell itself at the end."""
        stops = self.stops[cell.column]
        here = next((number for number, stop in enumerate(stops) if stop.cell == cell), None)
        if here is not None:
            return stops[here + rows].cell if 0 <= here + rows < len(stops) else cell
        beyond = [stop.cell for stop in stops if (stop.cell.row - cell.row) * rows > 0]
        return cell if not beyond else beyond[0 if rows > 0 else -1]

    def free_cells(self) -> tuple[Cell, ...]:
        """Return where free time begins, day by day."""
        return tuple(
            Cell(row, column, FREE)
            for column, day in enumerate(self.page.days)
            for gap in self.page.gaps(day)
            if (row := self._row_of(-(-_minutes(gap.start) // self.line_minutes))) < self.row_at(gap.end.time())
        )

    def region(self, stop: Stop) -> Region:
        """Return where something lies when nothing is scrolled: the whole column of a day, however many share it."""
        first, last = stop.columns[0], stop.columns[-1]
        whole = self.shape.region(Cell(stop.rows.start, first))
        right = self.shape.left(last) + self.widths[last]
        return Region(whole.x, whole.y, right - whole.x, len(stop.rows))

    @cached_property
    def worked(self) -> tuple[range, ...]:
        """The rows of each day's working hours."""
        hours = (working_hours(self.page.plan, day) for day in self.page.days)
        return tuple(range(0) if each is None else range(*(self.row_at(end.time()) for end in each)) for each in hours)

    @property
    def row_of_now(self) -> int:
        """The line of this moment, which may not be among those that are shown."""
        return self.row_at(self.page.now.time()) if self.page.now.date() in self.page.days else -1

    @cached_property
    def _blocks_by_row(self) -> tuple[Mapping[int, list[Block]], ...]:
        """The blocks in each row of each day."""
        found: tuple[dict[int, list[Block]], ...] = tuple({} for _ in self.widths)
        for column, blocks in enumerate(self.blocks):
            for block in blocks:
                for row in self.rows_of(block):
                    found[column].setdefault(row, []).append(block)
        return found

    def lanes(self, column: int, row: int) -> list[Lane]:
        """Return the strips of a day on one row from left to right."""
        width = self.widths[column]
        blocks = self._blocks_by_row[column].get(row, [])
        lanes = min(max((block.lanes for block in blocks), default=1), max(1, width // _NARROWEST_LANE))
        if lanes == 1:
            return [Lane(0, width, tuple(blocks))]
        return [
            Lane(
                width * lane // lanes,
                width * (lane + 1) // lanes,
                tuple(block for block in blocks if min(block.lane, lanes - 1) == lane),
            )
            for lane in range(lanes)
        ]

    def cell_at(self, cell: Cell, x: int) -> Cell | None:
        """Return where the cursor goes when a row of a column is clicked, so many cells from its left edge."""
        stops = self.stops[cell.column]
        if cell.row < self.levels:
            return next((stop.cell for stop in stops if stop.cell.row == cell.row), None)
        lane = next(lane for lane in self.lanes(cell.column, cell.row) if lane.start <= x < lane.end)
        for block in lane.blocks[:1]:
            return next(stop.cell for stop in stops if stop.target.id == block.id and stop.cell.row >= self.levels)
        return Cell(cell.row, cell.column, FREE)


def _minutes(moment: dt.datetime) -> int:
    return moment.hour * _HOUR + moment.minute


def _levels(bars: tuple[Bar, ...]) -> int:
    return 1 + max((bar.level for bar in bars), default=-1)


def drawing_of(page: WeekPage, width: int, height: int, *, scrollbar: int) -> WeekDrawing:
    """Return a page as it is drawn with so much room, in lines as fine as fit, beside a scrollbar if need be."""
    widths = _widths(width, len(page.days))
    lines = height - len(day_heads(page, widths)[0]) - _levels(page.bars)
    for line_minutes in _LINES:
        blocks = page.blocks(line_minutes)
        flat = [block for column in blocks for block in column]
        hours = shown_hours(page.days, page.plan.settings, flat, line_minutes)
        if len(hours) * _HOUR // line_minutes <= lines:
            return WeekDrawing(page, widths, line_minutes, blocks, page.bars, hours)
    return WeekDrawing(page, _widths(width - scrollbar, len(page.days)), line_minutes, blocks, page.bars, hours)


def _widths(width: int, days: int) -> tuple[int, ...]:
    room = max(width - _SIDE, days * _NARROWEST_DAY)
    return tuple(room * (number + 1) // days - room * number // days for number in range(days))
