"""The sample salesperson's whole quarter as a plan: what the figures of chapter 8.6 are counted from."""

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Session
from salgsplan_tui.storage.packaged import DEMO

TODAY: Final = dt.date(2027, 2, 17)


@cache
def quarter_plan() -> Plan:
    """Return the plan with everything read."""
    with TemporaryDirectory() as state:
        clock = Clock(
            lambda: dt.datetime.combine(TODAY, dt.time(8)), lambda: dt.datetime(2027, 2, 17, 7, tzinfo=dt.UTC)
        )
        session = Session.open(DEMO, Path(state), clock)
        session.need_all()
        return session.plan


@cache
def quarter(day: dt.date = TODAY) -> Basis:
    """Return what the programme's figures are counted from on a day."""
    plan = quarter_plan()
    return basis_of(plan, plan.sales_plans["q1-2027"], day)
