"""Figures beside something else: a cursor walks them while the panel has the keys, and each opens its rows."""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from salgsplan_tui.language import N_
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.widgets.drawn_lines import Lines
from salgsplan_tui.tui.widgets.line_list import WalkedLines

_HERE: Final = "›"  # a sign beside the colour


class FigurePanel(WalkedLines):
    """Lines beside others and in their styles; no cursor is drawn while the keys are elsewhere.

    Its keys have the names of those whose place they take, so that a person's own keys move them along.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open", N_("open"), id="activity.open"),
        Binding("escape", "leave", N_("back"), id="view.unmark"),
        Binding("left,h", "leave", N_("back"), show=False, id="cursor.left"),
    ]

    is_active = False

    class Left(Message):
        """The keys are to go back to what the panel stands beside."""

    def __init__(self, like: Lines, *, id: str | None = None) -> None:
        """Take the lines to look like."""
        super().__init__(id=id)
        self._like = like

    def show(self, lines: Sequence[Line], *, at: Target | None = None) -> None:
        """Show these lines; where nothing in them opens, the panel takes no keys."""
        super().show(lines, at=at)
        self.can_focus = self.cursor is not None

    def action_leave(self) -> None:
        """Give the keys back."""
        self.post_message(self.Left())

    def on_hide(self) -> None:
        """Give the keys back where the screen has become too narrow: nobody else would take them."""
        self.post_message(self.Left())

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001  # Textual calls it so
        """Draw the cursor, or take it away; back at the top once the keys are elsewhere."""
        self.set_active(is_active=self.has_focus)
        if self.has_focus:
            self._follow_cursor()
        elif self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, force=True)

    def _follow_cursor(self) -> None:
        if self.is_active:
            super()._follow_cursor()

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line, the one under the cursor with a sign in its first cell."""
        strip = super().draw_line(number, width)
        if not self.is_active or number != self.cursor:
            return strip
        return Strip([Segment(_HERE, self.style_of("cursor")), *strip.crop(1, width)], width)

    def part_style(self, name: str) -> Style:
        """Return the style that the lines nearby give such a part, on the ground of these."""
        style = self._like.part_style(name)
        return style if name == "cursor" else style + Style(bgcolor=self.rich_style.bgcolor)
