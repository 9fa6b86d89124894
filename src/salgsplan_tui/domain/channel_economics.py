"""What each channel has given and cost: contacts, meetings, offers, orders, margin, return (chapter 4.5-4.8, S13)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.attribution import channel_of
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.counting import booked, done_number, is_attempt, is_meeting, reached, worked_minutes
from salgsplan_tui.domain.money import actual_cost, time_cost
from salgsplan_tui.domain.sales import Order

LEAST: Final = 3
"""So many activities a channel must have had before it is called the best so far."""


@dataclass(frozen=True)
class ChannelResult:
    """What one channel, one activity, or all of them together came to."""

    activities: int = 0
    minutes: int = 0
    attempts: int = 0
    """Calls; the quantities of other channels count as `quantity` only."""
    reached: int = 0
    meetings: int = 0
    """Held, in a channel of meetings; booked, in any other."""
    responses: int = 0
    quantity: int = 0
    """What the channel counts: letters, visits, participants."""
    offers: int = 0
    orders: int = 0
    order_value: int = 0
    contribution_margin: int = 0
    """Of the orders whose variable cost is known."""
    costed_orders: int = 0
    """How many of the orders those are."""
    costed_value: int = 0
    """What those came to."""
    cost: int = 0
    """Outlays and kilometres, in øre."""
    time_cost: Fraction = Fraction(0)
    """What the seller's own time costs, in øre."""

    def plus(self, other: "ChannelResult") -> "ChannelResult":
        """Return the two together."""
        return ChannelResult(**{name: getattr(self, name) + getattr(other, name) for name in self.__dict__})

    @property
    def full_cost(self) -> Fraction:
        """Cost and own time together (chapter 4.5)."""
        return self.cost + self.time_cost

    @property
    def cost_per_attempt(self) -> Fraction | None:
        """The full cost of an attempt."""
        return per(self.full_cost, self.attempts)

    @property
    def cost_per_reached(self) -> Fraction | None:
        """The full cost of a person reached."""
        return per(self.full_cost, self.reached)

    @property
    def cost_per_response(self) -> Fraction | None:
        """The full cost of an answer."""
        return per(self.full_cost, self.responses)

    @property
    def cost_per_meeting(self) -> Fraction | None:
        """The full cost of a meeting."""
        return per(self.full_cost, self.meetings)

    @property
    def cost_per_offer(self) -> Fraction | None:
        """The full cost of an offer."""
        return per(self.full_cost, self.offers)

    @property
    def cost_per_order(self) -> Fraction | None:
        """The full cost of an order."""
        return per(self.full_cost, self.orders)

    @property
    def margin_per_hour(self) -> Fraction | None:
        """The contribution margin of an hour of the seller's work."""
        return per(Fraction(self.contribution_margin * 60), self.minutes)

    @property
    def margin_ratio(self) -> Fraction | None:
        """The contribution margin as a share of the value of the orders it is known of (DG)."""
        return per(Fraction(self.contribution_margin), self.costed_value)

    @property
    def return_on_cost(self) -> Fraction | None:
        """What came back over the activity cost, as a share of it (chapter 4.8)."""
        return per(Fraction(self.contribution_margin - self.cost), self.cost)

    @property
    def profitability(self) -> Fraction | None:
        """Margin to resource use: lønnsomhetsfaktor (chapter 4.8)."""
        return per(Fraction(self.contribution_margin), self.cost)

    @property
    def break_even_orders(self) -> int | None:
        """How many orders with the margin of these so far pay the cost."""
        return break_even(self.cost, per(Fraction(self.contribution_margin), self.costed_orders))


