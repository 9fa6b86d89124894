"""Playbooks: named chains of activities, each so long before or after one date: a fair, a campaign, a launch."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.channels import Code
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fields import AsTuple, ClockTime, Minutes, Texts, Value
from salgsplan_tui.domain.offsets import Offset, away
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan, order


class PlaybookStep(Value):
    """One activity of a playbook."""

    nb: str
    en: str
    channel: Code | None = None
    type: Code | None = None
    minutes: Minutes | None = None
    start: ClockTime | None = None
    offset: Offset
    """How long before or after the playbook's date it stands."""


class Playbook(Value):
    """A chain of activities under one name."""

    code: Code
    nb: str
    en: str
    words: Texts = ()
    """What people call it beside its names."""
    steps: Annotated[tuple[PlaybookStep, ...], AsTuple] = ()

    def name(self, language: str) -> str:
        """Return its name."""
        return self.nb if language == "nb" else self.en


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
        kind = plan.channels.type(step.channel, step.type)
        yield Activity(
            id=identity,
            title=step.nb if run.language == "nb" else step.en,
            channel=step.channel,
            type=step.type if kind is None else kind.code,
            kind="customer" if kind is None else kind.kind,
            purpose="marketing" if kind is None else kind.purpose,
            state=State.PLANNED,
            date=away(run.date, step.offset),
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


def move_run(plan: Plan, run: str, date: dt.date, *, at: dt.datetime) -> Plan:
    """Let a run stand around another date: every step of it that is still open is moved.

    Raises:
        NotFoundError: there is no such run, or nothing of it is open.
    """
    rows = [row for row in rows_in_run(plan, run) if row.is_open and row.offset is not None]
    if not rows:
        raise NotFoundError("no_run", id=run)
    for row in rows:
        place = Placement(away(date, row.offset or "0d"), row.start)
        if place.date != row.date:
            plan = life.move(plan, row.id, place, at=at)
    return plan
