"""Edits of many blocks at once, as an import makes them: one look at the text for all, instead of one for each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import tomli

from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.sections import Section
from salgsplan_tui.storage.splice import blocks_in, changed_document, first_place, refused
from salgsplan_tui.storage.text_edits import with_section, without_sections


@dataclass(frozen=True, slots=True)
class InsertBlocks:
    """Put many blocks in at once, each as `InsertBlock` would; the positions are those before any of them came."""

    array: str
    texts: Sequence[tuple[int, str]]
    """Positions and blocks in their order; at the same position one stands above the next."""
    above: Sequence[str] = ()

    def apply(self, document: Document) -> Document:
        """Insert the blocks of each position together."""
        found, rows = blocks_in(document, self.array, max(position for position, _text in self.texts))
        joined: dict[int, list[str]] = {}
        for position, text in self.texts:
            joined.setdefault(position, []).append(text.strip("\r\n") + "\n")
        arrived: dict[int, list[dict[str, object]]] = {}
        draft = document
        for position, texts in sorted(joined.items(), reverse=True):
            read = tomli.loads("\n".join(texts))
            new = read.get(self.array)
            if len(read) != 1 or not isinstance(new, list) or len(new) != len(texts):
                raise refused(document, "not one block each")
            arrived[position] = new
            draft = replace(draft, text=self._inserted(draft.text, found, position, "\n".join(texts)))
        values = [row for at in range(len(rows) + 1) for row in (*arrived.get(at, ()), *rows[at : at + 1])]
        return changed_document(draft, draft.text, {self.array: values})

    def _inserted(self, text: str, found: Sequence[Sequence[Section]], position: int, blocks_text: str) -> str:
        """Return the text with blocks put in; what stands above the position is where it was found."""
        if position < len(found):
            at = found[position][0].start
        else:
            at = found[-1][-1].end if found else first_place(text, self.above)
        return with_section(text, at, blocks_text)


@dataclass(frozen=True, slots=True)
class DeleteBlocks:
    """Take the blocks at some positions of `[[array]]` out, with their comments and sub-tables."""

    array: str
    positions: Sequence[int]

    def apply(self, document: Document) -> Document:
        """Remove the blocks' lines, and one blank line with each."""
        found, rows = blocks_in(document, self.array, max(self.positions))
        gone = set(self.positions)
        text = without_sections(document.text, [part for at in sorted(gone) for part in found[at]])
        kept = [row for at, row in enumerate(rows) if at not in gone]
        return changed_document(document, text, {self.array: kept or None})
