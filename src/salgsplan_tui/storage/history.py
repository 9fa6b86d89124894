"""Undo and redo: the newest step of the folder, from whichever program, made again from its other side."""

from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.storage.committing import Request, commit
from salgsplan_tui.storage.finding import holders
from salgsplan_tui.storage.names import Kind, kind_of
from salgsplan_tui.storage.replay import blocks_of, replayed
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State
from salgsplan_tui.storage.steps import Entry, EntryKind, StepKind, StepRecord


def undo(shelf: Shelf, state: State, clock: Clock) -> StepRecord:
    """Take back the newest change that was not undone; call it under the lock. Return what was taken back.

    Raises:
        NotFoundError: `nothing_to_undo`.
        PlannerError: as `commit` and `replayed` tell.
    """
    step = state.journal.undoable()
    if step is None:
        raise NotFoundError("nothing_to_undo")
    return _turned(shelf, state, clock, step, StepKind.UNDO)


def redo(shelf: Shelf, state: State, clock: Clock) -> StepRecord:
    """Make the change again that the newest undo took back; call it under the lock. Return what was made again.

    Raises:
        NotFoundError: `nothing_to_redo`.
        PlannerError: as `commit` and `replayed` tell.
    """
    step = state.journal.redoable()
    if step is None:
        raise NotFoundError("nothing_to_redo")
    return _turned(shelf, state, clock, step, StepKind.REDO)


def _turned(shelf: Shelf, state: State, clock: Clock, step: StepRecord, kind: StepKind) -> StepRecord:
    entries = step.reversed()
    shelf.need([file for file in step.files if kind_of(file) is not None])
    if any(kind_of(file) in {Kind.SALES, Kind.SERVICE} for file in step.files):
        shelf.need_yearly()
    for entry in entries:
        if entry.kind is EntryKind.ACTIVITY and _was_moved_away(shelf, entry):
            shelf.need(holders(shelf, entry.id).get(entry.id, ()))
    commit(shelf, state, clock, Request(replayed(entries), step.said, kind, blocks_of(entries)))
    return step


def _was_moved_away(shelf: Shelf, entry: Entry) -> bool:
    return entry.before is not None and shelf.plan.sheet_of(entry.id) is None
