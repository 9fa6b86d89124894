"""Writing down the wages that were paid out: in a private file of their own, each change to be taken back here."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain.errors import ConflictError, NotUnderstoodError, PlannerError
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import WageEdit
from salgsplan_tui.tui.money_frame import MoneyFrame
from salgsplan_tui.tui.sale_actions import SaleActions
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.dialogs.wages import WageChoice


class WageActions(MoneyFrame, SaleActions):
    """A money view in which wages are written down."""

    def __init__(self) -> None:
        """Begin with nothing to take back."""
        super().__init__()
        self._wages_before: list[tuple[tuple[Wage, ...], tuple[Wage, ...]]] = []

    def show_page(self) -> None:
        """Draw the sheet anew; the private file is read where profit is shown, and only there."""
        if self.sheet == "profit" and not self.hide and self.is_attached:
            self.read_wages()
        super().show_page()

    def read_wages(self) -> None:
        """Read the wages paid; where the file cannot be read, say why on the sheet."""
        from salgsplan_tui.language.messages import refusal  # noqa: PLC0415

        try:
            self.wages, self.refusal = self.desk.session.wages(), ""
        except PlannerError as error:
            self.wages, self.refusal = (), refusal(error.key, error.values)

    def open_wages(self) -> None:
        """Show the payments, to write down another, or to change one."""
        from salgsplan_tui.tui.dialogs.wages import WagesDialog  # noqa: PLC0415

        if self.hide:
            self.main.tell("presentation_hides")
            return
        self.read_wages()
        if self.refusal:
            self.show_page()
            return
        dialog = WagesDialog(self.wages, self._private, can_undo=bool(self._wages_before))
        self.app.push_screen(dialog, self._go_on_with_wages)

    def _go_on_with_wages(self, choice: "WageChoice | None") -> None:
        if choice is None:
            return
        wage = next((each for each in self.wages if each.id == choice.wage), None)
        match choice.action:
            case "add":
                self._open_wage(None)
            case "edit" if wage is not None:
                self._open_wage(wage)
            case "remove" if wage is not None:
                self._change_wages(lambda there: tuple(each for each in there if each.id != wage.id))
            case "undo" if self._wages_before:
                self._undo_wages()

    def _open_wage(self, wage: Wage | None, texts: dict[str, str] | None = None) -> None:
        from salgsplan_tui.tui.dialogs.form_fields import written_amount, written_day  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        reader = self._reader()

        def needed_day(text: str) -> Meant:
            meant = reader.day(text)
            if meant.value is None:
                raise NotUnderstoodError("not_a_day", text=text.strip())
            return meant

        def needed_amount(text: str) -> Meant:
            try:
                meant = reader.amount(text)
            except NotUnderstoodError as error:
                raise NotUnderstoodError("not_an_amount", text=text.strip()) from error
            if meant.value is None:
                raise NotUnderstoodError("not_an_amount", text=text.strip())
            return meant

        fields = (RecordField("date", N_("Date"), needed_day), RecordField("gross", N_("Gross"), needed_amount))
        last = self.wages[-1].gross if self.wages else 0
        stands = {
            "date": written_day(self.now.date() if wage is None else wage.date),
            "gross": written_amount(last if wage is None else wage.gross),
        }
        title = _("Wages paid out") if wage is None else _("Edit: {title}").format(title=_("wages"))
        self.app.push_screen(RecordForm(title, fields, texts or stands), partial(self._take_wage, wage))

    def _take_wage(self, wage: Wage | None, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            self.open_wages()
            return
        date, gross = result.values["date"], result.values["gross"]
        if not isinstance(date, dt.date) or not isinstance(gross, int):
            return  # the form holds them to that
        taken = {each.id for each in self.wages if each is not wage}
        identity = str(date) if str(date) not in taken else self.desk.session.new_id()
        made = Wage(id=identity, date=date, gross=gross)
        gone = None if wage is None else wage.id
        self._change_wages(
            lambda there: (*(each for each in there if each.id != gone), made),
            partial(self._open_wage, wage, dict(result.texts)),
        )

    def _change_wages(self, edit: WageEdit, otherwise: Callable[[], None] | None = None) -> None:
        """Write what an edit makes of the wages, and remember how it was, to be taken back."""
        before = self.wages
        if self._save_wages(edit):
            self._wages_before.append((before, self.wages))
            self.open_wages()
        elif otherwise is not None:
            otherwise()

    def _undo_wages(self) -> None:
        before, after = self._wages_before[-1]

        def back(there: tuple[Wage, ...]) -> tuple[Wage, ...]:
            if there != after:
                raise ConflictError("changed_outside", path=self._private)
            return before

        if self._save_wages(back):
            self._wages_before.pop()
            self.open_wages()

    def _save_wages(self, edit: WageEdit) -> bool:
        try:
            self.wages = self.desk.session.change_wages(edit)
        except PlannerError as error:
            tell_error(self, error)
            return False
        self.show_page()
        return True

    @property
    def _private(self) -> str:
        return str(self.desk.session.home / "private.toml")
