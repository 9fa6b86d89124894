"""The seven-column table of a programme: when, why, for whom, what, at what cost, by whom, how it is seen (S2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.effort import cost_of, goal_directed
from salgsplan_tui.domain.programme import ActivityProgramme, Goal


@dataclass(frozen=True)
class TableRow:
    """One activity as a line of the table."""

    activity: Activity
    goal: Goal | None
    programme: ActivityProgramme | None
    cost: int
    """In øre: what it came to where it is settled, else what is planned."""
    owner: str


@dataclass(frozen=True)
class TableGroup:
    """The activities of one activity programme, or those without one."""

    programme: ActivityProgramme | None
    rows: tuple[TableRow, ...]

    @property
    def cost(self) -> int:
        """What they cost together, in øre."""
        return sum(row.cost for row in self.rows)


def programme_table(basis: Basis) -> tuple[TableGroup, ...]:
    """Return the activities of a programme in their groups, what was called off or skipped left out."""
    rows = [_row(basis, row) for row in basis.rows if row.counts and not row.is_private]
    groups: list[ActivityProgramme | None] = [*basis.programme.programmes, None]
    found = (TableGroup(group, tuple(row for row in rows if row.programme == group)) for group in groups)
    return tuple(group for group in found if group.rows)


def without_goal(basis: Basis) -> Iterator[Activity]:
    """Yield the activities with customers, and of service, that serve no goal (S1)."""
    yield from goal_directed(basis).without_goal.rows


def served_goals(basis: Basis) -> frozenset[str]:
    """Return the goals that an activity serves, by itself or through its activity programme or that one's strategy."""
    programme = basis.programme
    strategies = {each.id: each.goals for each in programme.strategies}
    through = {each.id: (*each.goals, *strategies.get(each.strategy or "", ())) for each in programme.programmes}
    rows = [row for row in basis.rows if row.counts]
    named = {row.goal for row in rows if row.goal is not None}
    return frozenset(named.union(*(through.get(row.programme or "", ()) for row in rows)))


def _row(basis: Basis, row: Activity) -> TableRow:
    programme = next((each for each in basis.programme.programmes if each.id == row.programme), None)
    own = (programme and programme.owner) or basis.programme.owner or basis.plan.settings.name
    return TableRow(row, basis.plan.goal(row.goal or ""), programme, cost_of(row, basis.plan.settings), own)
