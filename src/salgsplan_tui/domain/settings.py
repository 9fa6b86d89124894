"""Settings: who the salesperson is, when they work, and how they like the program."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Before, ClockTime, Day, Key, Texts, Value, Written, within

Role = Literal["seller", "service", "both"]
Theme = Literal["light", "dark", "ansi-light", "ansi-dark"]

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The weekdays' codes, Monday first."""


class Recipient(Value):
    """A person the plans and reports go to."""

    name: str
    role: str | None = None
    email: str | None = None
    reports: Texts = ()


class KmRate(Value):
    """What a kilometre costs from a day on (chapter 4.5)."""

    valid_from: Annotated[Day, Key("from")]
    amount: Amount


class WorkingHours(Value):
    """The hours of one weekday."""

    start: ClockTime
    end: ClockTime

    @property
    def minutes(self) -> int:
        """The minutes from start to end."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


def _hours(value: object) -> object:
    if isinstance(value, str):
        start, _, end = value.partition("-")
        return {"start": start.strip(), "end": end.strip()}
    return value


def _written(hours: WorkingHours) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}"


Hours = Annotated[WorkingHours, Before(_hours), Written(_written)]
"""The hours of a weekday, written "08:00-16:00"."""

_EIGHT_TO_FOUR: Final = WorkingHours(start=dt.time(8), end=dt.time(16))
_RATES: Final = (
    KmRate(valid_from=dt.date(2025, 1, 1), amount=500),
    KmRate(valid_from=dt.date(2026, 1, 1), amount=530),
)
_USUAL_HOURS: Final = MappingProxyType(dict.fromkeys(WEEKDAYS[:5], _EIGHT_TO_FOUR))
_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})


class Settings(Value):
    """The person's own settings, `settings.toml`."""

    name: str = ""
    role: Role = "seller"
    firm: str | None = None
    team: str | None = None
    office: str | None = None
    """Where drives begin, in the driving log; without it, the firm."""
    language: Literal["nb", "en"] | None = None
    theme: Theme | None = None
    working_hours: Mapping[str, Hours] = _USUAL_HOURS
    """Hours by weekday code; a weekday left out is a day off."""
    lunch_minutes: Annotated[int, within(0, 240)] = 30
    hourly_cost: Amount = 430_00
    recipients: Annotated[tuple[Recipient, ...], AsTuple] = ()
    km_rates: Annotated[tuple[KmRate, ...], AsTuple] = _RATES
    firm_email: Literal["block", "warn"] = "block"
    """Whether e-mail to a named person in a firm who has not consented is stopped or only warned of (chapter 7.6)."""
    retention_months: Annotated[int, within(1, 600)] = 24
    """How long a contact may go untouched before it stands in the list of those to look through (chapter 7.5)."""
    expired_is_lost_after: Annotated[int, within(0, 3650)] | None = None
    """After how many days an offer that expired counts as lost in the hit rate; without it, never (chapter 4.3)."""
    response_hours: Annotated[int, within(1, 400)] = 4
    """Within how many working hours a service case is to have its first answer (chapter 3.7)."""
    resolution_days: Annotated[int, within(1, 400)] = 5
    """Within how many working days it is to be solved."""
    contact_columns: Mapping[str, str] = _NO_KEYS
    """The person's own headings in files of contacts, and the fields they mean."""
    keys: Mapping[str, str] = _NO_KEYS
    """The person's own keys by binding id."""

    def working_minutes(self, weekday: int) -> int:
        """Return the minutes worked on a weekday (Monday 0), the lunch taken out."""
        hours = self.working_hours.get(WEEKDAYS[weekday])
        return 0 if hours is None else max(0, hours.minutes - self.lunch_minutes)

    @property
    def minutes_by_weekday(self) -> Mapping[int, int]:
        """The minutes worked on each weekday, Monday 0."""
        return {weekday: self.working_minutes(weekday) for weekday in range(7)}

    def km_rate(self, day: dt.date) -> int:
        """Return the øre a kilometre costs on that day; the first known rate before any."""
        rates = sorted(self.km_rates, key=lambda rate: rate.valid_from)
        known = [rate.amount for rate in rates if rate.valid_from <= day] or [rate.amount for rate in rates[:1]]
        return known[-1] if known else 0

    def hour_cost(self, minutes: int) -> Fraction:
        """Return the øre that so many minutes of the seller's own time cost (chapter 4.5)."""
        return Fraction(minutes * self.hourly_cost, 60)
