"""Taking contacts in from another program's file: its name is asked for, its rows are shown, then one step (5.3)."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError, PlannerError
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.customer_calls import CustomerCalls

if TYPE_CHECKING:
    from salgsplan_tui.domain.newcomers import Arrivals
    from salgsplan_tui.exchange.people import People


class CustomerImports(CustomerCalls):
    """A view into which contacts can be taken from a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "import_contacts", N_("import contacts"), show=False, id="customers.import"),
    ]

    def action_import_contacts(self, text: str = "") -> None:
        """Ask for the file."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        detail = _("A vCard file or a table (CSV); nothing is saved before you have seen it.")
        self.app.push_screen(AskWordsDialog(_("Import from which file?"), detail=detail, text=text), self._take_file)

    async def _take_file(self, typed: str | None) -> None:
        if typed is None:
            return
        try:
            people, arrivals = await asyncio.to_thread(self._read_file, typed)
        except PlannerError as error:
            self.app.tell(error)  # type: ignore[attr-defined]  # PlannerApp's own
            self.action_import_contacts(typed)
            return
        self._preview(arrivals.source, people, arrivals)

    def _read_file(self, typed: str) -> "tuple[People, Arrivals]":
        """Read the file and sort its people.

        Raises:
            NotFoundError: it is not there, or cannot be read.
            NotUnderstoodError: it is no file of contacts, or too large.
        """
        from salgsplan_tui.domain.newcomers import Arrivals  # noqa: PLC0415
        from salgsplan_tui.domain.quick_add.whom import kind_of_firm  # noqa: PLC0415
        from salgsplan_tui.exchange.decoding import MOST_BYTES  # noqa: PLC0415
        from salgsplan_tui.exchange.duplicates import sort_newcomers  # noqa: PLC0415
        from salgsplan_tui.exchange.reading import people_in  # noqa: PLC0415

        session, plan, path = self.desk.session, self.desk.plan, Path(typed).expanduser()
        try:
            if path.stat().st_size > MOST_BYTES:
                raise NotUnderstoodError("import_too_large", most=MOST_BYTES // (1024 * 1024))
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError("no_file", path=path) from error
        except OSError as error:
            raise NotFoundError("unreadable", path=path, reason=error.strerror) from error
        own = dict(plan.settings.contact_columns)
        people = people_in(data, session.contact_columns, own, partial(kind_of_firm, session.words))
        found = sort_newcomers(people.newcomers, plan.customers, fill=False)
        return people, Arrivals(found, session.new_ids(2 * len(found)), path.name, self.now.date())

    def _preview(self, name: str, people: "People", arrivals: "Arrivals") -> None:
        from salgsplan_tui.domain.newcomers import counts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.import_preview import ImportPreview  # noqa: PLC0415
        from salgsplan_tui.tui.import_words import import_lines, notes_words, sum_words  # noqa: PLC0415

        found = counts(arrivals.people)
        lines = import_lines(people, arrivals) + ([notes_words(people)] if people.in_notes else [])
        dialog = ImportPreview(name, lines, sum_words(found, len(people.refused)), can_take=found["new"] > 0)
        self.app.push_screen(dialog, partial(self._take_in, name, arrivals))

    def _take_in(self, name: str, arrivals: "Arrivals", answer: str | None) -> None:
        if answer is None:
            return
        from salgsplan_tui.domain.newcomers import take_in  # noqa: PLC0415

        edit = partial(take_in, arrivals=arrivals, at=self.desk.clock.stamp())
        self.post_message(Change(edit, Said("imported", {"title": name, "count": 1})))
