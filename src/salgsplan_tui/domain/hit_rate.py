"""The hit rate of offers: won of those that were decided, by number and by value (chapter 4.3)."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.funnel_rates import Rate, measured, plan_rates
from salgsplan_tui.domain.sales import Offer


@dataclass(frozen=True)
class HitRate:
    """What became of the offers that were decided in a period; open, withdrawn and expired ones are left out."""

    won: int
    lost: int
    won_value: int
    """In øre."""
    lost_value: int
    planned: Rate

    @property
    def decided(self) -> int:
        """How many were decided: the n beside the rate."""
        return self.won + self.lost

    @property
    def by_number(self) -> Fraction | None:
        """The share of the decided offers that was won."""
        return None if self.decided == 0 else Fraction(self.won, self.decided)

    @property
    def by_value(self) -> Fraction | None:
        """The share of their value that was won."""
        total = self.won_value + self.lost_value
        return None if total == 0 else Fraction(self.won_value, total)

    @property
    def smoothed(self) -> Rate:
        """The rate to count with: drawn towards the planned one while few offers are decided."""
        return measured(self.won, self.decided, self.planned)


def hit_rate(basis: Basis, lost_after_days: int | None = None) -> HitRate:
    """Return the hit rate of the period; if a person wants it so, offers that expired so many days ago are lost."""
    won = [each for each in basis.decided if each.state == "won"]
    lost = [each for each in basis.decided if each.state == "lost"]
    if lost_after_days is not None:
        lost += [each for each in basis.plan.offers.values() if _is_given_up(basis, each, lost_after_days)]
    return HitRate(
        won=len(won),
        lost=len(lost),
        won_value=sum(each.amount for each in won),
        lost_value=sum(each.amount for each in lost),
        planned=plan_rates(basis.programme.rates).hit,
    )


def _is_given_up(basis: Basis, offer: Offer, days: int) -> bool:
    ended = offer.decided or offer.valid_until
    return offer.state == "expired" and ended is not None and ended + dt.timedelta(days=days) in basis.known
