"""The search over everything: type, and what fits appears; Enter opens the row's day, the card (interaction.md 2)."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.search import Found, Search, people_found
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.refusal import refusal
from salgsplan_tui.tui.dialogs.search_lines import MOST_CASES, Findings, findings_lines, person_words
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.page_lines import PageLines

_MOST: Final = 300
"""So many rows are shown; who wants others writes more words."""
_PAUSE: Final = 0.06
"""Seconds between two times that what was found is shown."""
_PAGE: Final = 10

People = tuple[tuple[Customer, Contact | None], ...]
Find = Callable[[Search], Iterator[Found]]
FindCases = Callable[[Search, int], Iterator[Found]]
"""Finds service cases, and no more than it takes for so many."""


@dataclass(frozen=True)
class SearchResult:
    """What was typed, and the row, the customer or the service case to go to, if one was chosen."""

    text: str
    row: Activity | None = None
    customer: str | None = None
    """The id of the customer that was chosen, itself or somebody there."""
    case: str | None = None
    """The id of the service case that was chosen."""


class SearchDialog(PlannerModal[SearchResult | None]):
    """Searches while the person types; the answer is the row to go to."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("open"), priority=True, id="search.take"),
        Binding("up", "cursor(-1)", N_("Up"), show=False, priority=True, id="search.up"),
        Binding("down", "cursor(1)", N_("Down"), show=False, priority=True, id="search.down"),
        Binding("pageup", f"cursor(-{_PAGE})", N_("Page up"), show=False, priority=True, id="search.page_up"),
        Binding("pagedown", f"cursor({_PAGE})", N_("Page down"), show=False, priority=True, id="search.page_down"),
        Binding("tab", "list_rows", N_("their rows"), priority=True, id="search.list_rows"),
        Binding("escape", "leave", N_("clear, then close"), id="search.leave"),
    ]

    @dataclass
    class Hits(Message):
        """More was found, in the search of this number."""

        number: int
        rows: tuple[Activity, ...]
        file: str
        cases: tuple[ServiceCase, ...]
        is_over: bool = False

    def __init__(  # noqa: PLR0913  # what is looked through, by which ways, and how it is shown
        self,
        plan: Plan,
        read: Callable[[str], Search],
        find: Find,
        find_cases: FindCases,
        *,
        text: str = "",
        hide: bool = False,
    ) -> None:
        """Take how to read what is typed and how to find it, and what was typed the last time."""
        super().__init__()
        self._plan, self._read, self._find, self._find_cases = plan, read, find, find_cases
        self._text, self._hide = text, hide
        self._number = 0
        self._search = Search()
        self._people: People = ()
        self._cases: tuple[ServiceCase, ...] = ()
        self._rows: tuple[Activity, ...] = ()
        self._is_over = True
        self._is_awaited = False
        """Enter was pressed before anything was found."""
        self._has_walked = False
        """The cursor stands where the person put it."""

    def compose(self) -> ComposeResult:
        """Lay out the line, what is wrong with it, and what is found."""
        with Box().entitle(_("Search everywhere")):
            yield Input(self._text, placeholder=_("name, title, note, place …"), compact=True)
            yield Static(id="refusal")
            yield PageLines(id="found")
            yield HintBar()

    def on_mount(self) -> None:
        """Keep the keys in the line; the list is walked with the arrows."""
        self._list.can_focus = False
        self.look_again()

    @property
    def _list(self) -> LineList:
        return self.query_one("#found", LineList)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what is typed now, and forget what was found for the line before."""
        if message.value != self._text:
            self._text = message.value
            self.look_again()

    def look_again(self) -> None:
        """Search from the beginning."""
        self._number += 1
        self._people, self._cases, self._rows, self._is_over = (), (), (), True
        self._is_awaited = self._has_walked = False
        self.workers.cancel_group(self, "search")
        told = self.query_one("#refusal", Static)
        try:
            self._search = self._read(self._text)
        except NotUnderstoodError as error:
            told.display = True
            told.update(refusal(error, self._text))
            self._search = Search()
        else:
            told.display = False
        if self._search.is_narrow:
            self._people = tuple(people_found(self._plan, self._search))
            self._is_over = False
            self._look(self._search, self._number)
        self._show()

    @work(thread=True, group="search")
    def _look(self, search: Search, number: int) -> None:
        """Look through the files, newest first, and tell what is found in handfuls, the service cases first."""
        worker, told, found, file = get_current_worker(), 0.0, 0, ""
        handful: list[Activity] = []
        cases = tuple(case for each in self._find_cases(search, MOST_CASES + 1) for case in each.cases)
        for each in self._find(search):
            if worker.is_cancelled:
                return
            file = each.file
            handful += each.rows
            found += len(each.rows)
            if found > _MOST:
                break
            if time.monotonic() - told > _PAUSE and (handful or told):
                self.post_message(self.Hits(number, tuple(handful), file, cases))
                told, handful = time.monotonic(), []
        self.post_message(self.Hits(number, tuple(handful), file, cases, is_over=True))

    def on_search_dialog_hits(self, message: Hits) -> None:
        """Show what was found, if it is still what is looked for."""
        if message.number != self._number:
            return
        self._cases = message.cases
        self._rows = (*self._rows, *message.rows)[: _MOST + 1]
        self._is_over = message.is_over
        self._show(message.file)
        if self._is_awaited and (self._rows or self._is_over):
            self.action_take()

    def _show(self, file: str = "") -> None:
        shown = self._rows[:_MOST]
        lines = findings_lines(Findings(self._plan, self._search, self._people, self._cases, shown, hide=self._hide))
        first = Target("activity", shown[0].id) if shown else None
        self._list.show(lines or self._remarks(), at=None if self._has_walked else first)
        self.query_one(Box).entitle(
            _("Search everywhere"), self._count(len(shown) + len(self._cases[:MOST_CASES]), file)
        )
        self.refresh_bindings()

    def _remarks(self) -> tuple[Line, ...]:
        """Return what stands where nothing is found: how to search, or that there is nothing."""
        if self._search.is_narrow:
            return (Line((Part(_("Nothing fits.") if self._is_over else "…", "muted"),)),)
        examples = (
            _("channel:phone · customer:berg · status:overdue · goal:new"),
            _("from:1.1 · to:Friday · week:7 · date:17.2 · kr>1000"),
            _("“in quotes” as it stands; cafe finds Café"),
        )
        return tuple(Line((Part(each, "muted"),)) for each in examples)

    def _count(self, shown: int, file: str) -> str:
        if not self._search.is_narrow:
            return ""
        if len(self._rows) > _MOST:
            return _("the newest {count}; write more to narrow it").format(count=shown)
        hits = ngettext("{count} hit", "{count} hits", shown).format(count=shown)
        return hits if self._is_over else f"{hits} · {file[-13:-5]} …"

    def action_cursor(self, step: int) -> None:
        """Walk the list."""
        self._has_walked = True
        self._list.action_cursor(step)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.action_take()

    def action_take(self) -> None:
        """Open the row, the customer or the service case under the cursor."""
        target = self._list.target
        self._is_awaited = not (self._rows or self._is_over or self._has_walked)
        if self._is_awaited:
            return
        if target is not None and target.kind == "customer":
            found = (customer.id for customer, contact in self._people if (contact or customer).id == target.id)
            self.dismiss(SearchResult(self._text, customer=next(found)))
        elif target is not None and target.kind == "case":
            self.dismiss(SearchResult(self._text, case=target.id))
        elif target is not None:
            row = next(row for row in self._rows if row.id == target.id)
            self.dismiss(SearchResult(self._text, row))

    def action_list_rows(self) -> None:
        """List the rows of the person or firm under the cursor."""
        target = self._list.target
        for customer, contact in self._people:
            if target is not None and (contact or customer).id == target.id:
                name = person_words(customer, contact)[0]
                line = self.query_one(Input)
                line.value = _("customer") + f':"{name}"'
                line.action_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to list rows only where people or firms were found."""
        del parameters
        return action != "list_rows" or bool(self._people)

    def action_leave(self) -> None:
        """Clear the line; leave where it is clear already."""
        if self._text:
            self.query_one(Input).value = ""
        else:
            self.dismiss(SearchResult(""))
