"""Forgetting for good: after the files, the journal and the copies from before changes lose a person too (7.5).

What is to be forgotten is noted in the state folder first, and the note goes last: a start after a cut finishes it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.storage import snapshots
from salgsplan_tui.storage.call_journal import purge_session
from salgsplan_tui.storage.committing import Request, commit
from salgsplan_tui.storage.safe_writes import clean_temporary, replace_file
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State

_LARGEST: Final = 20_000_000
_OTHER_COPIES: Final = (".git", ".hg", ".stversions", ".stfolder", ".dropbox.cache")
"""What in a data folder tells of copies that are kept elsewhere."""


class Purged(NamedTuple):
    """How much was taken out beside the files themselves."""

    steps: int
    """Steps that can no longer be undone."""
    copies: int
    from_calls: bool = False
    """Whether the call session that is under way named the person."""


class Trace(NamedTuple):
    """A place in a file where a word still stands."""

    file: str
    line: int
    word: str


def forget(  # noqa: PLR0913  # a change, and who it takes out
    shelf: Shelf, state: State, clock: Clock, request: Request, *, person: str, marks: Sequence[str]
) -> Purged:
    """Make a change that takes somebody out, and take them out of what the state folder keeps; call it under the lock.

    Raises:
        PlannerError: as `commit` tells; nothing was changed then.
    """
    note = state.forgetting
    replace_file(note, json.dumps({"person": person, "marks": list(marks)}).encode())
    try:
        commit(shelf, state, clock, request)
    except BaseException:
        note.unlink(missing_ok=True)
        raise
    return finish(state)


def finish(state: State) -> Purged:
    """Take out of the journal, the copies and the calls under way what the note tells of, and then the note."""
    purged = Purged(0, 0)
    with suppress(OSError, ValueError, KeyError, TypeError):
        note = json.loads(state.forgetting.read_text("utf-8"))
        marks = re.compile("|".join(map(str, note["marks"])) or "(?!)", re.IGNORECASE)
        purged = _purge(state, str(note["person"]), marks)
    state.forgetting.unlink(missing_ok=True)
    return purged


def _purge(state: State, person: str, pattern: re.Pattern[str]) -> Purged:
    def names(text: str) -> bool:
        return pattern.search(text) is not None

    steps = state.journal.without(names)
    copies = snapshots.without(state.snapshots, names)
    from_calls = purge_session(state.calls, person, pattern)
    for folder in (state.folder, *state.snapshots.glob("*")):
        clean_temporary(folder)
    return Purged(steps, copies, from_calls)


def traces(home: Path, words: Sequence[str]) -> Iterator[Trace]:
    """Yield where in a data folder these patterns still stand, line by line, in every file that is text."""
    pattern = re.compile("|".join(words) or "(?!)")
    for path in sorted(home.rglob("*")):
        inside = path.relative_to(home)
        if any(part in _OTHER_COPIES for part in inside.parts) or not path.is_file():
            continue
        for number, line in enumerate(_lines(path), start=1):
            yield from (Trace(inside.as_posix(), number, found[0]) for found in pattern.finditer(line))


def _lines(path: Path) -> Sequence[str]:
    try:
        if path.stat().st_size > _LARGEST:
            return ()
        return path.read_bytes().decode("utf-8", errors="replace").splitlines()
    except OSError:
        return ()


def other_copies(home: Path) -> tuple[str, ...]:
    """Return what in the folder, or in one around it, tells of copies that this program cannot reach."""
    found = [name for name in _OTHER_COPIES if (home / name).exists()]
    around = [".git" for folder in home.resolve().parents if (folder / ".git").exists()]
    return tuple(dict.fromkeys((*found, *around)))
