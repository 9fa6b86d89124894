"""What came of an activity, and what it then came to cost (chapter 3.3, 4.9)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity, CostItem, Outcome

if TYPE_CHECKING:
    from salgsplan_tui.domain.sales import Offer, Order


@dataclass(frozen=True)
class Result:
    """What came of an activity, as far as it was told."""

    outcome: Outcome | None = None
    note: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    """Such as (("reached", 9), ("meetings_booked", 3))."""
    minutes: int | None = None
    quantity: int | None = None
    actual_cost: int | None = None
    """All outlays in øre."""
    km: int | None = None
    objected: tuple[str, ...] = ()
    """The ids of those who want no more contact; where the outcome says so and nobody is named, all of the row."""

    sale: "Offer | Order | None" = None
    """The offer that was sent, or the order that was given."""

    @property
    def has_objection(self) -> bool:
        """Say whether somebody wants no more contact."""
        return bool(self.objected) or self.outcome is Outcome.OBJECTED


def with_result(activity: Activity, result: Result, line: str | None = None) -> Activity:
    """Return the activity with its result; a quantity that was not told is the planned one.

    Without a cost item of its own, what was paid is held against this budget line.
    """
    quantity = result.quantity if result.quantity is not None else activity.quantity_planned
    costs = activity.costs if result.actual_cost is None else paid(activity.costs, result.actual_cost, line)
    return activity.changed_to(
        outcome=result.outcome,
        outcome_note=result.note or activity.outcome_note,
        outcome_counts={**activity.outcome_counts, **dict(result.counts)},
        actual_minutes=activity.actual_minutes if result.minutes is None else result.minutes,
        quantity_done=quantity,
        costs=costs,
        km_actual=activity.km_actual if result.km is None else result.km,
    )


def paid(costs: tuple[CostItem, ...], total: int, line: str | None = None) -> tuple[CostItem, ...]:
    """Share the paid outlay over the items as they were planned; what was ordered is invoiced by as much (4.9)."""
    if not costs:
        return (CostItem(actual=total, line=line),)
    planned = sum(item.planned for item in costs)
    shares = [total * item.planned // planned for item in costs] if planned > 0 else [0] * len(costs)
    shares[-1] += total - sum(shares)
    return tuple(
        item.changed_to(actual=share, committed=max(0, item.committed - max(0, share)))
        for item, share in zip(costs, shares, strict=True)
    )
