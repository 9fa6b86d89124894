"""A short question with a list of answers, one key each."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.domain.series_edits import SeriesPart
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

T = TypeVar("T")


class ChooseDialog(PlannerModal[T | None]):
    """Asks one question; the answer is the chosen value, or None."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, question: str, choices: Sequence[Choice[T]], *, detail: str = "", at: T | None = None) -> None:
        """Take the question, the answers, what else there is to know about it, and the answer that is proposed."""
        super().__init__()
        self._question, self._detail = question, detail
        self._choices, self._at = tuple(choices), at

    def compose(self) -> ComposeResult:
        """Lay out the question above its answers."""
        with Box().entitle(self._question):
            if self._detail:
                yield Static(Content(safe(self._detail)), id="detail")
            yield ChoiceList(self._choices)
            yield HintBar()

    def on_mount(self) -> None:
        """Stand on the answer that is proposed; on the first where none is."""
        if self._at is not None:
            self.query_one(ChoiceList).put_cursor_on(self._at)

    def on_choice_list_picked(self, message: ChoiceList.Picked[T]) -> None:
        """Give the answer back."""
        self.dismiss(message.value)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def series_choices() -> tuple[Choice[SeriesPart], ...]:
    """Return what can be meant of a series: letters far apart, this one first (interaction.md 2)."""
    return (
        Choice("this", _("only this one"), "d"),
        Choice("later", _("this and all later"), "f"),
        Choice("all", _("the whole series"), "h"),
    )
