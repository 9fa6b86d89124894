"""Reading a file of the data folder: what it says, what is wrong with it, and how it lay on the disk."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.domain.errors import DamagedError, Problem
from salgsplan_tui.storage.contents import Content, content_of
from salgsplan_tui.storage.document import Document, read
from salgsplan_tui.storage.files import MISSING, Signature, decode, digest, read_bytes, signature
from salgsplan_tui.storage.searching import later_blocks, may_concern_later_days, touched_occurrences

_COARSEST: Final = 2_000_000_000
"""Nanoseconds within which a file system may give two writes the same time."""


Understand = Callable[[str, Document], tuple[Content, tuple[Problem, ...]]]
"""Tells what a document says, and what is wrong with it: `content_of`, or `Vouched.content_of`."""
IsRight = Callable[[str, str], bool]
"""Says whether a file's text was found right before: `Vouched.knows`."""
LARGE: Final = 1_000_000
"""Bytes; a smaller register of customers is read whole in less than a blink."""


@dataclass(frozen=True)
class Reading:
    """A file as it was when it was last read."""

    file: str
    """Its path inside the data folder."""
    signature: Signature | None = MISSING
    """None where not even that can be told."""
    digest: bytes = b""
    content: Content = field(default_factory=Content)
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True
    """False where only the rows were read that later days need."""
    is_young: bool = False
    """It was written right before it was read, so another write could bear the same signature (storage.md 3.6)."""

    @property
    def damage(self) -> Problem | None:
        """What keeps the program from writing to this file, if anything does."""
        return next((problem for problem in self.problems if problem.is_damage), None)

    @property
    def exists(self) -> bool:
        """Say whether there is such a file."""
        return self.signature != MISSING


class Loaded(NamedTuple):
    """A file that is about to be changed."""

    reading: Reading
    data: bytes
    document: Document
    has_bom: bool


def load(
    home: Path, file: str, now: dt.datetime, known: Reading | None = None, understand: Understand = content_of
) -> Loaded:
    """Read a file as a whole; one that is missing is an empty document.

    Where it holds the same bytes as when it was `known`, its values are not made anew.
    """
    path = home / file
    nothing = Document(path, "", {})
    try:
        data, found = read_bytes(path)
    except FileNotFoundError:
        return Loaded(Reading(file), b"", nothing, has_bom=False)
    except DamagedError as error:
        return Loaded(
            _with_damage(Reading(file, signature=signature_or_none(path)), error), b"", nothing, has_bom=False
        )
    young = found.mtime_ns + _COARSEST > now.timestamp() * 1e9
    reading = Reading(file, found, digest(data), is_young=young)
    try:
        text, has_bom = decode(path, data)
        document = read(path, text)
    except DamagedError as error:
        return Loaded(_with_damage(reading, error), data, nothing, has_bom=False)
    if known is not None and known.digest == reading.digest and known.is_whole and known.damage is None:
        return Loaded(replace(known, signature=found, is_young=young), data, document, has_bom)
    content, problems = understand(file, document)
    return Loaded(replace(reading, content=content, problems=problems), data, document, has_bom)


def read_later_rows(home: Path, file: str, now: dt.datetime, understand: Understand = content_of) -> Reading:
    """Read of a week file only what later days need: open rows, and those that cover several days."""
    path = home / file
    try:
        data, found = read_bytes(path)
        blocks = later_blocks(data) if may_concern_later_days(data) else b""
        if blocks is None:
            return load(home, file, now, understand=understand).reading
        content, problems = understand(file, read(path, decode(path, b"schema = 1\n" + blocks).text))
    except FileNotFoundError:
        return Reading(file)
    except DamagedError:
        return load(home, file, now, understand=understand).reading
    if problems:  # their lines are those of the whole file
        return load(home, file, now, understand=understand).reading
    young = found.mtime_ns + _COARSEST > now.timestamp() * 1e9
    content = replace(content, sheet=replace(content.sheet, touched=touched_occurrences(data)))
    return Reading(file, found, digest(data), content, is_whole=False, is_young=young)


def read_large_book(
    home: Path, file: str, now: dt.datetime, is_right: IsRight, understand: Understand = content_of
) -> Reading | None:
    """Read a large register of customers that was found right before, so that its rows are made when asked for.

    None where it is not large, was not found right, or its blocks cannot be told for certain.
    """
    path = home / file
    try:
        if path.stat().st_size < LARGE:
            return None
        data, found = read_bytes(path)
        text = decode(path, data).text
    except (OSError, DamagedError):
        return None
    if not is_right(file, text):
        return None
    from salgsplan_tui.storage.large_book import LargeBlocks, large_book  # noqa: PLC0415  # few are so large

    book = large_book(text, lambda: understand(file, read(path, text))[0])
    if book is None:
        return None
    young = found.mtime_ns + _COARSEST > now.timestamp() * 1e9
    return Reading(file, found, digest(data), Content(LargeBlocks(book)), is_young=young)


def is_as_read(home: Path, reading: Reading) -> bool:
    """Say whether a file still is as it was read."""
    path = home / reading.file
    now = signature_or_none(path)
    if now != reading.signature or not reading.is_young:
        return now == reading.signature
    try:
        return digest(read_bytes(path)[0]) == reading.digest
    except (DamagedError, FileNotFoundError):
        return False


def damaged(path: Path, problem: Problem) -> DamagedError:
    """Return the error for a file that would have to be read or written, and cannot."""
    return DamagedError(problem.key, path=path, line=problem.line, **dict(problem.values))


def signature_or_none(path: Path) -> Signature | None:
    """Return a file's signature, `MISSING` where there is none, and None where that cannot be told."""
    try:
        return signature(path)
    except DamagedError:
        return None


def is_missing(home: Path, file: str) -> bool:
    """Say whether there is no such file; one that cannot be looked at is not missing."""
    return signature_or_none(home / file) == MISSING


def raw(home: Path, file: str) -> bytes:
    """Return a file's bytes for a search; nothing where it cannot be read."""
    try:
        return read_bytes(home / file)[0]
    except (DamagedError, FileNotFoundError):
        return b""


def _with_damage(reading: Reading, error: DamagedError) -> Reading:
    values = {name: item for name, item in error.values.items() if name not in {"path", "line"}}
    line = error.values.get("line")
    problem = Problem(reading.file, line if isinstance(line, int) else 1, error.key, tuple(values.items()))
    return replace(reading, problems=(problem,))
