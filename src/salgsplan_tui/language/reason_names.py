"""The names of the reasons for which rows are moved and offers lost (chapter 3.2-3.6)."""

from typing import Final

from salgsplan_tui.language import N_, _

_REASONS: Final = {
    "customer_asked": N_("the customer asked"),
    "ill": N_("ill"),
    "double_booked": N_("double-booked"),
    "travel_weather": N_("travel or weather"),
    "lower_priority": N_("lower priority"),
    "missing_input": N_("missing input"),
    "other": N_("other"),
}
_LOST: Final = {
    "price": N_("the price"),
    "competitor": N_("a competitor"),
    "timing": N_("the time was wrong"),
    "need": N_("no need"),
    "budget": N_("no money for it"),
    "no_answer": N_("no answer came"),
    "other": N_("something else"),
    "unknown": N_("not told"),
}


def reason_name(code: str) -> str:
    """Return a reason in words."""
    return _(_REASONS[code])


def lost_reason_name(code: str) -> str:
    """Return why an offer was lost, in words."""
    return _(_LOST[code])
