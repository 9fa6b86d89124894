"""The annex of a report as CSV: every figure and every row of its tables, for a spreadsheet or for a program.

The Norwegian form has semicolons, decimal commas and the words of the page, as Excel in Norway expects; the machine's
form has commas, points, ISO dates and the codes.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from fractions import Fraction

from salgsplan_tui.domain.reports.values import Figure, Item, Report
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import number, short_date
from salgsplan_tui.reports.column_names import COLUMNS
from salgsplan_tui.reports.figure_names import FIGURES, in_words
from salgsplan_tui.reports.inert import cell_text
from salgsplan_tui.reports.page import Page, section_name
from salgsplan_tui.reports.plain import Record, plain, plain_number, records, unit
from salgsplan_tui.reports.wording import Wording


def report_csv(page: Page, wording: Wording) -> str:
    """Return the Norwegian form: with a mark of its encoding, for Excel takes the file for something else without."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("No."), _("Section"), _("What"), _("Column"), _("Value"), _("Unit")])
    for record in records(page.report):
        writer.writerow([record.number, section_name(record.section), *_told(record, wording)])
    return "\ufeff" + out.getvalue()


def machine_csv(report: Report) -> str:
    """Return the form for programs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["number", "section", "block", "row", "code", "value", "unit", "part", "whole"])
    for record in records(report):
        item = record.item
        about = " · ".join(map(_inert, record.keys))
        parts = ("" if each is None else plain_number(each) for each in (item.part, item.whole))
        place = (record.number, record.section, record.block, about, record.code)
        writer.writerow([*place, _inert(item), unit(item), *parts])
    return out.getvalue()


def _inert(item: Item) -> str:
    """Return a value that no spreadsheet takes for a formula; a number below 0 is none."""
    return cell_text(plain(item)) if item.kind == "text" else plain(item)


def _told(record: Record, wording: Wording) -> Iterator[str]:
    said = in_words(Figure(record.code, record.item))
    code = said.code.removesuffix(".against")
    names = COLUMNS if record.keys else FIGURES
    name = _(names[code]) if code in names else ""
    about = " · ".join(cell_text(wording.say(item)) for item in record.keys)
    yield about if record.keys else name
    against = _("held against") if said.code != code else ""
    yield name if record.keys else against
    yield _norwegian(said.item, wording)
    yield {"kr": "kr", "ore": "kr", "hours": _("hours"), "share": "%"}.get(unit(said.item), "")


def _norwegian(item: Item, wording: Wording) -> str:
    match item.value:
        case Fraction() as value:
            return _decimal(item, value)
        case dt.date() as day:
            return short_date(day)
        case None if item.kind not in {"nothing", "text", "code"}:
            return ""
    return cell_text(wording.say(item))


def _decimal(item: Item, value: Fraction) -> str:
    """Return a figure with a decimal comma and nothing between thousands, which a spreadsheet can add up."""
    scaled, decimals = _scaled(item, value)
    return number(scaled, decimals).replace("\xa0", "").replace("−", "-")


def _scaled(item: Item, value: Fraction) -> tuple[Fraction, int]:
    match unit(item):
        case "kr" | "ore" | "level":
            return value / 100, 2
        case "hours":
            return value / 60, 2
        case "share":
            return value * 100, 2
    return (value, 0) if value.denominator == 1 else (value, 2)
