"""The month's driving log and outlays on the screen (chapter 4.5)."""

from collections.abc import Iterator

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.expenses import expenses_of
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket
from salgsplan_tui.tui.expense_lines import ExpensePage, expense_lines
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.money_page import MoneyPage


def month_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    month = page.month or Span(page.basis.span.start, page.basis.span.start)
    name = bucket(f"{month.start:%Y-%m}")
    words = _(", and . turn the months; x writes them to a file")
    yield Line((Part(f" {name}", "figure"),), (Part(f"{words} ", "muted"),))
    yield from expense_lines(ExpensePage(expenses_of(page.plan, month), page.cells, page.hide))
