"""Making a step again from its other side, field by field: what others changed since stays, or nothing is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from enum import Enum
from functools import reduce
from itertools import groupby
from typing import Any, Final, TypeVar

import tomli

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.errors import ConflictError, DamagedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import Sheet
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.entries import ROW_KINDS, row_in, sheet_in
from salgsplan_tui.storage.steps import Entry, EntryKind
from salgsplan_tui.storage.tables import (
    PROGRESSES,
    Row,
    Table,
    differences,
    progress_from,
    review_from,
    row_from,
    sales_plan_from,
    settings_from,
    table_of,
    week_tables,
)

T = TypeVar("T")
Thing = Row | SalesPlan

_STAMPS: Final = frozenset({"created", "changed"})


def replayed(entries: Sequence[Entry]) -> Callable[[Plan], Plan]:
    """Return the edit that makes `after` of each entry's `before`.

    The edit raises:
        ConflictError: `undo_conflict`, with `id`, `field`, `ours` and `theirs`, where somebody else changed that field
            since; `undo_gone`, with `id`, where there is nothing left to change.
        DamagedError: `journal_damaged`, with `id`: what was written down cannot be read.
    """

    def edit(plan: Plan) -> Plan:
        for kind, run in groupby(entries, key=lambda entry: entry.kind):
            plan = _EDITS[kind](plan, tuple(run))
        return plan

    return edit


def blocks_of(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the blocks that `replayed` puts back, by id, with the comments they had."""
    return {each.id: each.after.text for each in entries if each.kind in ROW_KINDS and each.after is not None}


Step = Callable[[Plan, Sequence[Entry]], Plan]
"""Makes what follows of entries of one kind, one after the other."""


def _each(step: Callable[[Plan, Entry], Plan]) -> Step:
    return lambda plan, run: reduce(step, run, plan)


def _activity(plan: Plan, entry: Entry) -> Plan:
    key = plan.sheet_of(entry.id)
    row = _row(entry, None if key is None else plan.sheets[key].activities[entry.id])
    return plan.with_activity(row) if isinstance(row, Activity) else plan.without_activity(entry.id)


def _in(field: str) -> Step:
    """Return the step of a kind of rows that the plan holds by id in this field of its own: of thousands at once."""

    def step(plan: Plan, run: Sequence[Entry]) -> Plan:
        rows = dict(getattr(plan, field))
        for entry in run:
            row = _row(entry, rows.pop(entry.id, None))
            if row is not None:
                rows[entry.id] = row
        changed: dict[str, Any] = {field: rows}  # Any: of that field's kind
        return replace(plan, **changed)

    return step


def _week(plan: Plan, entry: Entry) -> Plan:
    """Set must-dos, needs and the reviews; the snapshot stays, for it tells what the week held before."""
    before, after = (sheet_in("" if side is None else side.text) for side in (entry.before, entry.after))
    if before is None or after is None:
        raise _damaged(entry)
    sheet = plan.sheets.get(entry.id, Sheet())
    tables = [week_tables(each) for each in (sheet, before, after)]
    _merged(entry, *(each["week"] for each in tables))
    review = review_from(_merged(entry, *(each["review"] for each in tables)))
    must_dos = sheet.must_dos if before.must_dos == after.must_dos else after.must_dos
    needs = sheet.needs if before.needs == after.needs else after.needs
    month, quarter = (progress_from(_merged(entry, *(each[name] for each in tables))) for name in PROGRESSES)
    now = replace(sheet, must_dos=must_dos, needs=needs, review=review, month_review=month, quarter_review=quarter)
    return replace(plan, sheets={**plan.sheets, entry.id: now})


def _settings(plan: Plan, entry: Entry) -> Plan:
    def table(text: str | None) -> Table:
        return table_of(_read(entry, _settings_in, text)) if text is not None else {}

    merged = _merged(entry, table_of(plan.settings), *map(table, _texts(entry)))
    return replace(plan, settings=settings_from(merged))


