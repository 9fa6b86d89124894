"""Kills a save at every call it makes to the file system, and looks at what the next start finds.

Run as a program of its own, `python -m tests.storage.killing OPERATION FOLDER`, for it forks at every point: the child
makes the change and kills itself, the parent starts anew over what the child left, and prints what it counted.
"""

import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import tomli

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.session import Session
from tests.folders import NEXT_WEEK, SAID, WEEK, add, block, change, done, file, lay, move, opened, state_of, titled
from tests.planning import STAMP, row

CALLS: Final = ("open", "close", "write", "fsync", "replace", "unlink", "mkdir", "chmod", "fchmod", "ftruncate")
BEFORE, AFTER, TORN = "before", "after", "torn"

Rows = dict[str, list[Mapping[str, object]]]


def add_with_customer(session: Session) -> None:
    """Add a row that is the first to name its customer."""
    customer = Customer.model_validate({"id": "k1", "name": "Berg AS"})
    change(session, lambda plan: edits.add(plan, row("a9", date="2027-02-17"), at=STAMP, customers=[customer]))


OPERATIONS: Final[Mapping[str, Callable[[Session], object]]] = {
    "add": lambda session: change(session, add("a9")),
    "add_with_customer": add_with_customer,
    "done": lambda session: change(session, done("a1")),
    "move_within_week": lambda session: change(session, move("a1", 19)),
    "move_over_weeks_end": lambda session: change(session, move("a1", 23)),
    "undo": lambda session: session.undo(),
    "redo": lambda session: session.redo(),
}


def lay_out(home: Path, operation: str) -> None:
    """Lay out a folder in which the operation can be done, its state beside it."""
    lay(home, {WEEK: file(block("a1", start='"09:00"'), block("a2")), NEXT_WEEK: file(block("b1", date="2027-02-24"))})
    session = opened(home)
    change(session, titled("a2", "Ring Berg"))
    if operation in {"undo", "redo"}:
        change(session, move("a1", 23))
    if operation == "redo":
        session.undo()


def rows(home: Path) -> Rows:
    """Return what the files hold by id, as a plain parser reads it; each id should be there once."""
    found: Rows = {}
    for path in sorted(home.rglob("*.toml")):
        data = tomli.loads(path.read_text("utf-8"))
        for table in (*data.get("activity", ()), *data.get("customer", ())):
            found.setdefault(table["id"], []).append(table)
    return found


def kill_at(point: int, when: str) -> Counter[str]:
    """Have this process kill itself at the so-manieth call, before or after it, or half-way through a write."""
    counted: Counter[str] = Counter()

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:  # any call of `os`
        def counting(*args: Any, **named: Any) -> Any:  # noqa: ANN401  # as above
            counted[name] += 1
            is_here = counted.total() == point
            if is_here and when == BEFORE:
                os.kill(os.getpid(), signal.SIGKILL)
            if is_here and when == TORN and name == "write":
                call(args[0], bytes(args[1])[: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            result = call(*args, **named)
            if is_here and when == AFTER:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return counting

    for name in CALLS:
        setattr(os, name, wrapped(name, getattr(os, name)))
    return counted


def in_child(work: Callable[[], object]) -> int:
    """Do some work in a child process; return the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # told by the exit code, and never the parent's work done twice
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(work)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
