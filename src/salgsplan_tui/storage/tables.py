"""Values as the tables that files hold, and the order in which their keys stand there."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Annotated, Final

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channels import ActivityType, Channel, OwnChannel
from salgsplan_tui.domain.checking import Make, checked
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.fields import AsTuple, Count, Moment, Texts, Value, WallTime
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.needs import Need
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    BudgetMove,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    PlanCost,
    PlanRates,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import Progress, Review, Sheet, Snapshot, order
from salgsplan_tui.storage.dumping import said, unusual

Row = (
    Activity
    | Customer
    | Series
    | Leave
    | Offer
    | Order
    | ServiceCase
    | ImprovementArea
    | ReportIssue
    | OwnChannel
    | Reflection
    | Playbook
)
"""What a file holds many of, each in a block of its own."""
Table = Mapping[str, object]

ARRAYS: Final[Mapping[type[Row], str]] = {
    Activity: "activity",
    Customer: "customer",
    Series: "series",
    Leave: "leave",
    Offer: "offer",
    Order: "order",
    ServiceCase: "case",
    ImprovementArea: "improvement_area",
    ReportIssue: "issued",
    OwnChannel: "channel",
    Reflection: "reflection",
    Playbook: "playbook",
}
"""The name of the blocks that hold each kind of row."""
ABOVE: Final[Mapping[str, tuple[str, ...]]] = {"offer": ("order",)}
"""The blocks that stand above others in the same file."""
SALES_PLAN_PARTS: Final[Mapping[str, tuple[str, type[Value]]]] = {
    "goals": ("goal", Goal),
    "strategies": ("strategy", Strategy),
    "programmes": ("programme", ActivityProgramme),
    "focus_areas": ("focus_area", FocusArea),
    "products": ("product", Product),
    "segments": ("segment", Segment),
    "benefits": ("benefit", Benefit),
    "budget_lines": ("budget_line", BudgetLine),
    "budget_moves": ("budget_move", BudgetMove),
    "costs": ("cost", PlanCost),
    "activities": ("department_activity", DepartmentActivity),
    "sections": ("section", TextSection),
}
"""The parts of a sales plan that stand in blocks: the blocks' names, and what each of them holds."""
SALES_PLAN_ARRAYS: Final = {field: array for field, (array, _kind) in SALES_PLAN_PARTS.items()}
"""The names of those blocks alone."""


def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(kind.field_keys.values())


_SERIES_FIRST: Final = (
    "id", "title", "rrule", "after", "first", "until", "on_holiday", "skip", "settled_before",
)  # fmt: skip
_STAMPS: Final = ("created", "changed")
_ACTIVITY: Final = _names(Activity)
ORDERS: Final[Mapping[type[Value], tuple[str, ...]]] = {
    Activity: _ACTIVITY,
    Customer: _names(Customer),
    Series: (*dict.fromkeys((*_SERIES_FIRST, *(key for key in _ACTIVITY if key not in _STAMPS))), *_STAMPS),
    Leave: _names(Leave),
    Offer: _names(Offer),
    Order: _names(Order),
    ServiceCase: _names(ServiceCase),
    ImprovementArea: _names(ImprovementArea),
    ReportIssue: _names(ReportIssue),
    OwnChannel: (*(name for name in _names(Channel) if name != "types"), "type"),
    ActivityType: _names(ActivityType),
    Reflection: _names(Reflection),
    Playbook: _names(Playbook),
    SalesPlan: _names(SalesPlan),
    Settings: _names(Settings),
    **{kind: _names(kind) for _array, kind in SALES_PLAN_PARTS.values()},
    PlanRates: _names(PlanRates),
    MarketShareTarget: _names(MarketShareTarget),
}
"""The canonical order of each value's keys."""


class WeekTable(Value):
    """`[week]`: what a person said about a week."""

    must_dos: Texts = ()
    needs: Annotated[tuple[Need, ...], AsTuple] = ()


class SnapshotTable(Value):
    """`[snapshot]`: what the week held when its first change came."""

    taken: Moment
    rows: Texts


class ReviewTable(Value):
    """`[review]`: what was noted at the week's review."""

    worked: str = ""
    change: str = ""
    reached: Count = 0
    done: WallTime | None = None


class ProgressTable(Value):
    """`[month_review]` and `[quarter_review]`: how far the review of a month or a quarter has come."""

    reached: Count = 0
    done: WallTime | None = None


PROGRESSES: Final = ("month_review", "quarter_review")
"""The tables of a week's file, and the fields of its sheet, that tell how far a review has come."""


def row_from(kind: type[Row], table: Table, make: Make = checked) -> Row:
    """Return what a block holds; an activity without a state is planned if it stands somewhere, else a draft.

    Raises:
        MisfitError: a value is missing or wrong.
    """
    if kind is Activity:
        state = "planned" if "date" in table or "bucket" in table else "draft"
        table = {"state": state, **table}
    return make(kind, table)


