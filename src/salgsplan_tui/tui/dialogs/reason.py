"""Why something was called off or not done: one key, or a few words."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class ReasonChoice:
    """The reason given, and the person's own words for it."""

    reason: Reason | None
    text: str | None = None


class ReasonDialog(PlannerModal[ReasonChoice | None]):
    """Asks why; where a reason is not needed, Enter at once goes on without one."""

    CSS_PATH = "reason.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("own words"), id="reason.words"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, question: str, *, needed: bool) -> None:
        """Take the question, and whether it has to be answered."""
        super().__init__()
        self._question, self._needed = question, needed

    def compose(self) -> ComposeResult:
        """Lay out the reasons, and a line for own words."""
        with Box().entitle(self._question):
            yield ChoiceList(reason_choices(needed=self._needed))
            yield Input(placeholder=_("… or in your own words"), compact=True)
            yield HintBar()

    def on_choice_list_picked(self, message: ChoiceList.Picked[Reason | None]) -> None:
        """Take the reason, with the words that were typed beside it."""
        self.dismiss(ReasonChoice(message.value, self._words))

    def on_input_submitted(self) -> None:
        """Take the words alone: some other reason."""
        if self._words or not self._needed:
            self.dismiss(ReasonChoice(Reason.OTHER if self._words else None, self._words))
        else:
            self.query_one(ChoiceList).focus()

    @property
    def _words(self) -> str | None:
        return self.query_one(Input).value.strip() or None

    def action_leave(self) -> None:
        """Leave without changing anything."""
        self.dismiss(None)


def reason_choices(*, needed: bool) -> tuple[Choice[Reason | None], ...]:
    """Return the reasons in the order of their keys; first none at all, where none is needed."""
    none = () if needed else (Choice[Reason | None](None, _("no reason"), "0"),)
    return (*none, *(Choice[Reason | None](each, labels.reason_name(each)) for each in Reason))
