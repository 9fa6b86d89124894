"""From a document to what it says: the values of the plan, and what is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import blake2b
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue, OwnChannel
from salgsplan_tui.domain.checking import Make, checked
from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.domain.ids import ID_BITS, id_of
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import UNPLACED, Progress, Review, Sheet, home_of
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.faults import Faults
from salgsplan_tui.storage.homes import home_file
from salgsplan_tui.storage.names import Kind, kind_of, plan_file, sheet_key
from salgsplan_tui.storage.tables import (
    ARRAYS,
    Row,
    Table,
    progress_from,
    review_from,
    row_from,
    sales_plan_from,
    settings_from,
    snapshot_from,
    week_from,
)

ROWS: Final[Mapping[Kind | None, tuple[type[Row], ...]]] = {
    Kind.SHEET: (Activity,),
    Kind.CUSTOMERS: (Customer,),
    Kind.SERIES: (Series,),
    Kind.CALENDAR: (Leave,),
    Kind.SALES: (Offer, Order),
    Kind.SERVICE: (ServiceCase,),
    Kind.IMPROVEMENT: (ImprovementArea,),
    Kind.ISSUED: (ReportIssue,),
    Kind.CHANNELS: (OwnChannel,),
    Kind.PRIVATE: (Reflection,),
    Kind.PLAYBOOKS: (Playbook,),
}
"""The kinds of rows that a file has blocks of; but for channels and playbooks no two of one file have the same id."""


_BY_HAND: Final = {Kind.SETTINGS, Kind.CHANNELS, Kind.CALENDAR, Kind.PLAYBOOKS, Kind.PRIVATE}
"""What people also write by hand: it may leave the version of its form unsaid."""


class Place(NamedTuple):
    """Where a block stands: the so-manieth `[[array]]`, counted from 0."""

    array: str
    number: int


@dataclass(frozen=True)
class Content:
    """What one file says. Most parts are empty in any one file."""

    blocks: Mapping[str, tuple[Row | None, ...]] = field(default_factory=dict)
    """What each of its blocks holds, by array and in the file's order; None for one that cannot be used."""
    renamed: Mapping[Place, str] = field(default_factory=dict)
    """The new ids of the blocks whose own id another block above has; they are written at the file's next save."""
    sheet: Sheet = field(default_factory=Sheet)
    """The activities that belong here, and what is said about their week."""
    strays: tuple[Activity, ...] = ()
    """The activities whose date or bucket belongs to another file."""
    settings: Settings | None = None
    sales_plan: SalesPlan | None = None
    channels: Catalogue | None = None

    @property
    def rows(self) -> Iterator[Row]:
        """The rows that can be used."""
        return (row for rows in self.blocks.values() for row in rows if row is not None)

    @cached_property
    def customers(self) -> Mapping[str, Customer]:
        """The customers by their ids; the same register as long as the file is."""
        book = getattr(self.blocks, "book", None)
        if isinstance(book, CustomerBook):
            return book
        return {row.id: row for row in self.rows if isinstance(row, Customer)}

    def ids(self) -> Iterator[str]:
        """Yield the ids of its rows."""
        yield from (row.id for row in self.rows)

    def row(self, identity: str) -> Row | None:
        """Return the row of this id, wherever it belongs."""
        place = self.place(identity)
        return None if place is None else self.blocks[place.array][place.number]

    def place(self, identity: str) -> Place | None:
        """Return where the block stands that holds this id."""
        return self._places.get(identity)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        found: dict[str, Place] = {}
        for array, rows in self.blocks.items():
            for number, row in enumerate(rows):
                if row is not None:
                    found.setdefault(row.id, Place(array, number))
        return found


def content_of(file: str, document: Document, make: Make = checked) -> tuple[Content, tuple[Problem, ...]]:
    """Return what a document says, and what is wrong with it; the rest can be used."""
    faults = Faults(file, document, make)
    kind = kind_of(file)
    if kind is Kind.CHANNELS:
        content = _with_channels(faults)
    elif kind is Kind.PLAYBOOKS:
        content = _with_playbooks(faults)
    elif kind in ROWS:
        content = _with_rows(faults, kind)
    elif kind is Kind.SETTINGS:
        content = Content(settings=faults.read(document.data, settings_from))
    elif kind is Kind.SALES_PLAN:
        content = _with_sales_plan(faults)
    else:
        content = Content()
    faults.check_schema(is_hand_made=kind in _BY_HAND)
    return content, tuple(faults.found)


def _with_rows(faults: Faults, kind: Kind | None) -> Content:
    blocks = {ARRAYS[each]: _read_rows(faults, each) for each in ROWS[kind]}
    renamed = _renamed(faults, blocks)
    for place, identity in renamed.items():
        row = blocks[place.array][place.number]
        blocks[place.array][place.number] = row and row.changed_to(id=identity)
    content = Content({array: tuple(rows) for array, rows in blocks.items()}, renamed)
    _tell_strays(faults, content)
    if kind is Kind.PRIVATE:
        _check_wages(faults)
    return _with_sheet(faults, content) if kind is Kind.SHEET else content


