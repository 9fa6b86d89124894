"""The driving log and the outlays of a month, as they are claimed: each with its rate or receipt (chapter 4.5)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.money import mileage
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import PlanCost


@dataclass(frozen=True)
class Drive:
    """One drive: there and back."""

    row: Activity
    date: dt.date
    start: str
    """Where it began, as the settings say."""
    to: str
    km: int
    rate: int
    """What a kilometre gives on that day, in øre."""
    amount: int


@dataclass(frozen=True)
class Outlay:
    """Something that was paid for; below 0 it was credited."""

    date: dt.date
    purpose: str
    kind: str
    amount: int
    row: Activity | None = None
    """The activity it was paid for; None for a cost of the plan itself."""
    supplier: str | None = None
    invoice: str | None = None


@dataclass(frozen=True)
class ExpenseClaim:
    """Everything that is claimed for some days."""

    span: Span
    drives: tuple[Drive, ...]
    outlays: tuple[Outlay, ...]

    @property
    def km(self) -> int:
        """All kilometres."""
        return sum(each.km for each in self.drives)

    @property
    def mileage(self) -> int:
        """What the kilometres give, in øre."""
        return sum(each.amount for each in self.drives)

    @property
    def outlaid(self) -> int:
        """What was paid, in øre."""
        return sum(each.amount for each in self.outlays)

    @property
    def total(self) -> int:
        """What is claimed, in øre."""
        return self.mileage + self.outlaid


def expenses_of(plan: Plan, span: Span) -> ExpenseClaim:
    """Return what was driven and paid in these days, by the date of the activity, oldest first."""
    rows = [row for row in plan.stored() if row.date is not None and row.date in span and not row.is_open]
    drives = [_drive(plan, row) for row in rows if row.km_actual]
    outlays = [*(each for row in rows for each in _outlays(row)), *_of_plans(plan, span)]
    return ExpenseClaim(
        span,
        tuple(sorted(drives, key=lambda each: (each.date, each.row.start or dt.time(), each.row.id))),
        tuple(sorted(outlays, key=lambda each: (each.date, each.purpose))),
    )


def _drive(plan: Plan, row: Activity) -> Drive:
    date = row.date or dt.date.min
    settings = plan.settings
    return Drive(
        row=row,
        date=date,
        start=settings.office or settings.firm or "",
        to=row.place or ", ".join(plan.customers[each].name for each in row.customers if each in plan.customers),
        km=row.km_actual or 0,
        rate=settings.km_rate(date),
        amount=mileage(row, row.km_actual, settings),
    )


def _outlays(row: Activity) -> Iterator[Outlay]:
    for item in row.costs:
        if item.actual:
            yield _outlay(item, row.date or dt.date.min, row.title, row)


def _of_plans(plan: Plan, span: Span) -> Iterator[Outlay]:
    for each in plan.sales_plans.values():
        for cost in each.costs if each.level == "operative" else ():
            if cost.actual and cost.date is not None and cost.date in span:
                yield _outlay(cost, cost.date, cost.title, None)


def _outlay(item: CostItem | PlanCost, date: dt.date, purpose: str, row: Activity | None) -> Outlay:
    return Outlay(date, purpose, item.kind, item.actual, row, item.supplier, item.invoice)
