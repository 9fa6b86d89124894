"""The grid of the timetable: it draws a sheet, and what is carried along it while it is moved."""

from collections.abc import Iterable, Iterator

from textual.geometry import Size

from salgsplan_tui.tui.grid_shape import Cell
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.timetable_sheets import TimetableSheet
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid

_CARRIED = "→"


class TimetableGrid(DrawnGrid):
    """Three months of weeks and days, or of channels or programmes and weeks."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty; `show` gives it a sheet."""
        super().__init__(id=id)
        self._sheet: TimetableSheet | None = None
        self._cells: dict[tuple[int, int, int], tuple[Part, ...]] = {}
        self.carried = ""
        """The sign of the row that is being moved; nothing where none is."""

    def show(self, sheet: TimetableSheet, cursor: Cell, room: Size) -> None:
        """Draw a sheet for so many cells, with the cursor at a place."""
        if sheet is self._sheet and room == self.room:
            self.stand_on(cursor)
            return
        self._sheet = sheet
        self._cells.clear()
        self.reshape(sheet.shape, room, cursor=cursor)

    def carry(self, sign: str) -> None:
        """Show at the cursor what is being moved, or no more."""
        self.carried = sign
        self.refresh(self.region_of(self.cursor).translate(-self.scroll_offset))

    def corner_parts(self, line: int) -> Iterable[Part]:
        """Return a line of what stands above the side."""
        return self._sheet.corner(line) if self._sheet else ()

    def head_parts(self, column: int, line: int) -> Iterable[Part]:
        """Return a line of what stands above a column."""
        return self._sheet.head(column, line) if self._sheet else ()

    def side_parts(self, row: int, line: int) -> Iterable[Part]:
        """Return a line of what stands beside a row."""
        return self._sheet.side(row, line) if self._sheet else ()

    def cell_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return a line of a cell; a move of the cursor paints whole lines of them, so they are remembered."""
        if self._sheet is None:
            return ()
        place = row, column, line
        if place not in self._cells:
            self._cells[place] = tuple(self._sheet.cell(*place))
        return self._cells[place]

    def marked_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return a line of a cell with the cursor on it, and there what is being moved."""
        parts = super().marked_parts(row, column, line)
        if self.carried and line == 0 and self.cursor[:2] == (row, column):
            return self._carrying(parts)
        return parts

    def _carrying(self, parts: Iterable[Part]) -> Iterator[Part]:
        yield Part(f"{_CARRIED}{self.carried}", "now cursor")
        skipped = 2
        for part in parts:
            yield Part(part.text[skipped:], part.style)
            skipped = max(0, skipped - len(part.text))

    def next_to(self, cell: Cell, rows: int, columns: int) -> Cell:
        """Return where the cursor goes from a cell."""
        return self._sheet.next_to(cell, rows, columns, is_moving=bool(self.carried)) if self._sheet else cell
