"""The programme after this one, from the screen: its title, what comes along, and why the unfinished is carried on."""

from functools import partial
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.next_programme import SteadyIds, Why, begin, next_programme
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.following_words import along, not_carried, span_name

if TYPE_CHECKING:
    from salgsplan_tui.domain.plan import Plan
    from salgsplan_tui.tui.activity_actions import ActivityActions
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice

_ALL: Final = ""
"""No row's id: the reasons stand as they are."""


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
        self._whys: dict[str, Why] = {}

    def ask(self) -> None:
        """Ask for the title, with what comes along beside it, and below what does not and why."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        span = self._found.programme.span
        days = date_range(span.start, span.last)
        question = _("What is the programme of {days} called?").format(days=days)
        told = (" · ".join(along(self._found)), *not_carried(self._found.stays, hide=self._main.is_hidden))
        dialog = AskWordsDialog(question, detail="\n".join(told), text=span_name(span))
        self._main.app.push_screen(dialog, self._take_title)

    def _take_title(self, title: str | None) -> None:
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        if title is None:
            return
        self._title = title
        if self._found.carried:
            self._main.app.push_screen(ReasonDialog(_("Why was it not finished?"), needed=True), self._take_reason)
        else:
            self._begin()

    def _take_reason(self, choice: "ReasonChoice | None") -> None:
        """Take the reason for all of it; where it is several, show them all, so that one may have another."""
        if choice is None:
            return
        self._whys = {row.id: Why(choice.reason, choice.text) for row in self._found.carried}
        if len(self._whys) > 1:
            self._show_reasons(_ALL)
        else:
            self._begin()

    def _show_reasons(self, at: str) -> None:
        """Show what is carried on with its reasons, the cursor on a row; Enter on the first line copies."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        choices = [Choice(_ALL, _("copy it all, for these reasons"), "0")]
        choices += [
            Choice(row.id, self._name(row), detail=_in_words(self._whys[row.id])) for row in self._found.carried
        ]
        question = _("Carried on – does one of them have another reason?")
        self._main.app.push_screen(ChooseDialog(question, choices, at=at), self._take_row)

    def _name(self, row: Activity) -> str:
        return labels.HIDDEN if self._main.is_hidden else safe_line(row.title)

    def _take_row(self, identity: str | None) -> None:
        from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

        row = next((each for each in self._found.carried if each.id == identity), None)
        if row is not None:
            question = _("Why was it not finished? {title}").format(title=self._name(row))
            self._main.app.push_screen(ReasonDialog(question, needed=True), partial(self._take_reason_of, row.id))
        elif identity is not None:
            self._begin()

    def _take_reason_of(self, identity: str, choice: "ReasonChoice | None") -> None:
        if choice is not None:
            self._whys[identity] = Why(choice.reason, choice.text)
        self._show_reasons(identity)

    def _begin(self) -> None:
        now, at = self._desk.clock.now(), self._desk.clock.stamp()
        old, title, ids = self._old.id, self._title, SteadyIds(self._desk.session.new_id)
        whys = dict(self._whys)

        def edit(plan: "Plan") -> "Plan":
            new_id = ids.from_the_first()
            found = next_programme(plan, plan.sales_plans[old], title, now, new_id)
            return begin(plan, found, {row.id: new_id() for row in found.copies.rows}, at=at, whys=whys)

        words = Said("plan_followed", {"title": title, "count": 1})
        self._main.post_message(Change(edit, words))


def _in_words(why: Why) -> str:
    """Return the reason as it was given: its name, and the person's own words."""
    name = None if why.reason is None else labels.reason_name(why.reason)
    return " – ".join(each for each in (name, why.text) if each)
