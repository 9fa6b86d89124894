"""What the keys of the money view do: open a figure's rows, move money, edit lines, note offers and orders."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.dates import month_key
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.expenses import expenses_of
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.budget_actions import BudgetActions
from salgsplan_tui.tui.file_writing import FileWriting
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_rows import rows_behind
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.tui.money_rows import Behind

_SHEETS: Final = {
    "move_money": {"budget"},
    "edit_line": {"budget"},
    "wages": {"profit"},
    "new_line": {"budget"},
    "new_offer": {"sales"},
    "new_order": {"sales"},
    "remove_line": {"budget"},
    "write": {"expenses"},
}
"""On which sheets each key means something."""
_FILES: Final = (".xlsx", ".csv")


class MoneyActions(BudgetActions, FileWriting):
    """A money view whose lines can be opened and changed; dialogs are loaded when they are first opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "wages", N_("wages paid out"), id="money.wages"),
        Binding("o", "new_offer", N_("new offer"), id="money.new_offer"),
        Binding("r", "new_order", N_("new order"), id="money.new_order"),
        Binding("x", "write", N_("write to a file"), id="money.write"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that mean nothing on the sheet that is shown."""
        del parameters
        return self.sheet in _SHEETS[action] if action in _SHEETS else True

    @property
    def hint_words(self) -> str:
        """What the status says."""
        target = self.target
        if self.sheet == "profit":
            return _("w: the wages paid out, in a private file of their own.")
        if target is not None and target.kind in {"offer", "order"}:
            return _("Enter: what became of it. o: new offer. r: new order.")
        if self.sheet == "budget" and self.line is not None:
            return _("Enter: what it was counted from. m: move money. e: edit the line.")
        return super().hint_words

    def open_target(self) -> bool:
        """Open what is behind the line under the cursor."""
        page, target = self.page, self.target
        if page is None or target is None:
            return False
        if self.hide:
            self.main.tell("presentation_hides")
        elif target.kind in {"offer", "order"}:
            self.open_sale(target.kind, target.id, _nothing)
        elif target.kind == "figure":
            self._open_rows(page, target.id)
        else:
            return False
        return True

    def _open_rows(self, page: MoneyPage, code: str) -> None:
        from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog  # noqa: PLC0415

        behind = rows_behind(page, code)
        dialog = FigureRowsDialog(behind.title, partial(_drawn, page, behind))
        self.app.push_screen(dialog, partial(self._open_row, code))

    def _open_row(self, code: str, target: Target | None) -> None:
        if target is None:
            return
        if target.kind == "activity":
            self.main.open_details(self.plan.activity(target.id))
        elif target.kind in {"offer", "order"}:
            self.open_sale(target.kind, target.id, partial(self._open_again, code))
        elif target.kind == "customer":
            self.post_message(self.Wanted(self.day, "customers", select=target.id))

    def _open_again(self, code: str) -> None:
        if self.page is not None:
            self._open_rows(self.page, code)

    def action_wages(self) -> None:
        """Show the wages paid out, to write down another."""
        self.open_wages()

    def action_new_offer(self) -> None:
        """Note an offer."""
        if not self.hide:
            self._ask_customer("offer")

    def action_new_order(self) -> None:
        """Note an order."""
        if not self.hide:
            self._ask_customer("order")

    def _ask_customer(self, sort: str) -> None:
        from salgsplan_tui.language.sorting import sort_key  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.palette import Command  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.pick import PickDialog  # noqa: PLC0415

        found = sorted(self.plan.customers.values(), key=lambda each: sort_key(each.name))
        title = _("Whom was it offered to?") if sort == "offer" else _("Who ordered?")
        dialog = PickDialog([Command(each.id, each.name) for each in found], title=title)
        self.app.push_screen(dialog, partial(self._take_customer_of, sort))

    def _take_customer_of(self, sort: str, customer: str | None) -> None:
        if customer is not None:
            self.new_sale(sort, customer, _nothing)

    # The expenses as a file

    def action_write(self, text: str = "") -> None:
        """Ask where the month's driving log and outlays are to be written."""
        if self.hide or self.sales_plan is None:
            return
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        detail = _("The ending tells the format: .xlsx or .csv.")
        usual = f"{month_key(self.month.start)}.xlsx"
        dialog = AskWordsDialog(_("Write the expenses to which file?"), detail=detail, text=text or usual)
        self.app.push_screen(dialog, self._write_expenses)

    def _write_expenses(self, typed: str | None) -> None:
        if typed is None:
            return
        from salgsplan_tui.reports.expense_formats import expense_csv, expense_xlsx  # noqa: PLC0415

        path, found = Path(typed).expanduser(), expenses_of(self.plan, self.month)
        ending = path.suffix.lower()
        if ending not in _FILES:
            self.main.tell("unknown_ending", path=typed, endings=_FILES)
            self.action_write(typed)
            return
        try:
            data = expense_csv(found) if ending == ".csv" else expense_xlsx(found, self.plan.settings.name)
        except PlannerError as error:
            tell_error(self, error)
            self.action_write(typed)
            return
        self.put_file(path, data, self.action_write)


def _drawn(page: MoneyPage, behind: "Behind", cells: int) -> Iterator[Line]:
    """Draw the rows behind a figure at the width of their dialog."""
    return behind.draw(MoneyPage(page.known, cells, page.hide))


def _nothing() -> None:
    """Show nothing more: the sheet lies under it."""