def _check_wages(faults: Faults) -> None:
    """Tell what is wrong with the wages of the private file; the plan does not hold them (S53)."""
    from salgsplan_tui.domain.wages import Wage  # noqa: PLC0415  # few look back, or tell their wages

    def read(table: Table, make: Make) -> Wage:
        return make(Wage, table)

    for position, table in faults.tables("wage"):
        faults.read(table, read, ("wage", position))


def _read_rows(faults: Faults, kind: type[Row]) -> list[Row | None]:
    array = ARRAYS[kind]
    rows: dict[int, Row | None] = {}
    for position, table in faults.tables(array):
        rows[position] = faults.read(table, partial(row_from, kind), (array, position))
    return [rows.get(position) for position in range(max(rows, default=-1) + 1)]


def _renamed(faults: Faults, blocks: Mapping[str, Sequence[Row | None]]) -> dict[Place, str]:
    seen: dict[str, int] = {}
    renamed: dict[Place, str] = {}
    for place, row in ((Place(array, at), row) for array, rows in blocks.items() for at, row in enumerate(rows)):
        if row is None:
            continue
        seen[row.id] = seen.get(row.id, 0) + 1
        if seen[row.id] > 1:
            # Told from its place, so that every program that reads the file gives it the same one until it is written.
            told = f"{faults.file} {row.id} {seen[row.id]}".encode()
            number = int.from_bytes(blake2b(told, digest_size=8).digest()) >> (64 - ID_BITS)
            renamed[place] = id_of(number)
            faults.add("duplicate_id", (*place, "id"), is_damage=False, id=row.id, new=renamed[place])
    return renamed


_DAYS: Final = {Order: "date", Offer: "sent", ServiceCase: "opened"}
"""The keys that tell which year's file a row belongs to."""


def _tell_strays(faults: Faults, content: Content) -> None:
    """Note the rows that belong to another file."""
    for array, rows in content.blocks.items():
        for number, row in enumerate(rows):
            home = None if row is None else home_file(row)
            if row is None or home in {None, faults.file}:
                continue
            if isinstance(row, Activity):
                where = (array, number, "bucket" if row.date is None else "date")
                week = home_of(row)
                faults.add("wrong_week", where, is_damage=False, id=row.id, home=None if week == UNPLACED else week)
            else:
                where = (array, number, _DAYS.get(type(row), "id"))
                faults.add("wrong_year", where, is_damage=False, id=row.id, home=home)


def _with_sheet(faults: Faults, content: Content) -> Content:
    rows = [row for row in content.rows if isinstance(row, Activity)]
    home = {row.id: row for row in rows if home_file(row) == faults.file}
    week, snapshot, review = faults.table("week"), faults.table("snapshot"), faults.table("review")
    told = faults.read(week, week_from, ("week",)) if week else None
    sheet = Sheet(
        activities=home,
        must_dos=() if told is None else told.must_dos,
        needs=() if told is None else told.needs,
        snapshot=faults.read(snapshot, snapshot_from, ("snapshot",)) if snapshot else None,
        review=(faults.read(review, review_from, ("review",)) or Review()) if review else Review(),
        month_review=_progress(faults, "month_review"),
        quarter_review=_progress(faults, "quarter_review"),
    )
    return replace(content, sheet=sheet, strays=tuple(row for row in rows if row.id not in home))


def _progress(faults: Faults, name: str) -> Progress:
    table = faults.table(name)
    return (faults.read(table, progress_from, (name,)) if table else None) or Progress()


def _with_playbooks(faults: Faults) -> Content:
    """Read the person's own playbooks; of several blocks with one code the last counts."""
    rows = _read_rows(faults, Playbook)
    return Content({ARRAYS[Playbook]: _last_of_each(rows)})


def _with_sales_plan(faults: Faults) -> Content:
    plan = faults.read(faults.document.data, sales_plan_from)
    if plan is not None and plan_file(plan.id) != faults.file:
        faults.add("wrong_name", ("id",), id=plan.id, name=sheet_key(faults.file))
        return Content()
    return Content(sales_plan=plan)


def _with_channels(faults: Faults) -> Content:
    """Read the person's own channels; of several blocks with one code each is laid over the one before it."""
    from salgsplan_tui.storage.packaged import catalogue  # noqa: PLC0415  # few people have their own

    channels, problems = catalogue(faults.document, faults.make)
    faults.found += problems
    tables = faults.document.data.get("channel", [])
    rows = [_own_channel(table) for table in tables] if isinstance(tables, list) else []
    return Content(blocks={ARRAYS[OwnChannel]: _last_of_each(rows)}, channels=channels)


def _last_of_each(rows: Sequence[Row | None]) -> tuple[Row | None, ...]:
    """Return the rows, of several with one code only the last; None stands for the others."""
    codes = [row and row.id for row in rows]
    return tuple(row if row and row.id not in codes[at + 1 :] else None for at, row in enumerate(rows))


def _own_channel(table: object) -> OwnChannel | None:
    code = table.get("code") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(code, str):
        return None  # told where it is laid over the packaged ones
    return OwnChannel.made_of({"code": code}, {key: item for key, item in table.items() if key != "code"})
