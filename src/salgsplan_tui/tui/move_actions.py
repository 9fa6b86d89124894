"""Rows are moved to where they are chosen to go, or pushed day by day."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events

from salgsplan_tui.domain import life, series_edits
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import is_anchor, move_run
from salgsplan_tui.domain.series_edits import Revision
from salgsplan_tui.tui.change import Change, Push, along, over, place_words, said
from salgsplan_tui.tui.run_actions import Runs
from salgsplan_tui.tui.selected_rows import SelectedRows
from salgsplan_tui.tui.series_actions import Reach, words_of
from salgsplan_tui.tui.why_again import ask_why_again, put_off_again, reasoned

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.move import MoveChoice, MoveDialog
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice


NO_RUNS: Final[Mapping[str, str]] = {}


class Pushing(NamedTuple):
    """Rows as they stood before the first push, and how far they have come."""

    rows: tuple[Activity, ...]
    days: int
    why: "ReasonChoice | None" = None
    runs: Mapping[str, str] = NO_RUNS
    """The playbook runs that go along, each with the id of the row that stands on its date."""


class MoveActions(SelectedRows):
    """A screen on which activities are moved."""

    pushing: "Pushing | None" = None
    """The pushes that go on as long as no other key comes between."""

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
        self.ask_then(rows, self.move_as_meant, choice)

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
        at = self.at

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
