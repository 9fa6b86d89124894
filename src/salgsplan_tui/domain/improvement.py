"""Improvement areas: what the seller or the department wants to do better, and how far that has come (S35)."""

import datetime as dt
from typing import Annotated, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Day, Id, Ids, Moment, Value
from salgsplan_tui.domain.programme import GoalStatus, Measurement, Unit


class ImprovementArea(Value):
    """One thing to do better, one block of `improvement.toml`; its figures are in hundredths of its unit."""

    id: Id
    title: str
    plan: Id | None = None
    """The sales plan it stands in."""
    measure: str | None = None
    """What is counted: a code of `measures.MEASURES`, or one that is told in `measured`."""
    unit: Unit | None = None
    baseline: Amount | None = None
    target: Amount | None = None
    direction: Literal["up", "down"] = "up"
    deadline: Day | None = None
    owner: str | None = None
    status: GoalStatus = "open"
    cases: Ids = ()
    activities: Ids = ()
    measured: Annotated[tuple[Measurement, ...], AsTuple] = ()
    created: Moment | None = None
    changed: Moment | None = None

    def told(self, day: dt.date) -> int | None:
        """Return what was told of it last up to a day; None where nobody has."""
        known = [each for each in self.measured if each.on <= day]
        return max(known, key=lambda each: each.on).value if known else None
