"""Finishing a save that was cut off: by a kill, a power cut, or a disk that became full half-way (decisions.md).

The newest step of the journal has no end noted. Each of its files is replaced whole, so it holds all of `before` or all
of `after`, or was changed by somebody since. Where any file holds `after` the others follow; else nothing was done.
"""

import datetime as dt
from enum import Enum, auto
from pathlib import Path

from salgsplan_tui.storage.changes import FileChange
from salgsplan_tui.storage.entries import ROW_KINDS, is_same, row_in, sheet_in, texts
from salgsplan_tui.storage.files import MISSING, Decoded, encode
from salgsplan_tui.storage.names import kind_of
from salgsplan_tui.storage.reading import Loaded, load
from salgsplan_tui.storage.rewriting import drafted
from salgsplan_tui.storage.safe_writes import clean_temporary, make_folder, remove_file, replace_file
from salgsplan_tui.storage.state import State
from salgsplan_tui.storage.steps import EntryKind, StepRecord


class _Stand(Enum):
    """How far a file is."""

    BEFORE = auto()
    AFTER = auto()
    OTHER = auto()


def recover(home: Path, state: State, now: dt.datetime) -> bool:
    """Finish or drop the step that was cut off, if there is one; call it under the lock. Say whether it was finished.

    Raises:
        PlannerError: it could not be finished now; the next start tries again.
    """
    step = state.journal.pending() if state.may_have_cut_off_save() else None
    if step is None:
        return False
    files = [file for file in step.files if kind_of(file) is not None]
    loaded = {file: load(home, file, now) for file in files}
    stands = {file: _stand(step, loaded[file]) for file in files}
    is_begun = _Stand.AFTER in stands.values()
    for file in files:
        if is_begun and stands[file] is _Stand.BEFORE:
            _finish(home, step, loaded[file])
    for folder in {(home / file).parent for file in files}:
        clean_temporary(folder)
    if is_begun:
        state.journal.done(step)
    else:
        state.journal.dropped(step)
    return is_begun


def _stand(step: StepRecord, loaded: Loaded) -> _Stand:
    reading = loaded.reading
    if reading.damage is not None:
        return _Stand.OTHER
    now = texts(loaded.document, reading.content, [(entry.kind, entry.id) for entry in step.entries])
    is_before = is_after = True
    for entry in step.entries:
        before, after = entry.in_file(reading.file)
        if (before, after) == (None, None):
            continue
        current = now.get((entry.kind, entry.id))
        is_before &= is_same(entry.kind, current, before)
        is_after &= is_same(entry.kind, current, after)
    if is_after:
        return _Stand.AFTER
    return _Stand.BEFORE if is_before else _Stand.OTHER


def _finish(home: Path, step: StepRecord, loaded: Loaded) -> None:
    """Write the file as the step would have."""
    file, path = loaded.reading.file, home / loaded.reading.file
    known = loaded.reading.signature or MISSING
    change, blocks = FileChange(file), dict[str, str]()
    for entry in step.entries:
        before, after = entry.in_file(file)
        if (before, after) == (None, None):
            continue
        if entry.kind is EntryKind.WEEK:
            change.sheet = sheet_in(after or "")
        elif entry.kind not in ROW_KINDS:
            _finish_whole_file(path, after, loaded)
            return
        elif after is None:
            change.takes.add(entry.id)
        elif (row := row_in(entry.kind, after)) is not None:
            change.puts[entry.id], blocks[entry.id] = row, after
    make_folder(path.parent)
    replace_file(path, drafted(loaded, change, blocks).data, known)


def _finish_whole_file(path: Path, after: str | None, loaded: Loaded) -> None:
    known = loaded.reading.signature or MISSING
    if after is None:
        remove_file(path, known)
    else:
        make_folder(path.parent)
        replace_file(path, encode(Decoded(after, loaded.has_bom)), known)
