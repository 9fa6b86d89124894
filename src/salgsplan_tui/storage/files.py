"""Files as they are on disk: their bytes and text, and the signature that tells whether somebody wrote since."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.domain.errors import DamagedError

_BOM = "\ufeff".encode()
LARGEST: Final = 50_000_000
"""Bytes; a larger file is none of ours, and none of ours may become so large."""


class Signature(NamedTuple):
    """What tells one state of a file from another; compare for equality only, for a sync can set the clock back."""

    mtime_ns: int
    size: int
    inode: int
    ctime_ns: int


MISSING = Signature(0, 0, 0, 0)
"""The signature of a file that is not there."""


class Decoded(NamedTuple):
    """A file's text: its line endings as they are, its byte order mark set aside."""

    text: str
    has_bom: bool


def signature(path: Path) -> Signature:
    """Return the signature of a file, `MISSING` where there is none.

    Raises:
        DamagedError: `unreadable`, with `path` and `reason`.
    """
    try:
        return signature_of(path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    except OSError as error:
        raise DamagedError("unreadable", path=path, reason=error.strerror) from error


def signature_of(status: os.stat_result) -> Signature:
    """Return the signature in what the system tells about a file."""
    return Signature(status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


def digest(data: bytes) -> bytes:
    """Return a short digest, which tells contents apart where the signature may not (storage.md 3.6)."""
    return blake2b(data, digest_size=16).digest()


def read_bytes(path: Path) -> tuple[bytes, Signature]:
    """Return a file's bytes, and its signature from before they were read: a write in between shows as a change.

    Raises:
        FileNotFoundError: there is none.
        DamagedError: `unreadable`, `not_a_file` or `too_large`, with `path` and `reason`.
    """
    try:
        with opened(path, os.O_RDONLY | os.O_NONBLOCK) as handle:  # a pipe of that name would wait for its writer
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise DamagedError("not_a_file", path=path, reason=stat.filemode(status.st_mode))
            if status.st_size > LARGEST:
                raise DamagedError("too_large", path=path, reason=f"{status.st_size} > {LARGEST}")
            with open(handle, "rb", closefd=False) as file:
                return file.read(), signature_of(status)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedError("unreadable", path=path, reason=error.strerror) from error


def decode(path: Path, data: bytes) -> Decoded:
    """Return the text of UTF-8 bytes, nothing replaced and nothing left out.

    Raises:
        DamagedError: `not_utf8`, with `path`, `line`, and the `offset` of the byte.
    """
    has_bom = data.startswith(_BOM)
    try:
        return Decoded(data.removeprefix(_BOM).decode(), has_bom)
    except UnicodeDecodeError as error:
        offset = error.start + has_bom * len(_BOM)
        line = data.count(b"\n", 0, offset) + 1
        raise DamagedError("not_utf8", path=path, line=line, offset=offset, reason=error.reason) from error


def encode(decoded: Decoded) -> bytes:
    """Return the bytes that `decode` reads as this."""
    return _BOM * decoded.has_bom + decoded.text.encode()


@contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    """Open a file, new ones with mode 0600, and give its handle."""
    handle = os.open(path, flags | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        with suppress(OSError):  # what was written was flushed before, and told its errors then
            os.close(handle)
