"""The driving log and the outlays of a month as lines, for the screen and the command line (chapter 4.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.expenses import Drive, ExpenseClaim, Outlay
from salgsplan_tui.language import _
from salgsplan_tui.language.cost_names import cost_name
from salgsplan_tui.language.formats import amount_exact, number, short_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.plain_text import flush_right, padded

_DATE = 12
_KM, _RATE, _AMOUNT = 7, 6, 13
_WIDE = 100


@dataclass(frozen=True)
class ExpensePage:
    """A claim at a width."""

    claim: ExpenseClaim
    cells: int
    hide: bool = False

    def name(self, text: str) -> str:
        """Return a name as it may be shown."""
        return HIDDEN if self.hide else safe_line(text)

    def amount(self, ore: int) -> str:
        """Return an amount to the øre, as it may be shown."""
        return HIDDEN if self.hide else amount_exact(ore)


def expense_lines(page: ExpensePage) -> Iterator[Line]:
    """Yield the driving log, the outlays, and what they come to."""
    claim = page.claim
    yield from drive_lines(page)
    yield from outlay_lines(page)
    yield heading(_("to be claimed"))
    yield _sum(_("kilometres and outlays"), page.amount(claim.total), "all")


def drive_lines(page: ExpensePage) -> Iterator[Line]:
    """Yield the driving log, and what it comes to."""
    claim = page.claim
    yield heading(_("driving log"), _("{km} km").format(km=number(claim.km)))
    if not claim.drives:
        yield hint(_("Nothing was driven in this month."))
    else:
        yield _drive_heads(page)
    yield from (_drive(page, each) for each in claim.drives)
    if claim.drives:
        yield _sum(_("in all"), page.amount(claim.mileage), "drives")


def outlay_lines(page: ExpensePage) -> Iterator[Line]:
    """Yield the outlays, and what they come to."""
    claim = page.claim
    yield heading(_("outlays"))
    if not claim.outlays:
        yield hint(_("Nothing was paid in this month."))
    yield from (_outlay(page, each, at) for at, each in enumerate(claim.outlays))
    if claim.outlays:
        yield _sum(_("in all"), page.amount(claim.outlaid), "outlays")


def _places(page: ExpensePage) -> tuple[int, int, int]:
    """Return how wide the columns from, to and purpose are; from is left out where there is little room."""
    room = page.cells - 2 - _DATE - _KM - _RATE - _AMOUNT - 3
    if page.cells < _WIDE:
        return 0, room * 4 // 9, room - room * 4 // 9
    start = room // 4
    return start, room // 3, room - start - room // 3


def _in_places(page: ExpensePage, texts: tuple[str, str, str]) -> str:
    return " ".join(padded(text, cells) for text, cells in zip(texts, _places(page), strict=True) if cells)


def _drive_heads(page: ExpensePage) -> Line:
    places = _in_places(page, (_("from"), _("to"), _("purpose")))
    figures = flush_right(_("km"), _KM) + flush_right(_("rate"), _RATE)
    text = f" {padded(_('date'), _DATE)}{places}{figures}"
    return Line((Part(text, "muted"),), (Part(_("amount") + " ", "muted"),))


def _drive(page: ExpensePage, drive: Drive) -> Line:
    places = _in_places(page, (page.name(drive.start), page.name(drive.to), page.name(drive.row.title)))
    rate = HIDDEN if page.hide else number(Fraction(drive.rate, 100), 2)
    figures = flush_right(number(drive.km), _KM) + flush_right(rate, _RATE)
    return Line(
        (Part(f" {padded(short_date(drive.date), _DATE)}", "time"), Part(places + figures)),
        (Part(f"{page.amount(drive.amount)} "),),
        target=Target("activity", drive.row.id),
    )


def _outlay(page: ExpensePage, outlay: Outlay, at: int) -> Line:
    """Return one outlay; it opens its activity, or, as a cost of the plan itself, what is told of it."""
    papers = " · ".join(part for part in (outlay.supplier, outlay.invoice) if part)
    return Line(
        (
            Part(f" {padded(short_date(outlay.date), _DATE)}", "time"),
            Part(page.name(outlay.purpose)),
            Part(f" · {cost_name(outlay.kind)}", "muted"),
            Part(f" · {page.name(papers)}" if papers else "", "muted"),
        ),
        (Part(f"{page.amount(outlay.amount)} "),),
        target=Target("figure", f"outlay:{at}") if outlay.row is None else Target("activity", outlay.row.id),
    )


def _sum(name: str, amount: str, code: str) -> Line:
    target = Target("figure", f"claim:{code}")
    return Line((Part(f" {name}", "figure"),), (Part(f"{amount} ", "figure"),), target)
