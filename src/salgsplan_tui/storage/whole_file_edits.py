"""The edits of a file that holds one thing: the settings, or a sales plan with its goals and programmes."""

from collections.abc import Iterator, Mapping, Sequence

from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.scanner import ScanError
from salgsplan_tui.storage.sections import sections
from salgsplan_tui.storage.splice import DeleteBlock, Edit, InsertBlock, SetKeys, SetTableKeys, SetTopKeys
from salgsplan_tui.storage.tables import ORDERS, SALES_PLAN_ARRAYS, Table, differences, table_of


def whole_file_edits(document: Document, old: Settings | SalesPlan | None, new: Settings | SalesPlan) -> Iterator[Edit]:
    """Yield the edits that make the one value of the other."""
    before: Table = {} if old is None else table_of(old)
    after = table_of(new)
    order = ORDERS[type(new)]
    headed = _headed(document)
    for name, item in differences(before, after).items():
        if name in SALES_PLAN_ARRAYS and isinstance(new, SalesPlan):
            yield from _block_edits(SALES_PLAN_ARRAYS[name], _tables(before, name), _tables(after, name))
        elif isinstance(item, Mapping) and (name in headed or name not in document.data):
            yield SetTableKeys(name, differences(_table(before, name), item))
        else:
            if name in headed:
                yield SetTopKeys({name: None})
            yield SetTopKeys({name: item}, order)


def _block_edits(array: str, old: Sequence[Table], new: Sequence[Table]) -> Iterator[Edit]:
    """Yield the edits of blocks that are told apart by their ids; new ones come last."""
    ids = [table["id"] for table in old]
    kept = {table["id"]: table for table in new}
    for place, identity in reversed(list(enumerate(ids))):
        if identity not in kept:
            yield DeleteBlock(array, place)
    ids = [identity for identity in ids if identity in kept]
    was = {table["id"]: table for table in old}
    for identity, table in kept.items():
        if identity not in was:
            yield InsertBlock(array, len(ids), emitter.block(array, table))
            ids.append(identity)
        elif changed := differences(was[identity], table):
            yield SetKeys(array, ids.index(identity), changed)


def _headed(document: Document) -> set[str]:
    try:
        return {section.path[0] for section in sections(document.text)[1:]}
    except ScanError:  # told when the edits meet it
        return set()


def _table(table: Table, name: str) -> Table:
    item = table.get(name)
    return item if isinstance(item, Mapping) else {}


def _tables(table: Table, name: str) -> list[Table]:
    items = table.get(name, ())
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list | tuple) else []
