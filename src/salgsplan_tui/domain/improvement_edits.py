"""What is asked and changed of improvement areas: what one lacks, how far it has come, and its edits (S35)."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Measurement

ImprovementLack = Literal["measure", "baseline", "target", "deadline", "activity"]


def is_late(area: ImprovementArea, today: dt.date) -> bool:
    """Say whether its deadline is over and it is still open."""
    return area.status == "open" and area.deadline is not None and area.deadline < today


def lacks_of(plan: Plan, area: ImprovementArea) -> tuple[ImprovementLack, ...]:
    """Return what an improvement area lacks to be concrete (S35): it is told, and nothing is refused for it."""
    lacking: dict[ImprovementLack, bool] = {
        "measure": area.measure is None,
        "baseline": area.baseline is None,
        "target": area.target is None,
        "deadline": area.deadline is None,
        "activity": not area.activities and not cases_of(plan, area),
    }
    return tuple(lack for lack, is_lacking in lacking.items() if is_lacking)


def cases_of(plan: Plan, area: ImprovementArea) -> tuple[str, ...]:
    """Return the ids of the cases that belong to it, as far as they were read."""
    naming = (each.id for each in plan.cases.values() if each.improvement_area == area.id)
    return tuple(dict.fromkeys((*area.cases, *naming)))


def progress_of(area: ImprovementArea, now: Fraction | None) -> Fraction | None:
    """Return how much of the way from the baseline to the target is gone; None where one of the three is not known.

    `now` is where it stands, in hundredths of its unit.
    """
    if now is None or area.baseline is None or area.target is None or area.target == area.baseline:
        return None
    return (now - area.baseline) / Fraction(area.target - area.baseline)


def area_of(plan: Plan, identity: str) -> ImprovementArea:
    """Return an improvement area by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.improvements:
        raise NotFoundError("no_improvement_area", id=identity)
    return plan.improvements[identity]


def add_area(plan: Plan, area: ImprovementArea, *, at: dt.datetime) -> Plan:
    """Put a new improvement area among the others."""
    return _put(plan, area.changed_to(created=at), at)


def change_area(plan: Plan, identity: str, /, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of an improvement area.

    Raises:
        NotFoundError: there is none such.
    """
    return _put(plan, area_of(plan, identity).changed_to(**fields), at)


def measure_area(plan: Plan, identity: str, value: int, *, on: dt.date, at: dt.datetime) -> Plan:
    """Note where it stands on a day, in hundredths of its unit; what was noted for that day before gives way.

    Raises:
        NotFoundError: there is none such.
    """
    area = area_of(plan, identity)
    others = [each for each in area.measured if each.on != on]
    told = sorted([*others, Measurement(on=on, value=value)], key=lambda each: each.on)
    return change_area(plan, identity, at=at, measured=tuple(told))


def remove_area(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take an improvement area out that was put in by mistake; cases that name it no longer do.

    Raises:
        NotFoundError: there is none such.
    """
    gone = area_of(plan, identity).id
    cases = {
        key: each.changed_to(improvement_area=None, changed=at) if each.improvement_area == gone else each
        for key, each in plan.cases.items()
    }
    areas = {key: each for key, each in plan.improvements.items() if key != gone}
    return replace(plan, improvements=areas, cases=cases)


def _put(plan: Plan, area: ImprovementArea, at: dt.datetime) -> Plan:
    return replace(plan, improvements={**plan.improvements, area.id: area.changed_to(changed=at)})
