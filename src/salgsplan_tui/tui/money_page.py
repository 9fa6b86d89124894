"""What the money view shows, as values: the programme it is about, and every figure of it, each counted once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal, get_args

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import Budget, budget_of
from salgsplan_tui.domain.channel_economics import ChannelTable, channel_economics
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.funnel import Funnel, funnel_of
from salgsplan_tui.domain.goal_curve import CurvePoint, goal_curve
from salgsplan_tui.domain.goals import GoalFigures, goal_figures
from salgsplan_tui.domain.hit_rate import HitRate, hit_rate
from salgsplan_tui.domain.market_share import MarketShare, market_share
from salgsplan_tui.domain.profit import Profit, profit_of
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.spending import spending_curve
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import N_
from salgsplan_tui.language.figures import UNKNOWN, figure
from salgsplan_tui.language.formats import amount_exact
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.plan_page import PlanPage

Sheet = Literal["budget", "goal", "channels", "profit", "market", "sales", "expenses"]
"""The sheets of the view, in the order that Tab takes."""
SHEETS: Final = get_args(Sheet)
SHEET_NAMES: Final[Mapping[Sheet, str]] = {
    "budget": N_("Cost budget"),
    "goal": N_("Sales goal"),
    "channels": N_("Channels"),
    "profit": N_("Profit"),
    "market": N_("Market"),
    "sales": N_("Offers"),
    "expenses": N_("Expenses"),
}


@dataclass(frozen=True)
class MoneyFigures:
    """Every figure of one programme's money on a day; each is counted when it is first asked for, and then known."""

    basis: Basis
    wages: tuple[Wage, ...] = ()
    """The wages paid, where profit is looked at."""

    @cached_property
    def budget(self) -> Budget:
        """The cost budget."""
        return budget_of(self.basis)

    @cached_property
    def spending(self) -> tuple[CurvePoint, ...]:
        """What was spent, week by week."""
        return spending_curve(self.basis, self.budget)

    @cached_property
    def channels(self) -> ChannelTable:
        """The channels side by side."""
        return channel_economics(self.basis)

    @property
    def sales_goal(self) -> Goal | None:
        """The goal of what is to be sold for."""
        goals = self.basis.programme.goals
        return next((each for each in goals if each.measure == "order_value" and each.target), None)

    @cached_property
    def goal(self) -> GoalFigures | None:
        """How far the sales goal has come."""
        return None if self.sales_goal is None else goal_figures(self.basis, self.sales_goal)

    @cached_property
    def curve(self) -> tuple[CurvePoint, ...]:
        """The way of the sales goal, week by week."""
        return () if self.sales_goal is None else goal_curve(self.basis, self.sales_goal)

    @cached_property
    def funnel(self) -> Funnel | None:
        """What the sales goal still needs."""
        return funnel_of(self.basis)

    @cached_property
    def hits(self) -> HitRate:
        """What became of the offers."""
        return hit_rate(self.basis)

    @cached_property
    def profit(self) -> Profit:
        """What is left for each krone of wages."""
        return profit_of(self.basis, self.wages)

    @cached_property
    def market(self) -> MarketShare | None:
        """The market share, as the plan above expects it."""
        return market_share(self.basis)


@dataclass(frozen=True)
class MoneyPage(PlanPage):
    """The money of one programme on a day, ready to be drawn."""

    known: MoneyFigures
    cells: int
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""
    month: Span | None = None
    """The month whose expenses are shown."""
    refusal: str = ""
    """Why the private file could not be read, in words."""
    now: dt.datetime = dt.datetime.max
    """The moment it is looked at, by which rows are late or not."""

    @property
    def programme(self) -> SalesPlan:
        """The sales plan it is about."""
        return self.basis.programme

    def amount(self, ore: Fraction | int | None) -> str:
        """Return whole kroner with their unit."""
        return HIDDEN if self.hide and ore is not None else figure(ore, "kr")

    def exact(self, ore: Fraction | None) -> str:
        """Return kroner and øre, as the source asks for of a market (S41)."""
        if ore is None:
            return UNKNOWN
        return HIDDEN if self.hide else amount_exact(round(ore))
