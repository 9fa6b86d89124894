"""The edits of a file of blocks: rows that come, change or leave, each in its place among the others."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

import tomli

from salgsplan_tui.domain.channels import OwnChannel
from salgsplan_tui.domain.checking import MisfitError
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.changes import FileChange
from salgsplan_tui.storage.contents import Content
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.many_blocks import DeleteBlocks, InsertBlocks
from salgsplan_tui.storage.scanner import ScanError
from salgsplan_tui.storage.sections import blocks, sections
from salgsplan_tui.storage.splice import DeleteBlock, Edit, InsertBlock, SetKeys
from salgsplan_tui.storage.tables import ABOVE, ARRAYS, ORDERS, Row, differences, place_of, row_from, table_of

_MANY: Final = 20
"""From so many rows on they come or leave together: one by one, each would cost a look at the whole text."""


def block_texts(document: Document, array: str) -> list[str]:
    """Return the text of every block `[[array]]` with its comments; none where they cannot be told apart."""
    try:
        grouped = blocks(sections(document.text), array)
    except ScanError:
        return []
    return ["".join(document.text[part.start : part.end] for part in each) for each in grouped]


def row_text(row: Row) -> str:
    """Return the canonical text of a row's block."""
    if isinstance(row, OwnChannel):
        from salgsplan_tui.storage.channel_blocks import channel_text  # noqa: PLC0415  # seldom

        return channel_text(row)
    return emitter.block(ARRAYS[type(row)], table_of(row), ORDERS[type(row)])


def row_edits(
    kind: type[Row], document: Document, content: Content, change: FileChange, texts: Mapping[str, str]
) -> list[Edit]:
    """Return the edits that give new ids to doubles, take rows out, and put others in or change them.

    `texts` are blocks as they stood elsewhere or before, by id: a row that comes brings its comments with it.
    """
    return list(_Blocks(kind, document, content).edits(change, texts))


class _Blocks:
    """The blocks of a document while edit after edit changes them."""

    def __init__(self, kind: type[Row], document: Document, content: Content) -> None:
        self.kind = kind
        self.array = ARRAYS[kind]
        self.order = ORDERS[kind]
        self.rows: list[Row | None] = list(content.blocks.get(self.array, ()))
        self.renamed = {place.number: new for place, new in content.renamed.items() if place.array == self.array}
        self.document = document
        self.places = list(range(len(self.rows)))
        """Where each block stood at first."""

    def edits(self, change: FileChange, texts: Mapping[str, str]) -> Iterator[Edit]:
        for place, identity in self.renamed.items():
            yield SetKeys(self.array, place, {"id": identity}, self.order)
        if leaving := [at for at, row in enumerate(self.rows) if row is not None and row.id in change.takes]:
            yield from self._take_all(leaving)
        there = {row.id for row in self.rows if row is not None}
        newcomers: list[Row] = []
        for identity, row in change.puts.items():
            if not isinstance(row, self.kind):
                continue
            if identity in there:
                yield from self._change(self._place(identity), row)
            else:
                newcomers.append(row)
        if len(newcomers) >= _MANY:
            yield self._come_together(newcomers, texts)
        for row in newcomers if len(newcomers) < _MANY else ():
            yield from self._come(row, texts.get(row.id))

    def _place(self, identity: str) -> int:
        return next(at for at, row in enumerate(self.rows) if row is not None and row.id == identity)

    def _take_all(self, leaving: Sequence[int]) -> Iterator[Edit]:
        if len(leaving) < _MANY:
            yield from (self._take(place) for place in reversed(leaving))
            return
        gone = set(leaving)
        self.rows = [row for at, row in enumerate(self.rows) if at not in gone]
        self.places = [place for at, place in enumerate(self.places) if at not in gone]
        yield DeleteBlocks(self.array, leaving)

    def _come_together(self, newcomers: Sequence[Row], texts: Mapping[str, str]) -> Edit:
        """Put many rows in at once, each where it would have come by itself."""
        latest = list(accumulate((place_of(row) for row in self.rows if row is not None), max))
        blocks = [at for at, row in enumerate(self.rows) if row is not None]
        ends = [*blocks, len(self.rows)]
        ordered = sorted(newcomers, key=place_of)
        found = [(ends[bisect_right(latest, place_of(row))], self._text(row, texts.get(row.id))) for row in ordered]
        return InsertBlocks(self.array, found, ABOVE.get(self.array, ()))

    def _text(self, row: Row, text: str | None) -> str:
        """Return a row's block: as it stood before, with its comments, where it still says the same."""
        old = None if text is None else _row_in(self.kind, self.array, text)
        same = old is not None and not differences(table_of(old), table_of(row))
        return text if text is not None and same else row_text(row)

    def _take(self, place: int) -> Edit:
        del self.rows[place], self.places[place]
        return DeleteBlock(self.array, place)

    def _come(self, row: Row, text: str | None) -> Iterator[Edit]:
        old = None if text is None else _row_in(self.kind, self.array, text)
        if old is None or text is None:
            old, text = row, row_text(row)
        place = self._home(row, self.rows)
        self.rows.insert(place, row)
        self.places.insert(place, -1)
        yield InsertBlock(self.array, place, text, ABOVE.get(self.array, ()))
        yield from self._set(place, old, row)

    def _change(self, place: int, row: Row) -> Iterator[Edit]:
        old = self.rows[place]
        if old is None:
            return
        others = self.rows[:place] + self.rows[place + 1 :]
        home = self._home(row, others)
        if place_of(old) == place_of(row) or home == place:
            self.rows[place] = row
            yield from self._set(place, old, row)
            return
        texts = block_texts(self.document, self.array)
        text = texts[self.places[place]] if texts else row_text(old)
        yield self._take(place)
        yield from self._come(row, text)

    def _set(self, place: int, old: Row, row: Row) -> Iterator[Edit]:
        changed = differences(table_of(old), table_of(row))
        if isinstance(row, OwnChannel) and "type" in changed:
            from salgsplan_tui.storage.channel_blocks import SetTypes  # noqa: PLC0415  # seldom

            yield SetTypes(place, changed.pop("type"))
        if changed:
            yield SetKeys(self.array, place, changed, self.order)

    @staticmethod
    def _home(row: Row, rows: Sequence[Row | None]) -> int:
        later = (at for at, other in enumerate(rows) if other is not None and place_of(other) > place_of(row))
        return next(later, len(rows))


def _row_in(kind: type[Row], array: str, text: str) -> Row | None:
    """Return the row of a block's text, or None where it cannot be used any more."""
    try:
        tables = tomli.loads(text).get(array)
        return row_from(kind, tables[0]) if tables else None
    except (MisfitError, ValueError, RecursionError):
        return None
