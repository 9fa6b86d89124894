"""From a document to what it says: the values of the plan, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.domain.ids import ID_BITS, id_of
from salgsplan_tui.domain.plan import UNPLACED, Sheet, home_of
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.faults import Faults
from salgsplan_tui.storage.names import Kind, kind_of, plan_file, sheet_file, sheet_key
from salgsplan_tui.storage.tables import (
    ARRAYS,
    Row,
    must_dos_from,
    row_from,
    sales_plan_from,
    settings_from,
    snapshot_from,
)

ROWS: Final[Mapping[Kind | None, type[Row]]] = {
    Kind.SHEET: Activity,
    Kind.CUSTOMERS: Customer,
    Kind.SERIES: Series,
    Kind.CALENDAR: Leave,
}
"""The kind of row that a file has blocks of."""


@dataclass(frozen=True)
class Content:
    """What one file says. Most parts are empty in any one file."""

    rows: tuple[Row | None, ...] = ()
    """What each of its blocks holds, in the file's order; None for one that cannot be used."""
    renamed: Mapping[int, str] = field(default_factory=dict)
    """The new ids of the blocks whose own id another block above has; they are written at the file's next save."""
    sheet: Sheet = field(default_factory=Sheet)
    """The activities that belong here, and what is said about their week."""
    strays: tuple[Activity, ...] = ()
    """The activities whose date or bucket belongs to another file."""
    settings: Settings | None = None
    sales_plan: SalesPlan | None = None
    channels: Catalogue | None = None

    def ids(self) -> Iterator[str]:
        """Yield the ids of its rows."""
        yield from (row.id for row in self.rows if row is not None)

    def activity(self, identity: str) -> Activity | None:
        """Return the activity of this id, wherever it belongs."""
        found = (row for row in self.rows if isinstance(row, Activity) and row.id == identity)
        return next(found, None)

    def position(self, identity: str) -> int | None:
        """Return the position of the block that holds this id."""
        return next((at for at, row in enumerate(self.rows) if row is not None and row.id == identity), None)


def content_of(file: str, document: Document) -> tuple[Content, tuple[Problem, ...]]:
    """Return what a document says, and what is wrong with it; the rest can be used."""
    faults = Faults(file, document)
    kind = kind_of(file)
    if kind in ROWS:
        content = _with_rows(faults, ROWS[kind])
    elif kind is Kind.SETTINGS:
        content = Content(settings=faults.read(document.data, settings_from))
    elif kind is Kind.SALES_PLAN:
        content = _with_sales_plan(faults)
    elif kind is Kind.CHANNELS:
        content = _with_channels(faults)
    else:
        content = Content()
    faults.check_schema(is_hand_made=kind in {Kind.SETTINGS, Kind.CHANNELS, Kind.CALENDAR})
    return content, tuple(faults.found)


def _with_rows(faults: Faults, kind: type[Row]) -> Content:
    array = ARRAYS[kind]
    rows: dict[int, Row | None] = {}
    for position, table in faults.tables(array):
        rows[position] = faults.read(table, partial(row_from, kind), (array, position))
    found = [rows.get(position) for position in range(max(rows, default=-1) + 1)]
    renamed = _renamed(faults, array, found)
    for position, identity in renamed.items():
        row = found[position]
        found[position] = row and row.changed_to(id=identity)
    content = Content(rows=tuple(found), renamed=renamed)
    return _with_sheet(faults, content) if kind is Activity else content


def _renamed(faults: Faults, array: str, rows: list[Row | None]) -> dict[int, str]:
    seen: dict[str, int] = {}
    renamed: dict[int, str] = {}
    for position, row in enumerate(rows):
        if row is None:
            continue
        seen[row.id] = seen.get(row.id, 0) + 1
        if seen[row.id] > 1:
            # Told from its place, so that every program that reads the file gives it the same one until it is written.
            place = f"{faults.file} {row.id} {seen[row.id]}".encode()
            number = int.from_bytes(blake2b(place, digest_size=8).digest()) >> (64 - ID_BITS)
            renamed[position] = id_of(number)
            where = (array, position, "id")
            faults.add("duplicate_id", where, is_damage=False, id=row.id, new=renamed[position])
    return renamed


def _with_sheet(faults: Faults, content: Content) -> Content:
    activities: dict[str, Activity] = {}
    strays: list[Activity] = []
    for position, row in enumerate(content.rows):
        if not isinstance(row, Activity):
            continue
        if sheet_file(home_of(row)) == faults.file:
            activities[row.id] = row
        else:
            strays.append(row)
            where = ("activity", position, "bucket" if row.date is None else "date")
            home = home_of(row)
            faults.add("wrong_week", where, is_damage=False, id=row.id, home=None if home == UNPLACED else home)
    week, snapshot = faults.table("week"), faults.table("snapshot")
    sheet = Sheet(
        activities=activities,
        must_dos=faults.read(week, must_dos_from, ("week",)) or (),
        snapshot=faults.read(snapshot, snapshot_from, ("snapshot",)) if snapshot else None,
    )
    return Content(rows=content.rows, renamed=content.renamed, sheet=sheet, strays=tuple(strays))


def _with_sales_plan(faults: Faults) -> Content:
    plan = faults.read(faults.document.data, sales_plan_from)
    if plan is not None and plan_file(plan.id) != faults.file:
        faults.add("wrong_name", ("id",), id=plan.id, name=sheet_key(faults.file))
        return Content()
    return Content(sales_plan=plan)


def _with_channels(faults: Faults) -> Content:
    from salgsplan_tui.storage.packaged import catalogue  # noqa: PLC0415  # few people have their own

    channels, problems = catalogue(faults.document)
    faults.found += problems
    return Content(channels=channels)
