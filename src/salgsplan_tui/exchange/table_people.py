"""Contacts in a table: Google's, Outlook's, HubSpot's or one made by hand (libraries.md 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.newcomers import Newcomer
from salgsplan_tui.exchange.columns import SKIP, Aliases, Mapped, mapped
from salgsplan_tui.exchange.decoding import text_of
from salgsplan_tui.exchange.people import Gathered, KindOf, People, Progress, Refused, Said, newcomer
from salgsplan_tui.exchange.tables import table_rows

_LINES: Final = 40
"""So many lines are looked at to say what the columns mean."""
_FIRST: Final = 3


def people_in_table(
    text: str, aliases: Aliases, own: Mapping[str, str], kind_of: KindOf, progress: Progress | None = None
) -> People:
    """Return the people in a table.

    Raises:
        NotUnderstoodError: there is no row, or no column tells who it is about.
    """
    rows = table_rows(text)
    _number, header = next(rows, (0, []))
    if not header:
        raise NotUnderstoodError("import_empty")
    columns = mapped(header, aliases, own)
    gathered = Gathered(text.count("\n"), progress)
    for number, row in rows:
        gathered.add(_told(number, row, columns, kind_of))
    unknown = tuple(header[number] for number in columns.unknown)
    return People(tuple(gathered.newcomers), tuple(gathered.refused), _meanings(columns), unknown)


def _told(number: int, row: Sequence[str], columns: Mapped, kind_of: KindOf) -> Newcomer | Refused:
    if any(cell.strip() for cell in row[len(columns.header) :]):
        return Refused(number, "row_too_long")
    return newcomer(_said(number, row, columns), kind_of)


def _said(number: int, row: Sequence[str], columns: Mapped) -> Said:
    def cells(field: str) -> list[str]:
        return [row[at] for at in columns.places.get(field, ()) if at < len(row) and row[at].strip()]

    parts = (*cells("first")[:1], *cells("middle")[:1], *cells("last")[:1])
    named = " ".join(parts) or next(iter(cells("name")), "")
    return Said(
        row=number,
        name=named,
        firm=next(iter(cells("firm")), ""),
        role=next(iter(cells("role")), ""),
        emails=[each for cell in cells("email") for each in cell.split(" ::: ")],
        phones=[each for cell in cells("phone") for each in cell.split(" ::: ")],
        org_number=next(iter(cells("org_number")), ""),
        notes=cells("notes"),
        more=[(columns.header[at], row[at]) for at in columns.unknown if at < len(row)],
    )


def _meanings(columns: Mapped, *, with_skipped: bool = False) -> dict[str, str]:
    """Return what each column was taken for, in the order of the table."""
    fields = ((field, numbers) for field, numbers in columns.places.items() if with_skipped or field != SKIP)
    found = {at: field for field, numbers in fields for at in numbers}
    return {columns.header[at]: found[at] for at in sorted(found)}


@dataclass(frozen=True)
class TableHead:
    """The headings of a table, what stands under each in the first row that says something, and what each means."""

    headings: tuple[str, ...]
    samples: Mapping[str, str]
    meanings: Mapping[str, str]
    """Nothing of those that nobody knows."""


def table_head(data: bytes, aliases: Aliases, own: Mapping[str, str]) -> TableHead:
    """Return the headings of a table, so that somebody can say what they mean.

    Raises:
        NotUnderstoodError: there is no row.
    """
    rows = [row for _number, row in table_rows(_beginning(data))]
    if not rows:
        raise NotUnderstoodError("import_empty")
    header, *others = rows
    samples = {
        heading: next((row[at] for row in others if at < len(row) and row[at].strip()), "")
        for at, heading in enumerate(header)
    }
    try:
        meanings = _meanings(mapped(header, aliases, own), with_skipped=True)
    except NotUnderstoodError:
        meanings = {}
    return TableHead(tuple(header), samples, meanings)


def first_people(data: bytes, aliases: Aliases, own: Mapping[str, str], kind_of: KindOf) -> tuple[Newcomer, ...]:
    """Return the first people of a table as they would come in.

    Raises:
        NotUnderstoodError: no column tells who it is about.
    """
    return people_in_table(_beginning(data), aliases, own, kind_of).newcomers[:_FIRST]


def _beginning(data: bytes) -> str:
    """Return the first lines of a file; of a cell that goes on beyond them the rows before it."""
    text = "".join(text_of(data).splitlines(keepends=True)[:_LINES])
    try:
        list(table_rows(text))
    except NotUnderstoodError:
        return text.splitlines()[0] + "\n"
    return text
