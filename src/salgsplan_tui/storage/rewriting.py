"""From what changes in a file to the file's new text: only what changed is touched, and all of it reads back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from salgsplan_tui.domain.building import built
from salgsplan_tui.domain.checking import Make, V, checked
from salgsplan_tui.domain.errors import NotWrittenError, Problem
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.changes import FileChange
from salgsplan_tui.storage.contents import ROWS, Content, content_of
from salgsplan_tui.storage.document import Document, differing
from salgsplan_tui.storage.files import LARGEST, Decoded, encode
from salgsplan_tui.storage.names import kind_of
from salgsplan_tui.storage.reading import Loaded, damaged
from salgsplan_tui.storage.row_edits import row_edits
from salgsplan_tui.storage.splice import Edit, NotSpliceableError, SetTableKeys, splice
from salgsplan_tui.storage.tables import ARRAYS, ORDERS, SALES_PLAN_PARTS, Row, differences, table_of, week_tables
from salgsplan_tui.storage.whole_file_edits import SUBTABLE_ORDERS, whole_file_edits

_NEW = "schema = 1\n"
_WEEK_KEYS = ("must_dos", "needs", "taken", "rows", "worked", "change", "reached", "done")


@dataclass(frozen=True)
class Draft:
    """A file as it was, and as it shall be."""

    file: str
    before: Loaded
    after: Document | None
    """None where the file shall go."""
    data: bytes
    content: Content
    problems: tuple[Problem, ...]
    is_rewritten: bool
    """It could not be changed key by key, so the whole of it was written anew, without its comments."""


def drafted(loaded: Loaded, change: FileChange, texts: Mapping[str, str]) -> Draft:
    """Return the file with its changes; `texts` are the blocks of rows that come from elsewhere, by id.

    Raises:
        DamagedError: the file cannot be read as it stands, so nothing may be written to it.
        NotWrittenError: it cannot be changed safely, or would not read as it should.
    """
    if loaded.reading.damage is not None:
        raise damaged(loaded.document.path, loaded.reading.damage)
    document, is_rewritten = _rewritten(loaded, change, texts)
    if document is None:
        return Draft(change.file, loaded, None, b"", Content(), (), is_rewritten=False)
    content, problems = content_of(change.file, document, _vouching(loaded, change))
    _check_reads_back(document, content, problems, change)
    data = encode(Decoded(document.text, loaded.has_bom))
    if len(data) > LARGEST:
        raise NotWrittenError("would_be_too_large", path=document.path, most=LARGEST // 1_000_000)
    return Draft(change.file, loaded, document, data, content, problems, is_rewritten)


def _vouching(loaded: Loaded, change: FileChange) -> Make:
    """Return what checks only the changed rows of a file in which all was right: `splice` holds the rest as it was."""
    if loaded.reading.problems:
        return checked
    kinds = ROWS.get(kind_of(change.file), ())

    def make(kind: type[V], table: Mapping[str, object]) -> V:
        is_as_it_was = kind in kinds and table.get("id") not in change.puts
        return built(kind, table) if is_as_it_was else checked(kind, table)

    return make


def _rewritten(loaded: Loaded, change: FileChange, texts: Mapping[str, str]) -> tuple[Document | None, bool]:
    if change.removes_file:
        return None, False
    document = loaded.document
    if not loaded.reading.exists:
        document = Document(document.path, _NEW, {"schema": 1})
    content, is_rewritten = loaded.reading.content, False
    try:
        after = splice(document, *_edits(document, content, change, texts))
    except NotSpliceableError:
        canonical, is_rewritten = _canonical(document, change), True
        after = splice(canonical, *_edits(canonical, content, change, texts))
    says_nothing = isinstance(change.value, Settings) and after.text == _NEW
    return None if says_nothing else after, is_rewritten


def _edits(document: Document, content: Content, change: FileChange, texts: Mapping[str, str]) -> Iterator[Edit]:
    if change.sheet is not None:
        before = week_tables(content.sheet)
        for name, table in week_tables(change.sheet).items():
            if changed := differences(before[name], table):
                yield SetTableKeys(name, changed, _WEEK_KEYS)
    if change.value is not None:
        yield from whole_file_edits(document, content.settings or content.sales_plan, change.value)
    for kind in ROWS.get(kind_of(change.file), ()):
        yield from row_edits(kind, document, content, change, texts)


def _canonical(document: Document, change: FileChange) -> Document:
    orders: dict[str, Sequence[str]] = {array: ORDERS[kind] for kind, array in ARRAYS.items()}
    if change.value is not None:
        orders |= SUBTABLE_ORDERS
        orders |= {array: ORDERS[kind] for array, kind in SALES_PLAN_PARTS.values()}
        orders[""] = ORDERS[type(change.value)]
    try:
        text = emitter.document(document.data, orders)
    except (TypeError, ValueError) as error:  # a number with thousands of figures, in a key that is none of ours
        raise NotWrittenError("splice_refused", path=document.path, reason=str(error)) from error
    return splice(replace(document, text=text))


def _check_reads_back(document: Document, content: Content, problems: tuple[Problem, ...], change: FileChange) -> None:
    damage = next((problem for problem in problems if problem.is_damage), None)
    if damage is not None:
        raise NotWrittenError("would_not_read", path=document.path, field=dict(damage.values).get("field"))
    for identity, row in change.puts.items():
        if not _says(content.row(identity), row):
            raise NotWrittenError("would_not_read", path=document.path, field=identity)
    if isinstance(change.value, SalesPlan) and not _says(content.sales_plan, change.value):
        raise NotWrittenError("would_not_read", path=document.path, field=change.value.id)


def _says(found: Row | SalesPlan | None, wanted: Row | SalesPlan) -> bool:
    """Say whether what was read back is what was to be written."""
    if found is None:
        return False
    there, here = table_of(found), table_of(wanted)
    return not differing(there, here) and not differing(here, there)
