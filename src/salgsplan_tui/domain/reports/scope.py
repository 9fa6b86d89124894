"""What a report looks at: the plan, its days, the programme it is held against, and what the reader is to be told."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.basis import Basis, basis_of, days_basis, programme_of
from salgsplan_tui.domain.dates import ONE_DAY, Span, first_of_month
from salgsplan_tui.domain.issued import ReportIssue, ReportKind
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.reports.privacy import Discretion, Names

if TYPE_CHECKING:
    from salgsplan_tui.domain.wages import Wage

NAMES: Final[dict[ReportKind, Names]] = {
    "week": "firms",
    "timetable": "firms",
    "programme": "firms",
    "month": "firms",
    "quarter": "classes",
    "year": "classes",
}
"""How much of names each report tells, where nothing else is chosen: fewer for each step up."""


@dataclass(frozen=True)
class Scope:
    """What a report is made from; nothing of it changes while the report is made."""

    plan: Plan = field(repr=False)
    kind: ReportKind
    period: str
    span: Span
    now: dt.datetime
    names: Names | None = None
    """More or fewer names than is usual for the kind."""
    wages: "tuple[Wage, ...] | None" = None
    """The wages paid out, where the seller has chosen to tell them (S53)."""
    summary: tuple[str, ...] = ()
    """The seller's own summary."""
    before: ReportIssue | None = None
    """The report of this kind that was issued last."""

    @property
    def as_of(self) -> dt.date:
        """The day whose knowledge the report holds."""
        return self.now.date()

    @cached_property
    def discretion(self) -> Discretion:
        """Tells the names that the reader is to have."""
        return Discretion(self.plan, self.names or NAMES[self.kind])

    @cached_property
    def programme(self) -> SalesPlan | None:
        """The market programme the days are worked by: of several the one that covers most of them, then the newest."""
        if self.kind == "programme":
            return self.plan.sales_plans.get(self.period)
        return programme_of(self.plan, self.span)

    @cached_property
    def basis(self) -> Basis | None:
        """The figures of the programme so far, on the report's day or on its own last one."""
        return None if self.programme is None else basis_of(self.plan, self.programme, self.as_of)

    @cached_property
    def period_basis(self) -> Basis:
        """What happened and is planned in the report's own days, in whichever programme."""
        return self.over(self.span)

    def over(self, span: Span) -> Basis:
        """Return what happened and is planned in some days, in whichever programme."""
        return days_basis(self.plan, self.programme, span, self.as_of)


def week_before(span: Span) -> Span:
    """Return the seven days before a week."""
    return Span(span.start - 7 * ONE_DAY, span.start)


def month_before(day: dt.date) -> Span:
    """Return the month before that of a day."""
    first = first_of_month(day.year, day.month)
    last = first - ONE_DAY
    return Span(first_of_month(last.year, last.month), first)


def quarter_of(day: dt.date, back: int = 0) -> Span:
    """Return the quarter of a day, or one so many quarters before it."""
    months = day.year * 12 + (day.month - 1) // 3 * 3 - 3 * back
    year, month = divmod(months, 12)
    return Span(first_of_month(year, month + 1), first_of_month(year, month + 4))


def year_of(day: dt.date, back: int = 0) -> Span:
    """Return the year of a day, or one so many years before it."""
    return Span(dt.date(day.year - back, 1, 1), dt.date(day.year - back + 1, 1, 1))


def period_before(scope: Scope, back: int = 1) -> Span:
    """Return the quarter or the year so many before that of a report; below 0, after it."""
    return (year_of if scope.kind == "year" else quarter_of)(scope.span.start, back)


def months_of(span: Span) -> tuple[Span, ...]:
    """Return the months that a span touches, cut at its ends."""
    found, first = [], span.start
    while first < span.end:
        following = first_of_month(first.year, first.month + 1)
        found.append(Span(first, min(following, span.end)))
        first = following
    return tuple(found)


def weeks_cut(span: Span) -> tuple[Span, ...]:
    """Return the ISO weeks that a span touches, cut at its ends by date: their sums are the span's (chapter 7.2)."""
    found, first = [], span.start
    while first < span.end:
        following = first + (7 - first.weekday()) * ONE_DAY
        found.append(Span(first, min(following, span.end)))
        first = following
    return tuple(found)
