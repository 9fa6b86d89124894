"""The splice: change the keys or blocks asked for in a TOML text, and leave every other byte as it is.

An edit makes a new text and says what that text should read as. The text is read again and compared, so an edit is
right or refused. A key that a sub-table holds (`[activity.x]`) is written into the block itself when it changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import tomli

from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import Document, differing, merged, same
from salgsplan_tui.storage.scanner import ScanError, newline_of
from salgsplan_tui.storage.sections import Section, blocks, sections
from salgsplan_tui.storage.text_edits import end_of_content, pair_edits, replaced, with_section, without_sections


class NotSpliceableError(NotWrittenError):
    """What should change is written inline (`activity = [{...}]`), not on lines of its own; a rewrite is the way."""


class Edit(Protocol):
    """A change of a document, which `splice` verifies."""

    def apply(self, document: Document) -> Document:
        """Return the changed text with what it should read as."""


def splice(document: Document, *edits: Edit) -> Document:
    """Apply the edits in turn, each to what the one before it left, and verify the outcome by reading it.

    Raises:
        NotSpliceableError: `inline`: what should change is written inline.
        NotWrittenError: `splice_refused`: the new text would not read as it should, so nothing is changed.
        IndexError: there is no block at a position.
    """
    # A last line without an ending gets one while the edits run, so that they need not know the case.
    whole = not document.text or document.text.endswith("\n")
    draft = document if whole else replace(document, text=document.text + newline_of(document.text))
    try:
        for edit in edits:
            draft = edit.apply(draft)
        text = draft.text if whole else draft.text.removesuffix("\n").removesuffix("\r")
        data = tomli.loads(text)
        is_right = same(data, draft.data)
    except (ValueError, RecursionError) as error:
        raise refused(document, str(error)) from error
    if not is_right:
        raise refused(document, "it would read otherwise")
    return Document(document.path, text, data)


def block_text(document: Document, array: str, position: int) -> str:
    """Return the block at `position` of `[[array]]` as it stands, with its comments and sub-tables.

    Raises:
        NotSpliceableError, NotWrittenError, IndexError: as `splice`.
    """
    found, _ = blocks_in(document, array, position)
    return "".join(document.text[part.start : part.end] for part in found[position])


@dataclass(frozen=True, slots=True)
class SetKeys:
    """Set keys of the block at `position` of `[[array]]`; None takes a key out."""

    array: str
    position: int
    changed: Mapping[str, object]
    order: Sequence[str] = ()
    """The canonical order of keys, by which a new one finds its place; one that it lacks comes last."""

    def apply(self, document: Document) -> Document:
        """Replace the values that differ, and these only."""
        found, rows = blocks_in(document, self.array, self.position)
        own, *subtables = found[self.position]
        changed = differing(rows[self.position], self.changed)
        text = without_sections(document.text, [part for part in subtables if part.path[1] in changed])
        text = replaced(text, pair_edits(own, changed, self.order))  # subtables stand below their block's keys
        rows[self.position] = merged(rows[self.position], changed)
        return changed_document(document, text, {self.array: rows})


@dataclass(frozen=True, slots=True)
class InsertBlock:
    """Put a block's text in before the one at `position` of `[[array]]`, or after the last."""

    array: str
    position: int
    text: str
    """The block, and what stands around it: comments above the header, sub-tables below."""
    above: Sequence[str] = ()
    """The arrays that it stands above where it is the first of its own."""

    def apply(self, document: Document) -> Document:
        """Insert the block's lines, and one blank line between them and their neighbours."""
        found, rows = blocks_in(document, self.array, self.position)
        if self.position < len(found):
            at = found[self.position][0].start
        else:
            at = found[-1][-1].end if found else first_place(document.text, self.above)
        read = tomli.loads(self.text)
        row = read.get(self.array)
        if len(read) != 1 or not isinstance(row, list) or len(row) != 1:
            raise refused(document, "not one block")
        text = with_section(document.text, at, self.text)
        return changed_document(document, text, {self.array: [*rows[: self.position], *row, *rows[self.position :]]})


