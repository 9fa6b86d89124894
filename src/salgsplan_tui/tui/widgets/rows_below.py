"""Beside and below a grid: rows that give the cursor back at their top, and lines that can be scrolled."""

from collections.abc import Callable

from rich.style import Style
from textual.message import Message

from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.line_list import LineList


class RowsBelow(LineList):
    """A list of lines below something else; its cursor is drawn only while keys act on it."""

    class Left(Message):
        """The cursor goes on above the first row."""

    is_active = False
    """Its cursor is the one that keys act on."""

    def set_active(self, *, is_active: bool) -> None:
        """Show its cursor, or not."""
        if is_active == self.is_active:
            return
        self.is_active = is_active
        self.refresh()

    def action_cursor(self, step: int) -> None:
        """Move to the next row up or down; above the first, somebody else takes over."""
        if step < 0 and self.cursor == self.first_stop:
            self.post_message(self.Left())
        else:
            super().action_cursor(step)

    def styles_of(self, number: int) -> Callable[[str], Style]:
        """Return one style for all of the line under an active cursor."""
        return super().styles_of(number) if self.is_active else self.style_of


class PanelLines(StillLines):
    """Still lines that take the keys, so that they can be scrolled."""
