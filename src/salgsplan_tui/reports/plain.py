"""A report's values as programs take them: amounts "1250.00", hours and shares as decimals, ISO dates, codes."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.reports.values import NOTHING, Block, Figures, Item, Lines, Report, Table

_MINUTES: Final = 60
_DECIMALS: Final = 4


class Record(NamedTuple):
    """One value of a report, and where it stands."""

    number: int
    section: str
    block: str
    code: str
    """The figure's code, or the column's."""
    item: Item
    keys: tuple[Item, ...] = ()
    """What tells which row of a table it stands in."""


def records(report: Report) -> Iterator[Record]:
    """Yield every value of the shown sections in order."""
    for section in report.sections:
        for block in section.blocks:
            for code, item, keys in _values(block):
                yield Record(section.number, section.code, block.code, code, item, keys)


def _values(block: Block) -> Iterator[tuple[str, Item, tuple[Item, ...]]]:
    match block:
        case Figures():
            for figure in block.figures:
                yield figure.code, figure.item, ()
                if figure.against is not None:
                    yield f"{figure.code}.against", figure.against, ()
        case Table():
            for row in block.rows:
                yield from ((name, item, row[: block.keys]) for name, item in zip(block.columns, row, strict=True))
        case Lines():
            for line in block.lines:
                keys = line[:1] if len(line) > 1 and line[1] != NOTHING else ()
                yield from ((block.code, item, keys) for item in line[len(keys) :] if item != NOTHING)


def unit(item: Item) -> str:
    """Return what a value is in: "kr", "hours", "share", or its kind."""
    return item.unit if item.kind == "ratio" and item.unit in {"kr", "hours"} else item.kind


def plain(item: Item) -> str:
    """Return a value as files and JSON hold it; nothing for one that cannot be told."""
    if item.value is None:
        return ""
    return _number(item, item.value) if isinstance(item.value, Fraction) else _other(item.value)


def _number(item: Item, value: Fraction) -> str:
    match unit(item):
        case "kr" | "ore":
            return text_from_ore(rounded(value))
        case "level":
            return plain_number(value if item.unit == "points" else value / 100)
        case "hours":
            return plain_number(value / _MINUTES)
    return plain_number(value)


def _other(value: object) -> str:
    match value:
        case (dt.date() as first, dt.date() as last):
            return f"{first.isoformat()}/{last.isoformat()}"
        case dt.date() as day:
            return day.isoformat()
        case dt.time() as clock:
            return f"{clock:%H:%M}"
    return str(value)


def plain_number(value: Fraction) -> str:
    """Return a number with a point, and no more decimals than it needs."""
    scaled = rounded(value * 10**_DECIMALS)
    whole, rest = divmod(abs(scaled), 10**_DECIMALS)
    text = f"{whole}.{rest:0{_DECIMALS}}".rstrip("0").rstrip(".")
    return f"-{text}" if scaled < 0 else text