@dataclass(frozen=True, slots=True)
class DeleteBlock:
    """Take the block at `position` of `[[array]]` out, with its comments and sub-tables."""

    array: str
    position: int

    def apply(self, document: Document) -> Document:
        """Remove the block's lines, and one blank line with them."""
        found, rows = blocks_in(document, self.array, self.position)
        text = without_sections(document.text, found[self.position])
        del rows[self.position]
        return changed_document(document, text, {self.array: rows or None})


@dataclass(frozen=True, slots=True)
class SetTableKeys:
    """Set keys of the plain table `[table]`; None takes a key out."""

    table: str
    changed: Mapping[str, object]
    order: Sequence[str] = ()
    """The canonical order, as in `SetKeys`."""

    def apply(self, document: Document) -> Document:
        """Replace the values that differ; a table that is not there yet is made above the first block."""
        current = document.data.get(self.table, {})
        if not isinstance(current, Mapping):
            raise refused(document, f"{self.table} is no table")
        changed = differing(current, self.changed)
        found = sections(document.text)
        _check_not_inline(document, found, self.table)
        subtables = [part for part in found[1:] if part.path[0] == self.table and len(part.path) > 1]
        text = without_sections(document.text, [part for part in subtables if part.path[1] in changed])
        found = sections(text)
        own = [part for part in found[1:] if part.path == (self.table,)]
        values = merged(current, changed)
        if own:
            text = replaced(text, pair_edits(own[0], changed, self.order))
        elif new := {name: item for name, item in changed.items() if item is not None}:
            at = next((part.start for part in found if part.is_array), end_of_content(text))
            text = with_section(text, at, emitter.table(self.table, new, self.order))
        return changed_document(document, text, {self.table: values if own or values else None})


@dataclass(frozen=True, slots=True)
class SetTopKeys:
    """Set keys above the first header; None takes a key out, and so the table or blocks of that name."""

    changed: Mapping[str, object]
    order: Sequence[str] = ()
    """The canonical order, as in `SetKeys`."""

    def apply(self, document: Document) -> Document:
        """Replace the values that differ, and these only."""
        changed = differing(document.data, self.changed)
        headed = [part for part in sections(document.text)[1:] if part.path[0] in changed]
        if any(changed[part.path[0]] is not None for part in headed):
            raise refused(document, f"{headed[0].path[0]} has a section of its own")
        text = without_sections(document.text, headed)
        top, *others = sections(text)
        if top.pairs:
            text = replaced(text, pair_edits(top, changed, self.order))
        elif lines := emitter.pairs(changed, self.order):
            text = with_section(text, others[0].start if others else end_of_content(text), lines)
        return replace(document, text=text, data=merged(document.data, changed))


def first_place(text: str, above: Sequence[str]) -> int:
    """Return where the first block of an array is put that stands above some others."""
    below = (part.start for part in sections(text)[1:] if part.path[0] in above)
    return next(below, end_of_content(text))


def blocks_in(document: Document, array: str, position: int) -> tuple[list[list[Section]], list[dict[str, object]]]:
    """Return the array's blocks as sections and as values; `position` may be one past the last.

    Raises:
        NotSpliceableError, NotWrittenError, IndexError: as `splice`.
    """
    try:
        found = sections(document.text)
    except ScanError as error:
        raise refused(document, str(error)) from error
    _check_not_inline(document, found, array)
    grouped, rows = blocks(found, array), document.data.get(array, [])
    if not isinstance(rows, list) or len(rows) != len(grouped):
        raise refused(document, f"{len(grouped)} blocks")
    if not 0 <= position <= len(grouped):
        raise IndexError(position)
    return grouped, list(rows)


def _check_not_inline(document: Document, found: Sequence[Section], name: str) -> None:
    if name in {pair.path[0] for pair in found[0].pairs}:
        raise NotSpliceableError("inline", path=document.path, name=name)


def changed_document(document: Document, text: str, values: Mapping[str, object]) -> Document:
    """Return a document with another text, and with what that should read as; None takes a key out."""
    data = {name: item for name, item in {**document.data, **values}.items() if item is not None}
    return replace(document, text=text, data=data)


def refused(document: Document, reason: str) -> NotWrittenError:
    """Return the error of an edit that would not be right."""
    return NotWrittenError("splice_refused", path=document.path, reason=reason)
