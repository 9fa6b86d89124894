"""A card: everything about one thing as lines, and keys for what to do with it next."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult

from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.page_lines import PageLines

Choice = TypeVar("Choice")


class CardDialog(PlannerModal[Choice | None]):
    """Shows the lines of one thing; the answer is what to do next."""

    DEFAULT_CSS = """
    CardDialog { align: center middle; }
    CardDialog Box { width: 100%; max-width: 100; height: 100%; }
    CardDialog LineList { height: 1fr; }
    """

    def __init__(self) -> None:
        """Make the list; the lines come when the room is known."""
        super().__init__()
        self._lines = PageLines()

    @property
    @abstractmethod
    def heading(self) -> str:
        """What the card is about."""

    @abstractmethod
    def lines_for(self, cells: int) -> Sequence[Line]:
        """Return the card's lines for so many cells."""

    @abstractmethod
    def action_open(self) -> None:
        """Open what the cursor stands on."""

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Box().entitle(self.heading):
            yield self._lines
            yield HintBar()

    def on_mount(self) -> None:
        """Take the keys."""
        self._lines.focus()

    def on_resize(self) -> None:
        """Write the lines at the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._lines.lay_out(self.lines_for)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.action_open()
