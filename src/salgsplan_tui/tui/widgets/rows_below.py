"""Below a grid: rows that give the cursor back at their top."""

from textual.message import Message

from salgsplan_tui.tui.widgets.line_list import LineList


class RowsBelow(LineList):
    """A list of lines below something else; its cursor is drawn only while keys act on it."""

    class Left(Message):
        """The cursor goes on above the first row."""

    is_active = False

    def action_cursor(self, step: int) -> None:
        """Move to the next row up or down; above the first, somebody else takes over."""
        if step < 0 and self.cursor == self.first_stop:
            self.post_message(self.Left())
        else:
            super().action_cursor(step)
