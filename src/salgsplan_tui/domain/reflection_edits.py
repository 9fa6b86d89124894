"""The edits of the seller's own looks back (S6)."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import Reflection


def reflection_on(plan: Plan, case: str) -> Reflection | None:
    """Return the last look back on a case, as far as the private file was read."""
    found = [each for each in plan.reflections.values() if each.case == case]
    return max(found, key=lambda each: (each.date, each.id), default=None)


def reflection_of_week(plan: Plan, week: Span) -> Reflection | None:
    """Return the last look back on a week as a whole, as far as the private file was read."""
    found = [each for each in plan.reflections.values() if each.case is None and each.date in week]
    return max(found, key=lambda each: (each.date, each.id), default=None)


def reflect(plan: Plan, reflection: Reflection, *, at: dt.datetime) -> Plan:
    """Put a look back among the others, in place of the one with its id."""
    before = plan.reflections.get(reflection.id)
    created = at if before is None else before.created
    kept = reflection.changed_to(created=created, changed=at)
    return replace(plan, reflections={**plan.reflections, reflection.id: kept})


def remove_reflection(plan: Plan, identity: str) -> Plan:
    """Take a look back out.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.reflections:
        raise NotFoundError("no_reflection", id=identity)
    rest = {key: each for key, each in plan.reflections.items() if key != identity}
    return replace(plan, reflections=rest)
