"""The keys that choose what the screen of service shows: which cases, words in them, and which of its three sheets."""

from typing import Final, Literal

from textual.widgets import Input

from salgsplan_tui.tui.filtered_list import FilteredList
from salgsplan_tui.tui.service_page import FILTERS, CaseFilter, CasesPage

ServiceSheet = Literal["cases", "figures", "areas"]
SHEETS: Final[tuple[ServiceSheet, ...]] = ("cases", "figures", "areas")
_FILTERS: Final = tuple(FILTERS)


class ServiceFilters(FilteredList):
    """A view whose keys choose among the service cases."""

    def __init__(self) -> None:
        """Begin with the open cases."""
        super().__init__()
        self.wanted: CaseFilter = "open"
        self.words: tuple[str, ...] = ()
        self.sheet: ServiceSheet = "cases"
        self.only: frozenset[str] | None = None
        """The ids of the cases that the figure was counted from that was opened."""
        self.figure = ""

    @property
    def page(self) -> CasesPage:
        """The list of cases as a value."""
        return CasesPage(self.plan, self.now, self.wanted, self.words, self.hide, self.only, self.figure)

    def action_next_sheet(self) -> None:
        """Go on to the figures, the improvement areas, and back to the cases."""
        self.sheet = SHEETS[(SHEETS.index(self.sheet) + 1) % len(SHEETS)]
        self.refresh_bindings()
        self.show_page()

    def action_next_filter(self) -> None:
        """Show the open cases, then those whose clock has run out, and so on."""
        self.sheet, self.only, self.figure = "cases", None, ""
        self.wanted = _FILTERS[(_FILTERS.index(self.wanted) + 1) % len(_FILTERS)]
        self.refresh_bindings()
        self.show_page()

    def action_type_words(self) -> None:
        """Go to the line of words."""
        self.sheet, self.only, self.figure = "cases", None, ""
        self.open_words()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter while words are typed."""
        message.stop()
        self.words = tuple(message.value.split())
        self.show_page()

    def action_unmark(self) -> None:
        """Show the open cases again."""
        self.wanted, self.words, self.sheet, self.only, self.figure = "open", (), "cases", None, ""
        self.query_one(Input).value = ""
        self.leave_words()
        self.refresh_bindings()
        self.show_page()

    def action_show_open(self, identity: str = "") -> None:
        """Show the open cases, and stand on one of them."""
        self.action_unmark()
        self.go_to(identity)

    def action_mark(self) -> None:
        """Mark nothing: a case is gone through by itself."""

    def action_mark_all(self) -> None:
        """Mark nothing, as above."""
