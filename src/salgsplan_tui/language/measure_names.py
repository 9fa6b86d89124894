"""The names of what goals are about: their areas, what is measured, and in which unit (chapter 2 and 3.2)."""

from typing import Final

from salgsplan_tui.language import N_, _, pgettext

_AREAS: Final = {
    "new_sales": N_("new sales"),
    "order_intake": N_("order intake"),
    "repurchase": N_("repurchase"),
    "additional_purchase": N_("additional purchase"),
    "loyalty": N_("customer loyalty"),
    "market_share": N_("market share"),
    "service": N_("service"),
    "activity": N_("activity"),
    "profit": N_("profit"),
    "competence": N_("competence"),
    "other": N_("other"),
}
_MEASURES: Final = {
    "order_value": N_("value of orders"),
    "orders": N_("number of orders"),
    "average_order": N_("average order"),
    "contribution_margin": N_("contribution margin"),
    "own_sale_share": N_("share of own sales"),
    "new_customers": N_("new customers"),
    "repurchase_rate": N_("repurchase rate"),
    "additional_value": N_("value of additional purchases"),
    "additional_share": N_("share of additional purchases"),
    "retention": N_("customers kept"),
    "nps": N_("NPS"),
    "market_share": N_("market share"),
    "offers": N_("offers sent"),
    "offer_value": N_("value of offers"),
    "hit_rate": N_("hit rate"),
    "offers_followed_up": N_("offers followed up within 7 days"),
    "attempts": N_("calls"),
    "reached": N_("people reached"),
    "meetings_booked": N_("meetings booked"),
    "meetings": N_("meetings held"),
    "activities": N_("activities done"),
    "hours": N_("hours worked"),
    "recovery_rate": N_("satisfied after a case"),
    "buyers_joy_rate": N_("buyer's joy after a case"),
    "first_response": N_("hours to the first answer"),
    "resolution": N_("hours to a solution"),
}
_UNITS: Final = {
    "kr": N_("kroner"),
    "count": N_("number"),
    "percent": N_("percent"),
    "hours": N_("hours"),
    "minutes": N_("minutes"),
    "points": N_("points"),
}


def area_name(code: str) -> str:
    """Return what an area of goals is called; a code that is not known stands for itself."""
    return _(_AREAS[code]) if code in _AREAS else code


def measure_name(code: str) -> str:
    """Return what a measure counts; one of the person's own stands for itself."""
    return _(_MEASURES[code]) if code in _MEASURES else code


def unit_name(code: str) -> str:
    """Return the name of a unit."""
    return _(_UNITS[code]) if code in _UNITS else code


def direction_name(code: str) -> str:
    """Return which way a goal goes."""
    return pgettext("goal", "at least") if code == "up" else pgettext("goal", "at most")
