"""What the keys of the money view do: open a figure's rows, move money, edit lines, note offers and orders."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.dates import month_key
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.expenses import expenses_of
from salgsplan_tui.domain.sales_drafts import SaleSort
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.budget_actions import BudgetActions
from salgsplan_tui.tui.figures_elsewhere import FiguresElsewhere
from salgsplan_tui.tui.file_writing import FileWriting
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.toasts import tell_error

_SHEETS: Final = {
    "move_money": {"budget"},
    "edit_line": {"budget"},
    "wages": {"profit"},
    "new_line": {"budget"},
    "remove_line": {"budget"},
    "write": {"expenses"},
}
"""On which sheets each key means something."""
_FILES: Final = (".xlsx", ".csv")


class MoneyActions(BudgetActions, FileWriting, FiguresElsewhere):
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
        else:
            return self.open_behind(target)
        return True

    def open_found(self, identity: str) -> None:
        """Stand on a figure of the cost budget, and open it: "total:budget"."""
        self.show_sheet("budget")
        self.lines.go_to(Target("figure", identity))
        self.open_target()

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

    def _ask_customer(self, sort: SaleSort) -> None:
        from salgsplan_tui.language.sorting import sort_key  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.palette import Command  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.pick import PickDialog  # noqa: PLC0415

        found = sorted(self.plan.customers.values(), key=lambda each: sort_key(each.name))
        title = _("Whom was it offered to?") if sort == "offer" else _("Who ordered?")
        dialog = PickDialog([Command(each.id, each.name) for each in found], title=title)
        self.app.push_screen(dialog, partial(self._take_customer_of, sort))

    def _take_customer_of(self, sort: SaleSort, customer: str | None) -> None:
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


def _nothing() -> None:
    """Show nothing more: the sheet lies under it."""
