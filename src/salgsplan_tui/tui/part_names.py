"""What the parts of a plan are called, and which of them are offered for each kind of plan."""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, Strategy
from salgsplan_tui.language import N_

PART_NAMES: Final[Mapping[type[Value], str]] = {
    Goal: N_("goal"),
    Strategy: N_("strategy"),
    ActivityProgramme: N_("activity programme"),
    BudgetLine: N_("line of the cost budget"),
    FocusArea: N_("focus area"),
    Product: N_("product"),
    Segment: N_("segment"),
    Benefit: N_("benefit for a segment"),
    MarketShareTarget: N_("market share"),
    DepartmentActivity: N_("activity of the department"),
    TextSection: N_("piece of text"),
}
"""The name of each kind of part, marked for translation."""
OFFERED: Final[Mapping[str, tuple[type[Value], ...]]] = {
    "market_programme": (Goal, Strategy, ActivityProgramme, BudgetLine),
    "market_plan": (Goal, Strategy, BudgetLine, DepartmentActivity, MarketShareTarget, TextSection),
    "tactical_sales_plan": (Goal, Strategy, ActivityProgramme, BudgetLine, TextSection),
    "strategic_plan": (Goal, Strategy, FocusArea, TextSection),
    "strategic_sales_plan": (FocusArea, Product, Segment, Benefit, Goal, Strategy, TextSection),
}
"""The parts that are offered for each kind of plan, the most important first."""
