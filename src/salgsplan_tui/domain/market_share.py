"""The market share: own sales of a market, as a share and in kroner and øre (chapter 4.11, S40-S41)."""

from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.horizons import years_after
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from salgsplan_tui.domain.programme import SalesPlan


@dataclass(frozen=True)
class MarketShare:
    """What is expected of a market in a period, and what the seller has contributed."""

    target: MarketShareTarget
    total: Fraction | None
    """The market in the period, in øre."""
    expected: Fraction | None
    """The share that is expected."""
    expected_value: Fraction | None
    """That share in øre."""
    own: int
    """The seller's own sales in the period, in øre."""
    passed: Fraction = Fraction(1)
    """How much of the period has passed, by its days."""

    @property
    def contribution(self) -> Fraction | None:
        """The seller's own part of the market."""
        return None if not self.total else self.own / self.total

    @property
    def contribution_so_far(self) -> Fraction | None:
        """The seller's own part of the market of the days that have passed: same period against same."""
        return None if not self.total or not self.passed else self.own / (self.total * self.passed)


def market_plan_of(plan: Plan, programme: SalesPlan) -> SalesPlan | None:
    """Return the market plan above a programme: its own parent, or the base of the sales plan it hangs under."""
    seen: set[str] = set()
    here: SalesPlan | None = programme
    while here is not None and here.id not in seen:
        seen.add(here.id)
        if here.market_share is not None:
            return here
        here = plan.sales_plans.get(here.base or "") or plan.sales_plans.get(here.parent or "")
    return None


def market_share(basis: Basis) -> MarketShare | None:
    """Return the market share as the plan above expects it, for the period of the basis; None where none does."""
    above = market_plan_of(basis.plan, basis.programme)
    if above is None or above.market_share is None or above.market_share.basis != "value":
        return None
    total, expected, value = above.market_share.whole
    part = _part_of_period(basis, above)
    return MarketShare(
        target=above.market_share,
        total=None if total is None else total * part,
        expected=expected,
        expected_value=None if value is None else value * part,
        own=sum(each.net for each in basis.orders),
        passed=Fraction(len(basis.known), len(basis.span)) if len(basis.span) else Fraction(1),
    )


def days_of(basis: Basis, above: SalesPlan) -> tuple[int, int]:
    """Return how many days the basis has, and how many the period that the market was told for: same against same."""
    if above.market_share is not None and above.market_share.period == "plan":
        return len(basis.span), len(above.span)
    return len(basis.span), (years_after(basis.span.start, 1) - basis.span.start).days


def _part_of_period(basis: Basis, above: SalesPlan) -> Fraction:
    days, whole = days_of(basis, above)
    return Fraction(days, whole) if whole else Fraction(0)
