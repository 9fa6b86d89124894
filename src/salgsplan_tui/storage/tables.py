"""Values as the tables that files hold, and the order in which their keys stand there."""

from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.fields import FROM_FILE, Moment, Texts, Value
from salgsplan_tui.domain.plan import Sheet, Snapshot, order
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.settings import Settings

Row = Activity | Customer | Series | Leave
"""What a file holds many of, each in a block of its own."""
Table = Mapping[str, object]

ARRAYS: Final[Mapping[type[Row], str]] = {Activity: "activity", Customer: "customer", Series: "series", Leave: "leave"}
"""The name of the blocks that hold each kind of row."""
SALES_PLAN_ARRAYS: Final = {"goals": "goal", "programmes": "programme"}
"""The parts of a sales plan that stand in blocks, and their blocks' names."""


def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


_SERIES_FIRST: Final = ("id", "title", "rrule", "first", "until", "on_holiday", "skip")
_STAMPS: Final = ("created", "changed")
_ACTIVITY: Final = _names(Activity)
ORDERS: Final[Mapping[type[Value], tuple[str, ...]]] = {
    Activity: _ACTIVITY,
    Customer: _names(Customer),
    Series: (*dict.fromkeys((*_SERIES_FIRST, *(key for key in _ACTIVITY if key not in _STAMPS))), *_STAMPS),
    Leave: _names(Leave),
    SalesPlan: _names(SalesPlan),
    Settings: _names(Settings),
}
"""The canonical order of each value's keys."""


class WeekTable(Value):
    """`[week]`: what a person said about a week."""

    must_dos: Texts = ()


class SnapshotTable(Value):
    """`[snapshot]`: what the week held when its first change came."""

    taken: Moment
    rows: Texts


def row_from(kind: type[Row], table: Table) -> Row:
    """Return what a block holds; an activity without a state is planned if it stands somewhere, else a draft.

    Raises:
        ValidationError: a value is missing or wrong.
    """
    if kind is Activity:
        state = "planned" if "date" in table or "bucket" in table else "draft"
        table = {"state": state, **table}
    return kind.model_validate(table, context=FROM_FILE)


def sales_plan_from(table: Table) -> SalesPlan:
    """Return the plan that a whole file holds.

    Raises:
        ValidationError: a value is missing or wrong.
    """
    named = {field: table.get(array, ()) for field, array in SALES_PLAN_ARRAYS.items()}
    rest = {key: item for key, item in table.items() if key not in {"schema", *SALES_PLAN_ARRAYS.values()}}
    return SalesPlan.model_validate(rest | named, context=FROM_FILE)


def settings_from(table: Table) -> Settings:
    """Return the person's settings.

    Raises:
        ValidationError: a value is wrong.
    """
    return Settings.model_validate({key: item for key, item in table.items() if key != "schema"}, context=FROM_FILE)


def table_of(value: Row | SalesPlan | Settings) -> dict[str, object]:
    """Return the keys and values that a file holds for this; what is as usual is left out."""
    match value:
        case Activity():
            table = _dumped(value) | {"state": value.state}
            if value.costs:
                table["costs"] = [_cost(item) for item in value.costs]
        case Series():
            shared = _dumped(value.activity, leave_out={"date", "state"})  # each occurrence has its own
            table = shared | _dumped(value, leave_out={"activity"})
        case Settings():
            # What was chosen is written even where it is the usual: a person looks for it in the file.
            table = _filled(value.model_dump(by_alias=True, exclude_unset=True, warnings=False))
        case Leave():
            # As a person would write it: nothing that only repeats the first day.
            repeated = {"id"} if value.id == value.start.isoformat() else set()
            table = _dumped(value, leave_out=repeated | ({"end"} if value.end == value.start else set()))
        case SalesPlan():
            table = _dumped(value) | {"kind": value.kind, "status": value.status}
        case _:
            table = _dumped(value)
    order = ORDERS[type(value)]
    return {key: table[key] for key in dict.fromkeys((*order, *table)) if key in table}


def differences(old: Table, new: Table) -> dict[str, object]:
    """Return the keys whose values differ, with their new values; None where a key is gone."""
    keys = dict.fromkeys((*old, *new))
    return {key: new.get(key) for key in keys if old.get(key) != new.get(key)}


def week_tables(sheet: Sheet) -> dict[str, dict[str, object]]:
    """Return the tables `[week]` and `[snapshot]` of a sheet; a table without keys is not there."""
    snapshot = sheet.snapshot
    return {
        "week": {"must_dos": sheet.must_dos} if sheet.must_dos else {},
        "snapshot": {} if snapshot is None else {"taken": snapshot.taken, "rows": snapshot.rows},
    }


def must_dos_from(table: Table) -> tuple[str, ...]:
    """Return the must-dos of a table `[week]`.

    Raises:
        ValidationError: a value is wrong.
    """
    return WeekTable.model_validate(table, context=FROM_FILE).must_dos


def snapshot_from(table: Table) -> Snapshot:
    """Return the snapshot of a table `[snapshot]`.

    Raises:
        ValidationError: a value is missing or wrong.
    """
    read = SnapshotTable.model_validate(table, context=FROM_FILE)
    return Snapshot(read.taken, read.rows)


def place_of(row: Row) -> tuple[int, str, int, str, str]:
    """Return what the rows of a file are sorted by: activities as on a screen, leave by day, all others by id."""
    match row:
        case Activity():
            return order(row)
        case Leave():
            return 0, row.start.isoformat(), 0, "", row.id
        case _:
            return 0, row.id, 0, "", ""


def _dumped(value: Value, leave_out: set[str] | None = None) -> dict[str, object]:
    return _filled(value.model_dump(by_alias=True, exclude_defaults=True, exclude=leave_out, warnings=False))


def _cost(item: CostItem) -> dict[str, object]:
    return {"kind": item.kind} | _dumped(item)


def _filled(table: Table) -> dict[str, object]:
    return {key: item for key, item in table.items() if item is not None and item not in ((), [], {})}
