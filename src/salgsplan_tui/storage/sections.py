"""The sections of a TOML text: each header with the lines under it and the comments that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from salgsplan_tui.storage.scanner import Pair, ScanError, pairs, path, patterns


@dataclass(frozen=True, slots=True)
class Section:
    """A header with the lines under it; the first section of a text is its top level, which has no header."""

    text: str = field(repr=False)
    """The whole text that it is a section of."""
    path: tuple[str, ...]
    """The parts of the header's name; none for the top level."""
    is_array: bool
    """Whether the header is one of several, as `[[activity]]`."""
    start: int
    """Where it begins; the comment lines right above the header belong to it."""
    body: int
    """Where its first pair could stand: after the header."""
    end: int
    """After its last pair and the comments right below that; then come blank lines and comments on their own."""

    @property
    def pairs(self) -> list[Pair]:
        """Its pairs in the order of the file."""
        return pairs(self.text, self.body, self.end)


def sections(text: str) -> list[Section]:
    """Return the top level and then every section with a header, in the order of the file.

    Raises:
        ScanError: the text cannot be scanned.
    """
    return list(_sections(text))


@lru_cache(maxsize=4)  # one save looks at the same few texts again and again
def _sections(text: str) -> tuple[Section, ...]:
    found: list[Section] = []
    name: tuple[str, ...] = ()
    is_array, start, body = False, 0, 0
    while True:
        end, lead, stop = _below(text, body)
        header = patterns().header.match(text, stop)
        if header is None:
            break
        found.append(Section(text, name, is_array, start, body, min(end, lead)))
        name, is_array, start, body = path(header["path"]), header["array"] == "[", lead, header.end()
    if stop < len(text):
        raise ScanError(stop)
    return (*found, Section(text, name, is_array, start, body, end))


def blocks(found: Sequence[Section], array: str) -> list[list[Section]]:
    """Return the blocks `[[array]]`, each with its sub-tables such as `[array.x]`, wherever in the file they stand."""
    grouped: list[list[Section]] = []
    for section in found[1:]:
        if section.is_array and section.path == (array,):
            grouped.append([section])
        elif section.path[0] == array and grouped:
            grouped[-1].append(section)
    return grouped


def _below(text: str, body: int) -> tuple[int, int, int]:
    """Return where a section's lines end, where the next header's comments begin, and where that header stands."""
    lines = patterns().lines.match(text, body)
    if lines is None:
        raise ScanError(body)
    stop = lines.end()
    last, end = (lines.end("pair"), lines.end("tail")) if lines.start("pair") >= 0 else (body, lines.end("own"))
    if end == stop:  # comments that touch what is above and the header belong to the header
        return end, last, stop
    return end, lines.start("loose") if lines.end("loose") == stop else stop, stop
