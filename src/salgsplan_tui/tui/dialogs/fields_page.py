"""A page of labelled texts in a box: it scrolls, and is wrapped to the room there is."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.details_lines import Field, as_text
from salgsplan_tui.tui.dialogs.scrolled import ScrolledDialog
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class FieldsDialog(ScrolledDialog[str | None]):
    """Shows the page; the answer is what to do next, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", N_("Down"), show=False, priority=True, id="details.down"),
        Binding("up,k", "scroll(-1)", N_("Up"), show=False, priority=True, id="details.up"),
    ]

    def __init__(self, title: str, fields: Sequence[Field]) -> None:
        """Take the title and what stands below it."""
        super().__init__()
        self._title, self._fields = title, tuple(fields)

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Box().entitle(self._title):
            with VerticalScroll():
                yield Static(id="fields")
            yield HintBar()

    def fill(self) -> None:
        """Lay the text out."""
        self.query_one("#fields", Static).update(as_text(self._fields, self.cells))
