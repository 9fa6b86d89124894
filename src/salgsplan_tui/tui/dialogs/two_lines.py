"""A few lines to write, each under its own heading."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.lines_to_write import LinesToWrite
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class TwoLinesDialog(LinesToWrite):
    """Asks for a line under each heading; empty ones are an answer."""

    DEFAULT_CSS = """
    TwoLinesDialog { align: center middle; }
    TwoLinesDialog Box { width: 100%; max-width: 100; height: auto; }
    TwoLinesDialog Static { height: auto; color: $text-muted; }
    TwoLinesDialog Input { background: $panel; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), id="lines.save"),
        Binding("up", "go(-1)", N_("Up"), show=False, priority=True, id="lines.up"),
        Binding("down", "go(1)", N_("Down"), show=False, priority=True, id="lines.down"),
        Binding("tab", "app.focus_next", N_("next field"), id="lines.next"),
        Binding("escape", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, fields: Sequence[tuple[str, str]]) -> None:
        """Take the title, and each heading with what stands under it."""
        super().__init__()
        self._title, self._fields = title, fields

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Box().entitle(self._title):
            for name, text in self._fields:
                yield Static(name)
                yield Input(text, select_on_focus=False, compact=True)
            yield HintBar()
