"""New activities: a line of words, or the form, filled from what is picked of channels and kinds."""

from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity, CostItem, State
from salgsplan_tui.domain.material import with_usual_material
from salgsplan_tui.language import _
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.change import Change, said
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.views.view import PlannerView

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.picker import Picked
    from salgsplan_tui.tui.dialogs.quick_add import QuickAddResult


class AddingActions(ActivityActions):
    """A screen on which activities are added, on the day and for the people that the view stands on."""

    view: PlannerView
    """The view that is shown."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self._draft = ""
        """What was left in the line for a new activity."""
        self._channel_drafts: dict[str, dict[str, str]] = {}
        """What was typed of channels of one's own in forms that were left."""

    def action_quick_add(self) -> None:
        """Open the line for a new activity, with what was left in it the last time."""
        self.open_quick_add(self._draft or self.view.new_words)

    def open_quick_add(self, text: str) -> None:
        """Open the line for a new activity with this text in it."""
        from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog  # noqa: PLC0415

        read = partial(self.desk.read, day=self.view.day)
        self.app.push_screen(QuickAddDialog(read, self.desk.plan, text), self._take_line)

    def _take_line(self, result: "QuickAddResult | None") -> None:
        if result is None:
            return
        from salgsplan_tui.domain.taking import take  # noqa: PLC0415  # it loads quick add

        reading, self._draft = result.reading, result.text
        if reading is None:
            return
        at, now = self.desk.clock.stamp(), self.desk.clock.now()
        self._draft = ""
        key = "logged" if reading.result is not None else "added_series" if reading.series is not None else "added"
        again = partial(self.open_quick_add, result.text)
        edit = partial(take, reading=reading, now=now, at=at)
        words = said(key, (reading.activity,))
        self.post_message(
            Change(
                edit,
                words,
                otherwise=again,
                select=reading.activity.id,
                mentions=self.mentions(reading.result, (reading.activity,)),
                afterwards=None if reading.result is None else self.tell_stopped,
            )
        )

    def action_form(self) -> None:
        """Pick a channel and a kind of activity; the form is filled from it."""
        from salgsplan_tui.tui.picking import Picking  # noqa: PLC0415

        picking = Picking(self, self._fill_form, drafts=self._channel_drafts)
        picking.ask()  # at once, so that what is typed next goes there
        self.post_message(FilesWanted(picking.need_results, picking.tell_results))

    def _fill_form(self, picked: "Picked") -> None:
        from salgsplan_tui.domain.budget_lines import with_usual_lines  # noqa: PLC0415  # not to look at a day

        customers, contacts = self.view.new_people
        new = Activity(
            id=self.desk.session.new_id(),
            date=self.view.day,
            state=State.PLANNED,
            channel=picked.channel.code,
            type=picked.type.code,
            kind=picked.type.kind,
            purpose=picked.type.purpose,
            minutes=picked.type.minutes,
            unit=picked.type.unit,
            approach=self.desk.usual_approach(picked.channel.code, picked.type.code) or None,
            costs=tuple(CostItem(kind=cost.kind, planned=cost.low) for cost in picked.type.costs if cost.low),
            customers=customers,
            contacts=contacts,
            outcome_counts={},
        )
        new = new.changed_to(costs=with_usual_lines(self.desk.plan, new, self.view.now.date()))
        self.open_form(with_usual_material(self.desk.plan, new, self.view.now.date()), is_new=True)

    def time_words(self, start: str) -> str:
        """Return how the line begins for a new activity at an hour of the day that the view stands on."""
        day = "" if self.view.day == self.view.now.date() else f"{self.view.day.isoformat()} "
        at = _("at")
        return f"{day}{at} {start} "
