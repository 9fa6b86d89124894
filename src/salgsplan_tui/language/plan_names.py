"""The names of what sales plans are made of, and of what they lack (chapter 2 and 3.2)."""

from typing import Final

from salgsplan_tui.language import N_, _

_KINDS: Final = {
    "market_programme": N_("market programme (operative sales programme)"),
    "market_plan": N_("market plan"),
    "tactical_sales_plan": N_("tactical sales plan"),
    "strategic_plan": N_("strategic plan"),
    "strategic_sales_plan": N_("strategic sales plan"),
}
_LENGTHS: Final = {
    "market_programme": N_("a market programme lasts from a week to a year"),
    "market_plan": N_("a market plan usually lasts from one to three years"),
    "tactical_sales_plan": N_("a tactical sales plan lasts from one to three years"),
    "strategic_plan": N_("a strategic plan ends after it begins"),
    "strategic_sales_plan": N_("a strategic sales plan looks more than three years ahead"),
}
_STATUSES: Final = {
    "draft": N_("draft"),
    "active": N_("active"),
    "closed": N_("ended"),
    "archived": N_("archived"),
}
_LACKS: Final = {
    "too_short": N_("a longer period"),
    "too_long": N_("a shorter period"),
    "goal": N_("a goal with number, unit and deadline"),
    "strategy": N_("a strategy"),
    "activity_programme": N_("an activity programme"),
    "budget": N_("a cost budget"),
    "market_share_percent": N_("the market share in percent"),
    "market_share_value": N_("the value of the market share in kroner"),
    "activity": N_("an activity that says where and when"),
    "base": N_("the market plan it rests on"),
    "goal_loyalty": N_("a goal for customer loyalty"),
    "goal_repurchase": N_("a goal for repurchase"),
    "goal_additional_purchase": N_("a goal for additional purchase"),
    "focus_areas": N_("which focus areas are chosen"),
    "sale_or_counter": N_("whether the firm sells or takes orders at the counter"),
    "products": N_("which products are prioritised"),
    "benefits": N_("which customers benefit from the products"),
    "prices": N_("what prices can be obtained"),
}


def plan_kind_name(code: str) -> str:
    """Return what a kind of plan is called; a code that is not known stands for itself."""
    return _named(_KINDS, code)


def plan_length_rule(code: str) -> str:
    """Return how long a kind of plan may be."""
    return _named(_LENGTHS, code)


def plan_status_name(code: str) -> str:
    """Return the name of a plan's status."""
    return _named(_STATUSES, code)


def lack_name(code: str) -> str:
    """Return the name of what a plan lacks."""
    return _named(_LACKS, code)


def _named(names: dict[str, str], code: str) -> str:
    return _(names[code]) if code in names else code
