"""The table of reports: a line each; the screen, the command line and every format find a report here."""

import datetime as dt
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, get_args

from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.dates import Span, month_key, quarter_key, week_key, week_of
from salgsplan_tui.domain.issued import ReportIssue, ReportKind
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.head import told_figures
from salgsplan_tui.domain.reports.plan_parts import row_marks
from salgsplan_tui.domain.reports.privacy import discreet
from salgsplan_tui.domain.reports.scope import Scope, quarter_of, week_before, year_of
from salgsplan_tui.domain.reports.values import Block, Lines, Report, Section, Table

Outline = Callable[[Scope], tuple[Section, ...]]

KINDS: Final[tuple[ReportKind, ...]] = get_args(ReportKind)
REPORTS: Final[Mapping[ReportKind, str]] = MappingProxyType(
    {
        "week": "week",
        "month": "month",
        "quarter": "quarter",
        "year": "quarter",
        "programme": "programme",
        "timetable": "timetable",
    }
)
"""The module of each report, which is loaded when it is made: `week_sections` in `week`."""


def report(scope: Scope) -> Report:
    """Return a report: its sections in order, and what was kept back from them."""
    name = REPORTS[scope.kind]
    outline: Outline = getattr(import_module(f"salgsplan_tui.domain.reports.{name}"), f"{name}_sections")
    sections = tuple(discreet(section, scope.discretion) for section in outline(scope))
    kept_back = dict(scope.discretion.kept_back)
    if scope.kind in {"quarter", "year"} and scope.wages is None:
        kept_back["wages"] = 1
    return Report(
        kind=scope.kind,
        period=scope.period,
        span=scope.span,
        as_of=scope.as_of,
        title=scope.discretion.words(scope.programme.title) if scope.kind == "programme" and scope.programme else "",
        sections=sections,
        withheld=tuple(sorted(kept_back.items())),
        sellers=(scope.plan.settings.name,) if scope.plan.settings.name else (),
        is_empty=_is_empty(scope) and not any(map(_is_own_words, sections)),
        figures=told_figures(scope),
        rows=row_marks(scope) if scope.kind == "week" else (),
    )


def period_of(kind: ReportKind, day: dt.date) -> tuple[str, Span]:
    """Return the period of a kind that a day lies in, by its key and its days; a programme's is told by its plan."""
    match kind:
        case "week":
            return week_key(day), week_of(day)
        case "month":
            first = day.replace(day=1)
            return month_key(day), Span(first, (first + dt.timedelta(days=32)).replace(day=1))
        case "year":
            return f"{day.year:04}", year_of(day)
    return quarter_key(day), quarter_of(day)


def days_of(plan: Plan, kind: ReportKind, day: dt.date) -> tuple[str, Span]:
    """Return the period of a kind that a day lies in, also of a programme, and of the three months that begin there."""
    if kind == "timetable":
        from salgsplan_tui.domain.three_months import three_months  # noqa: PLC0415  # only for the timetable

        return day.isoformat(), three_months(day)
    programme = running_programme(plan, day) if kind == "programme" else None
    return period_of(kind, day) if programme is None else (programme.id, programme.span)


def next_day(kind: ReportKind, span: Span, steps: int) -> dt.date:
    """Return a day in the period so many periods later; a timetable goes on by a month."""
    if kind == "timetable":
        from salgsplan_tui.domain.month_grid import month_later  # noqa: PLC0415  # the same

        return month_later(span.start, steps)
    return span.end if steps > 0 else span.start - dt.timedelta(days=1)


def needed_days(kind: ReportKind, span: Span) -> Span:
    """Return the days whose weeks have to be read for a report: its own, and those it looks back and ahead to."""
    match kind:
        case "week":
            return Span(week_before(span).start, span.end)
        case "month":
            return Span((span.start - dt.timedelta(days=1)).replace(day=1), span.end)
        case "quarter":
            return Span(span.start, quarter_of(span.start, -1).end)
        case "year":
            return Span(span.start, year_of(span.start, -1).end)
    return span


def last_issue(plan: Plan, kind: ReportKind) -> ReportIssue | None:
    """Return the report of a kind that was issued last."""
    found = [each for each in plan.issued.values() if each.kind == kind]
    return max(found, key=lambda each: each.order, default=None)


def _is_empty(scope: Scope) -> bool:
    basis = scope.period_basis
    nothing = not (basis.rows or basis.orders or basis.offers or basis.closed_cases)
    return nothing and scope.programme is None


def _is_own_words(section: Section) -> bool:
    """Say whether the seller tells the leader something there that is no row of the plan: a need, a must-do."""
    return any(
        isinstance(block, Table) if block.code == "needs" else block.code == "must_dos" and _has_text(block)
        for block in section.blocks
    )


def _has_text(block: Block) -> bool:
    return isinstance(block, Lines) and any(item.kind == "text" for line in block.lines for item in line)
