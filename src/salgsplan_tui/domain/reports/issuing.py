"""Handing a report on: what is remembered of it, and the week plan that is frozen by it (chapter 3.5)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.fulfilment import freeze
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.head import kept_figures
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.domain.settings import Recipient


@dataclass(frozen=True)
class Handed:
    """A report as it was handed on."""

    report: Report
    data: bytes
    """The document."""
    format: str
    language: Literal["nb", "en"]
    recipients: tuple[str, ...] = ()
    file: str | None = None


def issue_of(handed: Handed, identity: str, at: dt.datetime) -> ReportIssue:
    """Return what is remembered of a report that is handed on."""
    from hashlib import sha256  # noqa: PLC0415  # only for what is handed on

    report = handed.report
    return ReportIssue(
        id=identity,
        kind=report.kind,
        period=report.period,
        as_of=report.as_of,
        issued=at.replace(microsecond=0),
        language=handed.language,
        format=handed.format,
        file=handed.file,
        recipients=handed.recipients,
        left_out=report.left_out,
        digest=sha256(handed.data).hexdigest(),
        figures=kept_figures(report.figures),
        rows=report.rows,
    )


def issue(plan: Plan, remembered: ReportIssue, report: Report) -> Plan:
    """Remember a report, and freeze its week, or those weeks of its month that have begun: so much was promised."""
    plan = freeze(plan, _frozen(report), remembered.issued)
    return replace(plan, issued={**plan.issued, remembered.id: remembered})


def recipients_for(recipients: Iterable[Recipient], kind: str) -> tuple[Recipient, ...]:
    """Return those whom a kind of report goes to."""
    return tuple(each for each in recipients if kind in each.reports)


def _frozen(report: Report) -> tuple[str, ...]:
    match report.kind:
        case "week":
            return (week_key(report.span.start),)
        case "month":
            weeks = dict.fromkeys(week_key(day) for day in report.span.days() if day <= report.as_of)
            return tuple(weeks)
    return ()
