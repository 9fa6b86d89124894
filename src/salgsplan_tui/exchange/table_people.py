"""Contacts in a table: Google's, Outlook's, HubSpot's or one made by hand (libraries.md 3)."""

from collections.abc import Mapping, Sequence

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.newcomers import Newcomer
from salgsplan_tui.exchange.columns import SKIP, Aliases, Mapped, mapped
from salgsplan_tui.exchange.people import Gathered, KindOf, People, Progress, Refused, Said, newcomer
from salgsplan_tui.exchange.tables import table_rows


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


def _meanings(columns: Mapped) -> dict[str, str]:
    """Return what each column was taken for, in the order of the table."""
    found = {at: field for field, numbers in columns.places.items() if field != SKIP for at in numbers}
    return {columns.header[at]: found[at] for at in sorted(found)}
