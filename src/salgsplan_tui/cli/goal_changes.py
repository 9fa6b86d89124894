"""What only goals have: how one ended, how far one has come that people count, and what the funnel still misses."""

import datetime as dt
from functools import partial, reduce
from typing import Final

from salgsplan_tui.cli.ends import end_meant
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.part_called import part_called
from salgsplan_tui.cli.part_changes import PartOwner
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.edits import add
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal, Measurement
from salgsplan_tui.domain.programme_edits import change_part
from salgsplan_tui.domain.quick_add.numbers import decimal_of
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.programme_page import ProgrammeFigures, RatesShown

_HUNDRED: Final = 100


def end_goal(owner: PartOwner, text: str) -> None:
    """Settle a goal: "m1=missed: the fair was called off".

    Raises:
        MisuseError: it is not written so.
        NotFoundError: there is no such goal.
        RefusedError: the plan is only shown.
    """
    name, equals, rest = text.partition("=")
    end, _colon, cause = rest.partition(":")
    status = end_meant(end)
    if not equals or status is None:
        raise MisuseError(N_("“{value}” is not of the form GOAL=reached|missed|dropped|open: why"), value=text)
    goal, at = part_called(owner.plan, (Goal,), name), owner.step.call.clock.stamp()
    why = cause.strip() or None
    edit = partial(change_part, identity=owner.identity, kind=Goal, part=goal.id, at=at, status=status, cause=why)
    owner.step.add(edit, Said("goal_settled", {"title": goal.title, "id": goal.id}))


def measure_goal(owner: PartOwner, text: str) -> None:
    """Note how far a goal has come today: "nps=25".

    Raises:
        MisuseError: it is not written so.
        NotFoundError: there is no such goal.
        RefusedError: the plan is only shown.
    """
    name, equals, rest = text.partition("=")
    value = decimal_of(rest.strip()) if equals else None
    if value is None:
        raise MisuseError(N_("“{value}” is not of the form GOAL=NUMBER"), value=text)
    goal, call = part_called(owner.plan, (Goal,), name), owner.step.call
    today, at = call.now.date(), call.clock.stamp()
    told = (*(each for each in goal.measured if each.on != today), Measurement(on=today, value=int(value * _HUNDRED)))
    edit = partial(change_part, identity=owner.identity, kind=Goal, part=goal.id, at=at, measured=told)
    owner.step.add(edit, Said("goal_measured", {"title": goal.title, "id": goal.id}))


def fill(owner: PartOwner, basis: Basis, rates: RatesShown) -> None:
    """Put what the funnel misses in the plan into this week, as rows with the time they take (4.2)."""
    call, at = owner.step.call, owner.step.call.clock.stamp()
    missing = ProgrammeFigures(basis, rates).missing
    rows = tuple(row.changed_to(id=call.session.new_id()) for row in missing)
    if not rows:
        call.console.say(_("Nothing is missing in the plan."))
        return
    said = Said("missing_planned", {"title": "", "count": 1, "to": rows[0].bucket or ""})
    owner.step.add(partial(_added, rows=rows, at=at), said)


def _added(plan: Plan, rows: tuple[Activity, ...], at: dt.datetime) -> Plan:
    return reduce(lambda now, row: add(now, row, at=at), rows, plan)
