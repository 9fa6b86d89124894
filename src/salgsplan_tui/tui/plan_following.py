"""The programme after this one, from the screen: its title, what comes along, and why the unfinished is carried on."""

from typing import TYPE_CHECKING

from salgsplan_tui.domain.next_programme import SteadyIds, Why, begin, next_programme
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.following_words import along, span_name

if TYPE_CHECKING:
    from salgsplan_tui.domain.plan import Plan
    from salgsplan_tui.tui.activity_actions import ActivityActions
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice


class Following:
    """Asks what is needed to copy a programme into the next period, and does it."""

    def __init__(self, main: "ActivityActions", old: SalesPlan) -> None:
        """Take the screen, and the programme that is followed, all of which was read."""
        self._main, self._desk = main, main.desk
        desk = main.desk
        found = next_programme(desk.plan, old, old.title, desk.clock.now(), desk.session.new_id)
        self._found = found
        self._old = old
        self._title = ""

    def ask(self) -> None:
        """Ask for the title, with what comes along beside it."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        span = self._found.programme.span
        days = date_range(span.start, span.last)
        question = _("What is the programme of {days} called?").format(days=days)
        detail = " · ".join(along(self._found))
        self._main.app.push_screen(AskWordsDialog(question, detail=detail, text=span_name(span)), self._take_title)

    def _take_title(self, title: str | None) -> None:
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        if title is None:
            return
        self._title = title
        if self._found.carried:
            self._main.app.push_screen(ReasonDialog(_("Why was it not finished?"), needed=True), self._take_reason)
        else:
            self._begin(Why())

    def _take_reason(self, choice: "ReasonChoice | None") -> None:
        if choice is not None:
            self._begin(Why(choice.reason, choice.text))

    def _begin(self, why: Why) -> None:
        now, at = self._desk.clock.now(), self._desk.clock.stamp()
        old, title, ids = self._old.id, self._title, SteadyIds(self._desk.session.new_id)

        def edit(plan: "Plan") -> "Plan":
            new_id = ids.from_the_first()
            found = next_programme(plan, plan.sales_plans[old], title, now, new_id)
            return begin(plan, found, {row.id: new_id() for row in found.copies.rows}, at=at, why=why)

        words = Said("plan_followed", {"title": title, "count": 1})
        self._main.post_message(Change(edit, words))
