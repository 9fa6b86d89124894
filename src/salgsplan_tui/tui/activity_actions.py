"""What the keys do to activities, the same in every view: done, move, cancel, push, remove and the rest."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from salgsplan_tui.domain import edits, life, series_edits
from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.contact_checks import findings_now
from salgsplan_tui.domain.objecting import ids_beside, stopped
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import is_anchor, move_run
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.sales import Offer
from salgsplan_tui.domain.series_edits import Revision
from salgsplan_tui.domain.taking import finish
from salgsplan_tui.language import N_, language
from salgsplan_tui.tui.change import Change, Push, along, over, place_words, said
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.form_actions import FormActions
from salgsplan_tui.tui.run_actions import Runs
from salgsplan_tui.tui.series_actions import Reach, ending, words_of
from salgsplan_tui.tui.why_again import ask_why_again, put_off_again, reasoned

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.form import FormResult
    from salgsplan_tui.tui.dialogs.move import MoveChoice, MoveDialog
    from salgsplan_tui.tui.dialogs.outcome import OutcomeChoice, OutcomeDialog
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice
    from salgsplan_tui.tui.sale_form import SaleForm


NO_RUNS: Final[Mapping[str, str]] = {}


class Pushing(NamedTuple):
    """Rows as they stood before the first push, and how far they have come."""

    rows: tuple[Activity, ...]
    days: int
    why: "ReasonChoice | None" = None
    runs: Mapping[str, str] = NO_RUNS
    """The playbook runs that go along, each with the id of the row that stands on its date."""


class ActivityActions(FormActions):
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

    desk: Desk
    pushing: "Pushing | None" = None
    """The pushes that go on as long as no other key comes between."""
    acting_on: tuple[str, ...] | None = None
    """The rows that were opened, while something is done to them; the selected ones where None were."""

    @property
    def is_hidden(self) -> bool:
        """Say whether names and amounts are hidden."""
        raise NotImplementedError

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Activity, ...]:
        """The activities the keys act on, as they are now."""
        ids = self.selected if self.acting_on is None else self.acting_on
        return tuple(self.desk.plan.activity(each) for each in ids)

    def _request(self, key: str, step: Callable[[Plan, str], Plan], **values: str) -> None:
        """Ask for one step on every selected row: one change, one undo."""
        rows = self.rows
        if rows:
            self.post_message(Change(over(tuple(row.id for row in rows), step), said(key, rows, **values)))

    def _at(self) -> dt.datetime:
        return self.desk.clock.stamp()

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

    def action_done(self) -> None:
        """Ask what came of it and for the next step."""
        rows = tuple(row for row in self.rows if row.is_open)
        if rows:
            self.app.push_screen(self.outcome_dialog(rows[0]), partial(self._ask_then, rows, self.finish_as_meant))
        else:
            self.tell_settled()

    def outcome_dialog(self, row: Activity) -> "OutcomeDialog":
        """Return the question what came of a row, and what the next step is."""
        from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog  # noqa: PLC0415

        read = partial(self.desk.read, base=row)
        sale = partial(self._sale_of, row)
        return OutcomeDialog(self.desk.plan, row, now=self.desk.clock.now(), read=read, sale=sale)

    def _sale_of(self, row: Activity, outcome: Outcome) -> "SaleForm | None":
        """Return the form of the offer or order that came of a row; None where it names no customer."""
        from salgsplan_tui.tui.sale_form import sale_of_row  # noqa: PLC0415

        return sale_of_row(self.desk, row, outcome)

    def _ask_then(self, rows: tuple[Activity, ...], then: "Callable[..., None]", choice: object) -> None:
        """Go on with what was chosen, and how much of a series is meant by it."""
        if choice is not None:
            self.ask_part(rows, partial(then, rows, choice))

    def tell_settled(self) -> None:
        """Say that the row is done, cancelled or skipped already."""
        if self.rows:
            self.tell("already_settled", id=self.rows[0].id, state=self.rows[0].state.value)

    def finish_as_meant(self, rows: tuple[Activity, ...], choice: "OutcomeChoice", reach: Reach) -> None:
        """Finish rows, or as much of their series as is meant, with what came of them."""
        result, ids = choice.result, tuple(row.id for row in rows)
        now, at = self.desk.clock.now(), self._at()

        def edit(plan: Plan) -> Plan:
            plan = finish(plan, ids, result, choice.next, now=now, at=at)
            return ending(reach, _nothing_more, partial(life.skip, at=at), at=at)(plan)

        key = "done" if choice.next is None else "done_next"
        words = said_of_result(said(key, rows, **words_of(reach)), result)
        mentions = (*self.mentions(result, rows), *self.series_of(rows, reach))
        self.post_message(Change(edit, words, mentions=mentions, afterwards=self.tell_stopped))

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
        self.open_move()

    def open_move(self, text: str = "") -> None:
        """Ask where to, with what was typed already."""
        rows = tuple(row for row in self.rows if row.is_open)
        if rows:
            self.app.push_screen(self.move_dialog(rows).begun(text), partial(self.move_rows, rows))
        else:
            self.tell_settled()

    def move_dialog(self, rows: tuple[Activity, ...]) -> "MoveDialog":
        """Return the question where rows go."""
        from salgsplan_tui.tui.dialogs.move import MoveDialog  # noqa: PLC0415

        now = self.desk.clock.now()
        return MoveDialog(self.desk.plan, rows, now=now, read_when=self.desk.read_when, weeks=self.desk.weeks)

    def move_rows(self, rows: tuple[Activity, ...], choice: "MoveChoice | None") -> None:
        """Move rows to where they were chosen to go, and as much of a series as is meant."""
        self._ask_then(rows, self.move_as_meant, choice)

    def move_as_meant(
        self, rows: tuple[Activity, ...], choice: "MoveChoice", reach: Reach, runs: Runs | None = None
    ) -> None:
        """Move rows, or as much of their series as is meant; what is put off for the third time is asked why.

        Where the date of a playbook's run changes, it is asked whether the rest goes along, unless that is known.
        """
        again = put_off_again(rows, choice.places) if choice.reason is None else ()
        if again:
            ask_why_again(self.app, again, lambda why: self.move_as_meant(rows, reasoned(choice, why), reach, runs))
            return
        if runs is None:
            self.ask_runs(rows, choice.places, partial(self.move_as_meant, rows, choice, reach))
            return
        at = self._at()

        def move(plan: Plan, identity: str) -> Plan:
            scope, to = reach[identity], choice.places[identity]
            if scope.part != "this":
                return series_edits.revise(plan, identity, scope, Revision(to=to), at=at)
            return life.move(
                plan, identity, to, at=at, by=choice.by, reason=choice.reason, reason_text=choice.reason_text
            )

        def move_all(plan: Plan) -> Plan:
            plan = over(ids, move)(plan)
            for run, date in runs.items():
                plan = move_run(
                    plan, run, date, at=at, by=choice.by, reason=choice.reason, reason_text=choice.reason_text
                )
            return plan

        ids = tuple(row.id for row in rows if row.id in choice.places and row.id in reach)
        to = next(iter(choice.places.values()), Placement())
        words = said("moved", rows, **place_words(to), **words_of(reach), **along(runs))
        select = ids[0] if len(ids) == 1 else None
        self.post_message(Change(move_all, words, select=select, mentions=(*self.series_of(rows, reach), *runs)))

    def action_push(self, days: int, why: "ReasonChoice | None" = None, runs: Runs | None = None) -> None:
        """Push the rows some days later or earlier; pushes without another key between are one move."""
        again = self.pushing is not None
        if self.pushing is None:
            rows = tuple(row for row in self.rows if row.is_open and row.date is not None)
            if not rows:
                self.tell_settled()
                return
            places = {row.id: Placement(row.date + dt.timedelta(days)) for row in rows if row.date is not None}
            put_off = put_off_again(rows, places) if why is None else ()
            if put_off:
                ask_why_again(self.app, put_off, partial(self.action_push, days))
                return
            if runs is None:
                self.ask_runs(rows, places, partial(self.action_push, days, why))
                return
            anchors = {row.playbook or "": row.id for row in rows if is_anchor(row)}
            self.pushing = Pushing(rows, 0, why, {run: anchors[run] for run in runs})
        self.pushing = self.pushing._replace(days=self.pushing.days + days)
        origins = {row.id: row.date for row in self.pushing.rows if row.date is not None}
        first = next(iter(origins.values())) + dt.timedelta(days=self.pushing.days)
        words = said("moved", self.pushing.rows, to=first.isoformat(), start="", **along(self.pushing.runs))
        reason, text = (None, None) if self.pushing.why is None else (self.pushing.why.reason, self.pushing.why.text)
        push = Push(origins, self.pushing.days, again, words, reason=reason, reason_text=text, runs=self.pushing.runs)
        self.post_message(push)

    def on_key(self, event: events.Key) -> None:
        """Let any other key end a row of pushes."""
        if event.key not in {"plus", "minus"}:
            self.pushing = None

    def action_cancel(self) -> None:
        """Call it off, with a reason."""
        from salgsplan_tui.language import _  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        rows = self.rows
        if not any(row.is_open for row in rows):
            self.tell_settled()
            return
        dialog = ReasonDialog(_("Why is it cancelled?"), needed=True)
        self.app.push_screen(dialog, partial(self._ask_then, rows, partial(self._let_go, "cancelled", life.cancel)))

    def _let_go(
        self, key: str, let_go: "Callable[..., Plan]", rows: tuple[Activity, ...], choice: "ReasonChoice", reach: Reach
    ) -> None:
        """Settle rows that come to nothing, and the series that end with them."""
        at = self._at()
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
        self.app.push_screen(dialog, partial(self._ask_then, rows, partial(self._let_go, "skipped", life.skip)))

    def action_confirm(self) -> None:
        """Confirm a planned row; start a confirmed one."""
        at, now = self._at(), self.desk.clock.now()
        if all(row.state is State.CONFIRMED for row in self.rows):
            rows = self.rows
            start = over(tuple(row.id for row in rows), partial(life.start, now=now, at=at))
            people = tuple(each for row in rows for each in ids_beside(self.desk.plan, row))
            told = partial(self.tell_approach, tuple(row.id for row in rows))
            self.post_message(Change(start, said("started", rows), mentions=people, afterwards=told))
            self._tell_rules(now)
        else:
            self._request("confirmed", partial(life.confirm, at=at))

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
        self._request("reopened", partial(life.reopen, at=self._at()))

    def action_duplicate(self) -> None:
        """Put a fresh copy beside it."""
        new_ids = {row.id: self.desk.session.new_id() for row in self.rows}
        at = self._at()
        self._request("duplicated", lambda plan, identity: edits.duplicate(plan, identity, new_ids[identity], at=at))

    def action_remove(self) -> None:
        """Take a mistake out of the plan; undo brings it back."""
        rows = self.rows
        if rows:
            self.ask_part(rows, partial(self._remove, rows))

    def _remove(self, rows: tuple[Activity, ...], reach: Reach) -> None:
        at = self._at()

        def remove(plan: Plan, identity: str) -> Plan:
            return series_edits.remove(plan, identity, reach[identity], at=at)

        words = said("removed", rows, **words_of(reach))
        self.post_message(Change(over(tuple(reach), remove), words, mentions=self.series_of(rows, reach)))

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
                self._request("noted", partial(edits.change, at=self._at(), notes=notes or None))

    def tell(self, key: str, **values: object) -> None:
        """Say a sentence in a toast."""
        from salgsplan_tui.language.messages import sentence  # noqa: PLC0415

        self.app.notify(sentence(key, values), severity="warning", markup=False)


def _nothing_more(plan: Plan, _identity: str) -> Plan:
    """Leave a row that is done already as it is."""
    return plan


def said_of_result(words: Said, result: Result) -> Said:
    """Return what was done, with the offer or order that came of it."""
    if result.sale is None:
        return words
    key = "done_offer" if isinstance(result.sale, Offer) else "done_order"
    return Said(key, {**words.values, "amount": result.sale.amount})
