"""What of the report's view answers to the mouse: the documents' names in its head, and the marks of the sections."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.line_list import LineList

_MARK_CELLS = 3
"""How far the mark of a section reaches."""


class DocumentsHead(StillLines, can_focus=False):
    """The document's name, and under it those of all documents in their order."""

    @dataclass
    class Picked(Message):
        """A document's name was clicked."""

        kind: ReportKind

    def on_click(self, event: events.Click) -> None:
        """Turn to the document whose name was clicked."""
        place = event.x
        for kind, part in zip(KINDS, self.lines[-1].left if event.y == len(self.lines) - 1 else (), strict=False):
            place -= width(part.text)
            if place < 0:
                self.post_message(self.Picked(kind))
                return


class SectionList(LineList):
    """The document's lines; a click on a section's mark leaves it out, or takes it in again."""

    @dataclass
    class Marked(Message):
        """A section's mark was clicked."""

        target: Target

    def on_click(self, event: events.Click) -> None:
        """Tell of a click on a mark; the cursor has gone there already."""
        number = event.y + self.scroll_offset.y
        target = self.lines[number].target if 0 <= number < len(self.lines) else None
        if target is not None and target.kind == "section" and event.x < _MARK_CELLS:
            self.post_message(self.Marked(target))
