"""Everything about one row, its history too; from here on to the form, the outcome, a move or the notes."""

import datetime as dt
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.details_lines import as_text
from salgsplan_tui.tui.dialogs.details_text import fields
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class DetailsDialog(PlannerModal[str | None]):
    """Shows one activity; the answer is what to do with it: edit, done, move, notes, or nothing."""

    CSS_PATH = "details.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "dismiss('edit')", N_("edit"), id="details.edit"),
        Binding("d", "dismiss('done')", N_("done"), id="details.done"),
        Binding("m", "dismiss('move')", N_("move"), id="details.move"),
        Binding("o", "dismiss('notes')", N_("notes"), id="details.notes"),
        Binding("down,j", "scroll(1)", N_("Down"), show=False, priority=True, id="details.down"),
        Binding("up,k", "scroll(-1)", N_("Up"), show=False, priority=True, id="details.up"),
        Binding("escape,enter,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, plan: Plan, activity: Activity, *, now: dt.datetime, approach: str = "") -> None:
        """Take the row in its plan; `approach` tells how to go about it where the row itself does not."""
        super().__init__()
        self._title = labels.title(plan, activity)
        self._fields = fields(plan, activity, now, approach)
        self._is_open = activity.is_open

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Box().entitle(self._title):
            with VerticalScroll():
                yield Static(id="fields")
            yield HintBar()

    def on_mount(self) -> None:
        """Give the keys to the text, so that it scrolls."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Wrap the text to the room there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one("#fields", Static).update(as_text(self._fields, width))

    def action_scroll(self, lines: int) -> None:
        """Scroll the text."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to finish or move only what is open."""
        return self._is_open if action == "dismiss" and parameters in {("done",), ("move",)} else True
