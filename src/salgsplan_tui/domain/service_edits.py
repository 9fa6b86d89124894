"""The edits of service cases (architecture.md 4)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase

START_MOODS: Final[Mapping[str, int]] = MappingProxyType({"complaint": -1, "claim": -1, "question": 0, "praise": 1})
"""How a customer is taken to feel at first, by the type of the case, where nobody has said."""


def add_case(plan: Plan, case: ServiceCase, *, at: dt.datetime) -> Plan:
    """Put a new case among the others."""
    return put_case(plan, case.changed_to(created=at), at)


def change_case(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of a case.

    Raises:
        NotFoundError: there is none such.
    """
    return put_case(plan, case_of(plan, identity).changed_to(**fields), at)


def remove_case(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a case out that was put in by mistake; the improvement areas that were read name it no longer.

    Raises:
        NotFoundError: there is none such.
    """
    gone = case_of(plan, identity).id
    areas = {
        key: each.changed_to(cases=tuple(one for one in each.cases if one != gone), changed=at)
        for key, each in plan.improvements.items()
        if gone in each.cases
    }
    cases = {key: each for key, each in plan.cases.items() if key != gone}
    return replace(plan, cases=cases, improvements={**plan.improvements, **areas})


def case_of(plan: Plan, identity: str) -> ServiceCase:
    """Return a case by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.cases:
        raise NotFoundError("no_case", id=identity)
    return plan.cases[identity]


def put_case(plan: Plan, case: ServiceCase, at: dt.datetime) -> Plan:
    """Put a case among the others, in place of any with the same id."""
    return replace(plan, cases={**plan.cases, case.id: case.changed_to(changed=at)})
