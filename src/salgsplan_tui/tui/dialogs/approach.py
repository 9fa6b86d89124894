"""How to go about what was just started (S16): whom it is with, the words to go by, and what was noted before."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.details_lines import Field, as_text
from salgsplan_tui.tui.dialogs.details_people import people
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class ApproachDialog(PlannerModal[str | None]):
    """Is read before the call; the answer is what to do next: done, edit, or nothing."""

    DEFAULT_CSS = """
    ApproachDialog { align: center middle; }
    ApproachDialog VerticalScroll { height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
        Binding("d", "dismiss('done')", N_("done"), id="approach.done"),
        Binding("e", "dismiss('edit')", N_("edit"), id="approach.edit"),
        Binding("down,j", "scroll(1)", N_("Down"), show=False, priority=True, id="approach.down"),
        Binding("up,k", "scroll(-1)", N_("Up"), show=False, priority=True, id="approach.up"),
    ]

    def __init__(self, plan: Plan, activity: Activity, approach: str, *, leads_on: bool = True) -> None:
        """Take the row in its plan, and the words to go by; `leads_on` where it may be done or edited from here."""
        super().__init__()
        self._leads_on = leads_on
        self._title = labels.title(plan, activity)
        found = (
            *people(plan, activity),
            Field(_("Approach"), approach),
            Field(_("Notes"), activity.notes or ""),
        )
        self._fields = tuple(each for each in found if each.text)

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
        """Offer to go on from here only where that is possible."""
        return self._leads_on or action != "dismiss" or parameters == (None,)
