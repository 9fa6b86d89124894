"""What the money view shows: which programme, which sheet, and the lines that tell of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.dates import Span, bucket_span, month_key
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.money_budget import budget_lines
from salgsplan_tui.tui.money_channels import channel_lines
from salgsplan_tui.tui.money_expenses import month_lines
from salgsplan_tui.tui.money_goal import goal_lines
from salgsplan_tui.tui.money_market import market_lines
from salgsplan_tui.tui.money_page import SHEET_NAMES, SHEETS, MoneyFigures, MoneyPage, Sheet
from salgsplan_tui.tui.money_profit import profit_lines
from salgsplan_tui.tui.money_sales import sales_lines
from salgsplan_tui.tui.sheets_view import SheetsView

_DRAW: Final[Mapping[Sheet, Callable[[MoneyPage], Iterator[Line]]]] = {
    "budget": budget_lines,
    "goal": goal_lines,
    "channels": channel_lines,
    "profit": profit_lines,
    "market": market_lines,
    "sales": sales_lines,
    "expenses": month_lines,
}
_SCROLL_BAR: Final = 1
_HERE: Final = "›"  # a sign beside the colour


class MoneyFrame(SheetsView):
    """Head, the sheet's lines, and the status."""

    code = "money"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    #money-head { height: 2; background: $surface; }
    #money-status { height: 1; color: $text-muted; background: $surface; }
    .-low #money-status { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "sheet(1)", N_("next sheet"), id="money.next_sheet"),
        Binding("shift+tab", "sheet(-1)", N_("previous sheet"), show=False, id="money.previous_sheet"),
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.sheet: Sheet = SHEETS[0]
        self.wages: tuple[Wage, ...] = ()
        """The wages paid, read when the sheet of profit is turned to."""
        self._month_first = dt.date.min
        self.refusal = ""
        """Why they could not be read, in words."""
        self._known: tuple[Plan, dt.date, MoneyFigures] | None = None

    def compose(self) -> ComposeResult:
        """Lay out head, sheet and status."""
        yield self._head
        yield self.lines
        yield self._status

    @property
    def page(self) -> MoneyPage | None:
        """What is shown, as a value; None where there is no programme, or it was not read yet."""
        shown = self.sales_plan
        if shown is None or self.is_unread(self.day):
            return None
        known, today = self._known, self.now.date()
        is_known = known is not None and known[0] is self.plan and known[1] == today
        if known is None or not is_known or known[2].basis.programme is not shown or known[2].wages != self.wages:
            known = (self.plan, today, MoneyFigures(basis_of(self.plan, shown, today), self.wages))
            self._known = known
        cells = self.room.width - _SCROLL_BAR
        return MoneyPage(known[2], cells, self.hide, self.month, self.refusal, self.now)

    @property
    def month(self) -> Span:
        """The month whose expenses are shown: the one gone to, else that of today; always one of the programme."""
        wanted = self._month_first if self._month_first != dt.date.min else self.now.date()
        shown = self.sales_plan
        day = wanted if shown is None else min(max(wanted, shown.start), shown.end)
        return bucket_span(month_key(day))

    def action_step(self, steps: int) -> None:
        """Go to the month before or after where expenses are shown, else to another programme."""
        if self.sheet != "expenses":
            super().action_step(steps)
            return
        month = self.month
        self._month_first = month.end if steps > 0 else month.start - dt.timedelta(days=1)
        self._month_first = self.month.start
        self.show_page()

    def action_today(self) -> None:
        """Go to this month, or to the programme that runs today."""
        self._month_first = dt.date.min
        super().action_today()

    def show_page(self) -> None:
        """Draw the sheet anew; the cursor stays where it is."""
        self._drawn_in = self.room
        page = self.page
        self._head.show((self._title(page), self._sheets()))
        known = None if page is None else page.known
        drawn_for = (known, self.sheet, self.room, self.hide, self.month, self.refusal)
        if page is None or drawn_for[0] is not self._drawn_for[0] or drawn_for[1:] != self._drawn_for[1:]:
            self.show_lines(tuple(self._no_page() if page is None else _DRAW[self.sheet](page)))
            self._drawn_for = drawn_for
        self.follow()

    def _title(self, page: MoneyPage | None) -> Line:
        if page is None:
            words = _("reading the programme …") if self.is_unread(self.day) else _("no programme")
            return Line((Part(" " + _("Money") + " ", "figure"), Part(words, "muted")))
        title = page.name(page.programme.title)
        return Line((Part(" " + _("Money"), "figure"), Part(f" · {title}")))

    def _sheets(self) -> Line:
        parts = []
        for code, name in SHEET_NAMES.items():
            is_here = code == self.sheet
            parts.append(Part(f" {_HERE if is_here else ' '}{_(name)}", "figure" if is_here else "muted"))
        return Line(tuple(parts))

    def _no_page(self) -> Iterator[Line]:
        if not self.is_unread(self.day):
            yield Line((Part(" " + _("No market programme yet, so there is nothing to count."), "muted"),))

    def follow(self) -> None:
        """Say what can be done here."""
        self.screen.refresh_bindings()
        self._status.show((Line((Part(f" {self.hint_words}"),)),))

    @property
    def hint_words(self) -> str:
        """What the status says."""
        return _("Enter shows what it was counted from.") if self.target is not None else ""

    def action_sheet(self, step: int) -> None:
        """Turn to another sheet, from its top."""
        self.show_sheet(SHEETS[(SHEETS.index(self.sheet) + step) % len(SHEETS)])

    def action_show_sheet(self, sheet: Sheet) -> None:
        """Turn to this sheet, as another screen asks for it."""
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Turn to this sheet, from its top."""
        self.sheet = sheet
        self.show_page()
        self.stand_on_top()
