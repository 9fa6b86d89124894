"""What makes one plan out of another, file by file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import Sheet
from salgsplan_tui.storage.homes import home_file
from salgsplan_tui.storage.names import SETTINGS, plan_file, sheet_file
from salgsplan_tui.storage.tables import Row


@dataclass
class FileChange:
    """What changes in one file."""

    file: str
    puts: dict[str, Row] = field(default_factory=dict)
    """The rows that are new or otherwise, by id."""
    takes: set[str] = field(default_factory=set)
    """The ids of the rows that leave it."""
    moved_from: dict[str, str] = field(default_factory=dict)
    """The files in which rows that are new here lay before, by id."""
    sheet: Sheet | None = None
    """The week, where its must-dos, needs, snapshot or a review changed."""
    value: Settings | SalesPlan | None = None
    """What the whole file holds, where it holds one thing."""
    removes_file: bool = False


class Changes:
    """Gathers what changes, by file."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.by_file: dict[str, FileChange] = {}

    def of(self, file: str) -> FileChange:
        """Return what changes in a file, to be added to."""
        return self.by_file.setdefault(file, FileChange(file))

    def put(self, row: Row, file: str, source: str | None = None) -> None:
        """Note that a row is new or otherwise; `source` is the file it lay in before."""
        change = self.of(file)
        change.puts[row.id] = row
        if source not in {None, file}:
            change.moved_from[row.id] = source or ""
            self.of(source or "").takes.add(row.id)

    def in_order(self) -> list[FileChange]:
        """Return the changes so that a file that receives a row is written before the one that gives it.

        Customers, plans and series come first, for activities name them.
        """
        waiting = dict(sorted(self.by_file.items(), key=lambda each: ("/" in each[0], each[0])))
        ordered: list[FileChange] = []
        while waiting:
            givers = {source for change in waiting.values() for source in change.moved_from.values()}
            file = next((file for file in waiting if file not in givers), next(iter(waiting)))
            ordered.append(waiting.pop(file))
        return ordered


_PARTS: Final[tuple[Callable[[Plan], Mapping[str, Row]], ...]] = (
    lambda plan: plan.customers,
    lambda plan: plan.series,
    lambda plan: plan.leave,
    lambda plan: plan.offers,
    lambda plan: plan.orders,
    lambda plan: plan.cases,
    lambda plan: plan.own_channels,
    lambda plan: plan.own_playbooks,
    lambda plan: plan.improvements,
    lambda plan: plan.issued,
    lambda plan: plan.reflections,
)
"""The parts of a plan that are rows in files, beside the activities."""


def changes_between(old: Plan, new: Plan, file_of: Callable[[Row], str]) -> Changes:
    """Return what has to change in the files that say the old plan, so that they say the new one.

    `file_of` tells in which file a row of the old plan lies.
    """
    changes = Changes()
    _activities(changes, old, new, file_of)
    for part in _PARTS:
        _rows(changes, part(old), part(new), file_of)
    if new.settings != old.settings:
        changes.of(SETTINGS).value = new.settings
    for identity in old.sales_plans.keys() | new.sales_plans.keys():
        plan = new.sales_plans.get(identity)
        if plan != old.sales_plans.get(identity):
            change = changes.of(plan_file(identity))
            change.value, change.removes_file = plan, plan is None
    return changes


def _activities(changes: Changes, old: Plan, new: Plan, file_of: Callable[[Row], str]) -> None:
    before: dict[str, Activity] = {}
    after: dict[str, Activity] = {}
    for key in _differing(old.sheets, new.sheets):
        was, becomes = old.sheets.get(key, Sheet()), new.sheets.get(key, Sheet())
        for identity in _differing(was.activities, becomes.activities):
            before |= {identity: was.activities[identity]} if identity in was.activities else {}
            after |= {identity: becomes.activities[identity]} if identity in becomes.activities else {}
        if replace(was, activities={}) != replace(becomes, activities={}):
            changes.of(sheet_file(key)).sheet = becomes
    _put_and_take(changes, before, after, file_of)


def _rows(changes: Changes, old: Mapping[str, Row], new: Mapping[str, Row], file_of: Callable[[Row], str]) -> None:
    keys = _differing(old, new)
    before, after = ({key: rows[key] for key in keys if key in rows} for rows in (old, new))
    _put_and_take(changes, before, after, file_of)


def _put_and_take(
    changes: Changes, before: Mapping[str, Row], after: Mapping[str, Row], file_of: Callable[[Row], str]
) -> None:
    for identity, row in after.items():
        source = file_of(before[identity]) if identity in before else None
        changes.put(row, home_file(row) or source or file_of(row), source)
    for identity in before.keys() - after.keys():
        changes.of(file_of(before[identity])).takes.add(identity)


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """Return the keys under which the two hold different things, those that did not change passed over at a glance."""
    if old is new:
        return []
    keys = dict.fromkeys((*old, *new))
    return [key for key in keys if (one := old.get(key)) is not (other := new.get(key)) and one != other]
