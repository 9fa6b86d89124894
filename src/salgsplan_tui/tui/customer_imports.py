"""Taking contacts in from another program's file: its name is asked for, its rows are shown, then one step (5.3)."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError, PlannerError
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.customer_calls import CustomerCalls
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.domain.newcomers import Arrivals
    from salgsplan_tui.exchange.people import KindOf, People
    from salgsplan_tui.tui.dialogs.import_preview import Answer

_MANY: Final = 5000
"""From so many contacts on it is told how far it has come."""


@dataclass(frozen=True)
class _File:
    """A file that is being looked at, and how it is understood."""

    path: Path
    data: bytes
    chosen: Mapping[str, str] = field(default_factory=dict)
    """What columns mean, as it was chosen here."""
    fill: bool = False
    """Who is known by e-mail or telephone is given what they lack."""


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
            await self._look(await asyncio.to_thread(_opened, typed))
        except PlannerError as error:
            tell_error(self, error)
            self.action_import_contacts(typed)

    async def _look(self, file: _File) -> None:
        """Show what would come of a file; where nobody knows its columns, ask what they mean."""
        try:
            people, arrivals = await asyncio.to_thread(self._read_file, file)
        except NotUnderstoodError as error:
            if error.key != "import_unknown_columns":
                raise
            self._ask_columns(file)
            return
        self.show_page()
        self._preview(file, people, arrivals)

    def _read_file(self, file: _File) -> "tuple[People, Arrivals]":
        """Read the file and sort its people.

        Raises:
            NotUnderstoodError: it is no file of contacts, or too large.
        """
        from salgsplan_tui.domain.newcomers import Arrivals  # noqa: PLC0415
        from salgsplan_tui.exchange.duplicates import sort_newcomers  # noqa: PLC0415
        from salgsplan_tui.exchange.reading import people_in  # noqa: PLC0415

        session, plan = self.desk.session, self.desk.plan
        people = people_in(file.data, session.contact_columns, self._own(file), self._kind_of, self._tell_far)
        found = sort_newcomers(people.newcomers, plan.customers, fill=file.fill, progress=self._tell_far)
        return people, Arrivals(found, session.new_ids(2 * len(found)), file.path.name, self.now.date())

    def _own(self, file: _File) -> dict[str, str]:
        return {**self.desk.plan.settings.contact_columns, **file.chosen}

    @property
    def _kind_of(self) -> "KindOf":
        from salgsplan_tui.domain.quick_add.whom import kind_of_firm  # noqa: PLC0415

        return partial(kind_of_firm, self.desk.session.words)

    def _tell_far(self, stage: str, done: int, of: int) -> None:
        """Tell how far it has come; called in the thread that reads."""
        if of >= _MANY:
            from salgsplan_tui.tui.import_words import progress_words  # noqa: PLC0415

            self.app.call_from_thread(self.say, progress_words(stage, done, of))

    def _preview(self, file: _File, people: "People", arrivals: "Arrivals") -> None:
        from salgsplan_tui.domain.newcomers import counts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.import_preview import ImportPreview  # noqa: PLC0415
        from salgsplan_tui.tui.import_words import import_lines, notes_words, sum_words  # noqa: PLC0415

        found = counts(arrivals.people)
        lines = import_lines(people, arrivals) + ([notes_words(people)] if people.in_notes else [])
        dialog = ImportPreview(
            file.path.name,
            lines,
            sum_words(found, len(people.refused)),
            can_take=found["new"] + found["filled"] > 0,
            has_columns=bool(people.columns),
        )
        self.app.push_screen(dialog, partial(self._answered, file, arrivals))

    async def _answered(self, file: _File, arrivals: "Arrivals", answer: "Answer | None") -> None:
        if answer == "take":
            self._take_in(file, arrivals)
        elif answer == "columns":
            self._ask_columns(file)
        elif answer == "fill":
            await self._look(replace(file, fill=not file.fill))

    def _ask_columns(self, file: _File) -> None:
        from salgsplan_tui.exchange.table_people import table_head  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.import_columns import ImportColumns  # noqa: PLC0415

        session = self.desk.session
        head = table_head(file.data, session.contact_columns, self._own(file))
        dialog = ImportColumns(head.headings, head.samples, head.meanings, partial(self._first_people, file))
        self.app.push_screen(dialog, partial(self._take_columns, file))

    def _first_people(self, file: _File, chosen: Mapping[str, str]) -> list[str]:
        """Return the first people of a table as they would come in with these meanings."""
        from salgsplan_tui.exchange.table_people import first_people  # noqa: PLC0415
        from salgsplan_tui.language.messages import sentence  # noqa: PLC0415

        own = {**self._own(file), **chosen}
        try:
            found = first_people(file.data, self.desk.session.contact_columns, own, self._kind_of)
        except NotUnderstoodError:
            return [_("Nobody yet: say which column holds the name, the firm or the e-mail.")]
        told = (" · ".join(part for part in (who.label, who.role, who.email, who.phone) if part) for who in found)
        return [f"+ {line}" for line in told] or [sentence("row_nameless", {})]

    async def _take_columns(self, file: _File, chosen: Mapping[str, str] | None) -> None:
        if chosen is None:
            return
        changed = replace(file, chosen={**file.chosen, **chosen})
        try:
            await self._look(changed)
        except PlannerError as error:
            tell_error(self, error)

    def _take_in(self, file: _File, arrivals: "Arrivals") -> None:
        from salgsplan_tui.domain.newcomers import take_in  # noqa: PLC0415
        from salgsplan_tui.tui.import_words import saving_words  # noqa: PLC0415

        columns = self._own(file) if file.chosen and not self.desk.session.is_new else None
        edit = partial(take_in, arrivals=arrivals, at=self.desk.clock.stamp(), columns=columns)
        if len(arrivals.people) >= _MANY:
            self.say(saving_words(len(arrivals.people)))
        self.post_message(Change(edit, Said("imported", {"title": file.path.name, "count": 1})))


def _opened(typed: str) -> _File:
    """Return a file with what stands in it.

    Raises:
        NotFoundError: it is not there, or cannot be read.
        NotUnderstoodError: it is too large for a file of contacts.
    """
    from salgsplan_tui.exchange.decoding import MOST_BYTES  # noqa: PLC0415

    path = Path(typed).expanduser()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotUnderstoodError("import_too_large", most=MOST_BYTES // (1024 * 1024))
        return _File(path, path.read_bytes())
    except FileNotFoundError as error:
        raise NotFoundError("no_file", path=path) from error
    except OSError as error:
        raise NotFoundError("unreadable", path=path, reason=error.strerror) from error
