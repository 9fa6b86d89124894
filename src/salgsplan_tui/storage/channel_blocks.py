"""The blocks of a person's own channels, each with blocks of its types below it: `[[channel]]`, `[[channel.type]]`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.channels import ActivityType, OwnChannel
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import Document, differing, merged
from salgsplan_tui.storage.sections import Section, blocks, sections
from salgsplan_tui.storage.splice import SetKeys, blocks_in, changed_document
from salgsplan_tui.storage.tables import ORDERS, Table, table_of
from salgsplan_tui.storage.text_edits import pair_edits, replaced, with_section, without_sections

_ARRAY: Final = "channel"
_TYPES: Final = "type"
_PATH: Final = (_ARRAY, _TYPES)


def channel_text(channel: OwnChannel) -> str:
    """Return the canonical text of a channel's block, with a block for each of its types."""
    table = table_of(channel)
    types = _tables(table.pop(_TYPES, ()))
    return "\n".join([emitter.block(_ARRAY, table, ORDERS[OwnChannel]), *map(_type_text, types)])


def _type_text(table: Table) -> str:
    return f"[[{_ARRAY}.{_TYPES}]]\n{emitter.pairs(table, ORDERS[ActivityType])}"


@dataclass(frozen=True, slots=True)
class SetTypes:
    """Make the types of the channel at a position say what they shall; only keys that differ are touched."""

    position: int
    types: object
    """The tables of the types in their order; None for none."""

    def apply(self, document: Document) -> Document:
        """Change, take out and add the blocks `[[channel.type]]`; where they stand inline, the line is written anew."""
        found, rows = blocks_in(document, _ARRAY, self.position)
        channel, wanted = rows[self.position], _tables(self.types)
        current, groups = _tables(channel.get(_TYPES)), _groups(found[self.position])
        if len(groups) != len(current):
            inline = {_TYPES: [dict(each) for each in wanted] or None}
            return SetKeys(_ARRAY, self.position, inline, ORDERS[OwnChannel]).apply(document)
        code = channel.get("code")
        left = {each.get("code", code): each for each in wanted}
        text, kept = document.text, list[dict[str, object]]()
        for group, table in reversed(list(zip(groups, current, strict=True))):
            new = left.pop(table.get("code", code), None)
            if new is None:
                text = without_sections(text, group)
            else:
                changed = differing(table, {**dict.fromkeys(table), **new})
                text = _changed(text, group, changed)
                kept.insert(0, merged(table, changed))
        for table in left.values():
            at = blocks(sections(text), _ARRAY)[self.position][-1].end
            text = with_section(text, at, _type_text(table))
            kept.append(merged({}, table))
        types = {_TYPES: kept} if kept else {}
        rows[self.position] = {key: item for key, item in channel.items() if key != _TYPES} | types
        return changed_document(document, text, {_ARRAY: rows})


def _changed(text: str, group: Sequence[Section], changed: Table) -> str:
    """Return the text with keys of one type changed; what stood in a table of its own is written into the block."""
    own, *below = group
    text = without_sections(text, [part for part in below if part.path[2] in changed])
    return replaced(text, pair_edits(own, changed, ORDERS[ActivityType]))


def _groups(parts: Sequence[Section]) -> list[list[Section]]:
    """Return the sections of each type: its header, and the tables below it."""
    groups: list[list[Section]] = []
    for part in parts:
        if part.is_array and part.path == _PATH:
            groups.append([part])
        elif part.path[:2] == _PATH and groups:
            groups[-1].append(part)
    return groups


def _tables(item: object) -> list[Table]:
    return [each for each in item if isinstance(each, Mapping)] if isinstance(item, list | tuple) else []
