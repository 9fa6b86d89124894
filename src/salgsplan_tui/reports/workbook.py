"""A new workbook, stamped so that the same data gives the same bytes."""

import datetime as dt
import io
from typing import Any

from salgsplan_tui.domain.errors import RefusedError

Book = Any  # xlsxwriter has no types


def new_workbook(out: io.BytesIO, day: dt.date, **properties: str) -> Book:
    """Return a workbook that is written to `out` when it is closed; texts in it are never taken for formulas.

    Raises:
        RefusedError: `no_xlsxwriter`: what writes it is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise RefusedError("no_xlsxwriter") from error
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({**properties, "created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)})
    return book
