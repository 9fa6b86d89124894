"""What the keys do to activities, the same in every view: done, move, cancel, push, remove and the rest."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import edits, life, series_edits
from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.contact_checks import findings_now
from salgsplan_tui.domain.objecting import ids_beside
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, language
from salgsplan_tui.tui.change import Change, over, said
from salgsplan_tui.tui.finish_actions import FinishActions
from salgsplan_tui.tui.move_actions import MoveActions
from salgsplan_tui.tui.series_actions import Reach, ending, words_of

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.form import FormResult
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice


class ActivityActions(MoveActions, FinishActions):
    """A screen whose keys act on the selected activities; dialogs are loaded when they are first opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", N_("done"), id="activity.done"),
        Binding("m", "move", N_("move"), id="activity.move"),
        Binding("x", "cancel", N_("cancel"), id="activity.cancel"),
        Binding("e", "edit", N_("edit"), id="activity.edit"),
        Binding("enter", "open", N_("open"), show=False, id="activity.open"),
        Binding("plus", "push(1)", N_("one day later"), show=False, id="activity.later"),
        Binding("minus", "push(-1)", N_("one day earlier"), show=False, id="activity.earlier"),
        Binding("c", "confirm", N_("confirm, then start"), show=False, id="activity.confirm"),
        Binding("i", "skip", N_("not done, and will not be"), show=False, id="activity.skip"),
        Binding("r", "reopen", N_("reopen"), show=False, id="activity.reopen"),
        Binding("y", "duplicate", N_("duplicate"), show=False, id="activity.duplicate"),
        Binding("o", "notes", N_("notes in your editor"), show=False, id="activity.notes"),
        Binding("M", "deliver_material", N_("material delivered"), show=False, id="activity.material"),
        Binding("A", "respond", N_("add answers"), show=False, id="activity.respond"),
        Binding("P", "save_playbook", N_("save as a playbook"), show=False, id="activity.save_playbook"),
        Binding("delete,backspace", "remove", N_("remove a mistake"), show=False, id="activity.remove"),
    ]

    def action_open(self) -> None:
        """Show everything about the row, and go on from there."""
        for row in self.rows[:1]:
            self.open_details(row)

    def open_details(self, row: Activity) -> None:
        """Show everything about a row, wherever it stands, and go on from there."""
        from salgsplan_tui.tui.dialogs.details import DetailsDialog  # noqa: PLC0415

        approach = self.desk.session.approach(row, language())
        details = DetailsDialog(self.desk.plan, row, now=self.desk.clock.now(), approach=approach)
        self.app.push_screen(details, partial(self._go_on, row.id))

    def _go_on(self, identity: str, choice: str | None) -> None:
        actions = {
            "edit": self.action_edit,
            "done": self.action_done,
            "move": self.action_move,
            "notes": self.action_notes,
        }
        self.acting_on = (identity,)
        if choice in actions:
            actions[choice]()
        self.acting_on = None

    def action_cancel(self) -> None:
        """Call it off, with a reason."""
        from salgsplan_tui.language import _  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        rows = self.rows
        if not any(row.is_open for row in rows):
            self.tell_settled()
            return
        dialog = ReasonDialog(_("Why is it cancelled?"), needed=True)
        self.app.push_screen(dialog, partial(self.ask_then, rows, partial(self._let_go, "cancelled", life.cancel)))

    def _let_go(
        self, key: str, let_go: "Callable[..., Plan]", rows: tuple[Activity, ...], choice: "ReasonChoice", reach: Reach
    ) -> None:
        """Settle rows that come to nothing, and the series that end with them."""
        at = self.at
        step = partial(let_go, at=at, reason=choice.reason, reason_text=choice.text)
        words = said(key, rows, **words_of(reach))
        self.post_message(Change(ending(reach, step, step, at=at), words, mentions=self.series_of(rows, reach)))

    def action_skip(self) -> None:
        """Settle that it was not done; a reason may be given."""
        from salgsplan_tui.language import _  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        rows = self.rows
        if not any(row.is_open for row in rows):
            self.tell_settled()
            return
        dialog = ReasonDialog(_("Why was it not done?"), needed=False)
        self.app.push_screen(dialog, partial(self.ask_then, rows, partial(self._let_go, "skipped", life.skip)))

    def action_confirm(self) -> None:
        """Confirm a planned row; start a confirmed one."""
        at, now = self.at, self.desk.clock.now()
        if all(row.state is State.CONFIRMED for row in self.rows):
            rows = self.rows
            start = over(tuple(row.id for row in rows), partial(life.start, now=now, at=at))
            people = tuple(each for row in rows for each in ids_beside(self.desk.plan, row))
            told = partial(self.tell_approach, tuple(row.id for row in rows))
            self.post_message(Change(start, said("started", rows), mentions=people, afterwards=told))
            self._tell_rules(now)
        else:
            self.request("confirmed", partial(life.confirm, at=at))

    def tell_approach(self, ids: tuple[str, ...], _before: Plan, after: Plan) -> None:
        """Show how to go about what was just started, whom it is with and what was noted, before it begins (S16)."""
        rows = [after.activity(each) for each in ids]
        told = {row.id: approach for row in rows if (approach := self.desk.session.approach(row, language()))}
        if not told or self.is_hidden:
            return
        from salgsplan_tui.tui.dialogs.approach import ApproachDialog  # noqa: PLC0415

        first = next(row for row in rows if row.id in told)
        self.app.push_screen(ApproachDialog(after, first, told[first.id]), partial(self._go_on, first.id))

    def _tell_rules(self, now: dt.datetime) -> None:
        """Say whom to contact with care only; whom not to is refused."""
        for finding in (each for row in self.rows for each in findings_now(self.desk.plan, row, now)):
            if not finding.is_block:
                self.tell("contact_rule", name=finding.name, reason=finding.rule.says)

    def action_reopen(self) -> None:
        """Take a settled row back into the plan."""
        self.request("reopened", partial(life.reopen, at=self.at))

    def action_duplicate(self) -> None:
        """Put a fresh copy beside it."""
        new_ids = {row.id: self.desk.session.new_id() for row in self.rows}
        at = self.at
        self.request("duplicated", lambda plan, identity: edits.duplicate(plan, identity, new_ids[identity], at=at))

    def action_remove(self) -> None:
        """Take a mistake out of the plan; undo brings it back."""
        rows = self.rows
        if rows:
            self.ask_part(rows, partial(self._remove, rows))

    def _remove(self, rows: tuple[Activity, ...], reach: Reach) -> None:
        at = self.at

        def remove(plan: Plan, identity: str) -> Plan:
            return series_edits.remove(plan, identity, reach[identity], at=at)

        words = said("removed", rows, **words_of(reach))
        self.post_message(
            Change(
                over(tuple(reach), remove),
                words,
                mentions=self.series_of(rows, reach),
                need=lambda session: session.need_improvement(),
            )
        )

    def action_edit(self, draft: "FormResult | None" = None) -> None:
        """Open the form on the row."""
        for row in self.rows[:1]:
            self.open_form(row, draft)

    def action_notes(self) -> None:
        """Open the notes in the person's own editor."""
        from salgsplan_tui.tui.editor import edited  # noqa: PLC0415

        for row in self.rows[:1]:
            with self.app.suspend():
                notes = edited(row.notes or "", self.desk.environment)
            if notes != (row.notes or ""):
                self.request("noted", partial(edits.change, at=self.at, notes=notes or None))


KEYS_OF_ACTIVITIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        str(binding.id): binding.action.partition("(")[0]
        for binding in ActivityActions.BINDINGS
        if isinstance(binding, Binding) and binding.id != "activity.open"
    }
)
"""The ids of the keys that act on activities alone, each with its action; what is no activity can be opened too."""
