"""Offers and orders: what was offered to whom, what became of it, and what was bought (chapter 3.2)."""

import datetime as dt
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount, Percent
from salgsplan_tui.domain.fields import AsTuple, Count, Day, Id, Moment, Value, within

OfferState = Literal["draft", "sent", "won", "lost", "withdrawn", "expired"]
LostReason = Literal["price", "competitor", "timing", "need", "budget", "no_answer", "other"]
PurchaseKind = Literal["first", "repurchase", "additional"]
SaleKind = Literal["new_sale", "repeat_sale", "additional_sale", "cross_sale", "add_on"]

COUNTER: Final = "counter"
"""The origin of an order that no activity of the seller's led to (S48)."""

_BY_ACTIVITY: Final = "activity:"


class ProductLine(Value):
    """One product of an offer or an order."""

    product: str
    quantity: Count = 1
    price: Amount | None = None
    """The price of one, ex VAT, the discount not yet taken off."""
    discount: Percent | None = None


class Offer(Value):
    """An offer to a customer."""

    id: Id
    customer: Id
    contact: Id | None = None
    activity: Id | None = None
    """The activity that led to it."""
    state: OfferState = "draft"
    sent: Day | None = None
    valid_until: Day | None = None
    """The last day it stands, included."""
    amount: Amount = 0
    variable_cost: Amount | None = None
    """What delivering it would cost, as far as that is estimated."""
    lines: Annotated[tuple[ProductLine, ...], AsTuple] = ()
    probability: Percent | None = None
    decided: Day | None = None
    lost_reason: LostReason | None = None
    lost_text: str | None = None
    notes: str | None = None
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def day(self) -> dt.date | None:
        """The day it is filed under: when it was sent, else decided or written; None where none of that is known."""
        return self.sent or self.decided or (self.created and self.created.date())

    @property
    def is_open(self) -> bool:
        """Say whether it was sent and the customer has not decided yet."""
        return self.state == "sent"

    def decided_on(self, lost_after: int | None = None) -> dt.date | None:
        """Return the day it was won or lost; where a person wants it so, what expired is lost so many days later."""
        if self.state in {"won", "lost"}:
            return self.decided
        ended = self.decided or self.valid_until
        if self.state != "expired" or lost_after is None or ended is None:
            return None
        return ended + dt.timedelta(days=lost_after)

    def age(self, today: dt.date) -> int | None:
        """Return for how many days it has been out; None before it is sent."""
        return None if self.sent is None else max(0, (today - self.sent).days)


class Order(Value):
    """An order of a customer."""

    id: Id
    customer: Id
    contact: Id | None = None
    offer: Id | None = None
    date: Day
    amount: Amount = 0
    variable_cost: Amount | None = None
    lines: Annotated[tuple[ProductLine, ...], AsTuple] = ()
    purchase_kind: PurchaseKind | None = None
    sale_kind: SaleKind | None = None
    origin: str | None = None
    """"activity:<id>" or "counter": what led to it (chapter 4.7)."""
    via: Id | None = None
    """The distributor it came through (S17)."""
    cancelled: bool = False
    credit: Annotated[Amount, within(0)] = 0
    """How much of it was credited afterwards."""
    notes: str | None = None
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def day(self) -> dt.date:
        """The day it is filed under."""
        return self.date

    @property
    def activity(self) -> str | None:
        """The id of the activity that led to it."""
        origin = self.origin or ""
        return origin.removeprefix(_BY_ACTIVITY) if origin.startswith(_BY_ACTIVITY) else None

    @property
    def net(self) -> int:
        """What is left of its amount, in øre: nothing of one that was cancelled."""
        return 0 if self.cancelled else self.amount - self.credit

    @property
    def counts(self) -> bool:
        """Say whether it is an order still: neither called off nor credited to the last øre."""
        return not self.cancelled and not 0 < self.amount <= self.credit
