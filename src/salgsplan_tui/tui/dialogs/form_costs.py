"""The form's field of the single outlays: what they are for, and the budget lines they are held against."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.budget_lines import budget_plan
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.outlays import Part, total_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.tui.cost_words import held_words
from salgsplan_tui.tui.dialogs.form_context import FormContext
from salgsplan_tui.tui.dialogs.form_fields import written_amount
from salgsplan_tui.tui.dialogs.form_result import FormResult
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.screens import PlannerModal

SUMS: Final[tuple[Part, ...]] = ("planned", "committed")
"""The fields of sums over the outlays."""

ReadProgramme = Callable[[SalesPlan], Plan]
"""Reads all that counts in a programme's cost budget, and returns the plan that holds it."""


def items_echo(form: FormContext, row: Activity) -> str:
    """Return the budget lines that the outlays of a row are held against."""
    budget = budget_plan(form.plan, row, form.today)
    return ", ".join(dict.fromkeys(each for item in row.costs if (each := held_words(form.plan, budget, item))))


class CostsField(Pick):
    """Shows what the outlays are for; opened, it shows them one by one."""

    def __init__(self, words: str, show: Callable[[], None], *, id: str) -> None:  # Textual's own word
        """Take what they are for, and what shows them one by one."""
        super().__init__("", (("", "–"),), words, id=id)
        self._show = show

    def tell(self, words: str) -> None:
        """Show what they are for now."""
        if words != self.code:
            self.set_reactive(Pick.code, words)
            self.refresh()

    def action_step(self, step: int) -> None:
        """Stay: there is nothing to walk through."""

    def action_open(self, typed: str = "") -> None:
        """Show them one by one."""
        del typed
        self._show()


class FormWithCosts(PlannerModal[FormResult]):
    """A form whose outlays can be changed one by one, while its fields tell their sums."""

    _plan: Plan
    _now: dt.datetime
    _form: FormContext
    _texts: dict[str, str]
    _errors: dict[str, NotUnderstoodError]
    _read_programme: ReadProgramme

    @abstractmethod
    def _filled(self) -> Activity:
        """Return the activity with everything the form says."""

    @abstractmethod
    def _understand(self, name: str) -> None:
        """Read a field."""

    @abstractmethod
    def _write(self, name: str, text: str) -> None:
        """Write a text into a field."""

    @abstractmethod
    def _show(self) -> None:
        """Show what the fields mean."""

    def _show_costs(self) -> None:
        """Show the outlays one by one, as the sums in the form have them."""
        wrong = next((name for name in SUMS if name in self._errors), None)
        if wrong is not None:
            self.query_one(f"#{wrong}").focus()
            self.app.bell()
            return
        from salgsplan_tui.tui.dialogs.cost_items import CostItemsDialog  # noqa: PLC0415  # most cost one thing
        from salgsplan_tui.tui.dialogs.cost_lines import Outlays  # noqa: PLC0415

        outlays = Outlays(self._plan, self._filled(), self._now.date())
        if outlays.budget is not None:
            outlays = replace(outlays, plan=self._read_programme(outlays.budget))
        self.app.push_screen(CostItemsDialog(outlays, self._form.read), self._take_costs)

    def _take_costs(self, costs: tuple[CostItem, ...] | None) -> None:
        """Take the outlays as they were changed; the sums follow them."""
        if costs is None:
            return
        self._form = replace(self._form, edited=costs)
        for name in SUMS:
            self._texts[name] = written_amount(total_of(costs, name))
            self._understand(name)
            self._write(name, self._texts[name])
        self._show()
