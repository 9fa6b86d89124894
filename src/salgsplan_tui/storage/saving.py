"""A save: snapshots, the step in the journal, all new files beside the old ones, then one after the other in place."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from salgsplan_tui.domain.errors import PlannerError, Problem
from salgsplan_tui.storage import snapshots
from salgsplan_tui.storage.files import MISSING, digest
from salgsplan_tui.storage.reading import Reading
from salgsplan_tui.storage.recovery import recover
from salgsplan_tui.storage.rewriting import Draft
from salgsplan_tui.storage.safe_writes import Replaced, Staged, make_folder, remove_file, staged
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State
from salgsplan_tui.storage.steps import StepRecord


def save(shelf: Shelf, state: State, drafts: Sequence[Draft], step: StepRecord) -> None:
    """Write the drafts in their order, or nothing of them; call it under the lock.

    Raises:
        ConflictError: `changed_outside`: somebody wrote one of the files meanwhile.
        NotWrittenError: as `not_written` tells; the old files are whole.
    """
    for draft in drafts:
        if draft.before.reading.exists:
            snapshots.keep(state.snapshots, draft.file, draft.before.data, step.at, always=draft.is_rewritten)
    state.journal.append(step)
    written: list[Reading] = []
    try:
        _write(shelf.home, drafts, written)
    except PlannerError:
        if not written:
            state.journal.dropped(step)
            raise
        # Half of it is in place, and what stopped the other half may be over: finish it as a next start would.
        if not recover(shelf.home, state, step.at):
            raise
        shelf.refresh()
        return
    state.journal.done(step)
    for reading in written:
        shelf.put(reading)
    _vouch(state, drafts)
    state.known.add(reading.file for reading in written if reading.exists)
    state.known.remove(reading.file for reading in written if not reading.exists)


def _vouch(state: State, drafts: Sequence[Draft]) -> None:
    """Note that what was written was found right, for it was checked before."""
    for draft in drafts:
        if draft.after is not None and not draft.problems:
            state.vouched.add(draft.file, draft.after.text)
    state.vouched.save()


def _write(home: Path, drafts: Sequence[Draft], written: list[Reading]) -> None:
    with ExitStack() as stack:
        new: list[Staged | None] = []
        for draft in drafts:
            if draft.after is not None:
                make_folder((home / draft.file).parent)
            new.append(stack.enter_context(staged(home / draft.file, draft.data)) if draft.after is not None else None)
        for draft, file in zip(drafts, new, strict=True):
            if file is not None:
                file.check(draft.before.reading.signature)
        for draft, file in zip(drafts, new, strict=True):
            path, known = home / draft.file, draft.before.reading.signature
            replaced = remove_file(path, known or MISSING) if file is None else file.put(known)
            written.append(_reading(draft, replaced))


def _reading(draft: Draft, replaced: Replaced) -> Reading:
    if draft.after is None:
        return Reading(draft.file)
    told = draft.problems
    if draft.is_rewritten:
        told += (Problem(draft.file, 1, "rewritten", is_damage=False),)
    if not replaced.is_certain:
        told += (Problem(draft.file, 1, "not_certain", is_damage=False),)
    return Reading(draft.file, replaced.signature, digest(draft.data), draft.content, told, is_young=True)
