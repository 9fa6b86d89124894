"""The lock: one process at a time changes a data folder."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError
from salgsplan_tui.storage.safe_writes import not_written

_PAUSE = (
    0.005  # seconds between two tries; always the same, so that those who waited longest are not the slowest to ask
)


@contextmanager
def locked(path: Path, timeout: float = 10.0) -> Iterator[None]:
    """Hold the lock whose file is at `path`; the file is made where it is missing, and stays.

    The system frees the lock when its holder dies. It is not re-entrant.

    Raises:
        ConflictError: `locked`, with `path` and `seconds`: somebody else held it all that time.
        NotWrittenError: `cannot_lock`, or as `not_written` tells; without the lock nothing may be written.
    """
    handle = _acquired(path, timeout)
    try:
        yield
    finally:
        with suppress(OSError):  # closing frees it too, unless a forked child has the file open
            fcntl.flock(handle, fcntl.LOCK_UN)
        with suppress(OSError):  # what was done under the lock is done
            os.close(handle)


def _acquired(path: Path, timeout: float) -> int:
    deadline = time.monotonic() + timeout
    while (handle := _tried(path)) is None:
        if time.monotonic() >= deadline:
            raise ConflictError("locked", path=path, seconds=timeout)
        time.sleep(_PAUSE)
    return handle


def _tried(path: Path) -> int | None:
    """Return the handle that holds the lock, or None where somebody else does."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise not_written(path, error) from error
    holds = False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        holds = os.path.samestat(os.fstat(handle), path.stat())
    except (BlockingIOError, FileNotFoundError):
        pass  # held by another; or its file was removed since it was opened, and the next try makes a new one
    except OSError as error:
        raise NotWrittenError("cannot_lock", path=path, reason=error.strerror) from error
    finally:
        if not holds:
            os.close(handle)
    return handle if holds else None
