"""The card of a customer: everything about it, and from here on to its people, its activities and its stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_card import CustomerCard, card_lines
from salgsplan_tui.tui.dialogs.card import CardDialog
from salgsplan_tui.tui.lines import Line, Target

CardAction = Literal["edit", "contact", "stage", "activity", "offer", "order", "insight", "open"]


@dataclass(frozen=True)
class CardChoice:
    """What to do next: edit the customer, add a contact, an offer, an order, plan, tell all that is kept, open a line.

    The last two are about what is pointed at.
    """

    action: CardAction
    target: Target | None = None
    """What was opened: a contact, an activity, an offer or an order."""


class CustomerCardDialog(CardDialog[CardChoice]):
    """Shows one customer; the answer is what to do next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open"), show=False, id="card.open"),
        Binding("e", "choose('edit')", N_("edit"), id="card.edit"),
        Binding("n", "choose('contact')", N_("contact"), id="card.contact"),
        Binding("m", "choose('stage')", N_("stage"), id="card.stage"),
        Binding("a", "choose('activity')", N_("new"), id="card.activity"),
        Binding("t", "choose('offer')", N_("offer"), id="card.offer"),
        Binding("r", "choose('order')", N_("order"), id="card.order"),
        Binding("o", "choose('insight')", N_("insight"), id="card.insight"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, card: CustomerCard) -> None:
        """Take what to show."""
        super().__init__()
        self._card = card

    @property
    def heading(self) -> str:
        """Who or what it is about."""
        return safe_line(self._card.row.record.customer.name)

    def lines_for(self, cells: int) -> Sequence[Line]:
        """Return the card's lines for so many cells."""
        return card_lines(self._card, cells)

    def action_open(self) -> None:
        """Open the contact, activity, offer or order under the cursor."""
        if self._lines.target is not None:
            self.dismiss(CardChoice("open", self._lines.target))

    def action_choose(self, action: CardAction) -> None:
        """Give back what to do next."""
        self.dismiss(CardChoice(action, self._lines.target))