def _sales_plan(plan: Plan, entry: Entry) -> Plan:
    plans = dict(plan.sales_plans)
    before, after = (None if text is None else _read(entry, _sales_plan_in, text) for text in _texts(entry))
    made = _made(entry, plans.pop(entry.id, None), before, after)
    return replace(plan, sales_plans=plans | ({entry.id: made} if isinstance(made, SalesPlan) else {}))


_EDITS: Final[Mapping[EntryKind, Step]] = {
    EntryKind.ACTIVITY: _each(_activity),
    EntryKind.CUSTOMER: _in("customers"),
    EntryKind.SERIES: _in("series"),
    EntryKind.LEAVE: _in("leave"),
    EntryKind.OFFER: _in("offers"),
    EntryKind.ORDER: _in("orders"),
    EntryKind.CASE: _in("cases"),
    EntryKind.CHANNEL: _in("own_channels"),  # the catalogue is laid anew when the file is read back
    EntryKind.PLAYBOOK: _in("own_playbooks"),
    EntryKind.IMPROVEMENT: _in("improvements"),
    EntryKind.ISSUE: _in("issued"),
    EntryKind.REFLECTION: _in("reflections"),
    EntryKind.WEEK: _each(_week),
    EntryKind.SETTINGS: _each(_settings),
    EntryKind.SALES_PLAN: _each(_sales_plan),
}


def _row(entry: Entry, current: Row | None) -> Thing | None:
    before, after = (None if text is None else row_in(entry.kind, text) for text in _texts(entry))
    if (before is None, after is None) != (entry.before is None, entry.after is None):
        raise _damaged(entry)
    return _made(entry, current, before, after)


def _made(entry: Entry, current: Thing | None, before: Thing | None, after: Thing | None) -> Thing | None:
    """Return what takes the place of the current thing, so that it goes the way from before to after."""
    if current is None:
        if before is not None and after is not None:
            raise ConflictError("undo_gone", id=entry.id)
        return after
    if before is None or after is None:
        expected = before or after
        if expected is not None:
            _check_untouched(entry, table_of(current), table_of(expected))
        return None if after is None else current
    merged = _merged(entry, table_of(current), table_of(before), table_of(after))
    if isinstance(current, SalesPlan):
        return checked(SalesPlan, merged)
    return row_from(type(current), merged)


def _merged(entry: Entry, current: Table, before: Table, after: Table) -> dict[str, object]:
    """Return the current table with every key that differs between before and after set as it is after."""
    table = dict(current)
    for key, item in differences(before, after).items():
        here = current.get(key)
        if key in _STAMPS and here != before.get(key):
            continue
        if here not in (before.get(key), item):
            raise _conflict(entry, key, before.get(key), here)
        table[key] = item
    return {key: item for key, item in table.items() if item is not None}


def _check_untouched(entry: Entry, current: Table, expected: Table) -> None:
    for key, here in differences(expected, current).items():
        if key not in _STAMPS:
            raise _conflict(entry, key, expected.get(key), here)


def _conflict(entry: Entry, field: str, ours: object, theirs: object) -> ConflictError:
    return ConflictError("undo_conflict", id=entry.id, field=field, ours=_told(ours), theirs=_told(theirs))


def _told(item: object) -> object:
    """Return a value as a sentence can hold it: what is no plain value, as it stands in a file."""
    if isinstance(item, Enum):
        return item.value
    return item if item is None or isinstance(item, str | int | date | time) else emitter.value(item)


def _texts(entry: Entry) -> tuple[str | None, str | None]:
    before, after = (None if side is None else side.text for side in (entry.before, entry.after))
    return before, after


def _settings_in(text: str) -> Settings:
    return settings_from(tomli.loads(text))


def _sales_plan_in(text: str) -> SalesPlan:
    return sales_plan_from(tomli.loads(text))


def _read(entry: Entry, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except (MisfitError, ValueError, RecursionError) as error:
        raise _damaged(entry) from error


def _damaged(entry: Entry) -> DamagedError:
    return DamagedError("journal_damaged", id=entry.id)
