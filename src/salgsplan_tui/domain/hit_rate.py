"""The hit rate of offers: won of those that were decided, by number and by value (chapter 4.3)."""

from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.funnel_rates import Rate, measured, plan_rates


@dataclass(frozen=True)
class HitRate:
    """What became of the offers that were decided in a period; open, withdrawn and expired ones are left out.

    Those that expired count as lost where the settings say so.
    """

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


def hit_rate(basis: Basis) -> HitRate:
    """Return the hit rate of the period."""
    won = [each for each in basis.decided if each.state == "won"]
    lost = [each for each in basis.decided if each.state != "won"]
    return HitRate(
        won=len(won),
        lost=len(lost),
        won_value=sum(each.amount for each in won),
        lost_value=sum(each.amount for each in lost),
        planned=plan_rates(basis.programme.rates).hit,
    )
