"""The kinds of costs in words (chapter 5.2)."""

from typing import Final

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line

_KINDS: Final = {
    "mileage": N_("mileage"),
    "toll": N_("toll, ferry, parking"),
    "ticket": N_("ticket"),
    "accommodation": N_("accommodation"),
    "subsistence": N_("subsistence"),
    "ad_space": N_("advertising space"),
    "production": N_("production"),
    "print": N_("print"),
    "postage": N_("postage"),
    "stand_rent": N_("stand rent"),
    "material": N_("material"),
    "sample": N_("sample"),
    "hospitality": N_("hospitality"),
    "click_budget": N_("clicks"),
    "sms": N_("SMS"),
    "tool": N_("tool"),
    "compensation": N_("compensation"),
    "hired_help": N_("hired help"),
    "other": N_("other outlay"),
}

COST_KINDS: Final = tuple(_KINDS)
"""The codes of the kinds of costs."""


def cost_name(kind: str) -> str:
    """Return a kind of cost in words; one of a person's own as it stands."""
    return _(_KINDS[kind]) if kind in _KINDS else safe_line(kind)
