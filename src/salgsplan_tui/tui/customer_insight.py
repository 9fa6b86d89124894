"""All that is kept about somebody at the customer under the cursor: on a page to read, and in a file (chapter 7.5)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.customers import Contact
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Session
from salgsplan_tui.tui.customer_actions import CustomerActions
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.domain.insight import Insight

_ON_PAPER: Final = 100
"""How many cells a line of the file has, as the command line's has."""


class CustomerInsight(CustomerActions):
    """A view from which a person can be told what is kept about them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "insight", N_("insight: all that is kept about a person"), show=False, id="customers.insight"),
    ]

    def action_insight(self) -> None:
        """Show what is kept about the person at the customer under the cursor; where there are several, ask which."""
        if self.row is None:
            return
        if self.hide:
            self.main.tell("presentation_hides")
            return
        customer = self.row.record.customer
        people = [each for each in customer.contacts if not each.is_forgotten]
        if len(people) == 1 or (not people and customer.is_person):
            self.open_insight(people[0].id if people else customer.id)
        elif not people:
            self.main.tell("nobody_there")
        else:
            self._ask_whose(people)

    def _ask_whose(self, people: list[Contact]) -> None:
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        choices = tuple(Choice(each.id, each.name, detail=each.role or "") for each in people)
        dialog = ChooseDialog(_("Insight: about whom?"), choices)
        self.app.push_screen(dialog, lambda person: None if person is None else self.open_insight(person))

    def open_insight(self, person: str) -> None:
        """Show what is kept about a person."""
        self.post_message(FilesWanted(Session.need_all, partial(self._show, person)))

    def _show(self, person: str) -> None:
        from salgsplan_tui.domain.insight import insight  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.insight import InsightDialog  # noqa: PLC0415

        try:
            found = insight(self.desk.plan, person)
        except PlannerError as error:
            tell_error(self, error)
            return
        title = _("Insight: {name}").format(name=safe_line(found.contact.name))
        dialog = InsightDialog(title, partial(self._page, found))
        self.app.push_screen(dialog, lambda answer: self._ask_file(found) if answer == "save" else None)

    def _page(self, found: "Insight", cells: int) -> list[Line]:
        from salgsplan_tui.tui.insight_page import insight_lines  # noqa: PLC0415
        from salgsplan_tui.tui.row_text import Rows  # noqa: PLC0415

        rows = Rows(self.desk.plan, self.now, {row.id: row.id for row in found.rows})
        return list(insight_lines(rows, found, cells))

    def _ask_file(self, found: "Insight", typed: str | None = None) -> None:
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        proposed = typed or "~/{name}-{id}.txt".format(name=_("insight"), id=found.contact.id)
        detail = _("Only you can read the file. Give it to the person, and remove it afterwards.")
        dialog = AskWordsDialog(_("Save to which file?"), detail=detail, text=proposed)
        self.app.push_screen(dialog, partial(self._save, found))

    def _save(self, found: "Insight", typed: str | None) -> None:
        if typed is None:
            self._show(found.contact.id)
            return
        from salgsplan_tui.tui.plain_text import texts_of  # noqa: PLC0415

        path = Path(typed).expanduser()
        text = "".join(f"{line}\n" for line in texts_of(self._page(found, _ON_PAPER), _ON_PAPER))
        try:
            self.desk.session.put_out(path, text)
        except PlannerError as error:
            tell_error(self, error)
            self._ask_file(found, typed)
            return
        self.say(_("Written to {path}.").format(path=safe_line(str(path))))
