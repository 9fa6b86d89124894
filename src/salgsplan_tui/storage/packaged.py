"""The data that comes with the program: the catalogue of channels, and how to go about each activity type."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import tomli

from salgsplan_tui.domain.amounts import ore_from_text
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, CostTemplate, Term
from salgsplan_tui.domain.checking import Make, checked
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.domain.own_channels import laid_over
from salgsplan_tui.storage.document import Document

FOLDER: Final = Path(__file__).with_name("packaged")
_STRING: Final = re.compile(r'"""(.*?)"""|"([^"\n]*)"', re.DOTALL)
DEMO: Final = FOLDER / "demo"
"""The sample salesperson's quarter, in the form of a data folder (chapter 8)."""


def catalogue(own: Document | None = None, make: Make = checked) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return the packaged channels with the person's own `channels.toml` laid over, and what was wrong in that."""
    packaged = _packaged(tomli.loads((FOLDER / "channels.toml").read_text("utf-8")))
    if own is None:
        return packaged, ()
    laid, misfits = laid_over(packaged, own.data, make)
    if not misfits:
        return laid, ()
    from salgsplan_tui.storage.own_entries import problems_of  # noqa: PLC0415  # most such files are right

    return laid, tuple(problems_of(own, misfits))


def approach(kind: ActivityType, channel: str, language: str) -> str:
    """Return how to go about a type of activity (S16): the person's own words, else the packaged ones, else none."""
    own = kind.template_nb if language == "nb" else kind.template_en
    if own:
        return own
    return str(_approaches().get(channel, {}).get(kind.code, {}).get(language, "")).strip()


def packaged_texts() -> tuple[str, ...]:
    """Return the lines of the data that comes with the program, those of the sample left out."""
    files = ("channels", "approaches", "contact_rules", "playbooks")
    texts = ((FOLDER / f"{file}.toml").read_text("utf-8") for file in files)
    return tuple(
        line for text in texts for found in _STRING.findall(text) for part in found for line in part.splitlines()
    )


@cache
def _approaches() -> Mapping[str, Any]:  # as TOML has it
    return tomli.loads((FOLDER / "approaches.toml").read_text("utf-8"))


def _packaged(data: Mapping[str, Any]) -> Catalogue:  # the file's own shape, which a test checks against the models
    """Build without validation, which would cost more than all else in painting the day; a test validates it."""
    return Catalogue(
        channels=tuple(_channel(table) for table in data["channel"]),
        units=_terms(data["units"]),
        cost_kinds=_terms(data["cost_kinds"]),
        measures=_terms(data["measures"]),
    )


def _channel(table: Mapping[str, Any]) -> Channel:  # as above
    types = tuple(_type(table["code"], table, each) for each in table["type"])
    return Channel(**_fields(table, "type"), types=types)


def _type(code: str, channel: Mapping[str, Any], table: Mapping[str, Any]) -> ActivityType:  # as above
    names = {"code": code, "nb": channel["nb"], "en": channel["en"]}
    costs = tuple(_cost(each) for each in table.get("costs", ()))
    return ActivityType(**names | _fields(table, "costs"), costs=costs)


def _cost(table: Mapping[str, str]) -> CostTemplate:
    low, high = (ore_from_text(table[key]) if key in table else None for key in ("low", "high"))
    return CostTemplate(kind=table["kind"], low=low, high=high)


def _fields(table: Mapping[str, Any], nested: str) -> dict[str, Any]:  # as above
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key != nested}


def _terms(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Term]:  # as above
    return {code: Term(**table) for code, table in tables.items()}
