"""The market programme and the plans above it: goals, strategies and what belongs to them, at three levels (3.2)."""

from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.dates import Span, inclusive
from salgsplan_tui.domain.fields import AsTuple, Count, Day, Id, Ids, Moment, Value
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    BudgetMove,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    PlanCost,
    PlanRates,
    Product,
    Segment,
    TextSection,
)

PlanKind = Literal["market_programme", "market_plan", "tactical_sales_plan", "strategic_plan", "strategic_sales_plan"]
PlanStatus = Literal["draft", "active", "closed", "archived"]
Level = Literal["operative", "tactical", "strategic"]
Discipline = Literal["sales", "service", "both"]
Area = Literal[
    "new_sales",
    "order_intake",
    "repurchase",
    "additional_purchase",
    "loyalty",
    "market_share",
    "service",
    "activity",
    "profit",
    "competence",
    "other",
]
Unit = Literal["kr", "count", "percent", "hours", "minutes", "points"]
GoalStatus = Literal["open", "reached", "missed", "dropped"]

LEVELS: Final[dict[PlanKind, Level]] = {
    "market_programme": "operative",
    "market_plan": "tactical",
    "tactical_sales_plan": "tactical",
    "strategic_plan": "strategic",
    "strategic_sales_plan": "strategic",
}
"""The level of each kind of plan (S7-S8, S30, S44)."""


class Measurement(Value):
    """How far a goal had come on a day, where the program cannot count it itself."""

    on: Day
    value: Amount
    """In hundredths of the goal's unit."""


class Goal(Value):
    """Where the road leads: a number, a unit and a deadline; without them it is a vision (S1, S37-S38)."""

    id: Id
    title: str
    area: Area = "order_intake"
    measure: str | None = None
    """What is counted: a code of `measures.MEASURES`, or one of the person's own that is told in `measured`."""
    unit: Unit | None = None
    baseline: Amount | None = None
    """How it was before, in hundredths of its unit."""
    target: Amount | None = None
    """The target in hundredths of its unit, so øre where the unit is kroner."""
    direction: Literal["up", "down"] = "up"
    deadline: Day | None = None
    parent: Id | None = None
    """The goal of a plan above that it serves (S7)."""
    focus_area: str | None = None
    weight: Count = 1
    status: GoalStatus = "open"
    cause: str | None = None
    """Why it was reached or missed (chapter 6.5)."""
    measured: Annotated[tuple[Measurement, ...], AsTuple] = ()

    @property
    def is_concrete(self) -> bool:
        """Say whether it has what S23 asks of a goal: number, unit and deadline."""
        return None not in (self.target, self.unit, self.deadline)

    @property
    def is_vision(self) -> bool:
        """Say whether it only tells what is wished for, and not how far or by when (S37-S38)."""
        return not self.is_concrete


class Strategy(Value):
    """How the goals are to be reached (S2, S9)."""

    id: Id
    title: str
    text: str | None = None
    goals: Ids = ()
    focus_area: str | None = None


class ActivityProgramme(Value):
    """A group of activities under a strategy (S9)."""

    id: Id
    title: str
    strategy: str | None = None
    goals: Ids = ()
    audience: str | None = None
    owner: str | None = None
    start: Day | None = None
    end: Day | None = None
    """The last day, included."""


class SalesPlan(Value):
    """A plan at one of the three levels: what to reach, how, with what money, and which plan it hangs under."""

    id: Id
    kind: PlanKind = "market_programme"
    title: str = ""
    start: Day
    end: Day
    """The last day, included."""
    status: PlanStatus = "draft"
    discipline: Discipline = "both"
    parent: Id | None = None
    """The plan of the level above that it serves."""
    base: Id | None = None
    """The market plan a tactical sales plan rests on, or the strategic plan a strategic sales plan does (S31, S45)."""
    owner: str | None = None
    version: Count | None = None
    read_only: bool = False
    """It is somebody else's, and only shown."""
    vision: str | None = None
    """What is wished for; never counted as a goal (S37-S38)."""
    sale_or_counter: str | None = None
    """Whether the firm sells, or serves at the counter (S48)."""
    rates: PlanRates | None = None
    market_share: MarketShareTarget | None = None
    goals: Annotated[tuple[Goal, ...], AsTuple] = ()
    strategies: Annotated[tuple[Strategy, ...], AsTuple] = ()
    programmes: Annotated[tuple[ActivityProgramme, ...], AsTuple] = ()
    focus_areas: Annotated[tuple[FocusArea, ...], AsTuple] = ()
    products: Annotated[tuple[Product, ...], AsTuple] = ()
    segments: Annotated[tuple[Segment, ...], AsTuple] = ()
    benefits: Annotated[tuple[Benefit, ...], AsTuple] = ()
    budget_lines: Annotated[tuple[BudgetLine, ...], AsTuple] = ()
    budget_moves: Annotated[tuple[BudgetMove, ...], AsTuple] = ()
    costs: Annotated[tuple[PlanCost, ...], AsTuple] = ()
    activities: Annotated[tuple[DepartmentActivity, ...], AsTuple] = ()
    sections: Annotated[tuple[TextSection, ...], AsTuple] = ()
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def level(self) -> Level:
        """The level it is made at."""
        return LEVELS[self.kind]

    @property
    def span(self) -> Span:
        """Its days."""
        return inclusive(self.start, self.end)
