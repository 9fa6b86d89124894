"""Safe writes: a file is replaced whole and for good, or not at all (storage.md 3.1)."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError
from salgsplan_tui.storage.files import Signature, opened, signature, signature_of

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


def replace_file(path: Path, data: bytes, known: Signature | None = None) -> Replaced:
    """Put a whole new file in the place of the old one, through symbolic links, with the old one's mode or 0600.

    With `known`, the old file must still bear that signature (`MISSING`: there must be none).

    Raises:
        ConflictError: `changed_outside`, with `path`: somebody wrote it meanwhile.
        NotWrittenError: as `not_written` tells; the old file is whole.
    """
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f".~{real.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        mode = _mode(real)
        with opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle, _removed_on_failure(temporary):
            _write(handle, data, mode)
            if known is not None and signature(real) != known:
                raise ConflictError("changed_outside", path=path)
            temporary.replace(real)
            written = signature_of(os.fstat(handle))
    except OSError as error:
        raise not_written(path, error) from error
    return Replaced(written, is_certain=_settle(real.parent))


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, for their owner alone.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    try:
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                folder.mkdir(0o700, exist_ok=True)
                folder.chmod(0o700)  # whatever the umask
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
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


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
