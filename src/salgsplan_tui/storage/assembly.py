"""From what the files say to one plan: every activity where it belongs, and once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue, OwnChannel
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import Sheet, home_of
from salgsplan_tui.storage.contents import Content
from salgsplan_tui.storage.homes import home_file
from salgsplan_tui.storage.names import (
    CALENDAR,
    CHANNELS,
    CUSTOMERS,
    IMPROVEMENT,
    ISSUED,
    PLAYBOOKS,
    PRIVATE,
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
from salgsplan_tui.storage.tables import ARRAYS, Row

_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


SPREAD: Final = (Activity, Offer, Order, ServiceCase)
"""The kinds of rows that lie in many files."""
Named = tuple[type[Row], str]
"""A row by its kind and id."""
Holders = Mapping[Named, tuple[str, ...]]
"""The files that hold a row, where there are several."""


class Clash(NamedTuple):
    """An id that stands in several files: a move that was cut off elsewhere, or two machines that wrote at once."""

    id: str
    shown: str
    """The file whose row is shown: the one that was changed last."""
    hidden: tuple[str, ...]
    """The files whose rows are kept, and not shown."""


@dataclass(frozen=True)
class Assembled:
    """A plan, and where its rows lie if not in the file they belong to."""

    plan: Plan
    clashes: tuple[Clash, ...] = ()
    away: Mapping[Named, str] = field(default_factory=dict)
    """The files of those rows that lie in another file than what they say tells."""


def assembled(readings: Mapping[str, Reading], holders: Holders, *, is_all: bool = False) -> Assembled:
    """Return the plan that these files make."""
    sheets = {
        sheet_key(file): reading.content.sheet
        for file, reading in readings.items()
        if kind_of(file) is Kind.SHEET and reading.content.sheet != Sheet()
    }
    away: dict[Named, str] = {}
    for file, reading in readings.items():
        for stray in reading.content.strays:
            _place(sheets, away, stray, file)
    found = [
        (kind, _clash(kind, identity, files, readings))
        for (kind, identity), files in sorted(holders.items(), key=lambda each: (ARRAYS[each[0][0]], each[0][1]))
    ]
    for clash in (clash for kind, clash in found if kind is Activity):
        _show_one(sheets, away, clash, readings)
    hidden = {(kind, clash.id, file) for kind, clash in found for file in clash.hidden}
    plan = _plan(readings, sheets, _yearly(readings, hidden, away))
    seen = None if is_all else frozenset(sheet_key(file) for file in readings if kind_of(file) is Kind.SHEET)
    return Assembled(replace(plan, seen=seen), tuple(clash for _, clash in found), away)


def _place(sheets: dict[str, Sheet], away: dict[Named, str], row: Activity, file: str) -> None:
    key = home_of(row)
    sheets[key] = sheets.get(key, Sheet()).with_activity(row)
    if sheet_file(key) != file:
        away[Activity, row.id] = file


def _show_one(sheets: dict[str, Sheet], away: dict[Named, str], clash: Clash, readings: Mapping[str, Reading]) -> None:
    rows = {file: readings[file].content.row(clash.id) for file in (clash.shown, *clash.hidden)}
    activities = {file: row for file, row in rows.items() if isinstance(row, Activity)}
    for row in activities.values():
        key = home_of(row)
        sheets[key] = sheets.get(key, Sheet()).without(clash.id)
    _place(sheets, away, activities[clash.shown], clash.shown)


def _clash(kind: type[Row], identity: str, files: tuple[str, ...], readings: Mapping[str, Reading]) -> Clash:
    found = {file: readings[file].content.row(identity) for file in files}
    rows = {file: row for file, row in found.items() if isinstance(row, kind) and isinstance(row, SPREAD)}

    def newest(file: str) -> tuple[datetime, bool, str]:
        return rows[file].changed or _LONG_AGO, home_file(rows[file]) == file, file

    shown = max(rows, key=newest)
    return Clash(identity, shown, tuple(sorted(file for file in rows if file != shown)))


def _yearly(
    readings: Mapping[str, Reading], hidden: set[tuple[type[Row], str, str]], away: dict[Named, str]
) -> tuple[Row, ...]:
    """Return the rows of sales and service, in the order of their files, and note which lie in another file."""
    found: list[Row] = []
    for file, reading in sorted(readings.items()):
        if kind_of(file) not in {Kind.SALES, Kind.SERVICE}:
            continue
        for row in reading.content.rows:
            if (type(row), row.id, file) not in hidden:
                found.append(row)
                if home_file(row) != file:
                    away[type(row), row.id] = file
    return tuple(found)


def _plan(readings: Mapping[str, Reading], sheets: Mapping[str, Sheet], yearly: tuple[Row, ...]) -> Plan:
    def content(file: str) -> Content:
        return readings[file].content if file in readings else Content()

    sales_plans = (reading.content.sales_plan for reading in readings.values())
    return Plan(
        settings=content(SETTINGS).settings or Settings(),
        channels=content(CHANNELS).channels or _packaged(),
        customers=content(CUSTOMERS).customers,
        series={row.id: row for row in content(SERIES).rows if isinstance(row, Series)},
        leave={row.id: row for row in content(CALENDAR).rows if isinstance(row, Leave)},
        improvements={row.id: row for row in content(IMPROVEMENT).rows if isinstance(row, ImprovementArea)},
        issued={row.id: row for row in content(ISSUED).rows if isinstance(row, ReportIssue)},
        sheets=sheets,
        sales_plans={plan.id: plan for plan in sales_plans if plan is not None},
        contact_rules=contact_rules(),
        offers={row.id: row for row in yearly if isinstance(row, Offer)},
        orders={row.id: row for row in yearly if isinstance(row, Order)},
        own_channels={row.code: row for row in content(CHANNELS).rows if isinstance(row, OwnChannel)},
        own_playbooks={row.code: row for row in content(PLAYBOOKS).rows if isinstance(row, Playbook)},
        cases={row.id: row for row in yearly if isinstance(row, ServiceCase)},
        reflections={row.id: row for row in content(PRIVATE).rows if isinstance(row, Reflection)},
    )


@cache
def _packaged() -> Catalogue:
    return catalogue()[0]
