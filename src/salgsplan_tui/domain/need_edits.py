"""The edits of what the seller needs from the leader (S52)."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.needs import Need
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import Sheet


def open_needs(plan: Plan, day: dt.date) -> tuple[Need, ...]:
    """Return what was needed on a day, what has waited longest first."""
    found = (need for sheet in plan.sheets.values() for need in sheet.needs if need.is_open(day))
    return tuple(sorted(found, key=lambda need: (need.since, need.text)))


def add_need(plan: Plan, text: str, day: dt.date) -> Plan:
    """Note what is needed from this day on."""
    week = week_key(day)
    sheet = plan.sheets.get(week, Sheet())
    return _with_needs(plan, week, (*sheet.needs, Need(text=text, since=day)))


def resolve_need(plan: Plan, need: Need, day: dt.date) -> Plan:
    """Note that a need is met on this day.

    Raises:
        NotFoundError: `no_need`: it is not there any more.
    """
    week = next((key for key, sheet in plan.sheets.items() if need in sheet.needs), None)
    if week is None:
        raise NotFoundError("no_need", text=need.text)
    met = need.changed_to(resolved=day)
    return _with_needs(plan, week, tuple(met if each == need else each for each in plan.sheets[week].needs))


def _with_needs(plan: Plan, week: str, needs: tuple[Need, ...]) -> Plan:
    sheet = replace(plan.sheets.get(week, Sheet()), needs=needs)
    return replace(plan, sheets={**plan.sheets, week: sheet})
