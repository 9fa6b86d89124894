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
_DISCIPLINES: Final = {
    "sales": N_("sales"),
    "service": N_("service"),
    "both": N_("sales and service"),
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
    "improvement_area": N_("an improvement area that belongs to it"),
    "focus_areas": N_("which focus areas are chosen"),
    "sale_or_counter": N_("whether the firm sells or takes orders at the counter"),
    "products": N_("which products are prioritised"),
    "benefits": N_("which customers benefit from the products"),
    "prices": N_("what prices can be obtained"),
}

_CAUTIONS: Final = {
    "too_short": N_("the period is shorter than usual"),
    "too_long": N_("the period is longer than usual"),
    "no_parent": N_("it hangs under no other plan"),
    "unknown_parent": N_("the plan it hangs under is not there: {about}"),
    "wrong_level": N_("the plan it hangs under is of no level above: {about}"),
    "outside_parent": N_("its period reaches outside that of the plan above: {about}"),
    "no_base": N_("it names no market plan that it rests on"),
    "vision": N_("a vision, for it has no number, unit or deadline: {about}"),
    "goal_too_early": N_("the deadline is before the plan's first day: {about}"),
    "goal_too_late": N_("the deadline is after the plan's last day: {about}"),
    "programme_outside": N_("the activity programme reaches outside the plan's period: {about}"),
    "only_a_wish": N_("only a wish, for no activity serves it: {about}"),
    "shares_disagree": N_("market, share and value do not go together"),
    "over_parent_line": N_("more is taken from the budget line above than it has: {about}"),
    "unknown_strategy": N_("the strategy it names is not there: {about}"),
    "no_strategy": N_("it stands under no strategy, so its rows count for none: {about}"),
}


_FIT_RULES: Final = {
    "serves_no_goal": N_("it serves no goal"),
    "could_wait": N_("it is only a could"),
    "few_reached": N_("few can be reached then"),
    "room_later": N_("there is room later"),
}


def fit_rule_reason(code: str) -> str:
    """Return why a row should be dropped or moved, by the rule that says so."""
    return _named(_FIT_RULES, code)


def discipline_name(code: str) -> str:
    """Return what a plan is for: selling, service, or both."""
    return _named(_DISCIPLINES, code)


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


def caution_text(code: str, about: str = "") -> str:
    """Return what to look out for in a plan, and in which part of it."""
    return _named(_CAUTIONS, code).format(about=about)


def _named(names: dict[str, str], code: str) -> str:
    return _(names[code]) if code in names else code
