"""The week's hour grid: a column a day, blocks as high as they last, bars above; the cursor stands on them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.geometry import Region, Size
from textual.message import Message

from salgsplan_tui.domain.week_layout import Block
from salgsplan_tui.language.formats import clock
from salgsplan_tui.tui.grid_shape import Cell
from salgsplan_tui.tui.lines import Part, Target
from salgsplan_tui.tui.week_blocks import bar_piece, block_lines, empty_line, fitted, restyled
from salgsplan_tui.tui.week_drawing import FREE, Lane, Stop, drawing_of
from salgsplan_tui.tui.week_page import WeekPage
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid

_NEW: Final = "+"
"""What the cursor shows in free time."""
_MORE: Final = "+"
"""The edge of a block that hides others, which have no room beside it."""


class WeekGrid(DrawnGrid):
    """Draws a week page; its cursor moves over what is planned, and from day to day."""

    @dataclass
    class Left(Message):
        """The cursor goes on beyond the grid."""

        rows: int
        """1 for down out of a day, -1 for up."""
        days: int
        """1 for after the last day shown, -1 for before the first."""

    def __init__(self, page: WeekPage, day: dt.date) -> None:
        """Take the page to show at first, and the day to stand on."""
        super().__init__(id="week-grid")
        self.drawing = drawing_of(page, 0, 0, scrollbar=0)
        self.is_active = True
        """Its cursor is the one that keys act on."""
        self._blocks: dict[tuple[str, int], list[list[Part]]] = {}
        self.shape = self.drawing.shape
        self.set_reactive(WeekGrid.cursor, self._cell_for(day, None))
        self._stood_on = (self.drawing, self.cursor, self.drawing.stop_at(self.cursor))

    @property
    def stop(self) -> Stop:
        """What the cursor stands on; asked for each cell that is drawn, so it is remembered."""
        drawing, cursor, stop = self._stood_on
        if drawing is not self.drawing or cursor != self.cursor:
            stop = self.drawing.stop_at(self.cursor)
            self._stood_on = (self.drawing, self.cursor, stop)
        return stop

    @property
    def day(self) -> dt.date:
        """The day that the cursor stands in."""
        return self.drawing.page.days[self.cursor.column]

    def show(self, page: WeekPage, day: dt.date, target: Target | None, room: Size) -> None:
        """Show a page in so many cells; the cursor goes to what is wanted, or to what is nearest to it on that day."""
        if page is self.drawing.page and room == self.room:
            self.stand_on(self._cell_for(day, target))
            return
        self.drawing = drawing_of(page, *room, scrollbar=self.styles.scrollbar_size_vertical)
        self._blocks.clear()
        self.reshape(self.drawing.shape, room, cursor=self._cell_for(day, target))

    def _cell_for(self, day: dt.date, target: Target | None) -> Cell:
        drawing, page = self.drawing, self.drawing.page
        if target is not None and target.kind == "activity":
            stop = drawing.stop_of(target.id, day)
            if stop is not None:
                return stop.cell
        column = page.days.index(day) if day in page.days else len(page.days) - 1
        if target is None and day == page.now.date():
            return drawing.nearest(column, drawing.row_at(page.now.time())).cell
        if target is not None and target.kind == "gap":
            return drawing.free_or_taken(column, dt.time.fromisoformat(target.id))
        return drawing.nearest(column, self.cursor.row).cell

    def on_resize(self) -> None:
        """Draw anew where the room is other than was thought, and keep the cursor in sight."""
        if self.outer_size != self.room:
            self.show(self.drawing.page, self.day, self.stop.target, self.outer_size)
        super().on_resize()

    def go_to(self, identity: str) -> bool:
        """Stand on an activity; say whether it is here."""
        stop = self.drawing.stop_of(identity, self.day)
        if stop is not None:
            self.cursor = stop.cell
        return stop is not None

    def region_of(self, cell: Cell) -> Region:
        """Return where the block, the bar or the free time lies that the cursor stands on."""
        return Region() if cell.column >= len(self.drawing.widths) else self.drawing.region(self.drawing.stop_at(cell))

    def cell_at(self, x: int, y: int) -> Cell | None:
        """Return the block or bar that was clicked, else the free time there."""
        cell = super().cell_at(x, y)
        return None if cell is None else self.drawing.cell_at(cell, x - self.shape.left(cell.column))

    def next_to(self, cell: Cell, rows: int, columns: int) -> Cell:
        """Return the next block up or down the day, or the nearest in another day."""
        if rows:
            return self.drawing.below(cell, rows)
        column = cell.column + columns
        return self.drawing.nearest(column, cell.row).cell if 0 <= column < len(self.drawing.widths) else cell

    def edge(self, side: int) -> Cell:
        """Return the first or the last of the week."""
        stops = [stop for column in self.drawing.stops for stop in column]
        return stops[0 if side < 0 else -1].cell if stops else self.cursor

    def action_cursor(self, rows: int, columns: int) -> None:
        """Move the cursor; beyond the edge somebody else takes over."""
        before = self.cursor
        super().action_cursor(rows, columns)
        if self.cursor == before:
            self.post_message(self.Left(rows, columns))

    def to_next(self) -> None:
        """Go to the next activity: down the day, then the first of a later day."""
        stops = [stop.cell for column in self.drawing.stops for stop in column]
        if self.cursor in stops[:-1]:
            self.cursor = stops[stops.index(self.cursor) + 1]

    def set_active(self, *, is_active: bool) -> None:
        """Show its cursor, or not."""
        if is_active == self.is_active:
            return
        self.is_active = is_active
        self.refresh(self.region_of(self.cursor).translate(-self.scroll_offset))

    def to_free_time(self) -> None:
        """Go to the next free time of the week; after the last, to the first."""
        free, here = self.drawing.free_cells(), (self.cursor.column, self.cursor.row)
        later = (cell for cell in free if (cell.column, cell.row) > here)
        self.cursor = next(later, free[0] if free else self.cursor)

    def head_parts(self, column: int, line: int) -> Iterable[Part]:
        """Return a line of a day's head."""
        return self.drawing.heads[column][line]

    def side_parts(self, row: int, line: int) -> Iterable[Part]:
        """Return the hour, and the mark of now."""
        del line
        drawing, now = self.drawing, self.drawing.page.now
        time = drawing.time_of(row)
        if row == drawing.row_of_now:
            yield Part(f"▸{clock(now.time())}", "now")
        elif row >= drawing.levels and time.minute == 0:
            yield Part(clock(time), "muted")

    def marked_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return a line of a day as it is: the cursor is drawn with the block it stands on."""
        return self.cell_parts(row, column, line)

    def cell_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return what a line of a day shows: a piece of a bar, or the blocks that stand side by side there."""
        del line
        if row < self.drawing.levels:
            yield from self._bar_parts(row, column)
            return
        for lane in self.drawing.lanes(column, row):
            yield from self._lane_parts(row, column, lane)

    def _bar_parts(self, row: int, column: int) -> list[Part]:
        drawing = self.drawing
        for bar in drawing.bars:
            if bar.level == row and column in bar.columns:
                parts = bar_piece(drawing, bar, column)
                return restyled(parts, "cursor") if self._is_on(column, bar.id, row) else parts
        return [Part("")]

    def _lane_parts(self, row: int, column: int, lane: Lane) -> list[Part]:
        room = lane.end - lane.start
        on_top = (block for block in lane.blocks if self._is_on(column, block.id, row))
        block = next(on_top, lane.blocks[0] if lane.blocks else None)
        if block is None:
            is_here = self.is_active and self.cursor == (row, column, FREE)
            return fitted([Part(_NEW, "cursor")], room) if is_here else empty_line(self.drawing, column, row, room)
        gutter = empty_line(self.drawing, column, row, 1) if lane.end == self.drawing.widths[column] else []
        room -= len(gutter)
        parts = fitted(self._lines_of(column, block, room)[row - self.drawing.rows_of(block).start], room)
        if len(lane.blocks) > 1:
            parts[0] = Part(_MORE, "busy warning")
        return [*(restyled(parts, "cursor") if self._is_on(column, block.id, row) else parts), *gutter]

    def _is_on(self, column: int, identity: str, row: int) -> bool:
        stop = self.stop
        is_here = column in stop.columns and row in stop.rows and stop.target == Target("activity", identity)
        return is_here and self.is_active

    def _lines_of(self, column: int, block: Block, room: int) -> list[list[Part]]:
        key = (block.id, column)
        if key not in self._blocks:
            self._blocks[key] = block_lines(self.drawing, column, block, room)
        return self._blocks[key]
