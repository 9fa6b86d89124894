"""A list of lines drawn by one widget: a cursor over rows, marks, the mouse, and repainting of touched lines only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import clip
from salgsplan_tui.tui.lines import Line, Part, Target

STYLES: Final = (
    "text", "time", "sign", "title", "muted", "warning", "overdue", "done", "heading", "now", "free", "figure",
)  # fmt: skip
"""The names of styles that parts may have."""


class LineList(ScrollView, can_focus=True):
    """Lines with a cursor that stands on rows, never on headings."""

    DEFAULT_CSS = """
    LineList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    LineList .line--cursor { color: $text; background: $primary 35%; text-style: bold; }
    LineList:ansi .line--cursor { text-style: reverse; }
    LineList .line--time { color: $text; }
    LineList .line--sign { color: $primary; }
    LineList .line--muted, LineList .line--free { color: $text-muted; }
    LineList .line--warning, LineList .line--overdue { color: $warning; text-style: bold; }
    LineList .line--done { color: $text-muted; }
    LineList .line--heading { color: $primary; }
    LineList .line--now { color: $accent; text-style: bold; }
    LineList .line--figure { text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{name}" for name in STYLES} | {"line--cursor"}
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor(-1)", N_("Up"), show=False, id="list.up"),
        Binding("down,j", "cursor(1)", N_("Down"), show=False, id="list.down"),
        Binding("G,end", "edge(1)", N_("Last"), show=False, id="list.last"),
        Binding("home", "edge(-1)", N_("First"), show=False, id="list.first"),
        Binding("g", "first", N_("First (twice)"), show=False, id="list.first_twice"),
    ]

    @dataclass
    class Chosen(Message):
        """A row was chosen with a double click."""

        target: Target

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or on none."""

        target: Target | None
        control_id: str | None
        """The id of the list, for one who listens to several."""

    def __init__(self, *, id: str | None = None) -> None:  # Textual's own word
        """Start empty; `show` fills it."""
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._stops: tuple[int, ...] = ()
        self._cursor: int | None = None
        self._styles: dict[str, Style] = {}
        self._half_g = False

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return None if self._cursor is None else self._lines[self._cursor].target

    @property
    def targets(self) -> tuple[Target, ...]:
        """The activities that the cursor can stand on, from top to bottom."""
        found = (self._lines[stop].target for stop in self._stops)
        return tuple(target for target in found if target is not None and target.kind == "activity")

    def show(self, lines: Sequence[Line], *, at: Target | None = None) -> None:
        """Show these lines; the cursor stays on its row, or goes to `at`, or to the row that took its place."""
        wanted, before = at or self.target, self._cursor
        self._lines = tuple(lines)
        self._stops = tuple(
            number
            for number, line in enumerate(self._lines)
            if line.target is not None and (number == 0 or self._lines[number - 1].target != line.target)
        )
        self._cursor = self._stop_of(wanted, before)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()
        self._follow_cursor()
        self.post_message(self.Moved(self.target, self.id))

    def _stop_of(self, wanted: Target | None, before: int | None) -> int | None:
        for stop in self._stops:
            if self._lines[stop].target == wanted:
                return stop
        if not self._stops:
            return None
        return min(self._stops, key=lambda stop: abs(stop - (before or 0)))

    def action_cursor(self, step: int) -> None:
        """Move to the next row up or down."""
        if self._cursor is None:
            return
        place = self._stops.index(self._cursor) + step
        self._go(self._stops[min(max(place, 0), len(self._stops) - 1)])

    def action_edge(self, side: int) -> None:
        """Go to the first or last row."""
        if self._stops:
            self._go(self._stops[0 if side < 0 else -1])

    def action_first(self) -> None:
        """Go to the first row at the second `g`."""
        if self._half_g:
            self.action_edge(-1)
        self._half_g = not self._half_g

    def on_key(self, event: events.Key) -> None:
        """Forget a single `g` when another key follows it."""
        if event.key != "g":
            self._half_g = False

    def _go(self, stop: int) -> None:
        if stop == self._cursor:
            return
        old, self._cursor = self._cursor, stop
        for number in (old, stop):
            if number is not None:
                self._refresh_row(number)
        self._follow_cursor()
        self.post_message(self.Moved(self.target, self.id))

    def _refresh_row(self, number: int) -> None:
        self.refresh(Region(0, number - self.scroll_offset.y, self.size.width, 1))

    def _follow_cursor(self) -> None:
        if self._cursor is None:
            return
        height = sum(1 for line in self._lines[self._cursor :] if line.target == self._lines[self._cursor].target)
        # The first row brings its heading along, so that nothing above it stays hidden.
        top = 0 if self._cursor == self._stops[0] else self._cursor
        row = Region(0, top, self.size.width, self._cursor - top + height)
        self.scroll_to_region(row, animate=False, force=True)
        # The terminal's own cursor goes along, for screen readers and magnifiers.
        self.app.cursor_position = self.content_region.offset + Offset(0, self._cursor - self.scroll_offset.y)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._lines))
        self._follow_cursor()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; a double click chooses it."""
        number = event.y + self.scroll_offset.y
        target = self._lines[number].target if 0 <= number < len(self._lines) else None
        if target is None:
            return
        self._go(next(stop for stop in self._stops if self._lines[stop].target == target))
        if event.chain > 1 or target.kind == "gap":
            self.post_message(self.Chosen(target))

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        style = self._cursor_style if number == self._cursor else self._style
        return draw(self._lines[number], width, style)

    def _cursor_style(self, _name: str) -> Style:
        return self._style("cursor")

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"line--{name}")
        return self._styles[name]


def draw(line: Line, width: int, style: Callable[[str], Style]) -> Strip:
    """Return a line as it looks at this width: the left cut where it would meet the right."""
    right = sum(cell_len(part.text) for part in line.right)
    room = max(0, width - right - (1 if line.right else 0))
    segments, used = [], 0
    for part in line.left:
        text = clip(part.text, room - used)
        if text:
            segments.append(Segment(text, style(part.style)))
            used += cell_len(text)
    if line.rule:
        filler = Part("─" * max(0, width - right - used), line.left[0].style if line.left else "heading")
    else:
        filler = Part(" " * max(0, width - right - used))
    if filler.text:
        segments.append(Segment(filler.text, style(filler.style)))
    segments += [Segment(part.text, style(part.style)) for part in line.right if part.text]
    return Strip(segments).adjust_cell_length(width, style("text"))
