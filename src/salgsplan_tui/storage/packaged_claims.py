"""Reads the deadlines for claims that come with the program (chapter 3.7)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from salgsplan_tui.domain.claims import ClaimDeadline
from salgsplan_tui.storage.packaged import FOLDER


@cache
def claim_deadlines() -> tuple[ClaimDeadline, ...]:
    """Return the deadlines in the order of the file."""
    data = tomli.loads((FOLDER / "claim_deadlines.toml").read_text("utf-8"))
    return tuple(_deadline(table) for table in data["deadline"])


def _deadline(table: Mapping[str, Any]) -> ClaimDeadline:  # the file's own shape, which a test checks
    return ClaimDeadline(
        id=table["id"],
        buyer=table["buyer"],
        valid_from=table["valid_from"],
        valid_until=table.get("valid_until"),
        notice_months=table.get("notice_months"),
        years=table["years"],
        long_years=table.get("long_years"),
        source=table["source"],
        says={"nb": table["nb"], "en": table["en"]},
        besides={key: table[f"besides_{key}"] for key in ("nb", "en") if f"besides_{key}" in table},
    )
