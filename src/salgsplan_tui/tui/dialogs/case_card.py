"""The card of a service case: everything about it, with the same keys as the list for what is done next."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.service_card import CaseCard, case_card_lines
from salgsplan_tui.tui.service_words import case_title
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList


@dataclass(frozen=True)
class CaseChoice:
    """What to do next: an action of the view on the case, or an activity of it to be opened."""

    action: str | None = None
    target: Target | None = None


class CaseCardDialog(PlannerModal[CaseChoice | None]):
    """Shows one case; the answer is what to do next."""

    DEFAULT_CSS = """
    CaseCardDialog { align: center middle; }
    CaseCardDialog Box { width: 100%; max-width: 100; height: 100%; }
    CaseCardDialog LineList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open"), show=False, id="card.open"),
        Binding("d", "choose('next_step')", N_("next step"), id="card.step"),
        Binding("w", "choose('wait')", N_("wait"), id="card.wait"),
        Binding("m", "choose('mood')", N_("mood"), id="card.mood"),
        Binding("n", "choose('next_activity')", N_("next activity"), id="card.next"),
        Binding("p", "choose('compensate')", N_("compensation"), show=False, id="card.compensation"),
        Binding("z", "choose('cause')", N_("cause"), show=False, id="card.cause"),
        Binding("v", "choose('look_back')", N_("look back"), show=False, id="card.reflection"),
        Binding("b", "choose('escalate')", N_("to the leader, or back"), show=False, id="card.escalate"),
        Binding("x", "choose('give_up')", N_("close as lost or rejected"), show=False, id="card.give_up"),
        Binding("r", "choose('reopen_case')", N_("reopen"), show=False, id="card.reopen"),
        Binding("e", "choose('edit_case')", N_("edit"), id="card.edit"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, card: CaseCard) -> None:
        """Take what to show."""
        super().__init__()
        self._card = card
        self._lines = LineList()

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Box().entitle(case_title(self._card.case)):
            yield self._lines
            yield HintBar()

    def on_mount(self) -> None:
        """Take the keys."""
        self._lines.focus()

    def on_resize(self) -> None:
        """Write the lines at the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._lines.show(case_card_lines(self._card, self._lines.scrollable_content_region.width))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the activity under the cursor."""
        if self._lines.target is not None:
            self.dismiss(CaseChoice(target=self._lines.target))

    def action_choose(self, action: str) -> None:
        """Give back what to do next."""
        self.dismiss(CaseChoice(action))
