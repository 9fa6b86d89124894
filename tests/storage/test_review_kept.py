"""What a week's review notes: in the week's file, undone without touching must-dos, needs or snapshot."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.sheet import Review
from tests.folders import WEEK, add, block, change, file, lay, opened, stored, texts, titled

FINISHED = dt.datetime(2027, 2, 19, 14, 45)
REVIEW = '[review]\nworked = "Ring før ti"   # ja\n'


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(tmp_path / "plan", {WEEK: file(block("a1"))})


def test_a_review_is_noted_and_undone_and_leaves_must_dos_and_snapshot_alone(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: edits.set_must_dos(plan, "2027-W07", ("Ring Kari",)))
    change(session, lambda plan: edits.set_review(plan, "2027-W07", worked="Ring før ti", reached=7))
    change(session, lambda plan: edits.set_review(plan, "2027-W07", reached=10, done=FINISHED))
    assert opened(home).plan.sheets["2027-W07"].review == Review("Ring før ti", "", 10, FINISHED)
    session.undo()
    assert session.plan.sheets["2027-W07"].review == Review("Ring før ti", "", 7)
    session.undo()
    sheet = session.plan.sheets["2027-W07"]
    assert (sheet.review, sheet.must_dos, sheet.snapshot is None) == (Review(), ("Ring Kari",), False)
    session.redo()
    assert opened(home).plan.sheets["2027-W07"].review == Review("Ring før ti", "", 7)


def test_a_change_of_a_row_leaves_the_review_as_it_stands(home: Path) -> None:
    lay(home, {WEEK: f"schema = 1\n\n{REVIEW}\n" + block("a1")})
    session = opened(home)
    change(session, titled("a1", "Ring Nora"))
    change(session, add("a2"))
    assert REVIEW in texts(home)[WEEK].decode()
    change(session, lambda plan: edits.set_review(plan, "2027-W07", worked=""))
    assert b"worked" not in texts(home)[WEEK]


def test_what_is_wrong_in_it_is_told_and_the_rows_are_there(home: Path) -> None:
    lay(home, {WEEK: '\nschema = 1\n\n[review]\nreached = "ti"\n\n' + block("a1")})
    session = opened(home)
    assert [(each.file, each.line, each.key) for each in session.problems] == [(WEEK, 5, "wrong_value")]
    assert stored(session, "a1").title == "Row a1"
