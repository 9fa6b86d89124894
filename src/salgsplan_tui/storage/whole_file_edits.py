"""The edits of a file that holds one thing: the settings, or a sales plan with its parts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from salgsplan_tui.domain.plan_parts import MarketShareTarget, PlanRates
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.row_edits import block_texts
from salgsplan_tui.storage.scanner import ScanError
from salgsplan_tui.storage.sections import sections
from salgsplan_tui.storage.splice import DeleteBlock, Edit, InsertBlock, SetKeys, SetTableKeys, SetTopKeys
from salgsplan_tui.storage.tables import ORDERS, SALES_PLAN_PARTS, Table, differences, table_of

SUBTABLE_ORDERS: Final[Mapping[str, Sequence[str]]] = {
    "rates": ORDERS[PlanRates],
    "market_share": ORDERS[MarketShareTarget],
}
"""The order of the keys in the tables of a sales plan, by the tables' names."""

Name = tuple[object, int]
"""What tells a block of an array from the others: its id, else what it is about, and which of several such it is."""


def whole_file_edits(document: Document, old: Settings | SalesPlan | None, new: Settings | SalesPlan) -> Iterator[Edit]:
    """Yield the edits that make the one value of the other."""
    before: Table = {} if old is None else table_of(old)
    after = table_of(new)
    order = ("schema", *ORDERS[type(new)])
    headed = _headed(document)
    for name, item in differences(before, after).items():
        if name in SALES_PLAN_PARTS and isinstance(new, SalesPlan):
            array, kind = SALES_PLAN_PARTS[name]
            yield from _Blocks(document, array, ORDERS[kind]).edits(_tables(before, name), _tables(after, name))
        elif isinstance(item, Mapping) and (name in headed or name not in document.data):
            yield SetTableKeys(name, differences(_table(before, name), item), SUBTABLE_ORDERS.get(name, ()))
        else:
            if name in headed:
                yield SetTopKeys({name: None})
            yield SetTopKeys({name: item}, order)


class _Blocks:
    """The blocks of an array, each of which comes, changes, leaves or takes another place by itself."""

    def __init__(self, document: Document, array: str, order: Sequence[str]) -> None:
        self.document = document
        self.array = array
        self.order = order

    def edits(self, old: Sequence[Table], new: Sequence[Table]) -> Iterator[Edit]:
        """Yield the edits; what stays where it is keeps every byte that does not change."""
        before, after = _named(old), _named(new)
        staying = _in_same_order(list(before), list(after))
        for place, name in reversed(list(enumerate(before))):
            if name not in staying:
                yield DeleteBlock(self.array, place)
        for place, (name, table) in enumerate(after.items()):
            if name not in staying:
                yield InsertBlock(self.array, place, self._text(list(before), name, table))
            if name in before and (changed := differences(before[name], table)):
                yield SetKeys(self.array, place, changed, self.order)

    def _text(self, before: Sequence[Name], name: Name, table: Table) -> str:
        """Return the block's text: of one that takes another place as it stands, with its comments."""
        texts = block_texts(self.document, self.array) if name in before else []
        return texts[before.index(name)] if texts else emitter.block(self.array, table, self.order)


def _named(tables: Sequence[Table]) -> dict[Name, Table]:
    counted: Counter[object] = Counter()
    named: dict[Name, Table] = {}
    for table in tables:
        about = table.get("id") or (table.get("segment"), table.get("product"), table.get("title"))
        named[about, counted[about]] = table
        counted[about] += 1
    return named


def _in_same_order(before: Sequence[Name], after: Sequence[Name]) -> frozenset[Name]:
    """Return those that can stay where they are while the others are moved around them."""
    if [name for name in before if name in after] == [name for name in after if name in before]:
        return frozenset(before) & frozenset(after)
    from difflib import SequenceMatcher  # noqa: PLC0415  # it is seldom that something takes another place

    matches = SequenceMatcher(a=before, b=after, autojunk=False).get_matching_blocks()
    return frozenset(name for match in matches for name in before[match.a : match.a + match.size])


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
