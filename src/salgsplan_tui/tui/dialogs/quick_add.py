"""A new activity in one line, over the day it is planned in (interaction.md 4)."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from salgsplan_tui.tui.dialogs.reading import Read
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class QuickAddResult:
    """What was typed, and what it means; left with Esc it means nothing yet, and is offered again the next time."""

    text: str
    reading: Reading | None = None


class QuickAddDialog(PlannerModal[QuickAddResult]):
    """Takes one line; it stands at the foot, so that the day above stays in sight."""

    CSS_PATH = "quick_add.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("add"), priority=True, id="quick_add.take"),
        Binding("tab", "name", N_("take the name"), id="quick_add.name"),
        Binding("escape", "leave", N_("close, keep the text"), id="dialog.leave"),
    ]

    def __init__(self, read: Read, plan: Plan, text: str = "", *, title: str | None = None) -> None:
        """Take how to read a line, the names to suggest, and the text to begin with."""
        super().__init__()
        self._read, self._plan, self._text, self._title = read, plan, text, title

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Box().entitle(self._title or _("New activity")):
            yield QuickLine(self._read, self._plan, self._text)
            yield HintBar()

    def on_quick_line_taken(self, message: QuickLine.Taken) -> None:
        """Give back the line and what it means."""
        self.dismiss(QuickAddResult(message.text, message.reading))

    def action_take(self) -> None:
        """Take the line."""
        self.query_one(QuickLine).take()

    def action_name(self) -> None:
        """Take the suggested name."""
        self.query_one(QuickLine).action_complete()

    def action_leave(self) -> None:
        """Close, and keep what was typed for the next time."""
        self.dismiss(QuickAddResult(self.query_one(QuickLine).text))
