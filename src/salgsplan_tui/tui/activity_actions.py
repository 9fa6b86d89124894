"""What the keys do to activities, the same in every view: done, move, cancel, push, remove and the rest."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial, reduce
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.contact_checks import findings_now, refuse_blocked
from salgsplan_tui.domain.objecting import ids_beside, stopped
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.taking import finish
from salgsplan_tui.language import N_, language
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change, Push
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.screens import PlannerScreen

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.form import FormResult
    from salgsplan_tui.tui.dialogs.move import MoveChoice
    from salgsplan_tui.tui.dialogs.outcome import OutcomeChoice
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice


class Pushing(NamedTuple):
    """Rows as they stood before the first push, and how far they have come."""

    rows: tuple[Activity, ...]
    days: int


class ActivityActions(PlannerScreen[object]):
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
        Binding("delete,backspace", "remove", N_("remove a mistake"), show=False, id="activity.remove"),
    ]

    desk: Desk
    pushing: "Pushing | None" = None
    """The pushes that go on as long as no other key comes between."""

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Activity, ...]:
        """The activities the keys act on, as they are now."""
        return tuple(self.desk.plan.activity(each) for each in self.selected)

    def _request(self, key: str, step: Callable[[Plan, str], Plan], **values: str) -> None:
        """Ask for one step on every selected row: one change, one undo."""
        rows = self.rows
        if rows:
            self.post_message(Change(_over(tuple(row.id for row in rows), step), said(key, rows, **values)))

    def _at(self) -> dt.datetime:
        return self.desk.clock.stamp()

    def action_open(self) -> None:
        """Show everything about the row, and go on from there."""
        from salgsplan_tui.tui.dialogs.details import DetailsDialog  # noqa: PLC0415

        rows = self.rows[:1]
        for row in rows:
            approach = self.desk.session.approach(row, language())
            details = DetailsDialog(self.desk.plan, row, now=self.desk.clock.now(), approach=approach)
            self.app.push_screen(details, self._go_on)

    def _go_on(self, choice: str | None) -> None:
        actions = {
            "edit": self.action_edit,
            "done": self.action_done,
            "move": self.action_move,
            "notes": self.action_notes,
        }
        if choice in actions:
            actions[choice]()

    def action_done(self) -> None:
        """Ask what came of it and for the next step."""
        from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog  # noqa: PLC0415

        rows = tuple(row for row in self.rows if row.is_open)
        if not rows:
            self._already_settled()
            return
        read = partial(self.desk.read, base=rows[0])
        dialog = OutcomeDialog(self.desk.plan, rows[0], now=self.desk.clock.now(), read=read)
        self.app.push_screen(dialog, partial(self._finish, rows))

    def _already_settled(self) -> None:
        if self.rows:
            self.tell("already_settled", id=self.rows[0].id, state=self.rows[0].state.value)

    def _finish(self, rows: tuple[Activity, ...], choice: "OutcomeChoice | None") -> None:
        if choice is None:
            return
        result, ids = choice.result, tuple(row.id for row in rows)
        edit = partial(finish, ids=ids, result=result, step=choice.next, now=self.desk.clock.now(), at=self._at())
        words = said("done" if choice.next is None else "done_next", rows)
        self.post_message(Change(edit, words, mentions=self.mentions(result, rows), afterwards=self.tell_stopped))

    def mentions(self, result: Result | None, rows: Iterable[Activity]) -> tuple[str, ...]:
        """Return those whose every activity has to be read because they want no more contact."""
        if result is None or not result.has_objection:
            return ()
        return tuple(each for row in rows for each in ids_beside(self.desk.plan, row))

    def tell_stopped(self, before: Plan, after: Plan) -> None:
        """List what was cancelled because somebody wants no more contact; it must be seen."""
        found = stopped(before, after)
        if found.rows:
            from salgsplan_tui.tui.dialogs.stopped import StoppedDialog  # noqa: PLC0415

            self.app.push_screen(StoppedDialog(after, found), self._undo_if_wanted)

    async def _undo_if_wanted(self, choice: str | None) -> None:
        if choice == "undo":
            await self.run_action("app.undo")

    def action_move(self) -> None:
        """Ask where to; Enter at once takes the next free time."""
        from salgsplan_tui.tui.dialogs.move import MoveDialog  # noqa: PLC0415

        rows = tuple(row for row in self.rows if row.is_open)
        if not rows:
            self._already_settled()
            return
        now = self.desk.clock.now()
        dialog = MoveDialog(self.desk.plan, rows, now=now, read_when=self.desk.read_when, weeks=self.desk.weeks)
        self.app.push_screen(dialog, partial(self._move, rows))

    def _move(self, rows: tuple[Activity, ...], choice: "MoveChoice | None") -> None:
        if choice is None:
            return
        at = self._at()

        def move(plan: Plan, identity: str) -> Plan:
            return life.move(
                plan,
                identity,
                choice.places[identity],
                at=at,
                by=choice.by,
                reason=choice.reason,
                reason_text=choice.reason_text,
            )

        ids = tuple(row.id for row in rows if row.id in choice.places)
        to = next(iter(choice.places.values()), Placement())
        self.post_message(Change(_over(ids, move), said("moved", rows, **place_words(to))))

    def action_push(self, days: int) -> None:
        """Push the rows some days later or earlier; pushes without another key between are one move."""
        again = self.pushing is not None
        if self.pushing is None:
            rows = tuple(row for row in self.rows if row.is_open and row.date is not None)
            if not rows:
                self._already_settled()
                return
            self.pushing = Pushing(rows, 0)
        self.pushing = Pushing(self.pushing.rows, self.pushing.days + days)
        origins = {row.id: row.date for row in self.pushing.rows if row.date is not None}
        first = next(iter(origins.values())) + dt.timedelta(days=self.pushing.days)
        words = said("moved", self.pushing.rows, to=first.isoformat(), start="")
        self.post_message(Push(origins, self.pushing.days, again, words))

    def on_key(self, event: events.Key) -> None:
        """Let any other key end a row of pushes."""
        if event.key not in {"plus", "minus"}:
            self.pushing = None

    def action_cancel(self) -> None:
        """Call it off, with a reason."""
        from salgsplan_tui.language import _  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        if not any(row.is_open for row in self.rows):
            self._already_settled()
            return
        self.app.push_screen(ReasonDialog(_("Why is it cancelled?"), needed=True), self._cancel)

    def _cancel(self, choice: "ReasonChoice | None") -> None:
        if choice is not None:
            step = partial(life.cancel, at=self._at(), reason=choice.reason, reason_text=choice.text)
            self._request("cancelled", step)

    def action_skip(self) -> None:
        """Settle that it was not done; a reason may be given."""
        from salgsplan_tui.language import _  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        if not any(row.is_open for row in self.rows):
            self._already_settled()
            return
        self.app.push_screen(ReasonDialog(_("Why was it not done?"), needed=False), self._skip)

    def _skip(self, choice: "ReasonChoice | None") -> None:
        if choice is not None:
            step = partial(life.skip, at=self._at(), reason=choice.reason, reason_text=choice.text)
            self._request("skipped", step)

    def action_confirm(self) -> None:
        """Confirm a planned row; start a confirmed one."""
        at, now = self._at(), self.desk.clock.now()
        if all(row.state is State.CONFIRMED for row in self.rows):
            self._request("started", partial(life.start, now=now, at=at))
            self._tell_rules(now)
        else:
            self._request("confirmed", partial(life.confirm, at=at))

    def _tell_rules(self, now: dt.datetime) -> None:
        """Say whom to contact with care only; whom not to is refused."""
        for finding in (each for row in self.rows for each in findings_now(self.desk.plan, row, now)):
            if not finding.is_block:
                self.tell("contact_rule", name=finding.name, reason=finding.rule.says)

    def action_reopen(self) -> None:
        """Take a settled row back into the plan."""
        self._request("reopened", partial(life.reopen, at=self._at()))

    def action_duplicate(self) -> None:
        """Put a fresh copy beside it."""
        new_ids = {row.id: self.desk.session.new_id() for row in self.rows}
        at = self._at()
        self._request("duplicated", lambda plan, identity: edits.duplicate(plan, identity, new_ids[identity], at=at))

    def action_remove(self) -> None:
        """Take a mistake out of the plan; undo brings it back."""
        self._request("removed", partial(edits.remove, at=self._at()))

    def action_edit(self, draft: "FormResult | None" = None) -> None:
        """Open the form on the row."""
        for row in self.rows[:1]:
            self.open_form(row, draft)

    def open_form(self, row: Activity, draft: "FormResult | None" = None, *, is_new: bool = False) -> None:
        """Open the form on a row, with what was typed before where it could not be saved."""
        from salgsplan_tui.tui.dialogs.form import ActivityForm  # noqa: PLC0415

        form = ActivityForm(
            self.desk.plan,
            row,
            read=self.desk.read,
            read_when=self.desk.read_when,
            now=self.desk.clock.now(),
            is_new=is_new,
            draft=None if draft is None else draft.draft,
        )
        self.app.push_screen(form, partial(self._take_form, row, is_new=is_new))

    def _take_form(self, row: Activity, result: "FormResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            return
        now, at = self.desk.clock.now(), self._at()

        def take(plan: Plan) -> Plan:
            plan = edits.with_customers(plan, result.customers, at=at)
            if is_new:
                refuse_blocked(plan, result.activity, now)
                return edits.add(plan, result.activity, at=at)
            if result.fields:
                before, plan = plan.activity(row.id), edits.change(plan, row.id, at=at, **result.fields)
                refuse_blocked(plan, plan.activity(row.id), now, before=before)
            return plan if result.to is None else life.move(plan, row.id, result.to, at=at)

        again = partial(self.open_form, row, result, is_new=is_new)
        words = said("added" if is_new else "edited", (result.activity,))
        self.post_message(Change(take, words, otherwise=again, select=row.id))

    def action_notes(self) -> None:
        """Open the notes in the person's own editor."""
        from salgsplan_tui.tui.editor import edited  # noqa: PLC0415

        for row in self.rows[:1]:
            with self.app.suspend():
                notes = edited(row.notes or "", self.desk.environment)
            if notes != (row.notes or ""):
                self._request("noted", partial(edits.change, at=self._at(), notes=notes or None))

    def tell(self, key: str, **values: object) -> None:
        """Say a sentence in a toast."""
        from salgsplan_tui.language.messages import sentence  # noqa: PLC0415

        self.app.notify(sentence(key, values), severity="warning", markup=False)


def _over(ids: tuple[str, ...], step: Callable[[Plan, str], Plan]) -> Edit:
    return lambda plan: reduce(step, ids, plan)


def said(key: str, rows: tuple[Activity, ...], **values: str) -> Said:
    """Return what a change did to these rows, for the toast and for undo."""
    title = rows[0].title if rows else ""
    return Said(key, {"id": rows[0].id if rows else "", "title": title, "count": len(rows), **values})


def place_words(to: Placement) -> dict[str, str]:
    """Return where a row was moved to, as data."""
    return {
        "to": to.date.isoformat() if to.date is not None else to.bucket or "",
        "start": "" if to.start is None else f"{to.start:%H:%M}",
    }
