"""Safe writes: a file is replaced whole and for good, or not at all (storage.md 3.1)."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError
from salgsplan_tui.storage.files import MISSING, Signature, opened, signature, signature_of

_TEMPORARY = re.compile(r"\.~.+\.(\d{1,9})\.[0-9a-f]{8}\.tmp")
_CAUSES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOENT: "folder_gone",
    errno.ENOTDIR: "folder_gone",
}


class Replaced(NamedTuple):
    """What a replaced file is now."""

    signature: Signature
    is_certain: bool
    """False where the file is in place but the disk did not confirm it: a power cut may bring the old one back."""


class Staged:
    """A new file that lies whole and flushed beside the one it shall replace."""

    def __init__(self, path: Path, real: Path, temporary: Path, handle: int) -> None:
        """Take the path asked for, the file behind its links, and the open temporary file."""
        self._path = path
        self._real = real
        self._temporary = temporary
        self._handle = handle

    def check(self, known: Signature | None) -> None:
        """Check that the old file still bears a signature (`MISSING`: there must be none).

        Raises:
            ConflictError: `changed_outside`, with `path`: somebody wrote it meanwhile.
        """
        if known is not None and signature(self._real) != known:
            raise ConflictError("changed_outside", path=self._path)

    def put(self, known: Signature | None = None) -> Replaced:
        """Put the new file in the place of the old one, after `check`.

        Raises:
            ConflictError: `changed_outside`, with `path`: somebody wrote it meanwhile.
            NotWrittenError: as `not_written` tells; the old file is whole.
        """
        self.check(known)
        try:
            self._temporary.replace(self._real)
            written = signature_of(os.fstat(self._handle))
        except OSError as error:
            raise not_written(self._path, error) from error
        return Replaced(written, is_certain=_settle(self._real.parent))


@contextmanager
def staged(path: Path, data: bytes) -> Iterator[Staged]:
    """Write a new file beside the old one, through symbolic links, with the old one's mode or 0600.

    What was not put in the old one's place by the end is removed.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f".~{real.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    with ExitStack() as stack:
        try:
            mode = _mode(real)
            handle = stack.enter_context(opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            stack.enter_context(_removed(temporary))
            _write(handle, data, mode)
        except OSError as error:
            raise not_written(path, error) from error
        yield Staged(path, real, temporary, handle)


def need_folder(path: Path) -> None:
    """See that the folder is there which a document is to be written into; one of the data is made, this one is not.

    Raises:
        NotWrittenError: `no_folder`, with the `path` of the folder.
    """
    if not path.parent.is_dir():
        raise NotWrittenError("no_folder", path=path.parent)


def replace_file(path: Path, data: bytes, known: Signature | None = None) -> Replaced:
    """Put a whole new file in the place of the old one, through symbolic links, with the old one's mode or 0600.

    With `known`, the old file must still bear that signature (`MISSING`: there must be none).

    Raises:
        ConflictError: `changed_outside`, with `path`: somebody wrote it meanwhile.
        NotWrittenError: as `not_written` tells; the old file is whole.
    """
    with staged(path, data) as new:
        return new.put(known)


def remove_file(path: Path, known: Signature) -> Replaced:
    """Remove a file that still bears the signature; of a symbolic link the file behind it goes.

    Raises:
        ConflictError: `changed_outside`, with `path`: somebody wrote it meanwhile.
        NotWrittenError: as `not_written` tells; the file is whole.
    """
    real = Path(os.path.realpath(path))
    if signature(real) != known:
        raise ConflictError("changed_outside", path=path)
    try:
        real.unlink()
    except OSError as error:
        raise not_written(path, error) from error
    return Replaced(MISSING, is_certain=_settle(real.parent))


def make_folder(path: Path, *, is_durable: bool = True) -> None:
    """Make a folder and those above it that are missing, for their owner alone; durable ones survive a power cut.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    try:
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                folder.mkdir(0o700, exist_ok=True)
                folder.chmod(0o700)  # whatever the umask
                if is_durable:
                    _settle(folder.parent)
    except OSError as error:
        raise not_written(path, error) from error


def clean_temporary(folder: Path) -> list[Path]:
    """Remove what processes that died while they wrote left in the folder, and return it; call it under the lock."""
    cleaned = []
    for leftover in folder.glob(".~*.tmp"):
        match = _TEMPORARY.fullmatch(leftover.name)
        if match and not _is_at_work(int(match[1])):
            with suppress(OSError):  # it harms nobody; the next start tries again
                leftover.unlink()
                cleaned.append(leftover)
    return cleaned


def not_written(path: Path, error: OSError) -> NotWrittenError:
    """Return the error for what the system said, with `path` and its own words as `reason`.

    The keys are `disk_full`, `read_only`, `no_permission`, `folder_gone` and, for all else, `not_written`.
    """
    key = _CAUSES.get(error.errno or 0, "not_written")
    return NotWrittenError(key, path=path, reason=error.strerror or str(error))


@contextmanager
def _removed(path: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):  # mostly it bears the old file's name by now
            path.unlink()


def _mode(path: Path) -> int:
    """Return the mode for the new file: that of the old one, which must be writable although a rename would not ask."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o600
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def _write(handle: int, data: bytes, mode: int) -> None:
    os.fchmod(handle, mode)  # whatever the umask
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _settle(folder: Path) -> bool:
    """Flush the names in a folder to the disk, and tell whether that is certain."""
    try:
        with opened(folder, os.O_RDONLY | os.O_DIRECTORY) as handle:
            os.fsync(handle)
    except OSError as error:
        return error.errno in (errno.EINVAL, errno.ENOTSUP)  # this file system has nothing to flush
    return True


def _is_at_work(process: int) -> bool:
    """Tell whether another process of that number runs; our own number on a leftover was an earlier process's."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it runs, and is another user's
        return True
    return True
