"""What the search does on the main screen: it opens over every view, and leads to what was found: the day, the card."""

import datetime as dt
from typing import TYPE_CHECKING

from textual.message import Message

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_kind
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.views.view import PlannerView

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.search import SearchResult


class SearchActions(ActivityActions):
    """A screen that can be searched from."""

    class GoalsWanted(Message):
        """The goals of all sales plans will be searched for."""

    searched = ""
    """What was typed into the search the last time."""

    def action_search(self) -> None:
        """Search everything: words, customers, channels, states, days, amounts."""
        from salgsplan_tui.tui.dialogs.search import SearchDialog  # noqa: PLC0415

        desk = self.desk
        ways = (desk.read_query, desk.session.search, desk.session.search_cases)
        dialog = SearchDialog(desk.plan, *ways, text=self.searched, hide=self.is_hidden)
        self.app.push_screen(dialog, self._go_to)
        self.post_message(self.GoalsWanted())

    def _go_to(self, result: "SearchResult | None") -> None:
        if result is None:
            return
        self.searched = result.text
        today = self.desk.clock.now().date()
        if result.customer is not None:
            self.post_message(PlannerView.Wanted(today, "customers", opens=result.customer))
        if result.case is not None:
            self.post_message(PlannerView.Wanted(today, "service", opens=result.case))
        if result.row is None:
            return
        day = day_of(result.row, today)
        if day is None:
            self.open_form(result.row)
        else:
            self.post_message(PlannerView.Wanted(day, "day", select=result.row.id))


def day_of(row: Activity, today: dt.date) -> dt.date | None:
    """Return the day whose page shows a row: its own, its deadline's, or one of its week; none for what has no week."""
    if row.date is not None:
        return row.date
    if row.bucket is None or bucket_kind(row.bucket) != "week" or row.span is None or not row.is_open:
        return None
    if row.due is not None and row.due in row.span:
        return row.due
    return today if today in row.span else row.span.start
