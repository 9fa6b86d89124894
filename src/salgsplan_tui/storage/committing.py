"""Committing an edit: apply it to what lies on the disk now, and save what it changes (architecture.md 4)."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.dates import week_span
from salgsplan_tui.domain.errors import ConflictError, NotFoundError
from salgsplan_tui.domain.fulfilment import planned_rows
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.sheet import UNPLACED, Sheet, Snapshot
from salgsplan_tui.storage.changes import Changes, changes_between
from salgsplan_tui.storage.entries import entries_of
from salgsplan_tui.storage.finding import holders
from salgsplan_tui.storage.names import IMPROVEMENT, Kind, kind_of, sheet_key
from salgsplan_tui.storage.reading import Loaded, load
from salgsplan_tui.storage.rewriting import Draft, drafted
from salgsplan_tui.storage.row_edits import block_texts
from salgsplan_tui.storage.saving import save
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State
from salgsplan_tui.storage.steps import StepKind, StepRecord

_TRIES: Final = 10
"""How often an edit is applied again, because files had to be read for it or were changed meanwhile."""


@dataclass(frozen=True)
class Request:
    """An edit with what it is to the journal."""

    edit: Callable[[Plan], Plan]
    said: Said
    kind: StepKind = StepKind.CHANGE
    blocks: Mapping[str, str] = field(default_factory=dict)
    """The texts of rows that it puts back, by id."""


def commit(shelf: Shelf, state: State, clock: Clock, request: Request) -> None:
    """Apply an edit and write what it changes; call it under the lock, with the shelf fresh.

    Raises:
        ConflictError: `changed_outside`, again and again.
        DamagedError: a file to be changed cannot be read as it stands.
        NotWrittenError: it could not be written.
        PlannerError: what the edit raises.
    Nothing was changed then.
    """
    for _ in range(_TRIES):
        changes = _changes(shelf, clock, request)
        if changes is None or _reads_anew(shelf, changes):
            continue
        if not changes.by_file and request.kind is StepKind.CHANGE:
            return
        loaded = {file: load(shelf.home, file, clock.stamp(), shelf.readings[file]) for file in changes.by_file}
        if _changed_meanwhile(shelf, loaded):
            continue
        drafts = _drafts(changes, loaded, request.blocks)
        step = StepRecord(
            id=os.urandom(8).hex(),
            at=clock.stamp(),
            kind=request.kind,
            said=request.said,
            files=tuple(draft.file for draft in drafts),
            entries=entries_of(drafts, changes.by_file),
        )
        try:
            save(shelf, state, drafts, step)
        except ConflictError:
            shelf.refresh()
        else:
            return
    raise ConflictError("changed_outside", path=shelf.home)


def _changes(shelf: Shelf, clock: Clock, request: Request) -> Changes | None:
    """Return what the edit changes, or None where it first needed a file that nobody had asked for."""
    old = shelf.plan
    try:
        new = request.edit(old)
    except NotFoundError as error:
        if not _found_elsewhere(shelf, error):
            raise
        return None
    changes = changes_between(old, new, shelf.file_of)
    weeks = [sheet_key(file) for file in changes.by_file if kind_of(file) is Kind.SHEET]
    remembered = _with_snapshots(old, new, weeks, clock)
    return changes if remembered is new else changes_between(old, remembered, shelf.file_of)


def _found_elsewhere(shelf: Shelf, error: NotFoundError) -> bool:
    """Read what may hold a row that nobody had asked for, or somebody moved away; say whether there was any."""
    if error.key in {"no_offer", "no_order", "no_case"}:
        return shelf.need_yearly()
    if error.key == "no_improvement_area":
        return shelf.need([IMPROVEMENT])
    identity = str(error.values.get("id"))
    return error.key == "no_activity" and shelf.need(holders(shelf, identity).get(identity, ()))


def _reads_anew(shelf: Shelf, changes: Changes) -> bool:
    """Read the files to be changed that were not read as a whole: the edit has to see all that they hold."""
    return shelf.need(list(changes.by_file))


def _changed_meanwhile(shelf: Shelf, loaded: Mapping[str, Loaded]) -> bool:
    """Take in the files that are otherwise than the edit saw them; say whether there were any."""
    others = [
        each.reading for each in loaded.values() if each.reading.digest != shelf.readings[each.reading.file].digest
    ]
    for reading in others:
        shelf.put(reading)
    return bool(others)


def _with_snapshots(old: Plan, new: Plan, weeks: list[str], clock: Clock) -> Plan:
    """Return the new plan with a snapshot of each week that has begun and has none: of what it held before."""
    for week in weeks:
        was = old.sheets.get(week, Sheet())
        if week == UNPLACED or was.snapshot is not None or week_span(week).start > clock.today():
            continue
        snapshot = Snapshot(clock.stamp().replace(microsecond=0), planned_rows(old, week))
        sheet = replace(new.sheets.get(week, Sheet()), snapshot=snapshot)
        new = replace(new, sheets={**new.sheets, week: sheet})
    return new


def _drafts(changes: Changes, loaded: Mapping[str, Loaded], blocks: Mapping[str, str]) -> list[Draft]:
    drafts = []
    for change in changes.in_order():
        moved = {identity: _block(loaded[file], identity) for identity, file in change.moved_from.items()}
        texts = {**blocks} | {identity: text for identity, text in moved.items() if text is not None}
        drafts.append(drafted(loaded[change.file], change, texts))
    return drafts


def _block(loaded: Loaded, identity: str) -> str | None:
    """Return the block of a row as it stands in the file it leaves."""
    place = loaded.reading.content.place(identity)
    if place is None:
        return None
    texts = block_texts(loaded.document, place.array)
    return texts[place.number] if texts else None
