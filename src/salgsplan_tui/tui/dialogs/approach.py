"""How to go about what was just started (S16): whom it is with, the words to go by, and what was noted before."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_lines import Field
from salgsplan_tui.tui.dialogs.details_people import people
from salgsplan_tui.tui.dialogs.fields_page import FieldsDialog


class ApproachDialog(FieldsDialog):
    """Is read before the call; the answer is what to do next: done, edit, or nothing."""

    DEFAULT_CSS = """
    ApproachDialog { align: center middle; }
    ApproachDialog VerticalScroll { height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
        Binding("d", "dismiss('done')", N_("done"), id="approach.done"),
        Binding("e", "dismiss('edit')", N_("edit"), id="approach.edit"),
    ]

    def __init__(self, plan: Plan, activity: Activity, approach: str, *, leads_on: bool = True) -> None:
        """Take the row in its plan, and the words to go by; `leads_on` where it may be done or edited from here."""
        found = (*people(plan, activity), Field(_("Approach"), approach), Field(_("Notes"), activity.notes or ""))
        super().__init__(labels.title(plan, activity), [each for each in found if each.text])
        self._leads_on = leads_on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on from here only where that is possible."""
        return self._leads_on or action != "dismiss" or parameters == (None,)
