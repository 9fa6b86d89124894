"""Reads what other programs call the columns of their contacts; it comes with the program."""

from collections.abc import Mapping

import tomli

from salgsplan_tui.storage.packaged import FOLDER


def contact_columns() -> Mapping[str, tuple[str, ...]]:
    """Return the headings of each field, the one to be preferred first."""
    data = tomli.loads((FOLDER / "contact_columns.toml").read_text("utf-8"))
    return {field: tuple(headings) for field, headings in data["columns"].items()}
