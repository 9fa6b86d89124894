"""The driving log and the outlays as CSV and as a workbook; text from the plan is nothing but text in both."""

import csv
import datetime as dt
import io
from typing import Any, Final

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.expenses import Drive, ExpenseClaim, Outlay
from salgsplan_tui.language import _
from salgsplan_tui.language.cost_names import cost_name
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.inert import cell_text
from salgsplan_tui.reports.workbook import new_workbook

COLUMNS: Final = ("type", "date", "from", "to", "purpose", "km", "rate", "amount", "supplier", "invoice")
"""The heads of the CSV, which other programs read: English, and always the same."""

_MONEY: Final = '#,##0.00 "kr"'
_ORE: Final = 100

Sheet = Any  # xlsxwriter has no types


def expense_csv(claim: ExpenseClaim) -> str:
    """Return a line for each drive and outlay, points in amounts and ISO dates, and the totals last."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_drive_record(each) for each in claim.drives)
    writer.writerows(_outlay_record(each) for each in claim.outlays)
    totals = (
        ("total_mileage", claim.km, claim.mileage),
        ("total_outlays", "", claim.outlaid),
        ("total", claim.km, claim.total),
    )
    for name, km, amount in totals:
        writer.writerow([name, "", "", "", "", km, "", text_from_ore(amount), "", ""])
    return out.getvalue()


def _drive_record(drive: Drive) -> list[object]:
    told = (cell_text(drive.start), cell_text(drive.to), cell_text(drive.row.title))
    return [
        "mileage",
        drive.date.isoformat(),
        *told,
        drive.km,
        text_from_ore(drive.rate),
        text_from_ore(drive.amount),
        "",
        "",
    ]


def _outlay_record(outlay: Outlay) -> list[object]:
    papers = (cell_text(outlay.supplier or ""), cell_text(outlay.invoice or ""))
    day = outlay.date.isoformat()
    return [
        cell_text(outlay.kind),
        day,
        "",
        "",
        cell_text(outlay.purpose),
        "",
        "",
        text_from_ore(outlay.amount),
        *papers,
    ]


def expense_xlsx(claim: ExpenseClaim, who: str) -> bytes:
    """Return a workbook with a sheet for the driving log and one for the outlays, in the language spoken now.

    The same data gives the same bytes.

    Raises:
        RefusedError: `no_xlsxwriter`: what writes it is not installed.
    """
    out = io.BytesIO()
    book = new_workbook(out, claim.span.last, author=safe_line(who))
    styles = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1}),
        "day": book.add_format({"num_format": "d.m.yyyy"}),
        "money": book.add_format({"num_format": _MONEY}),
        "sum": book.add_format({"bold": True, "top": 1}),
        "sum_money": book.add_format({"bold": True, "top": 1, "num_format": _MONEY}),
        "text": book.add_format({}),
    }
    drives = [
        [each.date, each.start, each.to, each.row.title, each.km, each.rate, each.amount] for each in claim.drives
    ]
    heads = (_("Date"), _("From"), _("To"), _("Purpose"), _("Km"), _("Rate"), _("Amount"))
    title = " · ".join(part for part in (date_range(claim.span.start, claim.span.last), safe_line(who)) if part)
    log = book.add_worksheet(_("Driving log"))
    _fill(log, styles, (title, heads, {5, 6}), drives, [(4, claim.km), (6, claim.mileage)])
    outlays = [
        [each.date, cost_name(each.kind), each.purpose, each.supplier or "", each.invoice or "", each.amount]
        for each in claim.outlays
    ]
    paid_heads = (_("Date"), _("What for"), _("Purpose"), _("Supplier"), _("Receipt"), _("Amount"))
    paid = book.add_worksheet(_("Outlays"))
    _fill(paid, styles, (title, paid_heads, {5}), outlays, [(5, claim.outlaid)])
    book.close()
    return out.getvalue()


def _fill(
    sheet: Sheet,
    styles: dict[str, object],
    about: tuple[str, tuple[str, ...], set[int]],
    rows: list[list[object]],
    totals: list[tuple[int, int]],
) -> None:
    """Write title, heads, rows and totals; the columns named last hold øre, shown as kroner."""
    title, heads, money = about
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title, styles["title"])
    for column, head in enumerate(heads):
        longest = max([len(head), *(len(str(row[column])) for row in rows)])
        sheet.set_column(column, column, min(48, max(11, longest + 2)))
        sheet.write_string(2, column, head, styles["head"])
    sheet.freeze_panes(3, 0)
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row):
            _write(sheet, (number, column), value, styles, is_money=column in money)
    at = 3 + len(rows)
    for column in range(len(heads)):
        sheet.write_blank(at, column, None, styles["sum"])
    sheet.write_string(at, 0, _("In all"), styles["sum"])
    for column, value in totals:
        shown = value / _ORE if column in money else value
        sheet.write_number(at, column, shown, styles["sum_money" if column in money else "sum"])


def _write(sheet: Sheet, at: tuple[int, int], value: object, styles: dict[str, object], *, is_money: bool) -> None:
    match value:
        case dt.date():
            sheet.write_datetime(*at, dt.datetime(value.year, value.month, value.day), styles["day"])
        case int() if is_money:
            sheet.write_number(*at, value / _ORE, styles["money"])
        case int():
            sheet.write_number(*at, value, styles["text"])
        case _:
            sheet.write_string(*at, safe_line(str(value)), styles["text"])  # a string cell is never a formula
