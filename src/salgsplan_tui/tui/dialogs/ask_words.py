"""A question that is answered in a person's own words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class AskWordsDialog(PlannerModal[str | None]):
    """Asks one question; the answer is what was typed, or None where it was left."""

    DEFAULT_CSS = """
    AskWordsDialog { align: center bottom; }
    AskWordsDialog Box { width: 100%; }
    AskWordsDialog Input { background: $panel; }
    AskWordsDialog #detail { height: auto; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("take it"), priority=True, id="words.take"),
        Binding("escape", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, question: str, *, detail: str = "", text: str = "") -> None:
        """Take the question, what else there is to know, and what stands in the line."""
        super().__init__()
        self._question, self._detail, self._text = question, detail, text

    def compose(self) -> ComposeResult:
        """Lay out the line under its question."""
        with Box().entitle(self._question):
            if self._detail:
                yield Static(Content(safe(self._detail)), id="detail")
            yield Input(self._text, compact=True)
            yield HintBar()

    def action_take(self) -> None:
        """Give back what was typed; nothing is no answer."""
        words = self.query_one(Input).value.strip()
        if words:
            self.dismiss(words)
        else:
            self.app.bell()
