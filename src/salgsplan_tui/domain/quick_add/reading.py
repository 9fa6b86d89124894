"""What a typed line was understood as: the activity, what else it makes, and where in the line each thing stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.service import ServiceCase


@dataclass(frozen=True)
class Chip:
    """One thing that was understood, and the characters of the line it was read from."""

    kind: str
    """channel, whom, date, bucket, time, duration, cost, repeat, tag, priority, quantity, goal, programme, place,
    value, purpose, km, line, note, outcome, next, due, audience, travel, material, appears, on_holiday."""
    text: str
    """The value as files hold it: "2026-10-09", "2026-11-12/2026-11-14", "10:00", "13:00-14:30", minutes as "90",
    amounts as "150.00", a rule, "UNTIL=2026-12-18", codes, names, ids, or the words themselves;
    the line "" is none."""
    start: int
    end: int


@dataclass(frozen=True)
class Notice:
    """Something the person should know about the reading; the sentence comes from its code."""

    code: str
    """weekend, holiday, past_moved, weekday_mismatch, duration_mismatch, no_channel, new_customer, thousands,
    read_as_time, read_as_minutes, contact_rule, case_opened, case_opened_somehow, case_goes_on, unknown_goal,
    unknown_programme."""
    start: int
    end: int
    values: Mapping[str, object]
    """weekend: date · holiday: date, holiday (its code) · past_moved: date, start · new_customer: name ·
    weekday_mismatch: date (the weekday's, nearest to the other), other · duration_mismatch: minutes (from start to
    end), other · thousands: text, number · read_as_time: text, start · read_as_minutes: text, minutes ·
    contact_rule: name, reason and, where it is forbidden, lift, both by language; rule · case_opened,
    case_opened_somehow, case_goes_on: title, and the channel it came in by, by language, where that is known ·
    unknown_goal, unknown_programme: text."""


@dataclass(frozen=True)
class Doubt:
    """Two parts of a line that say different things; one of the choices has to be taken."""

    code: str
    """weekday_mismatch or duration_mismatch."""
    start: int
    end: int
    choices: tuple[Mapping[str, object], ...]
    """The activity's fields under each reading; the first is what the reading's activity holds."""


@dataclass(frozen=True)
class Candidate:
    """Someone a name could mean; `@` and the id in the line names just this one."""

    name: str
    customer: str
    """The customer's id."""
    contact: str | None
    """The contact's id, where it is a person at the customer."""
    short: str
    """The name alone; `name` says the firm beside a person."""

    @property
    def id(self) -> str:
        """The id that names it in a line."""
        return self.contact or self.customer

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Reading:
    """What a line means, before anything is changed."""

    activity: Activity
    """Planned or draft; done with its outcome after `->`; the first occurrence where it repeats."""
    customers: tuple[Customer, ...]
    """The customers the line is the first to name."""
    series: Series | None
    next: Activity | None
    """The next step after `->`."""
    result: Result | None
    """What came of it, where `->` told."""
    notices: tuple[Notice, ...]
    chips: tuple[Chip, ...]
    """In the order of the line."""
    doubts: tuple[Doubt, ...]
    given: frozenset[str]
    """The activity's fields that the text named; a place in time names `date` and `bucket` together."""
    case: ServiceCase | None = None
    """The service case that the line opens, or the open one of the same customer and type that it goes on with."""

    @property
    def has_sale(self) -> bool:
        """Say whether it tells of an offer sent or an order given, with its amount."""
        return self.result is not None and self.result.sale is not None

    @property
    def is_forbidden(self) -> bool:
        """Say whether the law forbids to contact somebody as the line plans (chapter 7.6)."""
        return any(each.code == "contact_rule" and each.values.get("lift") is not None for each in self.notices)
