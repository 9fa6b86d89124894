"""The parts of a sales plan beside its goals: money, market, products, answers, the department's activities (3.2)."""

from fractions import Fraction
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount, Percent
from salgsplan_tui.domain.fields import Day, Id, Key, Priority, Value, within

SHARED: Final = "shared"
"""In place of a strategy: a budget line that serves them all (S43)."""

_KRONE: Final = 100
_WHOLE: Final = 100_00
"""The whole in hundredths of a percent."""
_HALF_A_STEP: Final = Fraction(1, 2)


class BudgetLine(Value):
    """What may be spent on one thing; it belongs to a strategy or is shared by all (S42-S43)."""

    id: Id
    title: str = ""
    strategy: str = SHARED
    amount: Annotated[Amount, within(0)] = 0
    parent: Id | None = None
    """The line of the plan above that it is taken from."""
    mileage: bool = False
    """Every kilometre of the programme is held against this line."""


class BudgetMove(Value):
    """Money moved from one line to another: the log of the budget (chapter 6.4)."""

    id: Id
    on: Day
    from_: Annotated[Id, Key("from")]
    to: Id
    amount: Amount
    reason: str | None = None


class PlanCost(Value):
    """A cost that no activity brings: a licence, a stock of leaflets."""

    id: Id
    title: str = ""
    date: Day | None = None
    kind: str = "other"
    line: str | None = None
    planned: Amount = 0
    committed: Annotated[Amount, within(0)] = 0
    actual: Amount = 0
    supplier: str | None = None
    invoice: str | None = None


class PlanRates(Value):
    """How many of a hundred come to the next step of the funnel, as planned (chapter 4.1)."""

    reached: Percent | None = None
    """Of the attempts."""
    meeting: Percent | None = None
    """Of those reached."""
    offer: Percent | None = None
    """Of the meetings."""
    hit: Percent | None = None
    """Of the offers."""
    average_order: Amount | None = None


class MarketShareTarget(Value):
    """The expected result: a share of a market, and its value in kroner and øre (S40-S41)."""

    market: str = ""
    """Product group, geography, customers."""
    basis: Literal["value", "units", "customers"] = "value"
    period: Literal["year", "plan"] = "year"
    total: Annotated[Amount, within(0)] | None = None
    share: Percent | None = None
    value: Annotated[Amount, within(0)] | None = None

    @property
    def whole(self) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        """Market, share of it and value, all exact; of three the one that is not told follows from the others."""
        total, value = (None if each is None else Fraction(each) for each in (self.total, self.value))
        share = None if self.share is None else Fraction(self.share, _WHOLE)
        if total is None and share and value is not None:
            total = value / share
        if value is None and total is not None and share is not None:
            value = total * share
        if share is None and total and value is not None:
            share = value / total
        return total, share, value

    @property
    def agrees(self) -> bool:
        """Say whether the three go together: within a krone, or within the rounding of the share."""
        if self.total is None or self.share is None or self.value is None:
            return True
        difference = abs(Fraction(self.total * self.share, _WHOLE) - self.value)
        return difference <= max(Fraction(_KRONE), self.total * _HALF_A_STEP / _WHOLE)


class FocusArea(Value):
    """What the firm puts its weight on; the first is the most important (S47)."""

    id: Id
    title: str


class Product(Value):
    """A product group: how important it is, and what price can be had for it (S49, S51)."""

    id: Id
    title: str
    priority: Priority | None = None
    target_price: Annotated[Amount, within(0)] | None = None
    floor_price: Annotated[Amount, within(0)] | None = None
    margin: Percent | None = None
    """The usual contribution margin of what is sold."""


class Segment(Value):
    """A group of customers that are alike."""

    id: Id
    title: str


class Benefit(Value):
    """What the products do for a segment (S50)."""

    id: Id | None = None
    segment: str
    """A segment's id, or its name."""
    product: str | None = None
    """A product's id, or its name; without it, for all of them."""
    text: str = ""


class DepartmentActivity(Value):
    """What the department will carry out, where and when; a seller can take it down into the programme (S39)."""

    id: Id
    title: str
    channel: str | None = None
    type: str | None = None
    start: Day | None = None
    end: Day | None = None
    """The last day, included."""
    place: str | None = None
    audience: str | None = None
    goal: str | None = None
    strategy: str | None = None
    cost: Amount | None = None
    owner: str | None = None
    control: str | None = None
    """How it is seen that it went as it should."""
    notes: str | None = None

    @property
    def is_concrete(self) -> bool:
        """Say whether it tells where and when."""
        return self.start is not None and bool(self.place)


class TextSection(Value):
    """A piece of the plan's text."""

    id: Id | None = None
    title: str = ""
    text: str = ""
