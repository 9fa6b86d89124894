"""An activity: the smallest planned unit, one row of when × channel × whom × cost × goal (chapter 3.2-3.4)."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.busy import TimeSpan, busy_on
from salgsplan_tui.domain.dates import Span, bucket_span, is_bucket
from salgsplan_tui.domain.fields import (
    NO_COUNTS,
    AsTuple,
    Check,
    ClockTime,
    Count,
    Counts,
    Day,
    Id,
    Ids,
    Key,
    Minutes,
    Moment,
    Priority,
    Texts,
    Value,
    within,
)
from salgsplan_tui.domain.offsets import Offset


class State(StrEnum):
    """Where an activity is in its life (chapter 3.3); overdue and moved are derived, never stored."""

    DRAFT = "draft"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


OPEN: Final = frozenset({State.DRAFT, State.PLANNED, State.CONFIRMED, State.IN_PROGRESS})
"""The states in which something remains to be done."""


class Outcome(StrEnum):
    """What came of it (chapter 3.3)."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"
    MEETING_BOOKED = "meeting_booked"
    OFFER_WANTED = "offer_wanted"
    OFFER_SENT = "offer_sent"
    ORDER = "order"
    NOT_NOW = "not_now"
    NO = "no"
    WRONG_PERSON = "wrong_person"
    OBJECTED = "objected"
    INFO_GIVEN = "info_given"
    OTHER = "other"


class Reason(StrEnum):
    """Why it was moved or cancelled (chapter 3.3)."""

    CUSTOMER_ASKED = "customer_asked"
    ILL = "ill"
    DOUBLE_BOOKED = "double_booked"
    TRAVEL_WEATHER = "travel_weather"
    LOWER_PRIORITY = "lower_priority"
    MISSING_INPUT = "missing_input"
    OTHER = "other"


Kind = Literal["customer", "internal", "service", "travel", "private"]
Purpose = Literal["marketing", "agreed", "service", "internal"]
MovedBy = Literal["me", "customer", "leader", "other"]


def _bucket(text: str) -> str:
    if not is_bucket(text):
        raise ValueError("bucket")
    return text


Bucket = Annotated[str, Check(_bucket)]
"""A week, month or quarter that exists: "2026-W43", "2026-11", "2026-Q4"."""


class CostItem(Value):
    """One outlay of an activity, in øre ex VAT; an actual below 0 is a credit note."""

    kind: str = "other"
    """Chapter 5.2's kind, such as "stand_rent"."""
    line: str | None = None
    """The budget line it is held against."""
    planned: Amount = 0
    committed: Annotated[Amount, within(0)] = 0
    """Ordered and not yet invoiced."""
    actual: Amount = 0
    supplier: str | None = None
    invoice: str | None = None


class Reschedule(Value):
    """One move to another date: an event, not a state."""

    from_: Annotated[str, Key("from")]
    """The date or bucket it stood on, as text: "2027-01-28", "2026-W43"."""
    to: str
    by: MovedBy = "me"
    reason: Reason | None = None
    reason_text: str | None = None
    at: Moment | None = None


class Call(Value):
    """One call of a call session: with whom, and what came of it."""

    contact: Id
    """The contact, or the customer where nobody there is known by name."""
    outcome: Outcome


class Activity(Value):
    """One row of the plan. The field names are the keys in files and in JSON; their order is the files' order."""

    id: Id
    title: str = ""
    channel: str | None = None
    type: str | None = None
    kind: Kind = "customer"
    purpose: Purpose = "marketing"
    state: State = State.DRAFT
    date: Day | None = None
    end_date: Day | None = None
    """The last day, included."""
    bucket: Bucket | None = None
    """The week "2026-W43", month "2026-11" or quarter "2026-Q4" of a row without a date."""
    start: ClockTime | None = None
    minutes: Minutes | None = None
    """The seller's own planned minutes, not the airing time."""
    actual_minutes: Minutes | None = None
    travel_before: Minutes | None = None
    """The minutes it takes to get there; they keep the seller busy, and are no work of the row."""
    travel_after: Minutes | None = None
    due: Day | None = None
    material_due: Day | None = None
    """When the material of an advertisement, a letter or a fair has to be delivered (chapter 5.3)."""
    material_sent: Day | None = None
    """When it was delivered."""
    appears_from: Day | None = None
    """The first day that it is seen or heard."""
    appears_to: Day | None = None
    """The last day, included."""
    priority: Priority | None = None
    customers: Ids = ()
    contacts: Ids = ()
    audience: str | None = None
    """Whom, where it is no known contact: «60 borettslag»."""
    place: str | None = None
    quantity_planned: Count | None = None
    quantity_done: Count | None = None
    unit: str | None = None
    costs: Annotated[tuple[CostItem, ...], AsTuple] = ()
    km_planned: Count | None = None
    km_actual: Count | None = None
    value: Amount | None = None
    """What it may bring in: never a cost."""
    outcome: Outcome | None = None
    outcome_note: str | None = None
    outcome_counts: Counts = NO_COUNTS
    calls: Annotated[tuple[Call, ...], AsTuple] = ()
    """Whom a call session called, in turn; those who were reached stand among its contacts too."""
    reason: Reason | None = None
    reason_text: str | None = None
    goal: str | None = None
    """A goal's id, or its words where no such goal is known."""
    programme: str | None = None
    origin: str | None = None
    """The department's activity it was taken down from, as "inneklima-ost:d1" (S39)."""
    tags: Texts = ()
    private: bool = False
    next: Id | None = None
    previous: Id | None = None
    series: Id | None = None
    occurrence: Day | None = None
    """The rule's own date of a repeating activity."""
    playbook: Id | None = None
    """The run of a playbook it is a step of."""
    offset: Offset | None = None
    """How long before or after the run's date that step stands."""
    links: Texts = ()
    reschedules: Annotated[tuple[Reschedule, ...], AsTuple] = ()
    approach: str | None = None
    """How to go about it (S16): the template's words when it was planned, or the person's own."""
    notes: str | None = None
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def is_open(self) -> bool:
        """Say whether something remains to be done."""
        return self.state in OPEN

    @property
    def is_private(self) -> bool:
        """Say whether nobody else is told more of it than that the time is taken."""
        return self.private or self.kind == "private"

    @property
    def counts(self) -> bool:
        """Say whether its minutes count as planned work: all states but cancelled and skipped."""
        return self.state not in {State.CANCELLED, State.SKIPPED}

    @property
    def span(self) -> Span | None:
        """The days it covers, or those of its bucket; None for an idea without either."""
        if self.date is not None:
            return Span(self.date, max(self.end_date or self.date, self.date) + dt.timedelta(days=1))
        return None if self.bucket is None else bucket_span(self.bucket)

    @property
    def end(self) -> dt.datetime | None:
        """When it is over: start and minutes, else the end of its last day or its bucket."""
        span = self.span
        if span is None:
            return None
        midnight = dt.datetime.combine(span.end, dt.time())
        if self.date is None or self.start is None or self.end_date not in {None, self.date}:
            return midnight
        return dt.datetime.combine(self.date, self.start) + dt.timedelta(minutes=self.minutes or 0)

    @property
    def busy(self) -> TimeSpan | None:
        """The time it takes on its first day, with the way there and back; None without a date and a time of day."""
        return None if self.date is None else busy_on(self, self.date)

    def overdue(self, now: dt.datetime) -> bool:
        """Say whether it is open and should have been over (chapter 3.3)."""
        end = self.end
        return self.is_open and self.state is not State.DRAFT and end is not None and end < now
