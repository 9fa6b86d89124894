"""What was left undone is offered, and gone through one by one (chapter 6.2-6.3)."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.carry_over import left_today, left_undone
from salgsplan_tui.tui.search_actions import SearchActions


class CarryOverActions(SearchActions):
    """A screen from which what was left undone is gone through."""

    @property
    def standing_on(self) -> dt.date:
        """The day that the view stands on."""
        raise NotImplementedError

    def end_offer(self) -> None:
        """Offer what was left undone no longer; it is being gone through."""
        raise NotImplementedError

    def mark_ill(self, day: dt.date) -> None:
        """Mark a day as one of illness, and offer to move what stands on it."""
        raise NotImplementedError

    def action_carry_over(self) -> None:
        """Go through what was left undone before today."""
        self.end_offer()
        rows = left_undone(self.desk.plan, self.desk.clock.now())
        if rows:
            self.go_through(rows)
        else:
            self.tell("nothing_left")

    def action_end_day(self) -> None:
        """Go through what is still open of today, so that tomorrow begins with nothing left."""
        rows = left_today(self.desk.plan, self.desk.clock.now())
        if rows:
            self.go_through(rows, ends_day=True)
        else:
            self.tell("day_is_done")

    def go_through(self, rows: tuple[Activity, ...], reason: Reason | None = None, *, ends_day: bool = False) -> None:
        """Ask for each of these rows what becomes of it; `reason` is why they are moved, where that is known.

        Where the day ends, nothing is moved to another time of it.
        """
        from salgsplan_tui.tui.going_through import GoingThrough  # noqa: PLC0415

        self.run_worker(GoingThrough(self, ends_day=ends_day).go(rows, reason), group="left", exclusive=True)
