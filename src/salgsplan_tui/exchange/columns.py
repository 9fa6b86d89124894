"""Which column of a table says what: by the headings that programs use, or by the person's own word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold

SKIP: Final = "skip"
FIELDS: Final = ("name", "first", "middle", "last", "firm", "role", "email", "phone", "org_number", "notes", SKIP)
"""What a column can be said to mean."""
_TELLS_WHO: Final = frozenset({"name", "first", "last", "firm", "email"})

Aliases = Mapping[str, tuple[str, ...]]
"""The headings of each field, the one to be preferred first."""


@dataclass(frozen=True)
class Mapped:
    """The columns of one table."""

    header: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    """The numbers of the columns of each field, the one to be preferred first."""
    unknown: tuple[int, ...]
    """The columns that nobody has said the meaning of; what stands in them goes into the notes."""


def heading(text: str) -> str:
    """Return a heading as it is compared."""
    return re.sub(r"[\W_]+", "", fold(text))


def mapped(header: Sequence[str], aliases: Aliases, own: Mapping[str, str]) -> Mapped:
    """Return which column says what; the person's own names go first.

    Raises:
        NotUnderstoodError: `import_unknown_columns`: no column tells who it is about.
    """
    names = [heading(each) for each in header]
    chosen = {heading(column): field for column, field in own.items()}
    places: dict[str, list[int]] = {field: [] for field in FIELDS}
    for number, name in enumerate(names):
        if name in chosen:
            places[chosen[name]].append(number)
    for field, known in aliases.items():
        for name in map(heading, known):
            places[field] += [n for n, each in enumerate(names) if each == name and each not in chosen]
    if not any(places[field] for field in _TELLS_WHO):
        raise NotUnderstoodError("import_unknown_columns", columns=[each for each in header if each.strip()])
    taken = {number for found in places.values() for number in found}
    unknown = tuple(number for number, name in enumerate(header) if number not in taken and name.strip())
    found = {field: tuple(dict.fromkeys(numbers)) for field, numbers in places.items() if numbers}
    return Mapped(tuple(header), found, unknown)


def own_columns(said: Iterable[str]) -> dict[str, str]:
    """Return the person's own "Column=field" as a table.

    Raises:
        NotUnderstoodError: `import_bad_map`: one of them is not of that form.
    """
    found: dict[str, str] = {}
    for each in said:
        column, equals, field = each.rpartition("=")
        if not equals or not column.strip() or field.strip() not in FIELDS:
            raise NotUnderstoodError("import_bad_map", text=each, fields=", ".join(FIELDS))
        found[column.strip()] = field.strip()
    return found
