"""The card of a service case: everything about it, with the same keys as the list for what is done next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.card import CardDialog
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.service_card import CaseCard, case_card_lines
from salgsplan_tui.tui.service_words import case_title


@dataclass(frozen=True)
class CaseChoice:
    """What to do next: an action of the view on the case, or an activity of it to be opened."""

    action: str | None = None
    target: Target | None = None


class CaseCardDialog(CardDialog[CaseChoice]):
    """Shows one case; the answer is what to do next."""

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

    @property
    def heading(self) -> str:
        """Who or what it is about."""
        return case_title(self._card.case)

    def lines_for(self, cells: int) -> Sequence[Line]:
        """Return the card's lines for so many cells."""
        return case_card_lines(self._card, cells)

    def action_open(self) -> None:
        """Open the activity under the cursor."""
        if self._lines.target is not None:
            self.dismiss(CaseChoice(target=self._lines.target))

    def action_choose(self, action: str) -> None:
        """Give back what to do next."""
        self.dismiss(CaseChoice(action))
