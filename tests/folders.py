"""Data folders for tests: files as a person sees them, and sessions over them."""

import datetime as dt
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.results import Result
from salgsplan_tui.session import Edit, Said, Session
from tests.planning import NOW, STAMP, row

WEEK: Final = "weeks/2027/2027-W07.toml"
"""The week the tests stand in."""
NEXT_WEEK: Final = "weeks/2027/2027-W08.toml"
SUNDAY: Final = dt.datetime(2027, 2, 14, 12)
"""The day before that week: a change then saves no snapshot of it."""
SAID: Final = Said("edited", {"title": "Ring Kari"})


def ticking(now: dt.datetime = NOW, first: dt.datetime = STAMP) -> Clock:
    """Return a clock that stands still for the person, and gives every stamp a second more than the last."""
    seconds = count()
    return Clock(lambda: now, lambda: first + dt.timedelta(seconds=next(seconds)))


def block(identity: str, **keys: str) -> str:
    """Return the block of an activity of Wednesday 17 February 2027; a keyword is a line, its value as it stands."""
    usual = {"title": f'"Row {identity}"', "state": '"planned"', "date": "2027-02-17"}
    lines = [f"{key} = {value}" for key, value in ({"id": f'"{identity}"'} | usual | keys).items()]
    return "\n".join(["[[activity]]", *lines]) + "\n"


def file(*blocks: str) -> str:
    """Return a file with these blocks."""
    return "\n".join(["schema = 1\n", *blocks])


def lay(home: Path, files: Mapping[str, str]) -> Path:
    """Write files into a data folder, and return the folder."""
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(text.encode())
    return home


def lay_plan(home: Path, settings: str = 'name = "Ingrid" # me\n') -> Path:
    """Write a folder with two weeks as somebody would by hand, with comments and keys of their own."""
    first = file("# Berg again?\n" + block("a1", minutes="0x1E", mine="1_500"), block("a2", start='"09:00"'))
    return lay(home, {"settings.toml": settings, WEEK: first, NEXT_WEEK: file(block("b1", date="2027-02-24"))})


def opened(home: Path, clock: Clock | None = None, *, patience: float = 10.0) -> Session:
    """Return a session over a folder, its state beside it, with what painting Wednesday needs."""
    session = Session.open(home, state_of(home), clock or ticking(), patience=patience)
    session.need_day(NOW.date())
    return session


def state_of(home: Path) -> Path:
    """Return the state folder that the tests give a data folder."""
    return home.with_name(f"{home.name}-state")


def change(session: Session, edit: Edit, said: Said = SAID) -> None:
    """Make a change that says something."""
    session.change(edit, said)


def ids(session: Session) -> list[str]:
    """Return the ids of all activities, in all files."""
    session.need_all()
    return sorted(row.id for row in session.plan.stored())


def stored(session: Session, identity: str) -> Activity:
    """Return an activity of the plan."""
    return session.plan.activity(identity)


def texts(home: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder."""
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def add(identity: str, **fields: object) -> Edit:
    """Return the edit that adds a row, on Wednesday where nothing else is said."""
    placed = fields if {"date", "bucket"} & fields.keys() else {"date": "2027-02-17"} | fields
    return lambda plan: edits.add(plan, row(identity, **placed), at=STAMP)


def move(identity: str, day: int, month: int = 2) -> Edit:
    """Return the edit that moves a row to a day of 2027, at 10:00."""
    place = Placement(dt.date(2027, month, day), dt.time(10))
    return lambda plan: life.move(plan, identity, place, at=STAMP)


def titled(identity: str, title: str) -> Edit:
    """Return the edit that gives a row another title."""
    return lambda plan: edits.change(plan, identity, at=STAMP, title=title)


def done(identity: str) -> Edit:
    """Return the edit that marks a row done, with an order."""
    return lambda plan: life.done(plan, identity, Result(Outcome.ORDER), now=NOW, at=STAMP)


def remove(identity: str) -> Edit:
    """Return the edit that removes a row."""
    return lambda plan: edits.remove(plan, identity, at=STAMP)
