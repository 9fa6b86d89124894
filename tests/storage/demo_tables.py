"""The demo's files as tables, for the tests that count straight from what they say."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

import tomli

from salgsplan_tui.storage.packaged import DEMO

TODAY: Final = dt.date(2027, 2, 17)
Row = dict[str, Any]  # a table of a file has values of any kind


def table(path: str) -> Row:
    """Return a file of the demo."""
    return tomli.loads((DEMO / path).read_text("utf-8"))


def amount(text: str) -> Decimal:
    """Return kroner as they are written in the files."""
    return Decimal(text)


def all_weeks() -> dict[str, Row]:
    """Return the weeks by their keys."""
    return {path.stem: table(f"weeks/2027/{path.name}") for path in sorted((DEMO / "weeks/2027").iterdir())}
