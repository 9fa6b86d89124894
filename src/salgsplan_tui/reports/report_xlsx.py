"""A report as a workbook: a sheet with the page, and one for each table with real numbers and dates."""

import datetime as dt
import io
from fractions import Fraction
from typing import Any, Final

from salgsplan_tui.domain.reports.values import Item
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.page import Grid, Page, Pairs, Part, Picture, Sentences
from salgsplan_tui.reports.wording import Wording
from salgsplan_tui.reports.workbook import Book, new_workbook

_FORMATS: Final = {"kr": '#,##0 "kr"', "ore": '#,##0.00 "kr"', "hours": "0.0", "share": "0.0 %", "ratio": "0.00"}
_HOUR: Final = 60
_SHEET_NAME: Final = 28
"""Excel allows 31 characters; three are for a number."""
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

Sheet = Any  # xlsxwriter has no types


def report_xlsx(page: Page, wording: Wording) -> bytes:
    """Return the workbook; it is stamped with the day of the report, so that the same data gives the same bytes.

    Raises:
        RefusedError: `no_xlsxwriter`: what writes it is not installed.
    """
    out = io.BytesIO()
    book = new_workbook(out, page.report.as_of, title=page.title, author=", ".join(page.report.sellers[:3]))
    styles = _Styles(book)
    _page_sheet(book, page, styles)
    for section in page.sections:
        grids = [part for part in section.parts if isinstance(part, Grid) and part.items]
        for number, grid in enumerate(grids):
            mark = f"{section.number}{'abcdefgh'[number] if len(grids) > 1 else ''}"
            name = f"{mark} {grid.title or section.title}".translate(_FORBIDDEN)[:_SHEET_NAME].strip()
            _grid_sheet(book.add_worksheet(name), grid, styles, wording)
    book.close()
    return out.getvalue()


class _Styles:
    """The formats of cells, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], object] = {}

    def of(self, **properties: object) -> object:
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _page_sheet(book: Book, page: Page, styles: _Styles) -> None:
    sheet = book.add_worksheet(safe_line(page.title).translate(_FORBIDDEN)[:_SHEET_NAME].strip())
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 12, 15)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, safe_line(page.title), styles.of(bold=True, font_size=15))
    sheet.write_string(1, 0, safe_line(page.about))
    at = 3
    for section in page.sections:
        sheet.write_string(at, 0, f"{section.number}. {section.title}", styles.of(bold=True, font_size=12))
        at += 1
        for part in section.parts:
            for row in _rows_of(part):
                for column, text in enumerate(row):
                    sheet.write_string(at, column, safe_line(text))
                at += 1
        at += 1
    for note in (*page.notes, *(f"{name}: {how}" for name, how in page.definitions)):
        sheet.write_string(at, 0, safe_line(note), styles.of(italic=True))
        at += 1


def _rows_of(part: Part) -> tuple[tuple[str, ...], ...]:
    head: tuple[tuple[str, ...], ...] = ((part.title,),) if part.title else ()
    match part:
        case Pairs():
            return (*head, *part.rows)
        case Grid():
            return (*head, part.columns, *part.rows)
        case Sentences():
            return (*head, *((line,) for line in part.lines))
        case Picture():
            return (*head, *((bar.label, bar.text) for bar in part.bars))


def _grid_sheet(sheet: Sheet, grid: Grid, styles: _Styles, wording: Wording) -> None:
    for column, name in enumerate(grid.columns):
        longest = max([len(name), *(len(row[column]) for row in grid.rows)])
        sheet.set_column(column, column, min(60, max(9, longest + 2)))
        sheet.write_string(0, column, name, styles.of(bold=True, bottom=1))
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(grid.items, 1):
        is_total = grid.has_total and number == len(grid.items)
        for column, item in enumerate(row):
            _write(sheet, (number, column), item, _Cell(styles, wording, is_total=is_total))


class _Cell:
    """How a cell is written."""

    def __init__(self, styles: _Styles, wording: Wording, *, is_total: bool) -> None:
        self.wording = wording
        self._styles = styles
        self._total: dict[str, object] = {"bold": True, "top": 1} if is_total else {}

    def style(self, number: str | None = None) -> object:
        """Return the format for a kind of number."""
        return self._styles.of(**self._total, **({"num_format": number} if number else {}))


def _write(sheet: Sheet, at: tuple[int, int], item: Item, cell: _Cell) -> None:
    match item.value:
        case Fraction() as value:
            kind = "kr" if item.kind == "ratio" and item.unit == "kr" else item.kind
            kind = "hours" if item.unit == "hours" and item.kind == "ratio" else kind
            sheet.write_number(*at, _size(kind, value), cell.style(_FORMATS.get(kind)))
        case dt.datetime():
            sheet.write_string(*at, cell.wording.say(item), cell.style())
        case dt.date() as day:
            sheet.write_datetime(*at, dt.datetime(day.year, day.month, day.day), cell.style("d.m.yyyy"))
        case dt.time() as clock:
            sheet.write_datetime(*at, clock, cell.style("hh:mm"))
        case _:
            sheet.write_string(*at, cell.wording.say(item), cell.style())


def _size(kind: str, value: Fraction) -> float:
    match kind:
        case "kr" | "ore":
            return float(value / 100)
        case "hours":
            return float(value / _HOUR)
        case "level":
            return float(value / 100)
    return float(value)