@dataclass(frozen=True)
class ChannelTable:
    """The channels side by side."""

    by_channel: Mapping[str | None, ChannelResult]
    """By code; under None the rows without a channel, and orders whose activity is not known."""
    counter: ChannelResult
    """The orders that no activity led to."""

    @property
    def total(self) -> ChannelResult:
        """All of them together: each activity and each order once."""
        return sum_of((*self.by_channel.values(), self.counter))

    @property
    def best(self) -> str | None:
        """The channel that gave the most margin an hour, of those with enough activities to tell."""
        rated = {code: each.margin_per_hour for code, each in self.by_channel.items() if each.activities >= LEAST}
        known = {
            code: margin for code, margin in rated.items() if code is not None and margin is not None and margin > 0
        }
        return max(known, key=lambda code: known[code], default=None)


def per(total: Fraction | int, number: int) -> Fraction | None:
    """Return the total for each; None where there is nothing to share it between, and shown as such."""
    return None if number == 0 else Fraction(total) / number


def break_even(cost: int, margin_per_order: Fraction | None) -> int | None:
    """Return how many orders pay the cost (chapter 4.8); None where an order leaves nothing."""
    if margin_per_order is None or margin_per_order <= 0:
        return None
    return ceil(cost / margin_per_order)


def sum_of(results: Iterable[ChannelResult]) -> ChannelResult:
    """Return all of these together."""
    total = ChannelResult()
    for each in results:
        total = total.plus(each)
    return total


def channel_economics(basis: Basis) -> ChannelTable:
    """Return what each channel has given in the period, and what it cost."""
    found: dict[str | None, ChannelResult] = {}
    rows = {row.id: row for row in (*basis.plan.stored(), *basis.rows)}

    def add(code: str | None, result: ChannelResult) -> None:
        found[code] = found.get(code, ChannelResult()).plus(result)

    done = {row.id for row in basis.done}
    for row in basis.rows:
        add(row.channel, _of_row(basis, row) if row.id in done else _only_cost(basis, row))
    for offer in basis.offers:
        origin = rows.get(offer.activity or "")
        add(None if origin is None else origin.channel, ChannelResult(offers=1))
    for order in basis.orders:
        if not _is_from_counter(order):
            add(channel_of(order, rows), _of_order(order))
    given = {code: result for code, result in found.items() if result != ChannelResult()}
    return ChannelTable(given, sum_of(_of_order(each) for each in basis.orders if _is_from_counter(each)))


def activity_result(basis: Basis, activity: Activity) -> ChannelResult:
    """Return what one activity came to, as a fair: its contacts and cost, the offers and orders it led to (S19)."""
    orders = [_of_order(each) for each in basis.orders if each.activity == activity.id]
    offers = sum(1 for each in basis.offers if each.activity == activity.id)
    return replace(sum_of([_of_row(basis, activity), *orders]), offers=offers)


def margin_of(order: Order) -> int:
    """Return the contribution margin of an order in øre; nothing of one whose variable cost nobody has told."""
    return 0 if order.variable_cost is None or not order.counts else order.net - order.variable_cost


def of_orders(orders: Iterable[Order]) -> ChannelResult:
    """Return what orders came to, from whatever channel, without what they took."""
    return sum_of([_of_order(each) for each in orders])


def _of_row(basis: Basis, row: Activity) -> ChannelResult:
    settings = basis.plan.settings
    return ChannelResult(
        activities=1,
        minutes=worked_minutes(row),
        attempts=done_number(row) if is_attempt(row) else 0,
        reached=reached(row),
        meetings=done_number(row) if is_meeting(row) else booked(row),
        responses=row.outcome_counts.get("responses", 0),
        quantity=done_number(row),
        cost=actual_cost(row, settings),
        time_cost=time_cost(row, settings),
    )


def _only_cost(basis: Basis, row: Activity) -> ChannelResult:
    """Return what was paid for a row that was not done: a deposit, a part of it."""
    return ChannelResult(cost=actual_cost(row, basis.plan.settings))


def _is_from_counter(order: Order) -> bool:
    return order.activity is None and order.via is None


def _of_order(order: Order) -> ChannelResult:
    known = order.variable_cost is not None
    return ChannelResult(
        orders=1,
        order_value=order.net,
        contribution_margin=margin_of(order),
        costed_orders=int(known),
        costed_value=order.net * known,
    )
