"""Takes rights from a data folder one after the other and prints how a change is refused; a program of its own.

Root passes over all rights unless it gave up its own to do so, which cannot be taken back.
"""

import sys
from pathlib import Path
from typing import Final

from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.session import Session
from tests.folders import SAID, WEEK, add, opened, state_of, texts

CASES: Final = (
    ("the data folder", "", 0o500, add("z1", date="2028-01-05")),
    ("the folder of the weeks", "weeks/2027", 0o500, add("z1")),
    ("the week's file", WEEK, 0o400, add("z1")),
    ("the state folder", "../plan-state", 0o500, add("z1")),
    ("the journal", "../plan-state/journal.jsonl", 0o400, add("z1")),
    ("an unreadable week", WEEK, 0o000, add("z1")),
    ("an unreadable folder", "weeks/2027", 0o000, add("z1")),
)


def refusal(session: Session, case: tuple[str, str, int, object]) -> str:
    """Return how a change is refused."""
    raise NotImplementedError
