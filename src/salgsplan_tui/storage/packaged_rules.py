"""Reads the law's rules for contacting people that come with the program (chapter 7.6)."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from salgsplan_tui.domain.contact_rules import ContactRule, Verdict, Who
from salgsplan_tui.storage.packaged import FOLDER


@cache
def contact_rules() -> tuple[ContactRule, ...]:
    """Return the rules in the order of the file."""
    return tuple(_rule(table) for table in _data()["rule"])


def rules_checked() -> dt.date:
    """Return the day on which the rules were last held against their sources."""
    checked = _data()["checked"]
    if not isinstance(checked, dt.date):
        raise TypeError(checked)
    return checked


def _data() -> Mapping[str, Any]:  # the file's own shape, which a test checks
    return tomli.loads((FOLDER / "contact_rules.toml").read_text("utf-8"))


def _rule(table: Mapping[str, Any]) -> ContactRule:  # the file's own shape, which a test checks
    first, _dash, last = table.get("hours", "00:00-23:59").partition("-")
    return ContactRule(
        id=table["id"],
        valid_from=table["valid_from"],
        valid_until=table.get("valid_until"),
        then=Verdict(table["then"]),
        source=table["source"],
        who=frozenset(map(Who, table["who"])),
        gates=frozenset(table["gates"]),
        says={"nb": table["nb"], "en": table["en"]},
        lift={"nb": table["lift_nb"], "en": table["lift_en"]} if "lift_nb" in table else None,
        when=tuple(table.get("when", ())),
        unless=tuple(table.get("unless", ())),
        weekdays=frozenset(table.get("weekdays", ())),
        hours=(dt.time.fromisoformat(first), dt.time.fromisoformat(last)),
        lowered_by=table.get("lowered_by"),
    )
