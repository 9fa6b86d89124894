"""The entries of a step: the texts of what a file holds, before a change and after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import tomli

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import OwnChannel
from salgsplan_tui.domain.checking import MisfitError
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import Sheet
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.changes import FileChange
from salgsplan_tui.storage.contents import Content
from salgsplan_tui.storage.document import Document, same
from salgsplan_tui.storage.names import Kind, kind_of, sheet_key
from salgsplan_tui.storage.rewriting import Draft
from salgsplan_tui.storage.row_edits import block_texts, row_text
from salgsplan_tui.storage.steps import Entry, EntryKind, Side
from salgsplan_tui.storage.tables import (
    ARRAYS,
    PROGRESSES,
    Row,
    progress_from,
    review_from,
    row_from,
    snapshot_from,
    week_from,
    week_tables,
)

ROW_KINDS: Final[Mapping[EntryKind, type[Row]]] = {
    EntryKind.ACTIVITY: Activity,
    EntryKind.CUSTOMER: Customer,
    EntryKind.SERIES: Series,
    EntryKind.LEAVE: Leave,
    EntryKind.OFFER: Offer,
    EntryKind.ORDER: Order,
    EntryKind.CASE: ServiceCase,
    EntryKind.CHANNEL: OwnChannel,
    EntryKind.PLAYBOOK: Playbook,
    EntryKind.IMPROVEMENT: ImprovementArea,
    EntryKind.ISSUE: ReportIssue,
    EntryKind.REFLECTION: Reflection,
}
"""The entries that are the block of a row."""

_ENTRIES: Final[Mapping[type[Row], EntryKind]] = {row: kind for kind, row in ROW_KINDS.items()}
_FILE_KINDS: Final = {Kind.SETTINGS: EntryKind.SETTINGS, Kind.SALES_PLAN: EntryKind.SALES_PLAN}

Key = tuple[EntryKind, str]


def entries_of(drafts: Sequence[Draft], changes: Mapping[str, FileChange]) -> tuple[Entry, ...]:
    """Return what the drafts change; a row that moves between files is one entry."""
    before: dict[Key, Side] = {}
    after: dict[Key, Side] = {}
    for draft in drafts:
        old = draft.before
        touched = list(_touched(changes[draft.file], old.reading.content))
        # A file that gives a row is written after the one that receives it, so its text is the one that counts.
        before |= _sides(draft.file, old.document, old.reading.content, touched)
        if draft.after is not None:
            after |= _sides(draft.file, draft.after, draft.content, touched)
    keys = dict.fromkeys((*before, *after))
    return tuple(Entry(*key, before.get(key), after.get(key)) for key in keys)


def texts(document: Document, content: Content, keys: Iterable[Key]) -> dict[Key, str]:
    """Return the texts of those of the keys that a file holds."""
    found: dict[Key, str] = {}
    blocks: dict[str, list[str]] = {}
    for kind, identity in keys:
        if kind is EntryKind.WEEK:
            found[kind, identity] = _week_text(content.sheet)
        elif kind not in ROW_KINDS:
            found |= {(kind, identity): document.text} if document.text else {}
        elif isinstance(row := content.row(identity), ROW_KINDS[kind]):
            array = ARRAYS[type(row)]
            if array not in blocks:
                blocks[array] = block_texts(document, array)
            place = content.place(identity)
            found[kind, identity] = blocks[array][place.number] if blocks[array] and place else row_text(row)
    return found


def row_in(kind: EntryKind, text: str) -> Row | None:
    """Return the row of a block's text, or None where it cannot be used any more."""
    table = _table(kind, text)
    try:
        return None if table is None else row_from(ROW_KINDS[kind], table)
    except MisfitError:
        return None


def sheet_in(text: str) -> Sheet | None:
    """Return the sheet of a week's text, without its rows, or None where it cannot be used any more."""
    try:
        data = tomli.loads(text)
        snapshot, week = data.get("snapshot"), week_from(data.get("week", {}))
        month, quarter = (progress_from(data.get(name, {})) for name in PROGRESSES)
        return Sheet(
            must_dos=week.must_dos,
            needs=week.needs,
            snapshot=None if snapshot is None else snapshot_from(snapshot),
            review=review_from(data.get("review", {})),
            month_review=month,
            quarter_review=quarter,
        )
    except (MisfitError, ValueError, RecursionError):
        return None


def is_same(kind: EntryKind, one: str | None, other: str | None) -> bool:
    """Say whether two texts of an entry say the same, however they are written."""
    if one is None or other is None or one == other:
        return one == other
    first, second = _table(kind, one), _table(kind, other)
    return first is not None and second is not None and same(first, second)


def _touched(change: FileChange, before: Content) -> Iterator[Key]:
    kind = kind_of(change.file)
    if change.sheet is not None:
        yield EntryKind.WEEK, sheet_key(change.file)
    if kind in _FILE_KINDS:
        yield _FILE_KINDS[kind], sheet_key(change.file)
    yield from ((_ENTRIES[type(row)], identity) for identity, row in change.puts.items())
    leaving = (row for identity in change.takes if (row := before.row(identity)) is not None)
    yield from ((_ENTRIES[type(row)], row.id) for row in leaving)


def _sides(file: str, document: Document, content: Content, keys: Sequence[Key]) -> dict[Key, Side]:
    return {key: Side(file, text) for key, text in texts(document, content, keys).items()}


def _week_text(sheet: Sheet) -> str:
    return "".join(emitter.table(name, table) for name, table in week_tables(sheet).items() if table)


def _table(kind: EntryKind, text: str) -> dict[str, object] | None:
    try:
        data = tomli.loads(text)
    except (ValueError, RecursionError):
        return None
    if kind not in ROW_KINDS:
        return data
    rows = data.get(ARRAYS[ROW_KINDS[kind]])
    return rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else None
