"""The known files: the names of those that a data folder held, so that a folder that is suddenly empty is noticed."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from salgsplan_tui.storage.files import opened


class Known:
    """A list of names in the state folder, one a line; it only helps, so what cannot be written is left out."""

    def __init__(self, path: Path) -> None:
        """Take the list's file."""
        self._path = path
        self._noted: set[str] = set()

    def names(self) -> set[str]:
        """Return the names of the files that were there."""
        try:
            lines = self._path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return set()
        known: set[str] = set()
        for line in lines:
            if line.startswith("-"):
                known.discard(line[1:])
            else:
                known.add(line)
        return known

    def add(self, names: Iterable[str]) -> None:
        """Note files that are there."""
        new = set(names) - self._noted
        if new:
            self._noted |= new
            self._append(sorted(new - self.names()))

    def remove(self, names: Iterable[str]) -> None:
        """Note files that this program itself removed."""
        gone = set(names)
        if gone:
            self._noted -= gone
            self._append([f"-{name}" for name in sorted(gone & self.names())])

    def _append(self, lines: list[str]) -> None:
        if not lines:
            return
        text = "".join(f"{line}\n" for line in lines)
        with suppress(OSError), opened(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND) as handle:
            os.write(handle, text.encode())
