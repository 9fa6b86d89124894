"""A view whose figures open what they were counted from, and go on from there (interaction.md 1.4)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.sale_actions import SaleActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.behind import Behind


class FigureOpening(SaleActions):
    """A view with figures; dialogs are loaded when they are first opened."""

    def behind(self, target: Target) -> "Behind | None":
        """Return what a line stands for was counted from; None where there is nothing behind it."""
        raise NotImplementedError

    def open_behind(self, target: Target) -> bool:
        """Show what a figure was counted from; say whether there is something behind it."""
        behind = self.behind(target)
        if behind is not None:
            self._show(behind, _nothing)
        return behind is not None

    def _show(self, behind: "Behind", back: Callable[[], None]) -> None:
        """Show rows; left again, what they were opened from is shown once more."""
        from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog  # noqa: PLC0415

        again = partial(self._show, behind, back)
        dialog = FigureRowsDialog(behind.title, behind.draw, behind.about)
        self.app.push_screen(dialog, lambda target: back() if target is None else self.open_row(target, again))

    def open_row(self, target: Target, back: Callable[[], None]) -> None:
        """Open what was chosen among the rows behind a figure; `back` shows these again."""
        if target.kind == "activity":
            self.main.open_details(self.plan.activity(target.id))
        elif target.kind in {"offer", "order"}:
            self.open_sale(target.kind, target.id, back)
        elif target.kind == "case":
            self.post_message(self.Wanted(self.day, "service", opens=target.id))
        elif target.kind == "customer":
            self.post_message(self.Wanted(self.day, "customers", select=target.id))
        elif (behind := self.behind(target)) is not None:
            self._show(behind, back)


def _nothing() -> None:
    """Show nothing more: the sheet lies under it."""
