"""What was found right before need not be checked again: by far most files are as they were at the last start.

Pydantic, which checks what files say, costs a third of the time to the painted day. So the digests of texts in which
this version of the program found nothing wrong are kept in the state folder; a text with such a digest is read without
it. They only help: where they are missing, torn or cannot be kept, everything is checked.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from salgsplan_tui import __version__
from salgsplan_tui.domain.building import built
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.storage.contents import Content, content_of
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.files import opened

_SIZE: Final = 16
_LARGEST: Final = 4096 * _SIZE
"""So long a list is begun anew: a file leaves a digest of every state in which it was read."""


class Vouched:
    """The digests of texts that were found right, one after the other in a file of the state folder."""

    def __init__(self, path: Path) -> None:
        """Take the list's file."""
        self._path = path
        self._digests: set[bytes] | None = None
        self._new: dict[bytes, None] = {}

    def content_of(self, file: str, document: Document) -> tuple[Content, tuple[Problem, ...]]:
        """Return what a document says, and what is wrong with it."""
        digest = _digest(file, document.text)
        if digest in self._known():
            with suppress(Exception):  # whatever it is that is not as it was then, a check tells it
                return content_of(file, document, built)
        content, problems = content_of(file, document)
        if not problems:
            self._add(digest)
        return content, problems

    def knows(self, file: str, text: str) -> bool:
        """Say whether a text was found right before."""
        return _digest(file, text) in self._known()

    def add(self, file: str, text: str) -> None:
        """Note a text that was found right."""
        self._add(_digest(file, text))

    @property
    def has_news(self) -> bool:
        """Say whether something was noted that is not kept yet."""
        return bool(self._new)

    def save(self) -> None:
        """Keep what was noted."""
        data, self._new = b"".join(self._new), {}
        with suppress(OSError):
            size = self._path.stat().st_size if self._path.exists() else 0
            begin = os.O_TRUNC if size + len(data) > _LARGEST else os.O_APPEND
            with opened(self._path, os.O_WRONLY | os.O_CREAT | begin) as handle:
                os.write(handle, data)

    def _known(self) -> set[bytes]:
        if self._digests is None:
            try:
                data = self._path.read_bytes()
            except OSError:
                data = b""
            self._digests = {data[at : at + _SIZE] for at in range(0, len(data), _SIZE)}
        return self._digests

    def _add(self, digest: bytes) -> None:
        if digest not in self._known():
            self._known().add(digest)
            self._new[digest] = None


def _digest(file: str, text: str) -> bytes:
    """Return what tells this text in this file, read by this version, from any other."""
    version = __version__.encode()[: blake2b.PERSON_SIZE]
    return blake2b(text.encode(), digest_size=_SIZE, key=file.encode()[: blake2b.MAX_KEY_SIZE], person=version).digest()
