"""The requests of the screens - changes of the plan - and what they say of themselves (architecture.md 4)."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce

from textual.message import Message

from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.files_wanted import Need


@dataclass
class Change(Message):
    """Please apply this edit to the plan as it is now, and write it."""

    edit: Edit
    said: Said
    """What it does, for the toast and for undo."""
    otherwise: Callable[[], None] | None = None
    """Called when it could not be saved: gives the person back what they typed."""
    select: str | None = None
    """The id of the row to stand on afterwards, where it is on the page."""
    again: bool = False
    """It goes on with the step before it, and takes its place: together they are one step to undo."""
    mentions: tuple[str, ...] = ()
    """The ids of people and customers of whom every activity has to be read first."""
    need: Need | None = None
    """What else has to be read first."""
    afterwards: Callable[[Plan, Plan], None] | None = None
    """Called with the plan before and after, when it is saved."""


@dataclass
class Push(Message):
    """Please push these rows; pushes that follow one another are one move and one undo step (decisions.md)."""

    origins: Mapping[str, dt.date]
    """The rows, and the dates they stood on before the first push."""
    days: int
    """How far from there, all pushes together."""
    again: bool
    """The step before this was a push of the same rows, and is replaced."""
    said: Said
    reason: Reason | None = None
    reason_text: str | None = None
    runs: Mapping[str, str] = field(default_factory=dict)
    """The playbook runs whose open steps go along, each with the id of the row that stands on its date."""


def over(ids: tuple[str, ...], step: Callable[[Plan, str], Plan]) -> Edit:
    """Return the edit that takes one step on each of these rows."""
    return lambda plan: reduce(step, ids, plan)


def said(key: str, rows: tuple[Activity, ...], **values: str) -> Said:
    """Return what a change did to these rows, for the toast and for undo."""
    title = rows[0].title if rows else ""
    return Said(key, {"id": rows[0].id if rows else "", "title": title, "count": len(rows), **values})


def along(runs: Collection[str]) -> dict[str, str]:
    """Return that the open steps of playbook runs went along, as data."""
    return {"part": "steps"} if runs else {}


def place_words(to: Placement) -> dict[str, str]:
    """Return where a row was moved to, as data."""
    return {
        "to": to.date.isoformat() if to.date is not None else to.bucket or "",
        "start": "" if to.start is None else f"{to.start:%H:%M}",
    }