def sales_plan_from(table: Table, make: Make = checked) -> SalesPlan:
    """Return the plan that a whole file holds.

    Raises:
        MisfitError: a value is missing or wrong.
    """
    named = {field: table.get(array, ()) for field, array in SALES_PLAN_ARRAYS.items()}
    rest = {key: item for key, item in table.items() if key not in {"schema", *SALES_PLAN_ARRAYS.values()}}
    return make(SalesPlan, rest | named)


def settings_from(table: Table, make: Make = checked) -> Settings:
    """Return the person's settings.

    Raises:
        MisfitError: a value is wrong.
    """
    return make(Settings, {key: item for key, item in table.items() if key != "schema"})


def table_of(value: Row | SalesPlan | Settings) -> dict[str, object]:
    """Return the keys and values that a file holds for this; what is as usual is left out."""
    match value:
        case Activity():
            table = _dumped(value) | {"state": value.state}
            if value.costs:
                table["costs"] = [_cost(item) for item in value.costs]
        case Offer() | ServiceCase():
            table = _dumped(value) | {"state": value.state}
        case Series():
            shared = _dumped(value.activity, {"date", "state"})  # each occurrence has its own
            table = shared | _dumped(value, {"activity"})
        case OwnChannel():
            table = {"code": value.code, **value.extra_fields}
        case Settings():
            # What was chosen is written even where it is the usual: a person looks for it in the file.
            table = _filled(said(value))
        case Leave():
            # As a person would write it: nothing that only repeats the first day.
            repeated = {"id"} if value.id == value.start.isoformat() else set()
            table = _dumped(value, repeated | ({"end"} if value.end == value.start else set()))
        case SalesPlan():
            table = _dumped(value) | {"kind": value.kind, "status": value.status}
            if value.budget_lines:
                table["budget_lines"] = [_budget_line(line) for line in value.budget_lines]
        case _:
            table = _dumped(value)
    order = ORDERS[type(value)]
    return {key: table[key] for key in dict.fromkeys((*order, *table)) if key in table}


def differences(old: Table, new: Table) -> dict[str, object]:
    """Return the keys whose values differ, with their new values; None where a key is gone."""
    keys = dict.fromkeys((*old, *new))
    return {key: new.get(key) for key in keys if old.get(key) != new.get(key)}


def week_tables(sheet: Sheet) -> dict[str, dict[str, object]]:
    """Return the tables above the rows of a sheet, in their order; a table without keys is not there."""
    snapshot = sheet.snapshot
    return {
        "week": _filled({"must_dos": sheet.must_dos, "needs": tuple(_dumped(need) for need in sheet.needs)}),
        "snapshot": {} if snapshot is None else {"taken": snapshot.taken, "rows": snapshot.rows},
        "review": _dumped(ReviewTable(**asdict(sheet.review))),
        **{name: _dumped(ProgressTable(**asdict(getattr(sheet, name)))) for name in PROGRESSES},
    }


def week_from(table: Table, make: Make = checked) -> WeekTable:
    """Return what a table `[week]` says.

    Raises:
        MisfitError: a value is wrong.
    """
    return make(WeekTable, table)


def snapshot_from(table: Table, make: Make = checked) -> Snapshot:
    """Return the snapshot of a table `[snapshot]`.

    Raises:
        MisfitError: a value is missing or wrong.
    """
    read = make(SnapshotTable, table)
    return Snapshot(read.taken, read.rows)


def review_from(table: Table, make: Make = checked) -> Review:
    """Return what a table `[review]` says.

    Raises:
        MisfitError: a value is wrong.
    """
    read = make(ReviewTable, table)
    return Review(read.worked, read.change, read.reached, read.done)


def progress_from(table: Table, make: Make = checked) -> Progress:
    """Return what a table `[month_review]` or `[quarter_review]` says.

    Raises:
        MisfitError: a value is wrong.
    """
    read = make(ProgressTable, table)
    return Progress(read.reached, read.done)


def place_of(row: Row) -> tuple[int, str, int, str, str]:
    """Return what the rows of a file are sorted by: activities as on a screen, what has a day by day, others by id."""
    match row:
        case Activity():
            return order(row)
        case Leave() | Reflection() | ReportIssue():
            day = row.start if isinstance(row, Leave) else row.date if isinstance(row, Reflection) else row.as_of
            return 0, day.isoformat(), 0, "", row.id
        case Offer() | Order() | ServiceCase():
            return 0, "9999" if row.day is None else row.day.isoformat(), 0, "", row.id
        case OwnChannel() | Playbook():
            return 0, "", 0, "", ""  # in the order in which they were written
        case _:
            return 0, row.id, 0, "", ""


def _dumped(value: Value, leave_out: Collection[str] = ()) -> dict[str, object]:
    return _filled({key: item for key, item in unusual(value).items() if key not in leave_out})


def _cost(item: CostItem) -> dict[str, object]:
    return {"kind": item.kind} | _dumped(item)


def _budget_line(line: BudgetLine) -> dict[str, object]:
    table = _dumped(line) | {"amount": text_from_ore(line.amount)}
    return {key: table[key] for key in dict.fromkeys((*ORDERS[BudgetLine], *table)) if key in table}


def _filled(table: Table) -> dict[str, object]:
    return {key: item for key, item in table.items() if item is not None and item not in ((), [], {})}
