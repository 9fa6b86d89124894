"""What reviews note: in a week's file, undone without touching must-dos, needs, snapshot, or another review."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.period_review import note_progress, progress_of
from salgsplan_tui.domain.sheet import Progress, Review
from tests.folders import WEEK, add, block, change, file, lay, opened, stored, texts, ticking, titled

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


# The reviews of a month and of a quarter: those of March and of the first quarter stand in the same file

BOTH = "weeks/2027/2027-W13.toml"
HALF_WAY = '[month_review]\nreached = 3   # halvveis\nmine = "beholdt"\n'


def test_the_reviews_of_a_month_and_a_quarter_are_noted_apart_and_undone_apart(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: edits.set_review(plan, "2027-W13", worked="Ring før ti"))
    change(session, lambda plan: note_progress(plan, "2027-03", reached=3))
    change(session, lambda plan: note_progress(plan, "2027-Q1", reached=6, done=FINISHED))
    change(session, lambda plan: note_progress(plan, "2027-03", reached=5))
    found = opened(home)
    found.need_weeks(["2027-W13"])
    assert progress_of(found.plan, "2027-03") == Progress(5)
    assert progress_of(found.plan, "2027-Q1") == Progress(6, FINISHED)
    session.undo()
    session.undo()
    sheet = session.plan.sheets["2027-W13"]
    assert (sheet.month_review, sheet.quarter_review, sheet.review) == (Progress(3), Progress(), Review("Ring før ti"))
    session.redo()
    assert progress_of(session.plan, "2027-Q1") == Progress(6, FINISHED)


def test_what_a_hand_wrote_beside_it_stays(home: Path) -> None:
    lay(home, {BOTH: f"schema = 1\n\n{HALF_WAY}"})
    session = opened(home)
    session.need_review("2027-03")
    assert progress_of(session.plan, "2027-03") == Progress(3)
    change(session, lambda plan: note_progress(plan, "2027-Q1", reached=1))
    assert HALF_WAY in texts(home)[BOTH].decode()
    change(session, lambda plan: note_progress(plan, "2027-03", reached=7, done=FINISHED))
    written = texts(home)[BOTH].decode()
    assert 'reached = 7   # halvveis\ndone = 2027-02-19T14:45:00\nmine = "beholdt"\n' in written


@pytest.mark.parametrize("table", ["month_review", "quarter_review"])
def test_what_is_wrong_in_a_progress_is_told_and_the_rest_is_read(home: Path, table: str) -> None:
    lay(home, {WEEK: f"schema = 1\n\n[{table}]\nreached = -1\n\n[review]\nreached = 4\n\n" + block("a1")})
    session = opened(home)
    assert [(each.file, each.line, each.key) for each in session.problems] == [(WEEK, 4, "wrong_value")]
    assert session.plan.sheets["2027-W07"].review == Review(reached=4)
    assert stored(session, "a1").title == "Row a1"


def test_the_day_reads_how_far_the_reviews_have_come_that_are_due(home: Path) -> None:
    lay(home, {BOTH: "schema = 1\n\n[quarter_review]\nreached = 6\ndone = 2027-03-30T10:00:00\n"})
    before = opened(home, ticking(dt.datetime(2027, 3, 24, 8)))
    before.need_first_paint()
    assert progress_of(before.plan, "2027-Q1").reached == 6
    after = opened(home, ticking(dt.datetime(2027, 4, 7, 8)))
    after.need_first_paint()
    assert progress_of(after.plan, "2027-Q1").reached == 6
