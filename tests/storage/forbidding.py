"""Takes rights from a data folder one after the other and prints how a change is refused; a program of its own.

Root passes over all rights unless it gave up its own to do so, which cannot be taken back.
"""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Edit, Session
from tests.folders import SAID, WEEK, add, opened, state_of, texts
from tests.planning import STAMP
from tests.storage.issuing import with_issue


def with_customer(plan: Plan) -> Plan:
    """Add the first customer, and so a file of the data folder itself."""
    return edits.with_customers(plan, [checked_fields(Customer, {"id": "k1", "name": "Berg AS"})], at=STAMP)


CASES: Final[Mapping[str, tuple[str, int, Edit]]] = {
    "the data folder": ("plan", 0o500, with_customer),
    "the folder of the weeks": ("plan/weeks/2027", 0o500, add("z1")),
    "the week's file": (f"plan/{WEEK}", 0o400, add("z1")),
    "the list of issued reports": ("plan/issued.toml", 0o400, with_issue),
    "the state folder": ("plan-state", 0o500, add("z1")),
    "the journal": ("plan-state/journal.jsonl", 0o400, add("z1")),
    "an unreadable week": (f"plan/{WEEK}", 0o000, add("z1")),
    "an unreadable list of issued reports": ("plan/issued.toml", 0o000, with_issue),
    "an unreadable folder": ("plan/weeks/2027", 0o000, add("z1")),
}


def refusal(session: Session, edit: Edit) -> str:
    """Return how a change is refused."""
    try:
        session.change(edit, SAID)
    except PlannerError as error:
        return f"{type(error).__name__} {error.key}"
    return "not refused"


def main() -> None:
    """Try each case, and a change after it, when the rights are back."""
    home = Path(sys.argv[1])
    for number, (name, (path, mode, edit)) in enumerate(CASES.items()):
        shutil.rmtree(state_of(home), ignore_errors=True)
        state_of(home).mkdir()
        if "journal" in path:
            opened(home).change(add("y1", date="2027-03-01"), SAID)
        before, file = texts(home), home.parent / path
        usual = file.stat().st_mode
        file.chmod(mode)
        told = refusal(opened(home), edit)
        file.chmod(usual)
        changed = "" if texts(home) == before else ", but changed"
        sys.stdout.write(f"{name}: {told}{changed}\n")
        opened(home).change(add(f"x{number}"), SAID)


if __name__ == "__main__":
    main()
