"""What is wrong in a document: each fault with its line, and what can be used all the same."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from salgsplan_tui.domain.checking import Make, Misfit, MisfitError
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.tables import SALES_PLAN_ARRAYS, Table

if TYPE_CHECKING:
    from salgsplan_tui.storage.sections import Section

SCHEMA: Final = 1
"""The schema this program reads and writes."""

T = TypeVar("T")
Where = tuple[str | int, ...]
"""The way to a value: ("activity", 2, "costs", 0, "planned") or ("working_hours", "mon")."""
_LONGEST: Final = 40
_MOST_BITS: Final = 128  # a number with thousands of figures cannot even be printed


class Faults:
    """The problems found in one document, gathered while it is read."""

    def __init__(self, file: str, document: Document, make: Make) -> None:
        """Take the document, its name in the data folder, and what makes values of its tables."""
        self.file = file
        self.make = make
        self.document = document
        self.found: list[Problem] = []

    def add(self, key: str, where: Where, *, is_damage: bool = True, **values: object) -> None:
        """Note one problem at a place of the document."""
        from salgsplan_tui.storage.lines import line_of  # noqa: PLC0415  # most files are whole

        line = line_of(self._sections, where)
        self.found.append(Problem(self.file, line, key, tuple(values.items()), is_damage=is_damage))

    @cached_property
    def _sections(self) -> "list[Section]":
        from salgsplan_tui.storage.scanner import ScanError  # noqa: PLC0415  # most files are whole
        from salgsplan_tui.storage.sections import sections  # noqa: PLC0415

        try:
            return sections(self.document.text)
        except ScanError:  # a parser could read it, so only the lines are unknown
            return []

    def check_schema(self, *, is_hand_made: bool = False) -> None:
        """Note an empty document, and one without a schema or with another one than ours.

        What a newer program has written may mean something else to it, so no more is said about such a document.
        """
        data = self.document.data
        schema = data.get("schema", 1 if is_hand_made else None)
        if not self.document.text.strip():
            self.add("empty_file", ())
        elif schema is None:
            self.add("schema_missing", ())
        elif not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
            self.add("wrong_value", ("schema",), field="schema", value=_clipped(schema))
        elif schema > SCHEMA:
            self.found.clear()
            self.add("newer_schema", ("schema",), schema=_clipped(schema))

    def table(self, name: str) -> Table:
        """Return the table `[name]` of the document; an empty one where it is missing or something else."""
        item = self.document.data.get(name, {})
        if isinstance(item, dict):
            return item
        self.add("not_a_table", (name,), field=name)
        return {}

    def tables(self, name: str) -> Iterator[tuple[int, Table]]:
        """Yield the tables `[[name]]` of the document with their positions."""
        items = self.document.data.get(name, [])
        for position, item in enumerate(items if isinstance(items, list) else [items]):
            if isinstance(item, dict):
                yield position, item
            else:
                self.add("not_a_table", (name, position), field=name)

    def read(self, table: Table, reading: Callable[[Table, Make], T], where: Where = ()) -> T | None:
        """Make a value of a table; what is wrong in it is noted, and the value made of the rest where that suffices."""
        try:
            return reading(table, self.make)
        except MisfitError as error:
            found = dict(_told(table, each) for each in error.misfits)
        for way, (key, value) in found.items():
            field = ".".join(part for part in way if isinstance(part, str))
            self.add(key, (*where, *way), field=field, value=value)
        rest = {key: item for key, item in table.items() if key not in {way[0] for way in found if way}}
        try:
            return reading(rest, self.make) if len(rest) < len(table) else None
        except MisfitError:
            return None


def _told(table: Table, misfit: Misfit) -> tuple[Where, tuple[str, str | None]]:
    """Return the way to what is wrong, as the table itself has it, and what is wrong with it.

    The model's own way may have parts that the file has not: names of a union's members, of parts that it gathers.
    """
    way: list[str | int] = []
    here: object = table
    for name in misfit.where:
        array = SALES_PLAN_ARRAYS.get(str(name), name)
        part = name if isinstance(here, dict) and name in here else array
        match here, part:
            case dict(), str() if part in here:
                here = here[part]
            case list(), int() if part < len(here):
                here = here[part]
            case dict(), str() if misfit.key == "missing_value":
                return (*way, part), ("missing_value", None)
            case _:
                continue
        way.append(part)
    return tuple(way), ("wrong_value", None if isinstance(here, dict | list) else _clipped(here))


def _clipped(value: object) -> str:
    text = "…" if isinstance(value, int) and value.bit_length() > _MOST_BITS else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
