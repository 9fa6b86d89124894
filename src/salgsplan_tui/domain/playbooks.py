"""Playbooks that are started: their rows around one date, moved as one - a fair, a campaign, a launch."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, MovedBy, Reason, State
from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.offsets import away, parts
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.sheet import order

RunPart = Literal["this", "all"]
"""How much of a run a move means: the one step, or all that are still open."""


@dataclass(frozen=True)
class Run:
    """A playbook that is started: around which date, for whom, and the ids of it and of its rows."""

    playbook: Playbook
    date: dt.date
    ids: tuple[str, ...]
    """The run's own id, and one for each step."""
    language: str
    customers: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def playbook_called(playbooks: Mapping[str, Playbook], name: str) -> Playbook:
    """Return the playbook of this code, name or word, whatever its case.

    Raises:
        NotFoundError: there is none, or several are called so.
    """
    wanted = name.strip().casefold()
    exact = [each for each in playbooks.values() if wanted in _names(each)]
    found = exact or [each for each in playbooks.values() if any(one.startswith(wanted) for one in _names(each))]
    if len(found) != 1:
        raise NotFoundError("no_playbook", name=name.strip())
    return found[0]


def _names(playbook: Playbook) -> tuple[str, ...]:
    return tuple(word.casefold() for word in (playbook.code, playbook.nb, playbook.en, *playbook.words))


def rows_of(run: Run, plan: Plan) -> tuple[Activity, ...]:
    """Return the activities of a run, in the order of their dates; what a step leaves open its type says."""
    return tuple(sorted(_rows(run, plan), key=order))


def _rows(run: Run, plan: Plan) -> Iterator[Activity]:
    own, *ids = run.ids
    for identity, step in zip(ids, run.playbook.steps, strict=True):
        kind, date = plan.channels.type(step.channel, step.type), away(run.date, step.offset)
        yield Activity(
            id=identity,
            title=step.nb if run.language == "nb" else step.en,
            channel=step.channel,
            type=step.type if kind is None else kind.code,
            kind="customer" if kind is None else kind.kind,
            purpose="marketing" if kind is None else kind.purpose,
            state=State.PLANNED,
            date=date,
            end_date=None if step.days is None else date + (step.days - 1) * ONE_DAY,
            material_due=None if step.material is None else away(date, step.material),
            start=step.start,
            minutes=step.minutes if step.minutes is not None or kind is None else kind.minutes,
            unit=None if kind is None else kind.unit,
            customers=run.customers if kind is None or kind.kind in {"customer", "service"} else (),
            contacts=run.contacts if kind is None or kind.kind in {"customer", "service"} else (),
            playbook=own,
            offset=step.offset,
        )


def start(plan: Plan, rows: Sequence[Activity], *, at: dt.datetime) -> Plan:
    """Put all rows of a run into the plan."""
    for row in rows:
        plan = edits.add(plan, row, at=at)
    return plan


def rows_in_run(plan: Plan, run: str) -> tuple[Activity, ...]:
    """Return the rows of a run that were read, in order."""
    return tuple(sorted((row for row in plan.stored() if row.playbook == run), key=order))


def is_anchor(row: Activity) -> bool:
    """Say whether a row stands on the date that its run is around."""
    return row.playbook is not None and row.offset is not None and parts(row.offset)[0] == 0


def anchors_moved(rows: Iterable[Activity], places: Mapping[str, Placement]) -> dict[str, dt.date]:
    """Return the new dates of the runs whose own date these moves change, by run."""
    found: dict[str, dt.date] = {}
    for row in rows:
        to = places[row.id].date if row.id in places else None
        if row.playbook is not None and is_anchor(row) and to not in {None, row.date} and to is not None:
            found[row.playbook] = to
    return found


def open_steps(plan: Plan, run: str, besides: Container[str] = ()) -> tuple[Activity, ...]:
    """Return what is still open of a run, in order, beside some rows of it."""
    rows = (row for row in rows_in_run(plan, run) if row.is_open and row.offset is not None)
    return tuple(row for row in rows if row.id not in besides)


def move_run(  # noqa: PLR0913  # as a single move, it is told by whom and why
    plan: Plan,
    run: str,
    date: dt.date,
    *,
    at: dt.datetime,
    by: MovedBy = "me",
    reason: Reason | None = None,
    reason_text: str | None = None,
) -> Plan:
    """Let a run stand around another date: every step of it that is still open is moved.

    Raises:
        NotFoundError: there is no such run, or nothing of it is open.
    """
    rows = open_steps(plan, run)
    if not rows:
        raise NotFoundError("no_run", id=run)
    for row in rows:
        place = Placement(away(date, row.offset or "0d"), row.start)
        if place.date != row.date:
            plan = life.move(plan, row.id, place, at=at, by=by, reason=reason, reason_text=reason_text)
    return plan
