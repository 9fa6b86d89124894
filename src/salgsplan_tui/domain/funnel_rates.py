"""The rates of the funnel: as planned, or as measured so far and saying how surely (chapter 4.3)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.amounts import share_of
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.counting import booked, done_number, is_attempt, is_meeting, reached
from salgsplan_tui.domain.plan_parts import PlanRates

ENOUGH: Final = 20
"""So many decided cases make a measured rate one to count with; until then it is drawn towards the planned one."""

_PRIOR: Final = 10
"""The planned rate weighs as much as so many cases."""


@dataclass(frozen=True)
class Rate:
    """How many of one step come to the next: as planned, or as measured so far."""

    value: Fraction | None
    """None where it cannot be told."""
    number: int = 0
    """Of so many it was measured; 0 for one that is only planned."""
    is_smoothed: bool = False
    """Measured in so few cases that the planned rate was counted in."""


@dataclass(frozen=True)
class Rates:
    """The rates of the whole funnel."""

    reached: Rate
    meeting: Rate
    offer: Rate
    hit: Rate
    average_order: Rate
    """In øre."""

    @property
    def is_measured(self) -> bool:
        """Say whether they are the seller's own so far, and not only planned."""
        each = (self.reached, self.meeting, self.offer, self.hit, self.average_order)
        return any(rate.number or rate.is_smoothed for rate in each)

    @property
    def is_smoothed(self) -> bool:
        """Say whether one of them was drawn towards the planned one: worth saying beside the figures."""
        each = (self.reached, self.meeting, self.offer, self.hit, self.average_order)
        return any(rate.is_smoothed for rate in each)


def plan_rates(rates: PlanRates | None) -> Rates:
    """Return the rates that were planned."""
    told = PlanRates() if rates is None else rates
    average = None if told.average_order is None else Fraction(told.average_order)
    met, meeting, offer, hit = (Rate(share_of(each)) for each in (told.reached, told.meeting, told.offer, told.hit))
    return Rates(met, meeting, offer, hit, Rate(average))


def own_rates(basis: Basis) -> Rates:
    """Return the rates measured in the period, drawn towards the planned ones while they rest on few cases."""
    planned = plan_rates(basis.programme.rates)
    calls = [row for row in basis.done if is_attempt(row)]
    attempts, met = sum(map(done_number, calls)), sum(map(reached, calls))
    booked_by_phone = sum(map(booked, calls))
    meetings = sum(done_number(row) for row in basis.done if is_meeting(row))
    won = sum(1 for each in basis.decided if each.state == "won")
    value = sum(each.net for each in basis.orders)
    return Rates(
        reached=measured(met, attempts, planned.reached),
        meeting=measured(booked_by_phone, met, planned.meeting),
        offer=measured(len(basis.offers), meetings, planned.offer),
        hit=measured(won, len(basis.decided), planned.hit),
        average_order=measured(value, len(basis.orders), planned.average_order),
    )


def measured(total: int, number: int, planned: Rate) -> Rate:
    """Return total / number; of fewer than 20 cases together with ten that went as planned (chapter 4.3)."""
    if number >= ENOUGH or (planned.value is None and number > 0):
        return Rate(Fraction(total, number), number, is_smoothed=number < ENOUGH)
    if planned.value is None:
        return Rate(None)
    return Rate((total + _PRIOR * planned.value) / (number + _PRIOR), number, is_smoothed=True)
