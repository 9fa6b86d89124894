"""What the programme's view shows: which plan, which sheet, and the lines and the panel that tell of it."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.fit_lines import fit_lines
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plan_tree_lines import plan_tree_lines
from salgsplan_tui.tui.programme_funnel import funnel_lines
from salgsplan_tui.tui.programme_head import head_lines
from salgsplan_tui.tui.programme_overview import overview_lines
from salgsplan_tui.tui.programme_page import SHEETS, ProgrammeFigures, ProgrammePage, RatesShown, Sheet
from salgsplan_tui.tui.programme_panel import panel_lines, status_words
from salgsplan_tui.tui.programme_table_lines import table_lines
from salgsplan_tui.tui.sheets_view import SheetsView
from salgsplan_tui.tui.views.beside import PANEL_KEY, PanelBeside
from salgsplan_tui.tui.widgets.figure_panel import FigurePanel

_PANEL: Final = 40
_WIDE: Final = 110
"""From so many cells on the panel stands beside the sheet, as the style sheet has it."""
_SCROLL_BAR: Final = 1


class ProgrammeFrame(PanelBeside, SheetsView):
    """Head, the sheet's lines, the panel beside them, and the status."""

    code = "programme"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    #programme-head { height: 2; background: $surface; }
    #programme-status { height: 1; color: $text-muted; background: $surface; }
    #programme-panel { width: 40; border-left: vkey $primary 40%; overflow: hidden; display: none; }
    #programme Horizontal { height: 1fr; }
    .-wide #programme-panel { display: block; }
    #programme.-whole #programme-panel { display: none; }
    .-low #programme-status { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "sheet(1)", N_("next sheet"), id="programme.next_sheet"),
        Binding("shift+tab", "sheet(-1)", N_("previous sheet"), show=False, id="programme.previous_sheet"),
        PANEL_KEY,
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.sheet: Sheet = SHEETS[0]
        self.rates_shown: RatesShown = "plan"
        self.panel = FigurePanel(self.lines, id="programme-panel")
        self._known: tuple[Plan, dt.date, ProgrammeFigures] | None = None

    def compose(self) -> ComposeResult:
        """Lay out head, sheet, panel and status."""
        yield self._head
        with Horizontal():
            yield self.lines
            yield self.panel
        yield self._status

    def on_mount(self) -> None:
        """Follow the cursor among the figures too."""
        self.watch(self.panel, "cursor", self.follow, init=False)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self.panel_target or super().target

    def follow_focus(self) -> None:
        """Tell of what the cursor stands on, and draw that one alone."""
        self.lines.set_active(is_active=not self.is_in_panel)
        self.follow()

    @property
    def page(self) -> ProgrammePage | None:
        """What is shown, as a value; None where there is no plan, or it was not read yet."""
        shown = self.sales_plan
        if shown is None or self.is_unread(self.day):
            return None
        today = self.now.date()
        known = self._known
        if (
            known is None
            or known[0] is not self.plan
            or known[1] != today
            or known[2].basis.programme is not shown
            or known[2].rates_shown != self.rates_shown
        ):
            known = (self.plan, today, ProgrammeFigures(basis_of(self.plan, shown, today), self.rates_shown))
            self._known = known
        return ProgrammePage(known[2], self.now, self.marked, self.hide)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the activities that the cursor can stand on."""
        return tuple(target.id for target in self.lines.targets)

    def show_page(self) -> None:
        """Draw the sheet anew; the cursor stays where it is."""
        self._drawn_in = self.room
        self.set_class(self.sheet == "table", "-whole")
        page, cells = self.page, self.room.width - (_PANEL if self._has_panel else 0) - _SCROLL_BAR
        self._head.show(head_lines(page, self.sheet, self.sales_plan, is_reading=self.is_unread(self.day)))
        drawn_for = (None if page is None else page.known, self.sheet, cells, self.marked, self.hide, self.now)
        if page is None or not all(map(_is_same, drawn_for, self._drawn_for)):
            self.show_lines(tuple(self._lines(page, cells)))
            self._drawn_for = drawn_for
        self.follow()

    @property
    def _has_panel(self) -> bool:
        """Whether there is room for the panel: the seven columns of the table need all of it."""
        return self.room.width >= _WIDE and self.sheet != "table"

    def _lines(self, page: ProgrammePage | None, cells: int) -> Iterator[Line]:
        if page is None:
            return no_plan_lines() if not self.is_unread(self.day) else iter(())
        match self.sheet:
            case "table":
                return table_lines(page, cells)
            case "fit":
                return fit_lines(page.known.fit, page.known.advice, partial(labels.title, self.plan, hide=self.hide))
            case "funnel":
                return funnel_lines(page, cells)
            case "plans":
                return plan_tree_lines(page)
            case _:
                return overview_lines(page, cells)

    def follow(self) -> None:
        """Tell of what the cursor stands on."""
        page, target = self.page, self.target
        self.screen.refresh_bindings()
        if self.marked:
            words = _("{count} marked: keys act on all of them").format(count=len(self.marked))
        else:
            words = "" if page is None else status_words(page, target)
        self._status.show((Line((Part(f" {words}"),)),))
        if page is not None and self._has_panel:
            self.panel.show(tuple(panel_lines(page, self.lines.target, _PANEL - 1)))

    def go_on(self) -> None:
        """Stand on the next line."""
        self.lines.action_cursor(1)

    def action_sheet(self, step: int) -> None:
        """Turn to another sheet."""
        self.show_sheet(SHEETS[(SHEETS.index(self.sheet) + step) % len(SHEETS)])

    def action_show_sheet(self, sheet: Sheet) -> None:
        """Turn to this sheet, as another screen asks for it."""
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Turn to this sheet, from its top."""
        self.sheet = sheet
        self.marked = frozenset()
        self.show_page()
        self.stand_on_top()


def _is_same(one: object, other: object) -> bool:
    """Compare small values; figures are the same only as themselves, for to compare all of them would take long."""
    return one is other if isinstance(one, ProgrammeFigures) else one == other


def no_plan_lines() -> Iterator[Line]:
    """Yield what to do where there is no plan yet."""
    for text in (
        _("No market programme yet."),
        _("It tells where you are going, how, by which activities, and what it may cost."),
        _("Press c: a title, a period and a goal are enough to begin with."),
    ):
        yield Line((Part(f" {text}", "muted"),))
