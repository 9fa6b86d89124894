"""What every figure of a programme is computed from: its rows, offers, orders and cases, as known on a day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Self

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.dates import Span, bucket_span, week_key
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import UNPLACED, Sheet, order


@dataclass(frozen=True)
class Basis:
    """A sales plan with everything that happened and is planned in its period, as of a day.

    What happened on the day itself counts; what had to be done counts as due when its day is over.
    """

    plan: Plan = field(repr=False)
    programme: SalesPlan
    as_of: dt.date
    span: Span
    """The days that are looked at: those of the sales plan, or the first of them."""

    def until(self, last: dt.date) -> Self:
        """Return the same basis for the days up to this one."""
        span = self.span.common(Span(dt.date.min, last + dt.timedelta(days=1)))
        if span == self.span:
            return self
        found = replace(self, span=span)
        return found._with_rows(tuple(row for row in self.rows if found._begins(row)))  # noqa: SLF001  # one of its own

    def on(self, day: dt.date) -> Self:
        """Return the same basis as of another day."""
        found = replace(self, as_of=day)._with_rows(self.rows)  # noqa: SLF001  # as above
        vars(found)["ahead"] = self.ahead  # what is open is so whatever the day
        if day <= self.as_of:
            known = found.known
            vars(found)["done"] = tuple(row for row in self.done if row.date is not None and row.date in known)
        return found

    def _with_rows(self, rows: tuple[Activity, ...]) -> Self:
        """Return it with its rows known: to look for them in a year of weeks takes long."""
        vars(self)["rows"] = rows
        return self

    @property
    def known(self) -> Span:
        """The days of the period that have come, the day itself included."""
        return self.span.common(Span(dt.date.min, self.as_of + dt.timedelta(days=1)))

    @cached_property
    def rows(self) -> tuple[Activity, ...]:
        """The activities of the period in order, those without a day first; none that belong to another programme."""
        return tuple(sorted((row for row in self._found() if self._is_own(row)), key=order))

    def _found(self) -> Iterator[Activity]:
        weeks = {week_key(day) for day in self.span.days()}
        for key in (*weeks, UNPLACED):
            yield from (row for row in self.plan.sheets.get(key, Sheet()).activities.values() if self._begins(row))
        yield from self.plan.occurrences(self.span)

    def _begins(self, row: Activity) -> bool:
        if row.date is not None:
            return row.date in self.span
        return row.bucket is not None and bucket_span(row.bucket).start in self.span

    def _is_own(self, row: Activity) -> bool:
        named = {row.goal, row.programme}
        return not named & self._others or bool(named & parts_of(self.programme))

    @cached_property
    def _others(self) -> frozenset[str | None]:
        """The goals and activity programmes of other market programmes; what names one is not this one's."""
        if self.programme.level != "operative":
            return frozenset()
        plans = (each for each in self.plan.sales_plans.values() if each.level == "operative")
        return frozenset[str | None]().union(*(parts_of(each) for each in plans if each.id != self.programme.id))

    @cached_property
    def done(self) -> tuple[Activity, ...]:
        """The activities that were done by the day."""
        known = self.known
        return tuple(row for row in self.rows if row.state is State.DONE and row.date is not None and row.date in known)

    @cached_property
    def ahead(self) -> tuple[Activity, ...]:
        """The activities that remain to be done, overdue ones too."""
        return tuple(row for row in self.rows if row.is_open)

    @cached_property
    def due(self) -> tuple[Activity, ...]:
        """The activities whose day was over, in whatever state they are."""
        return tuple(row for row in self.rows if row.date is not None and row.date < self.as_of)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The offers that were sent in the period."""
        return tuple(each for each in self.plan.offers.values() if each.sent is not None and each.sent in self.known)

    @cached_property
    def open_offers(self) -> tuple[Offer, ...]:
        """The offers that were out and not decided, whenever they were sent."""
        out = (each for each in self.plan.offers.values() if each.sent is not None and each.sent <= self.as_of)
        return tuple(each for each in out if each.is_open or (each.decided is not None and each.decided > self.as_of))

    @cached_property
    def decided(self) -> tuple[Offer, ...]:
        """The offers that were won or lost in the period, whenever they were sent; those given up on count as lost."""
        days = self.plan.settings.expired_is_lost_after
        return tuple(
            each
            for each in self.plan.offers.values()
            if (ended := each.decided_on(days)) is not None and ended in self.known
        )

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """The orders of the period that were neither called off nor credited in full, oldest first."""
        found = (each for each in self.plan.orders.values() if each.date in self.known and each.counts)
        return tuple(sorted(found, key=lambda each: (each.date, each.id)))

    @cached_property
    def closed_cases(self) -> tuple[ServiceCase, ...]:
        """The service cases that were closed in the period."""
        return tuple(
            each for each in self.plan.cases.values() if not each.is_open and (ended_on(each) or each.day) in self.known
        )

    @cached_property
    def workdays(self) -> int:
        """The working days of the period, own days off taken out."""
        return count_workdays(self.span, self.plan.days_off)

    @cached_property
    def workdays_passed(self) -> int:
        """Those of them that were over when the day began."""
        return count_workdays(self.span.common(Span(dt.date.min, self.as_of)), self.plan.days_off)

    @property
    def elapsed(self) -> Fraction | None:
        """The share of the working days that is over (chapter 4.4); None where there are none."""
        return None if self.workdays == 0 else Fraction(self.workdays_passed, self.workdays)


def basis_of(plan: Plan, programme: SalesPlan, as_of: dt.date) -> Basis:
    """Return the basis of a sales plan's figures on a day."""
    return Basis(plan, programme, as_of, programme.span)


def days_basis(plan: Plan, programme: SalesPlan | None, span: Span, as_of: dt.date) -> Basis:
    """Return what happened and is planned in some days, in whichever programme; goals are those of the one given."""
    own = programme or SalesPlan(id="none", start=span.start, end=span.last)
    # As a plan above the programmes, it does not leave out what belongs to another of them.
    whole = own.changed_to(kind="tactical_sales_plan", parent=own.parent or own.base)
    return Basis(plan, whole, as_of, span)


def programme_of(plan: Plan, span: Span) -> SalesPlan | None:
    """Return the market programme that days are worked by: of several what covers most of them, then the newest."""
    found = [
        (len(each.span.common(span)), each.status == "active", each.start, each.id, each)
        for each in plan.sales_plans.values()
        if each.kind == "market_programme" and each.span.touches(span)
    ]
    return max(found, key=lambda each: each[:4])[4] if found else None


def running_programme(plan: Plan, day: dt.date) -> SalesPlan | None:
    """Return the market programme that is worked by on a day: an active one before a draft, the youngest of several."""
    running = [
        each
        for each in plan.sales_plans.values()
        if each.kind == "market_programme" and each.status in {"draft", "active"} and day in each.span
    ]
    return max(running, key=lambda each: (each.status == "active", each.start, each.id), default=None)


def ended_on(case: ServiceCase) -> dt.date | None:
    """Return the day a closed case ended: when it was closed, else followed up, else resolved."""
    return case.closed or case.followed_up or (case.resolved and case.resolved.date())


def parts_of(programme: SalesPlan) -> frozenset[str | None]:
    """Return the ids by which a row can name this sales plan: those of its goals and activity programmes."""
    return frozenset({*(goal.id for goal in programme.goals), *(each.id for each in programme.programmes)})
