"""What other programs read of a plan beside its goals and figures: vision, rates, market, products, texts."""

import datetime as dt
from typing import Final

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from salgsplan_tui.domain.programme import SalesPlan

_HUNDREDTHS: Final = frozenset(("target_price", "floor_price", "margin", "cost"))


def parts_document(plan: SalesPlan) -> Document:
    """Return the plan's own texts and figures, and its parts in their order; amounts and percents are strings."""
    rates = plan.rates
    return {
        "vision": plan.vision,
        "sale_or_counter": plan.sale_or_counter,
        "rates": None
        if rates is None
        else {
            name: _hundredths(getattr(rates, name)) for name in ("reached", "meeting", "offer", "hit", "average_order")
        },
        "market_share": None if plan.market_share is None else _market(plan.market_share),
        "focus_areas": [_part(each, "id", "title") for each in plan.focus_areas],
        "products": [
            _part(each, "id", "title", "priority", "target_price", "floor_price", "margin") for each in plan.products
        ],
        "segments": [_part(each, "id", "title") for each in plan.segments],
        "benefits": [_part(each, "id", "segment", "product", "text") for each in plan.benefits],
        "activities": [
            _part(each, "id", "title", "channel", "start", "end", "place", "audience", "cost", "owner", "control")
            for each in plan.activities
        ],
        "sections": [_part(each, "id", "title", "text") for each in plan.sections],
    }


def _market(market: MarketShareTarget) -> Document:
    """Return a market share, with the figure that follows from the two others where it is not told."""
    total, share, value = market.whole
    return {
        "market": market.market,
        "basis": market.basis,
        "total": None if total is None else text_from_ore(rounded(total)),
        "share": None if share is None else text_from_ore(rounded(share * 100_00)),
        "value": None if value is None else text_from_ore(rounded(value)),
    }


def _part(part: Value, *names: str) -> Document:
    return {name: _written(name, getattr(part, name)) for name in names}


def _written(name: str, value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return _hundredths(value) if name in _HUNDREDTHS and isinstance(value, int) else value


def _hundredths(value: int | None) -> str | None:
    return None if value is None else text_from_ore(value)
