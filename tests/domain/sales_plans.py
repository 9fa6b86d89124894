"""Sales plans for tests, written as short as a person would say them."""

import datetime as dt
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from tests.planning import plan_of

QUARTER: Final = {"start": dt.date(2027, 1, 4), "end": dt.date(2027, 3, 31)}
YEARS: Final = {"start": dt.date(2026, 1, 1), "end": dt.date(2027, 12, 31)}
GOAL: Final = {"id": "m1", "title": "Tolv ordrer", "unit": "count", "target": "12.00", "deadline": "2027-03-31"}
"""A goal that is concrete."""


def sales_plan(identity: str = "q1", **fields: object) -> SalesPlan:
    """Return a sales plan of the first quarter of 2027, where nothing else is said."""
    return checked_fields(SalesPlan, {"id": identity, "title": f"Plan {identity}", **QUARTER, **fields})


def whole_programme(identity: str = "q1", **fields: object) -> SalesPlan:
    """Return a market programme that lacks nothing."""
    parts: dict[str, object] = {
        "goals": [GOAL],
        "strategies": [{"id": "st1", "title": "Ring først", "goals": ["m1"]}],
        "programmes": [{"id": "ap1", "title": "Nysalg", "strategy": "st1"}],
        "budget_lines": [
            {"id": "b1", "title": "Reise", "amount": "6000.00", "mileage": True},
            {"id": "b2", "title": "Annonser", "strategy": "st1", "amount": "26000.00"},
        ],
    }
    return sales_plan(identity, **{**parts, **fields})


def plan_with(*sales_plans: SalesPlan) -> Plan:
    """Return a plan that holds these sales plans, and nothing else."""
    return replace(plan_of(), sales_plans={each.id: each for each in sales_plans})
