"""The driving log and the outlays as CSV and workbook: totals, numbers as numbers, formulas as text."""

import csv
import datetime as dt
import io

import openpyxl

from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.expenses import ExpenseClaim, expenses_of
from salgsplan_tui.language import set_language
from salgsplan_tui.reports.expense_formats import COLUMNS, expense_csv, expense_xlsx
from tests.planning import plan_of, row

SPAN = Span(dt.date(2027, 1, 1), dt.date(2027, 2, 1))


def hostile() -> ExpenseClaim:
    formula = "=HYPERLINK(1)"
    first = row(
        "a1", title=formula, date="2027-01-05", state="done", outcome="other", km_actual=46, customers=["k1"],
        costs=[{"kind": "toll", "actual": "-12.50", "supplier": "+47 1", "invoice": "@x"}],
    )  # fmt: skip
    return expenses_of(plan_of(first, customers=(Customer(id="k1", name="-Granholt"),)), SPAN)


def test_the_csv_has_these_heads_and_the_totals_last() -> None:
    rows = list(csv.reader(io.StringIO(expense_csv(hostile()))))
    assert rows[0] == list(COLUMNS)
    assert rows[1][:2] + rows[1][5:8] == ["mileage", "2027-01-05", "46", "5.30", "243.80"]
    assert [rows[-1][0], rows[-1][5], rows[-1][7]] == ["total", "46", "231.30"]


def test_no_cell_of_the_csv_is_a_formula_and_a_credit_stays_a_number() -> None:
    rows = list(csv.reader(io.StringIO(expense_csv(hostile()))))
    cells = [cell for each in rows for cell in each]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == ["-12.50", "-12.50"]


def test_the_workbook_holds_numbers_dates_and_text_and_no_formula() -> None:
    set_language("nb")
    book = openpyxl.load_workbook(io.BytesIO(expense_xlsx(hostile(), "=Ingrid")))
    log, paid = book.worksheets
    assert (log.title, paid.title) == ("Kjørebok", "Utlegg")
    first = [cell.value for cell in log[4]]
    assert first[0] == dt.datetime(2027, 1, 5)  # as a workbook holds it
    assert first[2:] == ["-Granholt", "=HYPERLINK(1)", 46, 5.3, 243.8]
    kinds = {cell.data_type for sheet in book.worksheets for each in sheet.iter_rows() for cell in each}
    assert "f" not in kinds
    assert [cell.value for cell in log[5]][4:] == [46, None, 243.8]
    assert paid[5][5].value == -12.5


def test_the_same_claim_gives_the_same_bytes() -> None:
    assert expense_xlsx(hostile(), "Ingrid") == expense_xlsx(hostile(), "Ingrid")
