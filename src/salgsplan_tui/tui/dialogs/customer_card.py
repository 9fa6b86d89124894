"""The card of a customer: everything about it, and from here on to its people, its activities and its stage."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_card import CustomerCard, card_lines
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList

CardAction = Literal["edit", "contact", "stage", "activity", "offer", "order", "insight", "open"]


@dataclass(frozen=True)
class CardChoice:
    """What to do next: edit the customer, add a contact, an offer, an order, plan, tell all that is kept, open a line.

    The last two are about what is pointed at.
    """

    action: CardAction
    target: Target | None = None
    """What was opened: a contact, an activity, an offer or an order."""


class CustomerCardDialog(PlannerModal[CardChoice | None]):
    """Shows one customer; the answer is what to do next."""

    DEFAULT_CSS = """
    CustomerCardDialog { align: center middle; }
    CustomerCardDialog Box { width: 100%; max-width: 100; height: 100%; }
    CustomerCardDialog LineList { height: 1fr; }
    """
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
        self._lines = LineList()

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Box().entitle(safe_line(self._card.row.record.customer.name)):
            yield self._lines
            yield HintBar()

    def on_mount(self) -> None:
        """Take the keys."""
        self._lines.focus()

    def on_resize(self) -> None:
        """Write the lines at the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._lines.show(card_lines(self._card, self._lines.scrollable_content_region.width))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the contact, activity, offer or order under the cursor."""
        if self._lines.target is not None:
            self.dismiss(CardChoice("open", self._lines.target))

    def action_choose(self, action: CardAction) -> None:
        """Give back what to do next."""
        self.dismiss(CardChoice(action, self._lines.target))
