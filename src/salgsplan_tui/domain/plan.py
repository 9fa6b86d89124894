"""The plan: everything known at one moment, as a value that never changes."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue, OwnChannel
from salgsplan_tui.domain.contact_rules import ContactRule
from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.dates import Span, week_key
from salgsplan_tui.domain.days_off import DaysOff, Leave
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.missed import missed
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.recurrence import Series, occurrence_id, occurrence_of
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import UNPLACED, Sheet, home_of, order


@dataclass(frozen=True)
class Plan:
    """Settings, channels, customers, activities by sheet, repeating ones, sales plans, days off, sales and service."""

    settings: Settings
    channels: Catalogue
    """What is offered: the packaged channels with the person's own laid over."""
    customers: Mapping[str, Customer] = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """By week, "2027-W07", and `UNPLACED`; a week that is not here was not read, or is empty."""
    series: Mapping[str, Series] = field(default_factory=dict)
    sales_plans: Mapping[str, SalesPlan] = field(default_factory=dict)
    contact_rules: tuple[ContactRule, ...] = ()
    """The law's rules for contacting people (chapter 7.6)."""
    leave: Mapping[str, Leave] = field(default_factory=dict)
    """The calendar's own entries: leave, illness, closed days."""
    offers: Mapping[str, Offer] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    cases: Mapping[str, ServiceCase] = field(default_factory=dict)
    """Service cases. Offers, orders and cases are there once a view has asked for them; open cases with every day."""
    own_channels: Mapping[str, OwnChannel] = field(default_factory=dict)
    """What the person's own file says, by the channels' codes."""
    own_playbooks: Mapping[str, Playbook] = field(default_factory=dict)
    """The person's own chains of activities by their codes, once they were asked for."""
    improvements: Mapping[str, ImprovementArea] = field(default_factory=dict)
    issued: Mapping[str, ReportIssue] = field(default_factory=dict)
    """The reports that were handed on. They and the improvement areas are there once a report has asked for them."""
    reflections: Mapping[str, Reflection] = field(default_factory=dict, repr=False)
    """The seller's own looks back, from the private file: only where asked for; reports tell those shared (S6)."""
    is_first_look: bool = field(default=False, compare=False)
    """Say whether only what is painted first was read: nobody is said to be forbidden before their orders are known."""
    seen: frozenset[str] | None = None
    """The weeks of which it is known what stands in them; None for all."""

    @cached_property
    def days_off(self) -> DaysOff:
        """The days off beside the holidays: those of the calendar, and those that rows of leave make."""
        of_rows = (leave for sheet in self.sheets.values() for leave in sheet.leave)
        return DaysOff((*self.leave.values(), *of_rows))

    def sheet_of(self, identity: str) -> str | None:
        """Return the key of the sheet that holds this id."""
        return next((key for key, sheet in self.sheets.items() if identity in sheet.activities), None)

    def activity(self, identity: str) -> Activity:
        """Return the stored activity, or the occurrence that a series makes of this id.

        Raises:
            NotFoundError: there is none.
        """
        key = self.sheet_of(identity)
        if key is not None:
            return self.sheets[key].activities[identity]
        occurrence = self._computed(identity)
        if occurrence is None:
            raise NotFoundError("no_activity", id=identity)
        return occurrence

    def holds(self, identity: str) -> bool:
        """Say whether an activity of this id is stored or made by a series."""
        return self.sheet_of(identity) is not None or self._computed(identity) is not None

    def knows(self, identity: str) -> bool:
        """Say whether anything at all of the plan bears this id."""
        parts = (self.customers, self.series, self.sales_plans, self.leave, self.offers, self.orders, self.cases)
        return (
            self.holds(identity)
            or any(identity in part for part in parts)
            or identity in self.improvements
            or identity in self.issued
            or identity in self.reflections
        )

    def with_activity(self, activity: Activity) -> Self:
        """Return the plan with this activity on the sheet it belongs to, in place of any with the same id."""
        home = home_of(activity)
        plan = self if self.sheet_of(activity.id) in {None, home} else self.without_activity(activity.id)
        sheet = plan.sheets.get(home, Sheet()).with_activity(activity)
        return replace(plan, sheets={**plan.sheets, home: sheet})

    def without_activity(self, identity: str) -> Self:
        """Return the plan without the stored activity of this id."""
        key = self.sheet_of(identity)
        if key is None:
            return self
        return replace(self, sheets={**self.sheets, key: self.sheets[key].without(identity)})

    def _computed(self, identity: str) -> Activity | None:
        parts = occurrence_of(identity)
        series = self.series.get(parts[0]) if parts else None
        if parts is None or series is None:
            return None
        return series.occurrence(parts[1], self.days_off) if series.has(parts[1], self.days_off) else None

    def is_touched(self, identity: str) -> bool:
        """Say whether an occurrence of a series is stored, and so no longer made by the rule."""
        return any(identity in sheet.activities or identity in sheet.touched for sheet in self.sheets.values())

    def knows_day_of(self, activity: Activity) -> bool:
        """Say whether it is known what stands in the week of a row, so that an occurrence there is really untouched."""
        return self.seen is None or activity.date is None or week_key(activity.date) in self.seen

    def stored(self) -> Iterator[Activity]:
        """Yield every activity that was read, sheet by sheet."""
        for sheet in self.sheets.values():
            yield from sheet.activities.values()

    def during(self, span: Span) -> tuple[Activity, ...]:
        """Return the dated rows that touch the span, occurrences too, in the order of the day."""
        weeks = {week_key(day) for day in span.days()}
        rows = {
            activity.id: activity
            for key in weeks & self.sheets.keys()
            for activity in self.sheets[key].activities.values()
            if activity.date is not None and activity.span is not None and activity.span.touches(span)
        }
        for sheet in self.sheets.values():
            for activity in sheet.over_days:
                if activity.date is not None and activity.span is not None and activity.span.touches(span):
                    rows[activity.id] = activity
        rows |= {activity.id: activity for activity in self.occurrences(span)}
        return tuple(sorted(rows.values(), key=order))

    def on(self, day: dt.date) -> tuple[Activity, ...]:
        """Return the rows of one day: untimed first, then by time."""
        return self.during(Span(day, day + dt.timedelta(days=1)))

    def in_bucket(self, bucket: str) -> tuple[Activity, ...]:
        """Return the rows that belong to this week, month or quarter without a date."""
        sheet = self.sheets.get(bucket) or self.sheets.get(UNPLACED)
        rows = () if sheet is None else sheet.activities.values()
        return tuple(sorted((row for row in rows if row.bucket == bucket), key=order))

    def occurrences(self, span: Span) -> Iterator[Activity]:
        """Yield the occurrences of series in the span that nobody has touched."""
        for series in self.series.values():
            for day in series.dates(span, self.days_off):
                if not self.is_touched(occurrence_id(series.id, day)):
                    yield series.occurrence(day, self.days_off)

    def overdue(self, now: dt.datetime, *, older: bool = False) -> tuple[Activity, ...]:
        """Return what should have been over by now and is not, oldest first (chapter 3.3).

        Of series that is the last occurrence that was missed and those of the last week; with the older ones, all.
        """
        rows = [activity for sheet in self.sheets.values() for activity in sheet.overdue(now)]
        rows += missed(self, now, older=older)
        return tuple(sorted(rows, key=order))

    def contact(self, identity: str) -> tuple[Customer, Contact] | None:
        """Return a contact and its customer, or None where nobody has this id."""
        if isinstance(self.customers, CustomerBook):
            return self.customers.contact(identity)
        return self._contacts.get(identity)

    @cached_property
    def _contacts(self) -> Mapping[str, tuple[Customer, Contact]]:
        return {each.id: (customer, each) for customer in self.customers.values() for each in customer.contacts}

    def goal(self, identity: str) -> Goal | None:
        """Return a goal by its id."""
        return next((goal for plan in self.sales_plans.values() for goal in plan.goals if goal.id == identity), None)

    def programme_title(self, identity: str) -> str | None:
        """Return the title of an activity programme by its id."""
        programmes = (each for plan in self.sales_plans.values() for each in plan.programmes)
        return next((each.title for each in programmes if each.id == identity), None)

    def origin_title(self, origin: str) -> str | None:
        """Return the title of the plan that an activity was taken down from, by what it says of its origin (S39)."""
        found = self.sales_plans.get(origin.partition(":")[0])
        return None if found is None else found.title


def empty_plan() -> Plan:
    """Return the plan of somebody who has written nothing yet."""
    return Plan(Settings(), Catalogue())
