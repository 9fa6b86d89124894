"""Which activity gets an order: one touch, told or suggested, and each order counted once in every total (4.7, S48)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import COUNTER, Order

DISTRIBUTION: Final = "distribution"
"""The channel of every order that came through a distributor (S17)."""

_DAYS: Final = 90
"""For so long an activity may be what led to an order."""


@dataclass(frozen=True)
class SaleShare:
    """Sale against serving at the counter: how much the seller's own activities led to."""

    orders: int
    by_activity: int
    value: int
    """In øre."""
    value_by_activity: int
    unknown: int
    """The orders whose origin nobody has told."""

    @property
    def by_number(self) -> Fraction | None:
        """The share of the orders."""
        return None if self.orders == 0 else Fraction(self.by_activity, self.orders)

    @property
    def by_value(self) -> Fraction | None:
        """The share of their value."""
        return None if self.value == 0 else Fraction(self.value_by_activity, self.value)


def sale_share(orders: Iterable[Order]) -> SaleShare:
    """Return how much of these orders came from the seller's own activities."""
    listed = tuple(orders)
    own = [each for each in listed if each.activity is not None]
    return SaleShare(
        orders=len(listed),
        by_activity=len(own),
        value=sum(each.net for each in listed),
        value_by_activity=sum(each.net for each in own),
        unknown=sum(1 for each in listed if not each.origin),
    )


def suggested_origin(plan: Plan, customer: str, day: dt.date, offer: str | None = None) -> str:
    """Return the origin to propose for a customer's order: the offer's activity, else the last one done, else none."""
    offered = plan.offers.get(offer or "")
    if offered is not None and offered.activity is not None:
        return f"activity:{offered.activity}"
    last = next(iter(led_lately(plan, customer, day)), None)
    return COUNTER if last is None else f"activity:{last.id}"


def led_lately(plan: Plan, customer: str, day: dt.date) -> tuple[Activity, ...]:
    """Return the activities done with a customer that may have led to an order, the newest first."""
    found = (row for row in plan.stored() if _may_have_led(row, customer, day))
    return tuple(sorted(found, key=_when, reverse=True))


def _may_have_led(row: Activity, customer: str, day: dt.date) -> bool:
    done = row.state is State.DONE and row.date is not None and row.kind in {"customer", "service"}
    return done and customer in row.customers and row.date is not None and 0 <= (day - row.date).days <= _DAYS


def _when(row: Activity) -> tuple[dt.date, dt.time, str]:
    return row.date or dt.date.min, row.start or dt.time(), row.id


def channel_of(order: Order, rows: Mapping[str, Activity]) -> str | None:
    """Return the channel that an order is counted under; None for the counter, or where its activity is unknown."""
    if order.via is not None:
        return DISTRIBUTION
    row = rows.get(order.activity or "")
    return None if row is None else row.channel
