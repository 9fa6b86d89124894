"""The call session that is under way, kept in the state folder call by call, so that a kill loses none of them."""

import re
from contextlib import suppress
from pathlib import Path

import tomli

from salgsplan_tui.domain.call_session import CallSession
from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.customers import NAMELESS
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.dumping import unusual
from salgsplan_tui.storage.safe_writes import replace_file


def kept_session(path: Path) -> CallSession | None:
    """Return the session that is under way, or None; what cannot be read is none."""
    try:
        return checked(CallSession, tomli.loads(path.read_text("utf-8")))
    except (OSError, ValueError, RecursionError, MisfitError):
        return None


def keep_session(path: Path, session: CallSession | None) -> None:
    """Keep the session as it stands now, or forget the one that has ended.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    if session is None:
        with suppress(FileNotFoundError):
            path.unlink()
        return
    replace_file(path, emitter.pairs(unusual(session)).encode())


def purge_session(path: Path, person: str, names: re.Pattern[str]) -> bool:
    """Take a person who is forgotten out of the session that is under way; say whether they were in it.

    The other calls of it stay. A session that cannot be read, and names the person, goes as a whole.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return False
    kept = kept_session(path)
    if kept is None:
        if names.search(text) is None:
            return False
        path.unlink(missing_ok=True)
        return True
    cleaned = kept.without_identity(person, lambda said: names.sub(NAMELESS, said))
    if cleaned == kept:
        return False
    keep_session(path, cleaned)
    return True
