"""Profit per wage krone: what the seller's work leaves for each krone of wages paid out (chapter 4.10, S53)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.wages import Wage


@dataclass(frozen=True)
class Profit:
    """The contribution margin against what it took; amounts in øre."""

    contribution_margin: int
    activity_cost: int
    wages: int
    """Gross, as paid out in the period: the source's «lønnsutbetalt krone»."""
    wage_cost: Fraction
    """What the wages cost the firm: as much as was paid out, or with all that comes on top."""

    @property
    def margin_per_krone(self) -> Fraction | None:
        """The contribution margin for each krone of wages."""
        return self._per(Fraction(self.contribution_margin))

    @property
    def after_activity_cost(self) -> Fraction | None:
        """The same when the activities are paid."""
        return self._per(Fraction(self.contribution_margin - self.activity_cost))

    @property
    def profit_per_krone(self) -> Fraction | None:
        """The same when the wages are paid too: what S53 asks to make the most of."""
        return self._per(self.contribution_margin - self.activity_cost - self.wage_cost)

    def _per(self, amount: Fraction) -> Fraction | None:
        return None if self.wages == 0 else amount / self.wages


def profit_of(basis: Basis, wages: Iterable[Wage], on_top: Fraction = Fraction(1)) -> Profit:
    """Return the profit of the period so far; `on_top` is what a krone of wages costs the firm in all."""
    paid = sum(wage.gross for wage in wages if wage.date in basis.known)
    return Profit(
        contribution_margin=sum(map(margin_of, basis.orders)),
        activity_cost=budget_of(basis).total.actual,
        wages=paid,
        wage_cost=paid * on_top,
    )
