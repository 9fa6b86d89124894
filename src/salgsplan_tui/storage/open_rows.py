"""How many rows of weeks long gone by are still open: counted in the raw bytes, and remembered file by file."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from salgsplan_tui.storage.files import MISSING, Signature, opened, signature_of
from salgsplan_tui.storage.reading import raw
from salgsplan_tui.storage.searching import open_rows, touched_occurrences

Counts = Mapping[str, tuple[Signature, int]]


def count_open_rows(home: Path, files: Iterable[str], memory: Path) -> int:
    """Return how many rows of these week files are planned and not settled; `memory` may be deleted at any time."""
    known, root = _remembered(memory), os.fspath(home)
    counts: dict[str, tuple[Signature, int]] = {}
    for file in files:
        now = _signature(f"{root}/{file}")
        before = known.get(file)
        counts[file] = before if before is not None and before[0] == now else (now, open_rows(raw(home, file)))
    if counts.items() - known.items():
        _remember(memory, known | counts)
    return sum(number for _, number in counts.values())


def _signature(path: str) -> Signature:
    """Return a file's signature; of hundreds of files a `Path` each would take longer than to look at them."""
    try:
        return signature_of(os.stat(path))  # noqa: PTH116  # as above
    except OSError:
        return MISSING


def touched_in(home: Path, files: Iterable[str]) -> frozenset[str]:
    """Return the ids of the occurrences of series that are stored in these week files."""
    return frozenset[str]().union(*(touched_occurrences(raw(home, file)) for file in files))


def _remembered(memory: Path) -> dict[str, tuple[Signature, int]]:
    """Return what was counted before; a line that cannot be read is one that was not counted."""
    counts = {}
    with suppress(OSError, ValueError):
        for line in memory.read_text("utf-8").splitlines():
            file, mtime, size, inode, ctime, number = line.split("\t")
            counts[file] = Signature(int(mtime), int(size), int(inode), int(ctime)), int(number)
    return counts


def _remember(memory: Path, counts: Counts) -> None:
    lines = ("\t".join(map(str, (file, *signature, number))) for file, (signature, number) in counts.items())
    temporary = memory.with_name(f".~{memory.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    with suppress(OSError):
        with opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle:
            os.write(handle, "\n".join(lines).encode())
        temporary.replace(memory)
