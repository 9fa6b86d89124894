"""A grid drawn by one widget: fixed head and side, cursor, mouse; only touched cells are painted (textual.md 2).

A kind of grid says what stands in its cells, and where it wants more than a cell at a time under the cursor.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from salgsplan_tui.language import N_, safe
from salgsplan_tui.language.safe import clip
from salgsplan_tui.tui.grid_shape import Cell, GridShape
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.widgets.drawn import Drawn

STYLES: Final = (
    "text", "head", "muted", "sign", "figure", "now", "warning", "done", "off", "red", "busy", "cursor",
)  # fmt: skip
"""The names of styles that parts may have; several at once, "busy sign", lie over one another."""


class DrawnGrid(Drawn, can_focus=True):
    """Cells of parts under a head and beside a side."""

    DEFAULT_CSS = """
    DrawnGrid { height: 1fr; scrollbar-size: 1 1; }
    DrawnGrid .grid--head, DrawnGrid .grid--sign { color: $primary; }
    DrawnGrid .grid--muted { color: $text-muted; }
    DrawnGrid .grid--figure { text-style: bold; }
    DrawnGrid .grid--now { color: $accent; text-style: bold; }
    DrawnGrid .grid--warning { color: $warning; text-style: bold; }
    DrawnGrid .grid--done { color: $text-muted; }
    DrawnGrid .grid--off { color: $text-muted; background: $panel; }
    DrawnGrid .grid--red { color: $error; }
    DrawnGrid .grid--busy { background: $primary 18%; }
    DrawnGrid .grid--cursor { color: $text; background: $primary 45%; text-style: bold; }
    DrawnGrid:ansi .grid--busy { text-style: underline; }
    DrawnGrid:ansi .grid--cursor { text-style: reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor(-1, 0)", N_("Up"), show=False, id="cursor.up"),
        Binding("down,j", "cursor(1, 0)", N_("Down"), show=False, id="cursor.down"),
        Binding("left,h", "cursor(0, -1)", N_("Left"), show=False, id="cursor.left"),
        Binding("right,l", "cursor(0, 1)", N_("Right"), show=False, id="cursor.right"),
        Binding("G,end", "edge(1)", N_("Last"), show=False, id="cursor.last"),
        Binding("home", "edge(-1)", N_("First"), show=False, id="cursor.first"),
        Binding("g", "first", N_("First (twice)"), show=False, id="cursor.first_twice"),
    ]

    @dataclass
    class Picked(Message):
        """A cell was clicked; the cursor stands on it."""

        cell: Cell

    @dataclass
    class Chosen(Message):
        """A cell was chosen with a double click."""

        cell: Cell

    cursor: reactive[Cell] = reactive(Cell(0, 0), repaint=False, init=False)
    """Where the cursor stands; who watches it is called before anything is painted."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty; `reshape` gives it rows and columns."""
        super().__init__(id=id)
        self.shape = GridShape()
        self._half_g = False

    def corner_parts(self, line: int) -> Iterable[Part]:
        """Return a line of what stands above the side."""
        del line
        return ()

    def head_parts(self, column: int, line: int) -> Iterable[Part]:
        """Return a line of what stands above a column."""
        raise NotImplementedError

    def side_parts(self, row: int, line: int) -> Iterable[Part]:
        """Return a line of what stands beside a row."""
        raise NotImplementedError

    def cell_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return a line of a cell; room that is left over looks like the last part."""
        raise NotImplementedError

    def region_of(self, cell: Cell) -> Region:
        """Return where that lies, which the cursor marks when it stands on this cell."""
        return self.shape.region(cell)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """Return where the cursor goes when it is clicked there, if anywhere; nothing is scrolled."""
        return self.shape.cell_at(x, y)

    def next_to(self, cell: Cell, rows: int, columns: int) -> Cell:
        """Return where the cursor goes from a cell."""
        return self.shape.nearest(Cell(cell.row + rows, cell.column + columns))

    def edge(self, side: int) -> Cell:
        """Return the first (-1) or last (1) cell that the keys for it go to."""
        return Cell(0 if side < 0 else max(0, self.shape.rows - 1), self.cursor.column)

    def reshape(self, shape: GridShape, room: Size | None = None, *, cursor: Cell | None = None) -> None:
        """Take other rows and columns, and draw all anew; the cursor stays, or goes to a cell of them."""
        self.shape, self.room = shape, room or self.outer_size
        wide, high = self.virtual_size = Size(*shape.size)
        if self.room:  # Textual would find out after a layout, and need another
            self.show_vertical_scrollbar = high > self.room.height - (wide > self.room.width)
        self.stand_on(self.cursor if cursor is None else cursor)
        self.refresh()

    def stand_on(self, cell: Cell) -> None:
        """Go to a cell, or to the one nearest to it, and keep it in sight."""
        self.cursor = self.shape.nearest(cell)
        self.follow_cursor()

    def watch_cursor(self, before: Cell, cell: Cell) -> None:
        """Paint the two places that the move touches, and keep the cursor in sight."""
        for place in (before, cell):
            self.refresh(self.region_of(place).translate(-self.scroll_offset))
        self.follow_cursor()

    def follow_cursor(self) -> None:
        """Scroll to the cursor; the terminal's own goes along, for screen readers and magnifiers."""
        if not self.size:
            return  # out of sight; `on_resize` follows it when it is back
        region = self.region_of(self.cursor)
        fixed = Spacing(top=self.shape.head, left=self.shape.side)
        self.scroll_to_region(region, spacing=fixed, animate=False, force=True)
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + region.offset - self.scroll_offset

    def on_focus(self, event: events.Focus) -> None:
        """Take the terminal's own cursor along."""
        super().on_focus(event)
        self.follow_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.follow_cursor()

    def action_cursor(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.cursor = self.next_to(self.cursor, rows, columns)

    def action_edge(self, side: int) -> None:
        """Go to the first or the last."""
        self.cursor = self.edge(side)

    def action_first(self) -> None:
        """Go to the first at the second `g`."""
        if self._half_g:
            self.action_edge(-1)
        self._half_g = not self._half_g

    def on_key(self, event: events.Key) -> None:
        """Forget a single `g` when another key follows it."""
        if event.key != "g":
            self._half_g = False

    def on_click(self, event: events.Click) -> None:
        """Stand on what was clicked; a double click chooses it."""
        scrolled_x = event.x + (self.scroll_offset.x if event.x >= self.shape.side else 0)
        scrolled_y = event.y + (self.scroll_offset.y if event.y >= self.shape.head else 0)
        cell = self.cell_at(scrolled_x, scrolled_y)
        if cell is not None:
            self.cursor = cell
            self.post_message(self.Chosen(cell) if event.chain > 1 else self.Picked(cell))

    def part_style(self, name: str) -> Style:
        """Return the style of a part; several names, "busy sign", lie over one another."""
        return self.get_component_rich_style(*(f"grid--{each}" for each in name.split()))

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line: of the head, which stays where it is when the rest scrolls, or of the cells."""
        shape, (scrolled, down) = self.shape, self.scroll_offset
        y = number - down
        row, line = divmod(y - shape.head + down, max(1, shape.height))
        columns = range(len(shape.widths))
        if y < shape.head:
            side, cells = self.corner_parts(y), [self.head_parts(column, y) for column in columns]
        elif row < shape.rows:
            side, cells = self.side_parts(row, line), [self.marked_parts(row, column, line) for column in columns]
        else:
            return Strip.blank(width, self.style_of("text"))
        drawn = [self._fitted(parts, room) for parts, room in zip(cells, shape.widths, strict=True)]
        rest = Strip.join(drawn).crop(scrolled, scrolled + max(0, width - shape.side))
        whole = Strip.join([self._fitted(side, shape.side), rest])
        return whole.adjust_cell_length(width, self.style_of("text")).simplify()

    def marked_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        """Return a line of a cell with the cursor on it; a grid whose cursor marks other than cells draws it itself."""
        parts = self.cell_parts(row, column, line)
        if self.cursor[:2] != (row, column):
            return parts
        return [Part(part.text, f"{part.style} cursor") for part in parts]

    def _fitted(self, parts: Iterable[Part], room: int) -> Strip:
        """Return parts as exactly so many cells of the screen."""
        segments, left, style = [], room, "text"
        for part in parts:
            text, style = clip(part.text, left), part.style
            if text:
                segments.append(Segment(text, self.style_of(style)))
                left -= safe.width(text)
        if left > 0:
            segments.append(Segment(" " * left, self.style_of(style)))
        return Strip(segments, room)
