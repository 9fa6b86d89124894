"""Undo and redo: field by field, across programs and starts, and never over what somebody else wrote."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.errors import ConflictError, DamagedError, NotFoundError
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.session import Edit, Said
from tests.folders import (
    SUNDAY,
    WEEK,
    add,
    block,
    change,
    done,
    file,
    lay,
    lay_plan,
    move,
    opened,
    remove,
    state_of,
    texts,
    ticking,
    titled,
)
from tests.planning import NOW, STAMP


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay_plan(tmp_path / "plan", 'schema = 1\nname = "Ingrid" # me\n')


@pytest.mark.parametrize(
    "edit",
    [
        add("a3"),
        titled("a1", "Ring Kari"),
        done("a1"),
        remove("a1"),
        remove("a2"),
        move("a1", 18),
        move("a1", 23),
        move("b1", 16),
        lambda plan: edits.set_settings(plan, name="Ingrid Solvang"),
        lambda plan: edits.set_must_dos(plan, "2027-W08", ("Ring Berg",)),
        lambda plan: done("a2")(move("b1", 17)(remove("a1")(plan))),
    ],
)
def test_an_undo_gives_back_every_byte_and_a_redo_takes_them_again(home: Path, edit: Edit) -> None:
    before = texts(home)
    session = opened(home, ticking(SUNDAY))
    plan = session.plan
    change(session, edit)
    changed, then = texts(home), session.plan
    assert changed != before
    session.undo()
    assert {name: data.replace(b"\n[week]\n", b"") for name, data in texts(home).items()} == before
    assert {key: sheet.activities for key, sheet in session.plan.sheets.items() if key in plan.sheets} == {
        key: sheet.activities for key, sheet in plan.sheets.items()
    }
    session.redo()
    assert texts(home) == changed
    assert session.plan.sheets == then.sheets


def test_steps_are_undone_and_redone_one_by_one_from_any_program(home: Path) -> None:
    one, other = opened(home), opened(home)
    one.change(titled("a1", "Ring Kari"), Said("edited", {"title": "Row a1"}))
    other.change(done("a1"), Said("done", {"title": "Ring Kari", "count": 1}))
    step = one.undo()
    assert (step.said, step.at.date()) == (Said("done", {"title": "Ring Kari", "count": 1}), STAMP.date())
    assert one.plan.activity("a1").is_open
    assert opened(home).undo().said.key == "edited"
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        other.undo()
    assert other.redo().said.key == "edited"
    assert other.plan.activity("a1").title == "Ring Kari"
    assert opened(home).redo().said.key == "done"
    with pytest.raises(NotFoundError, match="nothing_to_redo"):
        one.redo()
    assert one.undo().said.key == "done"


def test_a_new_change_empties_redo(home: Path) -> None:
    session = opened(home)
    change(session, titled("a1", "Ring Kari"))
    session.undo()
    change(session, titled("a2", "Ring Berg"))
    with pytest.raises(NotFoundError, match="nothing_to_redo"):
        session.redo()
    session.undo()
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        session.undo()


def test_what_others_changed_in_other_fields_stays(home: Path) -> None:
    session = opened(home)
    change(session, done("a1"))
    text = (home / WEEK).read_text()
    lay(home, {WEEK: text.replace('title = "Row a1"', 'title = "Ring Kari" # call him Karl')})
    session.undo()
    found = opened(home).plan.activity("a1")
    assert (found.title, found.is_open, found.outcome) == ("Ring Kari", True, None)
    assert "# call him Karl" in (home / WEEK).read_text()
    session.redo()
    assert not session.plan.activity("a1").is_open


def test_a_field_that_others_changed_refuses_the_undo_and_both_values_are_named(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: done("a1")(titled("a1", "Ring Kari")(plan)))
    lay(home, {WEEK: (home / WEEK).read_text().replace("Ring Kari", "Ring Berg")})
    before = texts(home)
    with pytest.raises(ConflictError, match="undo_conflict") as raised:
        session.undo()
    assert raised.value.values == {"id": "a1", "field": "title", "ours": "Ring Kari", "theirs": "Ring Berg"}
    assert texts(home) == before
    lay(home, {WEEK: (home / WEEK).read_text().replace("Ring Berg", "Row a1")})  # what it was before is no conflict
    session.undo()
    assert session.plan.activity("a1").is_open


def test_a_new_row_that_others_changed_is_not_taken_away(home: Path) -> None:
    session = opened(home)
    change(session, add("a3"))
    lay(home, {WEEK: (home / WEEK).read_text().replace('title = "Row a3"', 'title = "Row a3"\nnotes = "Hei"')})
    with pytest.raises(ConflictError) as raised:
        session.undo()
    assert (raised.value.values["field"], raised.value.values["ours"], raised.value.values["theirs"]) == (
        "notes",
        None,
        "Hei",
    )


def test_a_row_that_others_removed_cannot_be_changed_back(home: Path) -> None:
    session = opened(home)
    change(session, titled("a1", "Ring Kari"))
    lay(home, {WEEK: file(block("a2", start='"09:00"'))})
    with pytest.raises(ConflictError, match="undo_gone"):
        session.undo()


def test_a_row_that_was_moved_on_by_hand_is_found_where_it_is(home: Path) -> None:
    session = opened(home)
    change(session, titled("a1", "Ring Kari"))
    moved = block("a1", title='"Ring Kari"', date="2027-05-18", changed="2027-02-17T07:00:00Z")
    lay(home, {WEEK: file(block("a2")), "weeks/2027/2027-W20.toml": file(moved)})
    session.undo()
    found = opened(home)
    assert found.find("a1") == "a1"
    assert (found.plan.activity("a1").title, found.plan.activity("a1").date) == ("Row a1", dt.date(2027, 5, 18))


def test_a_removed_row_comes_back_with_its_comments(home: Path) -> None:
    session = opened(home, ticking(SUNDAY))
    before = texts(home)
    change(session, remove("a1"))
    lay(home, {WEEK: (home / WEEK).read_text().replace("schema = 1", "schema = 1 # mine")})
    session.undo()
    assert (home / WEEK).read_bytes() == before[WEEK].replace(b"schema = 1", b"schema = 1 # mine")


def test_settings_and_plans_that_were_made_go_again(tmp_path: Path) -> None:
    home = tmp_path / "plan"
    session = opened(home)
    plan = SalesPlan(
        id="q1", start=dt.date(2027, 1, 4), end=dt.date(2027, 3, 31), goals=(Goal(id="g1", title="Vekst"),)
    )
    change(session, lambda each: edits.set_settings(edits.add_sales_plan(each, plan, at=STAMP), name="Ingrid"))
    change(session, lambda each: replace(each, sales_plans={"q1": plan.changed_to(title="Vår")}))
    assert sorted(texts(home)) == ["plans/q1.toml", "settings.toml"]
    session.undo()
    assert opened(home).plan.sales_plans["q1"].title == ""
    session.undo()
    assert texts(home) == {}
    assert opened(home).is_new
    session.redo()
    session.redo()
    again = opened(home)
    assert (again.plan.sales_plans["q1"].title, again.plan.settings.name) == ("Vår", "Ingrid")
    assert again.plan.goal("g1") == Goal(id="g1", title="Vekst")


def test_the_snapshot_stays_when_its_change_is_undone(home: Path) -> None:
    session = opened(home)
    change(session, remove("a1"))
    session.undo()
    snapshot = opened(home).plan.sheets["2027-W07"].snapshot
    assert snapshot is not None
    assert snapshot.rows == ("a1", "a2")


def test_a_file_that_is_damaged_now_refuses_the_undo(home: Path) -> None:
    session = opened(home)
    change(session, titled("a1", "Ring Kari"))
    lay(home, {WEEK: "schema = 1\n[[activity"})
    with pytest.raises(DamagedError, match="not_toml"):
        session.undo()
    assert (home / WEEK).read_text() == "schema = 1\n[[activity"


def test_a_step_that_cannot_be_read_any_more_is_told(home: Path) -> None:
    session = opened(home)
    change(session, titled("a1", "Ring Kari"))
    journal = state_of(home) / "journal.jsonl"
    journal.write_text(journal.read_text().replace("[[activity]]", "[[activity"))
    with pytest.raises(DamagedError, match="journal_damaged"):
        session.undo()


def test_a_series_and_its_exceptions_are_undone(home: Path) -> None:
    lay(
        home,
        {"series.toml": file('[[series]]\nid = "s1"\ntitle = "Lunsj"\nrrule = "FREQ=DAILY"\nfirst = 2027-02-18\n')},
    )
    session = opened(home)
    before = texts(home)["series.toml"]
    change(session, titled("s1-20270218", "Lunsj med Kari"))
    change(session, remove("s1-20270218"))
    assert b"skip = [2027-02-18]" in texts(home)["series.toml"]
    assert not session.plan.holds("s1-20270218")
    session.undo()
    assert texts(home)["series.toml"] == before
    assert session.plan.activity("s1-20270218").title == "Lunsj med Kari"
    assert NOW.date() < dt.date(2027, 2, 18)
