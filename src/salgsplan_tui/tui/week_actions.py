"""What keys do to the hours, days and weeks of a plan: place, stretch, move along the grid, copy, set the must-dos."""

import datetime as dt
from functools import partial, reduce
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.activity import Activity, MovedBy, Reason
from salgsplan_tui.domain.dates import ONE_WEEK, week_key, week_of
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.sheet import Sheet
from salgsplan_tui.language import _
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.change import Change, said
from salgsplan_tui.tui.views.view import PlannerView

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.copy import CopyChoice
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice

_STRETCHES: Final = frozenset({"w", "W", "f7", "f8"})
_SHORTEST: Final = 15
_USUAL: Final = 30


class Stretching(NamedTuple):
    """Rows as long as they were before the first key, and how much longer they have become."""

    rows: tuple[Activity, ...]
    minutes: int


class WeekActions(ActivityActions):
    """A screen whose view shows the hours of a plan."""

    view: PlannerView
    stretching: Stretching | None = None
    """The stretches that go on as long as no other key comes between."""

    def action_place(self) -> None:
        """Put rows without a time into the first free time that fits, on their day or in the week shown."""
        from salgsplan_tui.domain.free_time import first_gap  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.move import MoveChoice  # noqa: PLC0415

        plan, now, week = self.desk.plan, self.desk.clock.now(), week_of(self.view.day)
        rows = tuple(row for row in self.rows if row.is_open and row.start is None)
        places: dict[str, Placement] = {}
        for row in rows:
            place = first_gap(plan, row, week, now)
            if place is not None:
                places[row.id] = place
                plan = plan.with_activity(row.changed_to(date=place.date, start=place.start, bucket=None))
        if places:
            self.move_rows(rows, MoveChoice(places))
        elif rows:
            self.view.say(_("There is no free time for it in this week."))
        elif self.rows:
            self.view.say(_("It has a time already."))

    def action_stretch(self, minutes: int) -> None:
        """Make rows longer or shorter; stretches without another key between are one step."""
        again = self.stretching is not None
        if self.stretching is None:
            rows = tuple(row for row in self.rows if row.is_open)
            if not rows:
                self.tell_settled()
                return
            self.stretching = Stretching(rows, 0)
        rows, total = self.stretching.rows, self.stretching.minutes + minutes
        shortest = max(_length(row) for row in rows)
        total = max(total, _SHORTEST - shortest)
        self.stretching = Stretching(rows, total)
        lengths = {row.id: max(_SHORTEST, _length(row) + total) for row in rows}
        at = self.desk.clock.stamp()

        def stretch(plan: Plan) -> Plan:
            return reduce(lambda p, each: edits.change(p, each, at=at, minutes=lengths[each]), lengths, plan)

        words = said("stretched", rows, minutes=str(lengths[rows[0].id]))
        self.post_message(Change(stretch if total else _unchanged, words, again=again))

    def on_key(self, event: events.Key) -> None:
        """Let any other key end a row of stretches."""
        super().on_key(event)
        if event.key not in _STRETCHES:
            self.stretching = None

    def action_must_dos(self) -> None:
        """Ask for the three most important things of the week shown."""
        self.ask_must_dos(week_key(self.view.day))

    def ask_must_dos(self, week: str) -> None:
        """Ask for a week's three most important things."""
        from salgsplan_tui.language.formats import week_name  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.must_dos import MustDosDialog  # noqa: PLC0415

        must_dos = self.desk.plan.sheets.get(week, Sheet()).must_dos
        self.app.push_screen(MustDosDialog(week_name(week), must_dos), partial(self._set_must_dos, week))

    def _set_must_dos(self, week: str, texts: tuple[str, ...] | None) -> None:
        if texts is not None:
            edit = partial(edits.set_must_dos, week=week, must_dos=texts)
            self.post_message(Change(edit, Said("must_dos", {"to": week})))

    def action_copy(self) -> None:
        """Ask where the day or its week is copied to."""
        from salgsplan_tui.tui.dialogs.copy import CopyDialog  # noqa: PLC0415

        day = self.view.day
        proposed = Placement(bucket=week_key(day + ONE_WEEK))
        dialog = CopyDialog(day, proposed=proposed, read_when=self.desk.read_when, weeks=self.desk.weeks)
        self.app.push_screen(dialog, partial(self._copy, day))

    def _copy(self, day: dt.date, choice: "CopyChoice | None") -> None:
        if choice is None:
            return
        from salgsplan_tui.domain.copying import paste  # noqa: PLC0415

        new_ids = {row.id: self.desk.session.new_id() for row in choice.copies.rows}
        at = self.desk.clock.stamp()

        def copy(plan: Plan) -> Plan:
            return paste(plan, choice.again(plan, day), new_ids, at=at)

        to = week_key(choice.to) if choice.is_week else choice.to.isoformat()
        copies = choice.copies
        words = Said("copied", {"count": len(copies.rows), "left_out": len(copies.left_out), "to": to})
        weekday = day - week_of(day).start
        self.post_message(PlannerView.Wanted(choice.to + weekday if choice.is_week else choice.to))
        self.post_message(Change(copy, words))

    def action_move(self) -> None:
        """Ask where to; where the view has hours, arrows move the row along them first."""
        if not self.view.begin_move():
            super().action_move()

    def on_planner_view_move_typed(self, message: PlannerView.MoveTyped) -> None:
        """Ask where to, with the letter that was typed; without one, take the next free time."""
        if message.text is not None:
            self.open_move(message.text)
            return
        from salgsplan_tui.tui.dialogs.move import MoveChoice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.move_places import free_places  # noqa: PLC0415

        rows = self.rows
        self.move_rows(rows, MoveChoice(free_places(rows, self.desk.clock.now(), self.desk.weeks)))

    def on_planner_view_move_kept(self, message: PlannerView.MoveKept) -> None:
        """Move a row to where it was put; a new day may have a reason."""
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        row, place = message.row, message.place
        if row.date is None or place.date == row.date:
            self._keep(row, place)
        else:
            dialog = ReasonDialog(_("Why is it moved?"), needed=False)
            self.app.push_screen(dialog, partial(self._keep_because, row, place))

    def _keep_because(self, row: Activity, place: Placement, choice: "ReasonChoice | None") -> None:
        if choice is not None:
            self._keep(row, place, choice.reason, choice.text)

    def _keep(self, row: Activity, place: Placement, reason: Reason | None = None, text: str | None = None) -> None:
        from salgsplan_tui.tui.dialogs.move import MoveChoice  # noqa: PLC0415

        by: MovedBy = "customer" if reason is Reason.CUSTOMER_ASKED else "me"
        self.view.end_move()
        self.move_rows((row,), MoveChoice({row.id: place}, by, reason, text))


def _length(row: Activity) -> int:
    return row.minutes or _USUAL


def _unchanged(plan: Plan) -> Plan:
    return plan
