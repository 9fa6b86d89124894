"""The cost budget: what each line may cost, has cost, is bound to and will cost (chapter 4.9, S42-S43)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.money import mileage
from salgsplan_tui.domain.plan_parts import BudgetLine, PlanCost

MILEAGE: Final = "mileage"
"""The kind of cost that kilometres are."""


@dataclass(frozen=True)
class Costs:
    """The four sums of chapter 4.9, in øre, and what follows from them."""

    budget: int = 0
    actual: int = 0
    committed: int = 0
    """Ordered and not yet invoiced."""
    planned: int = 0
    """Planned and not yet ordered."""

    def plus(self, other: "Costs") -> "Costs":
        """Return the two together."""
        return Costs(
            self.budget + other.budget,
            self.actual + other.actual,
            self.committed + other.committed,
            self.planned + other.planned,
        )

    @property
    def available(self) -> int:
        """What can still be spent or ordered."""
        return self.budget - self.actual - self.committed

    @property
    def forecast(self) -> int:
        """What it will come to."""
        return self.actual + self.committed + self.planned

    @property
    def variance(self) -> int:
        """What will be left (mindreforbruk), or below 0 what will be lacking (merforbruk)."""
        return self.budget - self.forecast


@dataclass(frozen=True)
class Charge:
    """One cost that a line holds: an outlay, kilometres, or a cost of the plan itself."""

    line: str | None
    """The line's id; None where it is held against none of the plan's."""
    costs: Costs
    row: Activity | None = None
    """The activity that brings it; None for a cost of the plan itself."""
    cost: PlanCost | None = None
    """The cost of the plan itself."""
    kind: str = "other"
    """What it was for, by chapter 5.2's codes; `mileage` for kilometres."""

    @property
    def day(self) -> dt.date | None:
        """The day it falls on: that of its activity, or of the cost of the plan; None where there is none yet."""
        if self.row is not None:
            return self.row.date
        return None if self.cost is None else self.cost.date


@dataclass(frozen=True)
class Budget:
    """The cost budget of a sales plan, line by line."""

    lines: tuple[BudgetLine, ...]
    charges: tuple[Charge, ...]

    @cached_property
    def by_line(self) -> Mapping[str, Costs]:
        """The sums of each line by its id."""
        return {line.id: Costs(line.amount).plus(self._charged.get(line.id, Costs())) for line in self.lines}

    @cached_property
    def without_line(self) -> Costs:
        """What is held against none of the lines."""
        return self._charged.get(None, Costs())

    @property
    def by_strategy(self) -> Mapping[str, Costs]:
        """The sums of each strategy by its id, and of what is shared (S43)."""
        found: dict[str, Costs] = {}
        for line in self.lines:
            found[line.strategy] = found.get(line.strategy, Costs()).plus(self.by_line[line.id])
        return found

    @property
    def total(self) -> Costs:
        """Everything together, what has no line too."""
        return _sum((*self.by_line.values(), self.without_line))

    def of(self, line: str | None) -> tuple[Charge, ...]:
        """Return what a line's sums were counted from."""
        return tuple(charge for charge in self.charges if charge.line == line)

    @cached_property
    def _charged(self) -> Mapping[str | None, Costs]:
        found: dict[str | None, list[Costs]] = {}
        for charge in self.charges:
            found.setdefault(charge.line, []).append(charge.costs)
        return {line: _sum(costs) for line, costs in found.items()}


def budget_of(basis: Basis) -> Budget:
    """Return the cost budget of a sales plan with what its period's activities cost."""
    lines = basis.programme.budget_lines
    known = {line.id for line in lines}
    driven = next((line.id for line in lines if line.mileage), None)
    charges = [*_of_plan(basis.programme.costs, known)]
    for row in basis.rows:
        charges += [
            Charge(item.line if item.line in known else None, _outlay(row, item), row, kind=item.kind)
            for item in row.costs
        ]
        if kilometres := _kilometres(basis, row):
            charges.append(Charge(driven, kilometres, row, kind=MILEAGE))
    return Budget(lines, tuple(charges))


def _outlay(row: Activity, item: CostItem) -> Costs:
    return Costs(
        actual=item.actual, committed=item.committed, planned=max(0, item.planned - item.committed) * row.is_open
    )


def _kilometres(basis: Basis, row: Activity) -> Costs | None:
    planned, actual = (
        mileage(row, row.km_planned, basis.plan.settings),
        mileage(row, row.km_actual, basis.plan.settings),
    )
    costs = Costs(actual=actual, planned=planned * row.is_open)
    return None if costs == Costs() else costs


def _of_plan(costs: Iterable[PlanCost], known: set[str]) -> Iterator[Charge]:
    for item in costs:
        rest = max(0, item.planned - item.committed - item.actual)
        sums = Costs(actual=item.actual, committed=item.committed, planned=rest)
        yield Charge(item.line if item.line in known else None, sums, cost=item, kind=item.kind)


def _sum(costs: Iterable[Costs]) -> Costs:
    listed = tuple(costs)  # thousands of them: no value is made for each
    return Costs(
        sum(each.budget for each in listed),
        sum(each.actual for each in listed),
        sum(each.committed for each in listed),
        sum(each.planned for each in listed),
    )
