"""Days off, and what they leave undone: marked with one key, and their rows moved (chapter 4.14)."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.carry_over import rows_in_leave
from salgsplan_tui.domain.dates import day_span, week_key
from salgsplan_tui.domain.leave import end_leave, take_leave
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.tui.carry_over_actions import CarryOverActions
from salgsplan_tui.tui.change import Change

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.leave import LeaveChoice

_SAID: Final = {"leave": "took_leave", "ill": "took_ill", "closed": "took_closed", None: "took_leave_back"}


class DayOffActions(CarryOverActions):
    """A screen on which days are taken off."""

    def action_ill(self) -> None:
        """Mark the day that the view stands on as one of illness."""
        self.mark_ill(self.standing_on)

    def mark_ill(self, day: dt.date) -> None:
        """Mark a day as one of illness, and offer to move what stands on it."""
        from salgsplan_tui.tui.dialogs.leave import Absence, LeaveChoice  # noqa: PLC0415

        self._take_off(LeaveChoice(day_span(day), Absence("ill")))

    def action_leave(self) -> None:
        """Ask what the day is to be, or several days."""
        from salgsplan_tui.tui.dialogs.leave import LeaveDialog  # noqa: PLC0415

        day = self.standing_on
        entries = tuple(entry for entry in self.desk.plan.leave.values() if day in entry.span)
        dialog = LeaveDialog(day, entries, read=self.desk.read, read_when=self.desk.read_when)
        self.app.push_screen(dialog, self._take_off)

    def _take_off(self, choice: "LeaveChoice | None") -> None:
        if choice is None:
            return
        span, absence = choice.span, choice.absence
        edit = partial(end_leave, span=span)
        if absence.kind is not None:
            edit = partial(take_leave, span=span, kind=absence.kind, half=absence.half, title=choice.title)
        days = {"to": span.start.isoformat(), "last": span.last.isoformat()}
        words = Said(_SAID[absence.kind], {"title": choice.title, **days})
        afterwards = None if absence.kind is None else partial(self._offer_to_move, choice)
        self.post_message(Change(edit, words, afterwards=afterwards))

    def _offer_to_move(self, choice: "LeaveChoice", _before: Plan, _after: Plan) -> None:
        """Ask what becomes of the rows that stand on the days now off."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        days = list(choice.span.days())
        plan = self.desk.weeks(dict.fromkeys(map(week_key, days)))
        rows = tuple(row for day in days for row in rows_in_leave(plan, day))
        if not rows:
            return
        count = len(rows)
        question = ngettext("{count} activity stands on days off", "{count} activities stand on days off", count)
        choices = (
            Choice("all", _("move all to the next free time")),
            Choice("each", _("one by one")),
            Choice("stand", _("let them stand")),
        )
        reason = Reason.ILL if choice.absence.kind == "ill" else None
        answer = partial(self._clear, rows, reason)
        self.app.push_screen(ChooseDialog(question.format(count=count), choices), answer)

    def _clear(self, rows: tuple[Activity, ...], reason: Reason | None, answer: str | None) -> None:
        from salgsplan_tui.tui.dialogs.move import MoveChoice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.move_places import free_places  # noqa: PLC0415

        if answer == "all":
            places = free_places(rows, self.desk.clock.now(), self.desk.weeks)
            self.move_as_meant(rows, MoveChoice(places, reason=reason), self.reach(rows, "this"))
        elif answer == "each":
            self.go_through(rows, reason)
