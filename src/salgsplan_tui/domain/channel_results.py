"""What each channel has given so far: contacts, meetings, offers, orders, and what one of each cost (chapter 4.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.channels import ActivityType
from salgsplan_tui.domain.money import actual_cost, time_cost
from salgsplan_tui.domain.plan import Plan

_ANSWERS: Final = ("reached", "responses", "attendees", "leads")
"""The counts that tell how many were met, the first that is known counting."""
_NOBODY: Final = frozenset({None, Outcome.NO_ANSWER, Outcome.WRONG_PERSON})


@dataclass(frozen=True)
class ChannelResult:
    """The done activities of a channel, and what came of them."""

    number: int = 0
    contacts: int = 0
    meetings: int = 0
    offers: int | None = None
    """None where no sales were read."""
    orders: int | None = None
    cost: Fraction = Fraction(0)
    """Outlays, kilometres and the seller's own time, in øre."""

    def cost_of(self, number: int | None) -> Fraction | None:
        """Return what one of so many cost; no value where there was none (chapter 4)."""
        return self.cost / number if number else None


def results_by_channel(plan: Plan) -> Mapping[str, ChannelResult]:
    """Return the results of every channel in which something was done, as far as its weeks were read."""
    rows: dict[str, list[Activity]] = {}
    for row in plan.stored():
        if row.state is State.DONE and row.channel is not None:
            rows.setdefault(row.channel, []).append(row)
    return {channel: _result(plan, found) for channel, found in rows.items()}


def _result(plan: Plan, rows: Iterable[Activity]) -> ChannelResult:
    done = tuple(rows)
    ids = {row.id for row in done}
    has_sales = bool(plan.offers or plan.orders)
    return ChannelResult(
        number=len(done),
        contacts=sum(map(_contacts, done)),
        meetings=sum(map(_meetings, done)),
        offers=sum(offer.activity in ids for offer in plan.offers.values()) if has_sales else None,
        orders=sum(order.origin in {f"activity:{each}" for each in ids} for order in plan.orders.values())
        if has_sales
        else None,
        cost=sum((actual_cost(row, plan.settings) + time_cost(row, plan.settings) for row in done), Fraction(0)),
    )


def _contacts(row: Activity) -> int:
    counted = next((row.outcome_counts[name] for name in _ANSWERS if name in row.outcome_counts), None)
    if counted is not None:
        return counted
    return 0 if row.outcome in _NOBODY else len(row.contacts)


def _meetings(row: Activity) -> int:
    booked = row.outcome_counts.get("meetings_booked")
    return int(row.outcome is Outcome.MEETING_BOOKED) if booked is None else booked


@dataclass(frozen=True)
class WhatIf:
    """What one more activity of a kind would cost and may bring, before it is chosen (S14)."""

    cost: Fraction
    """The usual outlays at their lowest, and the seller's own time, in øre."""
    contacts: Fraction | None
    """As many as those of this kind have given on average; None where none was done."""
    break_even: int | None
    """The orders that pay for it, at the average margin of the orders so far (chapter 4.8)."""


def what_if(plan: Plan, channel: str, kind: ActivityType) -> WhatIf:
    """Return what one more activity of this kind would come to."""
    outlays = sum(cost.low or 0 for cost in kind.costs)
    cost = plan.settings.hour_cost(kind.minutes or 0) + outlays
    known = [order.amount - order.variable_cost for order in plan.orders.values() if order.variable_cost is not None]
    margin = Fraction(sum(known), len(known)) if known else None
    done = [row for row in plan.stored() if (row.channel, row.type) == (channel, kind.code) and row.state is State.DONE]
    contacts = Fraction(sum(map(_contacts, done)), len(done)) if done else None
    return WhatIf(cost, contacts, -int(-cost // margin) if margin is not None and margin > 0 else None)
