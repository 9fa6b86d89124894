"""The rows that a figure was counted from: to be looked at, and opened from here (interaction.md 1.4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.behind import DrawLines
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.page_lines import PageLines


class FigureRowsDialog(PlannerModal[Target | None]):
    """Shows rows under a title; the answer is the one that was opened."""

    DEFAULT_CSS = """
    FigureRowsDialog { align: center middle; }
    FigureRowsDialog Box { width: 100%; max-width: 110; height: 100%; }
    FigureRowsDialog LineList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open"), id="rows.open"),
        Binding("e", "edit", N_("edit"), id="rows.edit"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, draw: DrawLines, about: Target | None = None) -> None:
        """Take the title, how the rows are drawn, and what the figure is about where that can be edited from here."""
        super().__init__()
        self._title, self._draw, self._about = title, draw, about
        self._lines = PageLines()

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        with Box().entitle(safe_line(self._title)):
            yield self._lines
            yield HintBar()

    def on_mount(self) -> None:
        """Take the keys."""
        self._lines.focus()

    def on_resize(self) -> None:
        """Draw the rows at the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._lines.lay_out(lambda cells: tuple(self._draw(cells)))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the key for editing where there is nothing to edit."""
        del parameters
        return action != "edit" or self._about is not None

    def action_edit(self) -> None:
        """Go on with what the figure is about."""
        self.dismiss(self._about)

    def action_open(self) -> None:
        """Open the row under the cursor; where there is none, close."""
        self.dismiss(self._lines.target)
