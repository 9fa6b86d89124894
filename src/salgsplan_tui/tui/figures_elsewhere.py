"""Figures of a sales plan on a screen that is not the programme's: the goal and the plan are edited there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.tui.figure_opening import FigureOpening
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.money_page import MoneyPage

if TYPE_CHECKING:
    from salgsplan_tui.tui.behind import Behind


class FiguresElsewhere(FigureOpening):
    """A view whose figures are those of money, of a goal, or of what the goal still needs."""

    @property
    def page(self) -> MoneyPage | None:
        """What its figures are counted from; None where there is no programme, or it was not read yet."""
        raise NotImplementedError

    @property
    def sales_plan(self) -> SalesPlan | None:
        """The sales plan they are of."""
        raise NotImplementedError

    def behind(self, target: Target) -> "Behind | None":
        """Return what a line was counted from: as money, or as a figure of the goal or of what it still needs."""
        from salgsplan_tui.tui.money_rows import is_money, rows_behind  # noqa: PLC0415
        from salgsplan_tui.tui.programme_page import ProgrammeFigures, ProgrammePage  # noqa: PLC0415
        from salgsplan_tui.tui.programme_rows import rows_behind as rows_of_goal  # noqa: PLC0415

        page = self.page
        if page is None:
            return None
        if target.kind == "figure" and is_money(target.id):
            return rows_behind(page, target.id)
        return rows_of_goal(ProgrammePage(ProgrammeFigures(page.basis), page.now, hide=page.hide), target)

    def open_row(self, target: Target, back: Callable[[], None]) -> None:
        """Open what was chosen; goals and plans are edited where they stand, on the programme's screen."""
        shown = self.sales_plan
        if target.kind == "goal" and shown is not None:
            self._edit_there(shown.id, target.id)
        elif target.kind == "part":
            plan, _colon, part = target.id.partition(":")
            self._edit_there(plan, part)
        elif target.kind == "plan":
            self._look_there(target.id)
        else:
            super().open_row(target, back)

    def _edit_there(self, plan: str, identity: str) -> None:
        self.post_message(self.Wanted(self.day, "programme", then=f"edit_of('{plan}', '{identity}')"))

    def _look_there(self, plan: str) -> None:
        self.post_message(self.Wanted(self.day, "programme", then=f"look_at('{plan}')"))
