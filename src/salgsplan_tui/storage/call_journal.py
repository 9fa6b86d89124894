"""The call session that is under way, kept in the state folder call by call, so that a kill loses none of them."""

from contextlib import suppress
from pathlib import Path

import tomli

from salgsplan_tui.domain.call_session import CallSession
from salgsplan_tui.domain.checking import MisfitError, checked
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
