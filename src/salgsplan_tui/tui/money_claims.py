"""What the sums of a month's expenses were counted from: drives, outlays, and costs of the plan itself (4.5)."""

from collections.abc import Iterator
from dataclasses import replace

from salgsplan_tui.domain.expenses import expenses_of
from salgsplan_tui.language import _
from salgsplan_tui.language.cost_names import cost_name
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.tui.expense_lines import ExpensePage, drive_lines, outlay_lines
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.money_behind import MoneyBehind
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import fact
from salgsplan_tui.tui.terms import COMES_TO, FIRST, PLUS, Term, term_lines


def claim_behind(_page: MoneyPage, code: str) -> MoneyBehind:
    """Return what a sum of the month's expenses was counted from."""
    titles = {"drives": _("driving log"), "outlays": _("outlays"), "all": _("kilometres and outlays")}

    def draw(wide: MoneyPage) -> Iterator[Line]:
        pages = _expenses(wide)
        claim = pages.claim
        if code == "all":
            yield from term_lines(
                Term(FIRST, _("driving log"), pages.amount(claim.mileage)),
                Term(PLUS, _("outlays"), pages.amount(claim.outlaid)),
                Term(COMES_TO, _("kilometres and outlays"), pages.amount(claim.total)),
            )
        if code != "outlays":
            yield from map(_closed, drive_lines(pages))
        if code != "drives":
            yield from map(_closed, outlay_lines(pages))

    return MoneyBehind(titles[code], draw)


def _closed(line: Line) -> Line:
    """Return a line whose sum is open already."""
    is_sum = line.target is not None and line.target.id.startswith("claim:")
    return replace(line, target=None) if is_sum else line


def _expenses(page: MoneyPage) -> ExpensePage:
    claim = expenses_of(page.plan, page.month or page.basis.span)
    return ExpensePage(claim, page.cells, page.hide)


def outlay_behind(page: MoneyPage, place: str) -> MoneyBehind:
    """Return everything that is told of a cost of the plan itself."""
    outlay = _expenses(page).claim.outlays[int(place)]

    def draw(wide: MoneyPage) -> Iterator[Line]:
        amounts = _expenses(wide)
        for name, value in (
            (_("date"), short_date(outlay.date)),
            (_("kind"), cost_name(outlay.kind)),
            (_("supplier"), wide.name(outlay.supplier or "")),
            (_("invoice"), wide.name(outlay.invoice or "")),
            (_("amount"), amounts.amount(outlay.amount)),
        ):
            if value:
                yield fact(name, value)

    return MoneyBehind(outlay.purpose, draw)
