"""What was left undone is offered, and gone through one by one (chapter 6.2-6.3)."""

import datetime as dt
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.carry_over import left_today, left_undone
from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.tui.search_actions import SearchActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.going_through import Occasion


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
        from salgsplan_tui.tui.going_through import Occasion  # noqa: PLC0415  # once a day

        now = self.desk.clock.now()
        rows = left_today(self.desk.plan, now)
        if rows:
            self.go_through(rows, occasion=Occasion(onward=now.date() + ONE_DAY, offers_today=False))
        elif left_undone(self.desk.plan, now):
            self.tell("day_is_done_but_before")
        else:
            self.tell("day_is_done")

    def go_through(
        self, rows: tuple[Activity, ...], reason: Reason | None = None, occasion: "Occasion | None" = None
    ) -> None:
        """Ask for each of these rows what becomes of it; `reason` is why they are moved, where that is known.

        `occasion` tells when that is, where it is not the morning.
        """
        from salgsplan_tui.tui.going_through import GoingThrough, Occasion  # noqa: PLC0415

        going = GoingThrough(self, occasion or Occasion())
        self.run_worker(going.go(rows, reason), group="left", exclusive=True)
