"""The market programme and the plans above it, as far as a day needs them: titles, period, goals (chapter 3.2)."""

from typing import Annotated, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Day, Id, Moment, Value

PlanKind = Literal["market_programme", "market_plan", "tactical_sales_plan", "strategic_plan", "strategic_sales_plan"]


class Goal(Value):
    """Where the road leads: a number, a unit and a deadline; without them it is a vision (S1, S37-S38)."""

    id: Id
    title: str
    area: str = "order_intake"
    measure: str | None = None
    unit: Literal["kr", "count", "percent", "hours", "minutes", "points"] | None = None
    target: Amount | None = None
    """The target in hundredths of its unit, so øre where the unit is kroner."""
    deadline: Day | None = None

    @property
    def is_concrete(self) -> bool:
        """Say whether it has what S23 asks of a goal: number, unit and deadline."""
        return None not in (self.target, self.unit, self.deadline)


class ActivityProgramme(Value):
    """A group of activities under a strategy (S9)."""

    id: Id
    title: str


class SalesPlan(Value):
    """A plan at one of the three levels; only a market programme holds activity programmes."""

    id: Id
    kind: PlanKind = "market_programme"
    title: str = ""
    start: Day
    end: Day
    """The last day, included."""
    status: Literal["draft", "active", "closed", "archived"] = "draft"
    goals: Annotated[tuple[Goal, ...], AsTuple] = ()
    programmes: Annotated[tuple[ActivityProgramme, ...], AsTuple] = ()
    created: Moment | None = None
    changed: Moment | None = None
