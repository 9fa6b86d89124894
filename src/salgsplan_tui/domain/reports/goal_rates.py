"""The measures of goals that are rates, with what they are counted from, so that sellers' rates can be added up."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain import loyalty, service_figures
from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.hit_rate import hit_rate
from salgsplan_tui.domain.loyalty import Share
from salgsplan_tui.domain.market_share import market_share
from salgsplan_tui.domain.offers_followed import followed_up


def rate_of(basis: Basis, measure: str | None) -> Share | None:
    """Return a rate with what it is counted from, for those measures that are rates."""
    count = _RATES.get(measure or "")
    return None if count is None else count(basis)


def _hits(basis: Basis) -> Share:
    rate = hit_rate(basis)
    return loyalty.share(rate.won, rate.decided)


def _own_sales(basis: Basis) -> Share:
    found = sale_share(basis.orders)
    return loyalty.share(found.value_by_activity, found.value)


def _of_market(basis: Basis) -> Share:
    found = market_share(basis)
    return loyalty.share(0, 0) if found is None or found.total is None else loyalty.share(found.own, found.total)


_RATES: Final[Mapping[str, Callable[[Basis], Share]]] = MappingProxyType(
    {
        "repurchase_rate": loyalty.repurchase_rate,
        "retention": loyalty.retention,
        "additional_share": loyalty.additional_share,
        "recovery_rate": service_figures.recovery_rate,
        "buyers_joy_rate": service_figures.buyers_joy_rate,
        "hit_rate": _hits,
        "offers_followed_up": followed_up,
        "own_sale_share": _own_sales,
        "market_share": _of_market,
    }
)
