"""A list of lines: a cursor over rows, the mouse, and repainting of touched lines only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from salgsplan_tui.language import N_
from salgsplan_tui.tui.lines import Line, LinesAsSeen, Target
from salgsplan_tui.tui.widgets.drawn_lines import Lines

STYLES: Final = (
    "text", "time", "sign", "title", "muted", "warning", "overdue", "done", "heading", "now", "free", "figure",
)  # fmt: skip
"""The names of styles that parts may have."""


class WalkedLines(Lines, can_focus=True):
    """Lines with a cursor that stands on rows, never on headings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor(-1)", N_("Up"), show=False, id="cursor.up"),
        Binding("down,j", "cursor(1)", N_("Down"), show=False, id="cursor.down"),
        Binding("G,end", "edge(1)", N_("Last"), show=False, id="cursor.last"),
        Binding("home", "edge(-1)", N_("First"), show=False, id="cursor.first"),
        Binding("g", "first", N_("First (twice)"), show=False, id="cursor.first_twice"),
    ]

    @dataclass
    class Chosen(Message, namespace="line_list"):
        """A row was chosen with a double click."""

        target: Target

    cursor: reactive[int | None] = reactive(None, repaint=False, init=False)
    """The number of the line that the cursor stands on; who watches it is called before anything is painted."""

    is_active = True
    """Its cursor is the one that keys act on, and is drawn."""

    def __init__(self, *, id: str | None = None) -> None:  # Textual's own word
        """Start empty; `show` fills it."""
        super().__init__(id=id)
        self._stops: Sequence[int] = ()
        self._targets: Sequence[Target | None] = ()
        self._half_g = False

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return None if self.cursor is None else self._targets[self.cursor]

    @property
    def first_stop(self) -> int | None:
        """The number of the first line that the cursor can stand on."""
        return self._stops[0] if self._stops else None

    @property
    def targets(self) -> tuple[Target, ...]:
        """The activities that the cursor can stand on, from top to bottom."""
        found = (self._targets[stop] for stop in self._stops)
        return tuple(target for target in found if target is not None and target.kind == "activity")

    def show(self, lines: Sequence[Line], *, at: Target | None = None) -> None:
        """Show these lines; the cursor stays on its row, or goes to `at`, or to the row that took its place."""
        wanted, before, shown = at or self.target, self.cursor, self.lines
        super().show(lines)
        if isinstance(self.lines, LinesAsSeen):
            self._targets, self._stops = self.lines.targets, range(len(self.lines))
        else:
            self._targets = targets = [line.target for line in self.lines]
            self._stops = [
                number
                for number, target in enumerate(targets)
                if target is not None and (number == 0 or targets[number - 1] != target)
            ]
        self.cursor = self._stop_of(wanted, before)
        if self.lines is shown and self.cursor != before:
            self._refresh_rows(before, self.cursor)
        self._follow_cursor()

    def _stop_of(self, wanted: Target | None, before: int | None) -> int | None:
        for stop in self._stops:
            if self._targets[stop] == wanted:
                return stop
        if not self._stops:
            return None
        return min(self._stops, key=lambda stop: abs(stop - (before or 0)))

    def action_cursor(self, step: int) -> None:
        """Move to the next row up or down."""
        if self.cursor is None:
            return
        place = self._stops.index(self.cursor) + step
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

    def go_to(self, target: Target) -> None:
        """Stand on what stands for this, if it is here."""
        for stop in self._stops:
            if self._targets[stop] == target:
                self._go(stop)

    def _go(self, stop: int) -> None:
        if stop == self.cursor:
            return
        old, self.cursor = self.cursor, stop
        self._refresh_rows(old, stop)
        self._follow_cursor()

    def _refresh_rows(self, *numbers: int | None) -> None:
        rows = (
            Region(0, number - self.scroll_offset.y, self.size.width, 1) for number in numbers if number is not None
        )
        self.refresh(*rows)

    def _follow_cursor(self) -> None:
        if self.cursor is None or not self.size:
            return
        end = self.cursor + 1
        while end < len(self._targets) and self._targets[end] == self.target:
            end += 1
        height = end - self.cursor
        # The first row brings its heading along, so that nothing above it stays hidden.
        top = 0 if self.cursor == self._stops[0] else self.cursor
        row = Region(0, top, self.size.width, self.cursor - top + height)
        self.scroll_to_region(row, animate=False, force=True)
        # The terminal's own cursor goes along, for screen readers and magnifiers.
        self.app.cursor_position = self.content_region.offset + Offset(0, self.cursor - self.scroll_offset.y)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._follow_cursor()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; a double click chooses it."""
        number = event.y + self.scroll_offset.y
        target = self._targets[number] if 0 <= number < len(self._targets) else None
        if target is None:
            return
        self._go(max(stop for stop in self._stops if stop <= number))  # the same may stand further up too
        if event.chain > 1 or target.kind == "gap":
            self.post_message(self.Chosen(target))

    def set_active(self, *, is_active: bool) -> None:
        """Show the cursor, or not."""
        if is_active != self.is_active:
            self.is_active = is_active
            self._refresh_rows(self.cursor)

    def styles_of(self, number: int) -> Callable[[str], Style]:
        """Return one style for all of the line under the cursor, where that is the one that keys act on."""
        if number == self.cursor and self.is_active:
            return lambda _: self.style_of("cursor")
        return self.style_of


class LineList(WalkedLines):
    """A list of its own, whose styles others nearby may be drawn in."""

    DEFAULT_CSS = """
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

    def part_style(self, name: str) -> Style:
        """Return the style of a part of this name."""
        return self.get_component_rich_style(f"line--{name}")
