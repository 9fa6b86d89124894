"""Reports of the sample salesperson's quarter, and of other plans, as of Wednesday 17 February 2027."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.table import period_of, report
from salgsplan_tui.domain.reports.values import Figures, Item, Lines, Report, Table
from salgsplan_tui.domain.wages import Wage
from tests.sample import sample_plan

NOW: Final = dt.datetime(2027, 2, 17, 8)
WAGES: Final = tuple(
    Wage(id=day, date=dt.date.fromisoformat(day), gross=52_000_00) for day in ("2027-01-20", "2027-02-19")
)


def scope(kind: ReportKind, plan: Plan | None = None, day: dt.date | None = None) -> Scope:
    """Return what a report of a kind looks at."""
    plan = sample_plan() if plan is None else plan
    key, span = period_of(kind, day or NOW.date())
    if kind == "programme":
        key, span = "q1-2027", plan.sales_plans["q1-2027"].span
    return Scope(plan, kind, key, span, NOW)


def made(kind: ReportKind, plan: Plan | None = None, *, day: dt.date | None = None, **choices: object) -> Report:
    """Return a report of a kind, with choices of its scope."""
    return report(replace(scope(kind, plan, day), **choices))  # type: ignore[arg-type]  # the fields of a scope


def figure(found: Report, section: str, code: str) -> Item:
    """Return a figure by its section and code."""
    part = found.section(section)
    assert part is not None
    blocks = (block for block in part.blocks if isinstance(block, Figures))
    return next(each.item for block in blocks for each in block.figures if each.code == code)


def exact(found: Report, section: str, code: str) -> Fraction:
    """Return the value of a figure."""
    value = figure(found, section, code).value
    assert isinstance(value, Fraction)
    return value


def table(found: Report, section: str, code: str | None = None) -> Table:
    """Return a section's table."""
    part = found.section(section)
    assert part is not None
    return next(each for each in part.blocks if isinstance(each, Table) and code in {None, each.code})


def column(found: Table, name: str) -> list[object]:
    """Return the values under a heading."""
    at = found.columns.index(name)
    return [row[at].value for row in found.rows]


def texts(found: Report) -> str:
    """Return every text of a report."""
    items: list[Item] = []
    for section in found.sections:
        for block in section.blocks:
            match block:
                case Table():
                    items += [item for row in block.rows for item in row]
                case Lines():
                    items += [item for line in block.lines for item in line]
    return "\n".join(str(item.value) for item in items if item.kind == "text")
