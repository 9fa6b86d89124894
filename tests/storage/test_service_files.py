"""Open cases come with the day, and what is planned in them from whatever week; private looks back only when asked."""

from pathlib import Path
from typing import Final

import pytest

from salgsplan_tui.domain.improvement_edits import change_area, remove_area
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect
from salgsplan_tui.domain.service_edits import change_case
from tests.folders import NEXT_WEEK, WEEK, block, change, file, lay, opened
from tests.planning import NOW, STAMP

CASES: Final = file(
    '# sakene\n[[case]]\nid = "s1"\ncustomer = "k1"\nstate = "closed"\nopened = 2027-01-04T09:00:00\n',
    '[[case]]\nid = "s2"\ncustomer = "k1"\nstate = "heard" # ring!\nopened = 2027-02-16T09:00:00\n'
    'activities = ["a1"]\nown = 1\nimprovement_area = "i1"\n',
)
OLD: Final = file('[[case]]\nid = "s0"\ncustomer = "k1"\nstate = "closed"\nopened = 2026-01-04T09:00:00\n')
PRIVATE: Final = 'schema = 1\n\n# lønn\n[[wage]]\ndate = 2027-01-20\ngross = "52000.00"\n'
AREA: Final = file('[[improvement_area]]\nid = "i1"\ntitle = "Svartid" # viktig\nmeasure = "first_response"\nown = 2\n')


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "plan",
        {
            WEEK: file(block("a1", state='"done"', next='"a2"', outcome='"reached"')),
            NEXT_WEEK: file(block("a2", date="2027-02-24")),
            "weeks/2027/2027-W12.toml": file(block("a9", date="2027-03-24")),
            "service/2027.toml": CASES,
            "service/2026.toml": OLD,
            "private.toml": PRIVATE,
            "improvement.toml": AREA,
        },
    )


def test_open_cases_come_with_the_day_and_what_is_planned_in_them(home: Path) -> None:
    plan = opened(home).plan
    assert set(plan.cases) == {"s1", "s2"}, "a year without an open case is not read"
    assert plan.holds("a2")
    assert not plan.holds("a9")
    assert (plan.improvements, plan.reflections) == ({}, {})


def test_without_an_open_case_no_file_of_cases_is_read(home: Path) -> None:
    (home / "service/2027.toml").unlink()
    assert opened(home).plan.cases == {}


def test_a_case_is_changed_by_splice_and_the_change_undone(home: Path) -> None:
    session = opened(home)
    before = (home / "service/2027.toml").read_text("utf-8")
    change(session, lambda plan: change_case(plan, "s2", at=STAMP, cause="feil filter"))
    after = (home / "service/2027.toml").read_text("utf-8")
    assert 'state = "heard" # ring!' in after
    assert 'cause = "feil filter"' in after
    assert "own = 1" in after
    session.undo()
    assert (home / "service/2027.toml").read_text("utf-8") == before


def test_a_look_back_goes_into_the_private_file_beside_the_wages(home: Path) -> None:
    session = opened(home)
    session.need_reflections()
    made = Reflection(id="r1", date=NOW.date(), case="s2", tolerance=4, text="Ble rolig")
    change(session, lambda plan: reflect(plan, made, at=STAMP))
    text = (home / "private.toml").read_text("utf-8")
    assert text.startswith(PRIVATE.rstrip())
    assert 'text = "Ble rolig"' in text
    assert session.wages()[0].gross == 52_000_00
    session.undo()
    assert (home / "private.toml").read_text("utf-8") == PRIVATE
    assert session.plan.reflections == {}


def test_an_improvement_area_is_changed_by_splice_and_found_though_nobody_read_it(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: change_area(plan, "i1", at=STAMP, owner="Ingrid"))
    text = (home / "improvement.toml").read_text("utf-8")
    assert 'title = "Svartid" # viktig' in text
    assert "own = 2" in text
    assert 'owner = "Ingrid"' in text
    session.undo()
    assert (home / "improvement.toml").read_text("utf-8") == AREA


def test_an_area_that_is_removed_is_named_by_no_case_any_more_and_comes_back_with_undo(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: remove_area(plan, "i1", at=STAMP))
    assert [each.id for each in session.plan.cases.values() if each.improvement_area] == []
    assert "[[improvement_area]]" not in (home / "improvement.toml").read_text("utf-8")
    session.undo()
    assert (session.plan.cases["s2"].improvement_area, list(session.plan.improvements)) == ("i1", ["i1"])
    assert "# viktig" in (home / "improvement.toml").read_text("utf-8")


def test_a_wrong_value_is_told_with_its_line_and_stops_only_its_own_file(home: Path) -> None:
    (home / "improvement.toml").write_text(AREA.replace('"first_response"', "3"), "utf-8")
    session = opened(home)
    session.need_improvement()
    assert [(each.file, each.line) for each in session.problems] == [("improvement.toml", 6)]
    change(session, lambda plan: change_case(plan, "s2", at=STAMP, cause="x"))
    assert 'cause = "x"' in (home / "service/2027.toml").read_text("utf-8")
