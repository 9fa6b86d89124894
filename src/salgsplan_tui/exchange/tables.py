"""Tables as other programs write them: whichever sign parts the cells, and rows told by their numbers."""

import csv
from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError

_SIGNS: Final = ";,\t|"
_LONGEST_CELL: Final = 100_000
_SEP: Final = "sep="


def separator(header: str) -> str:
    """Return the sign that parts the cells of a header line: the most frequent; a comma where there is none."""
    return max(_SIGNS, key=lambda sign: (header.count(sign), sign == ","))


def table_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with its number, the header among them; row 1 is the file's first.

    Raises:
        NotUnderstoodError: `import_broken_table`: a cell never ends.
    """
    lines = text.splitlines(keepends=True)
    skipped = 1 if lines and lines[0].strip().casefold().startswith(_SEP) else 0
    told = lines[0].strip()[len(_SEP) :] if skipped else ""
    header = next((line for line in lines[skipped:] if line.strip()), "")
    reader = csv.reader(lines[skipped:], delimiter=told or separator(header))
    csv.field_size_limit(_LONGEST_CELL)
    begins = skipped + 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise NotUnderstoodError("import_broken_table", row=begins) from error
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = skipped + reader.line_num + 1
