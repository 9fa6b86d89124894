"""The measures of a drawn grid: which cell of the screen belongs to which row and column (textual.md 2)."""

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from textual.geometry import Region


class Cell(NamedTuple):
    """A cell of a grid, or one of several things that stand in it."""

    row: int
    column: int
    place: int = 0
    """Which of the things in the cell, where it holds more than one."""


@dataclass(frozen=True)
class GridShape:
    """Rows and columns under a head and beside a side, both of which stay where they are when the rest scrolls."""

    rows: int = 0
    columns: int = 0
    """How many columns the cursor can stand in."""
    widths: tuple[int, ...] = ()
    """How wide each column is; those after `columns` are drawn as well, and only looked at."""
    head: int = 1
    """The lines above the rows."""
    side: int = 0
    """The width of what stands to the left of the rows."""
    height: int = 1
    """The lines a row takes."""

    @property
    def size(self) -> tuple[int, int]:
        """How wide and high everything is."""
        return self.side + sum(self.widths), self.head + self.rows * self.height

    def left(self, column: int) -> int:
        """Return where a column begins."""
        return self.side + sum(self.widths[:column])

    def region(self, cell: Cell) -> Region:
        """Return where a cell lies when nothing is scrolled; nowhere where there is no such cell."""
        if not (0 <= cell.row < self.rows and 0 <= cell.column < len(self.widths)):
            return Region()
        top = self.head + cell.row * self.height
        return Region(self.left(cell.column), top, self.widths[cell.column], self.height)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """Return the cell that lies there when nothing is scrolled; none for head, side and what is only looked at."""
        if x < self.side or not self.head <= y < self.size[1]:
            return None
        ends = accumulate(self.widths[: self.columns], initial=self.side)
        column = sum(1 for end in ends if end <= x) - 1
        return Cell((y - self.head) // self.height, column) if column < self.columns else None

    def nearest(self, cell: Cell) -> Cell:
        """Return this cell, or the one nearest to it where it lies outside."""
        row = max(0, min(cell.row, self.rows - 1))
        column = max(0, min(cell.column, self.columns - 1))
        return cell if (row, column) == cell[:2] else Cell(row, column)
