"""Where hours and kroner go: with and without a goal, by strategy and by focus area (S12, S47; chapter 4.14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.counting import worked_minutes
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.settings import Settings


@dataclass(frozen=True)
class Effort:
    """What some activities take: as it came to where they are done, else as planned."""

    rows: tuple[Activity, ...] = ()
    minutes: int = 0
    cost: int = 0
    """In øre."""

    @property
    def done(self) -> int:
        """How many of them are done."""
        return sum(1 for row in self.rows if row.state is State.DONE)


@dataclass(frozen=True)
class GoalDirected:
    """All effort of a programme, parted by whether it serves a goal; the three add up to the whole."""

    with_goal: Effort
    without_goal: Effort
    """Work with customers and service that serves none: it should."""
    own_work: Effort
    """Planning, reports and travel that serve none: it need not."""

    @property
    def whole(self) -> Effort:
        """All of it."""
        parts = (self.with_goal, self.without_goal, self.own_work)
        rows = tuple(row for part in parts for row in part.rows)
        return Effort(rows, sum(part.minutes for part in parts), sum(part.cost for part in parts))

    @property
    def share(self) -> Fraction | None:
        """The part of the minutes that serves a goal; None of no minutes."""
        minutes = self.whole.minutes
        return None if minutes == 0 else Fraction(self.with_goal.minutes, minutes)


def effort_of(rows: Iterable[Activity], settings: Settings) -> Effort:
    """Return what activities take."""
    found = tuple(rows)
    return Effort(found, sum(map(minutes_of, found)), sum(cost_of(row, settings) for row in found))


def minutes_of(row: Activity) -> int:
    """Return the minutes that a row took, or is planned to take."""
    return worked_minutes(row) if row.state is State.DONE else row.minutes or 0


def cost_of(row: Activity, settings: Settings) -> int:
    """Return in øre what a row came to where it is settled, else what is planned."""
    return planned_cost(row, settings) if row.is_open else actual_cost(row, settings)


def goal_directed(basis: Basis) -> GoalDirected:
    """Return the effort with and without a goal; what was called off, and what is private, takes none."""
    served = programmes_with_goals(basis)
    goals = {goal.id for plan in basis.plan.sales_plans.values() for goal in plan.goals}  # words are no goal yet
    rows = counted_rows(basis)
    with_goal = [row for row in rows if row.goal in goals or row.programme in served]
    rest = [row for row in rows if row.goal not in goals and row.programme not in served]
    settings = basis.plan.settings
    return GoalDirected(
        effort_of(with_goal, settings),
        effort_of((row for row in rest if row.kind in {"customer", "service"}), settings),
        effort_of((row for row in rest if row.kind not in {"customer", "service"}), settings),
    )


def counted_rows(basis: Basis) -> tuple[Activity, ...]:
    """Return the rows of a programme that take time and money for it."""
    return tuple(row for row in basis.rows if row.counts and not row.is_private)


def programmes_with_goals(basis: Basis) -> frozenset[str]:
    """Return the activity programmes that serve a goal, by themselves or through their strategy."""
    serving = {each.id for each in basis.programme.strategies if each.goals}
    return frozenset(each.id for each in basis.programme.programmes if each.goals or (each.strategy or "") in serving)


def by_programme(basis: Basis) -> Mapping[str | None, Effort]:
    """Return the effort on each activity programme by its id, and under None what belongs to none."""
    groups: dict[str | None, list[Activity]] = {each.id: [] for each in basis.programme.programmes} | {None: []}
    for row in counted_rows(basis):
        groups[row.programme if row.programme in groups else None].append(row)
    return {key: effort_of(rows, basis.plan.settings) for key, rows in groups.items()}


def by_strategy(basis: Basis) -> Mapping[str, Effort]:
    """Return the effort on each strategy by its id, through its activity programmes."""
    efforts = by_programme(basis)
    found = {}
    for strategy in basis.programme.strategies:
        own = [each.id for each in basis.programme.programmes if each.strategy == strategy.id]
        found[strategy.id] = effort_of((row for each in own for row in efforts[each].rows), basis.plan.settings)
    return found


def by_focus_area(basis: Basis) -> Mapping[str, Effort]:
    """Return the effort on each focus area that a goal or strategy of the programme names, by its id (S47).

    A row belongs to the area of its goal, else to that of its activity programme's strategy.
    """
    goals = {each.id: each.focus_area for each in basis.programme.goals}
    strategies = {each.id: each.focus_area for each in basis.programme.strategies}
    programmes = {each.id: strategies.get(each.strategy or "") for each in basis.programme.programmes}
    named = [*goals.values(), *strategies.values()]
    groups: dict[str, list[Activity]] = {each: [] for each in named if each is not None}
    for row in counted_rows(basis):
        area = goals.get(row.goal or "") or programmes.get(row.programme or "")
        if area is not None:
            groups[area].append(row)
    return {key: effort_of(rows, basis.plan.settings) for key, rows in groups.items()}
