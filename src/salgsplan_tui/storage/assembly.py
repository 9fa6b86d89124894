"""From what the files say to one plan: every activity where it belongs, and once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.plan import Plan, Sheet, home_of
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.contents import Content
from salgsplan_tui.storage.names import (
    CALENDAR,
    CHANNELS,
    CUSTOMERS,
    SERIES,
    SETTINGS,
    Kind,
    kind_of,
    sheet_file,
    sheet_key,
)
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.storage.packaged_rules import contact_rules
from salgsplan_tui.storage.reading import Reading

_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


class Clash(NamedTuple):
    """An id that stands in several files: a move that was cut off elsewhere, or two machines that wrote at once."""

    id: str
    shown: str
    """The file whose row is shown: the one that was changed last."""
    hidden: tuple[str, ...]
    """The files whose rows are kept, and not shown."""


@dataclass(frozen=True)
class Assembled:
    """A plan, and where its activities lie if not in the file they belong to."""

    plan: Plan
    clashes: tuple[Clash, ...] = ()
    away: Mapping[str, str] = field(default_factory=dict)
    """The files of those activities that lie in another file than their date or bucket says, by id."""


def assembled(readings: Mapping[str, Reading], holders: Mapping[str, tuple[str, ...]]) -> Assembled:
    """Return the plan that these files make; `holders` tells the files of each id that stands in several."""
    sheets = {
        sheet_key(file): reading.content.sheet
        for file, reading in readings.items()
        if kind_of(file) is Kind.SHEET and reading.content.sheet != Sheet()
    }
    away: dict[str, str] = {}
    for file, reading in readings.items():
        for stray in reading.content.strays:
            _place(sheets, away, stray, file)
    clashes = []
    for identity, files in sorted(holders.items()):
        rows = {file: row for file in files if (row := readings[file].content.activity(identity)) is not None}
        clash = _clash(identity, rows)
        clashes.append(clash)
        for hidden in rows.values():
            key = home_of(hidden)
            sheets[key] = sheets.get(key, Sheet()).without(identity)
        _place(sheets, away, rows[clash.shown], clash.shown)
    return Assembled(_plan(readings, sheets), tuple(clashes), away)


def _place(sheets: dict[str, Sheet], away: dict[str, str], row: Activity, file: str) -> None:
    key = home_of(row)
    sheets[key] = sheets.get(key, Sheet()).with_activity(row)
    if sheet_file(key) != file:
        away[row.id] = file


def _clash(identity: str, rows: Mapping[str, Activity]) -> Clash:
    def newest(file: str) -> tuple[datetime, bool, str]:
        row = rows[file]
        return row.changed or _LONG_AGO, sheet_file(home_of(row)) == file, file

    shown = max(rows, key=newest)
    return Clash(identity, shown, tuple(sorted(file for file in rows if file != shown)))


def _plan(readings: Mapping[str, Reading], sheets: Mapping[str, Sheet]) -> Plan:
    def content(file: str) -> Content:
        return readings[file].content if file in readings else Content()

    sales_plans = (reading.content.sales_plan for reading in readings.values())
    return Plan(
        settings=content(SETTINGS).settings or Settings(),
        channels=content(CHANNELS).channels or _packaged(),
        customers={row.id: row for row in content(CUSTOMERS).rows if isinstance(row, Customer)},
        series={row.id: row for row in content(SERIES).rows if isinstance(row, Series)},
        leave={row.id: row for row in content(CALENDAR).rows if isinstance(row, Leave)},
        sheets=sheets,
        sales_plans={plan.id: plan for plan in sales_plans if plan is not None},
        contact_rules=contact_rules(),
    )


@cache
def _packaged() -> Catalogue:
    return catalogue()[0]
