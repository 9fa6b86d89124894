"""Everything about one row, its history too; from here on to the form, the outcome, a move or the notes."""

import datetime as dt
from typing import ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_text import fields
from salgsplan_tui.tui.dialogs.fields_page import FieldsDialog


class DetailsDialog(FieldsDialog):
    """Shows one activity; the answer is what to do with it: edit, done, move, notes, or nothing."""

    CSS_PATH = "details.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "dismiss('edit')", N_("edit"), id="details.edit"),
        Binding("d", "dismiss('done')", N_("done"), id="details.done"),
        Binding("m", "dismiss('move')", N_("move"), id="details.move"),
        Binding("o", "dismiss('notes')", N_("notes"), id="details.notes"),
        Binding("escape,enter,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, plan: Plan, activity: Activity, *, now: dt.datetime, approach: str = "") -> None:
        """Take the row in its plan; `approach` tells how to go about it where the row itself does not."""
        super().__init__(labels.title(plan, activity), fields(plan, activity, now, approach))
        self._is_open = activity.is_open

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to finish or move only what is open."""
        return self._is_open if action == "dismiss" and parameters in {("done",), ("move",)} else True
