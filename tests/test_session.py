"""The session: reading what is needed, changing what was asked for, and seeing what others did."""

import datetime as dt
import stat
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.dates import week_span
from salgsplan_tui.domain.errors import NotFoundError, NotWrittenError, RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from tests.folders import (
    NEXT_WEEK,
    SUNDAY,
    WEEK,
    add,
    block,
    change,
    file,
    ids,
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
from tests.planning import NOW, STAMP, row


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay_plan(tmp_path / "plan")


def difference(before: str, after: str) -> list[str]:
    """Return the lines that went and came."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:2] not in {"--", "++", "@@"}]


def test_nothing_is_made_before_the_first_change(tmp_path: Path) -> None:
    session = opened(tmp_path / "plan")
    session.need_all()
    session.reload()
    assert (session.older_overdue(NOW), session.is_new, session.problems) == (0, True, ())
    assert not (tmp_path / "plan").exists()
    change(session, add("a1"))
    assert sorted(texts(tmp_path / "plan")) == [WEEK]


def test_a_new_file_is_canonical(tmp_path: Path) -> None:
    change(opened(tmp_path / "plan", ticking(SUNDAY)), add("a1", start="09:00", minutes=30, customers=["k1"]))
    assert (
        (tmp_path / "plan" / WEEK).read_text()
        == """\
schema = 1

[[activity]]
id = "a1"
title = "Row a1"
state = "planned"
date = 2027-02-17
start = "09:00"
minutes = 30
customers = ["k1"]
created = 2027-02-17T07:00:00Z
changed = 2027-02-17T07:00:00Z
"""
    )


def test_a_change_touches_only_the_keys_that_change(home: Path) -> None:
    before = (home / WEEK).read_text()
    change(opened(home, ticking(SUNDAY)), titled("a1", "Ring Kari Lie"))
    assert difference(before, (home / WEEK).read_text()) == [
        '-title = "Row a1"',
        '+title = "Ring Kari Lie"',
        "+changed = 2027-02-17T07:00:00Z",
    ]


def test_a_new_row_comes_in_its_place_and_a_moved_one_takes_its_comments_and_unknown_keys_along(home: Path) -> None:
    session = opened(home, ticking(SUNDAY))
    before = texts(home)
    change(session, add("a3", start="08:00"))
    change(session, move("a1", 23))
    week, next_week = (home / WEEK).read_text(), (home / NEXT_WEEK).read_text()
    assert [line for line in week.splitlines() if line.startswith("id")] == ['id = "a3"', 'id = "a2"']
    assert next_week == file(
        "# Berg again?\n"
        + block(
            "a1",
            date="2027-02-23",
            start='"10:00"',
            minutes="0x1E",
            reschedules='[{ from = "2027-02-17", to = "2027-02-23", at = 2027-02-17T07:00:00Z }]',
            changed="2027-02-17T07:00:00Z",
            mine="1_500",
        ),
        block("b1", date="2027-02-24"),
    )
    assert before["settings.toml"] == (home / "settings.toml").read_bytes()


def test_a_row_that_changes_its_time_changes_its_place_in_the_file(home: Path) -> None:
    session = opened(home, ticking(SUNDAY))
    change(session, lambda plan: edits.change(plan, "a1", at=STAMP, start=dt.time(11)))
    week = (home / WEEK).read_text()
    assert [line for line in week.splitlines() if line.startswith("id")] == ['id = "a2"', 'id = "a1"']
    assert '# Berg again?\n[[activity]]\nid = "a1"\n' in week


def test_a_change_that_changes_nothing_writes_nothing(home: Path) -> None:
    session, before = opened(home), texts(home)
    change(session, lambda plan: plan)
    change(session, lambda plan: replace(plan, customers=dict(plan.customers)))
    assert texts(home) == before
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        session.undo()


def test_a_change_that_is_refused_changes_nothing(home: Path) -> None:
    session = opened(home)
    before, plan = texts(home), session.plan
    with pytest.raises(RefusedError, match="outcome_needed"):
        change(session, lambda plan: life.done(plan, "a1", Result(), now=NOW, at=STAMP))
    assert (texts(home), session.plan) == (before, plan)


def test_what_would_not_read_back_is_not_written(home: Path) -> None:
    session, before = opened(home), texts(home)
    with pytest.raises(NotWrittenError, match="would_not_read") as raised:
        change(session, lambda plan: edits.change(plan, "a1", at=STAMP, start=dt.time(9, 0, 15)))
    assert raised.value.values["field"] == "start"
    with pytest.raises(NotWrittenError, match="not_text"):
        change(session, titled("a1", "\ud800"))
    assert texts(home) == before


def test_a_row_is_moved_into_a_week_that_nobody_had_read(home: Path) -> None:
    lay(home, {"weeks/2027/2027-W20.toml": file(block("c1", date="2027-05-18"), block("c2", date="2027-05-20"))})
    session = opened(home)
    change(session, move("a1", 19, 5))
    assert [each.id for each in session.plan.during(week_span("2027-W20"))] == ["c1", "a1", "c2"]
    assert ids(session) == ["a1", "a2", "b1", "c1", "c2"]


def test_every_document_takes_a_change(home: Path) -> None:
    session = opened(home)
    customer = checked_fields(Customer, {"id": "k1", "name": "Berg AS", "class": "A"})
    series = checked_fields(
        Series, {"id": "s1", "title": "Lunsj", "rrule": "FREQ=DAILY", "first": dt.date(2027, 2, 18)}
    )
    plan = SalesPlan(
        id="q1", start=dt.date(2027, 1, 4), end=dt.date(2027, 3, 31), goals=(Goal(id="g1", title="Vekst"),)
    )

    def everything(before: Plan) -> Plan:
        after = edits.add_series(before, series, at=STAMP, customers=[customer])
        after = edits.add_sales_plan(after, plan, at=STAMP)
        after = edits.add(after, row("i1", state="draft"), at=STAMP)
        after = edits.set_must_dos(after, "2027-W09", ("Ring Berg",))
        return edits.set_settings(after, name="Ingrid Solvang", lunch_minutes=0)

    change(session, everything)
    again = opened(home)
    again.need_all()
    assert again.problems == ()
    assert again.plan.customers["k1"].customer_class == "A"
    assert again.plan.activity("s1-20270219").title == "Lunsj"
    assert again.plan.goal("g1") == Goal(id="g1", title="Vekst")
    assert again.plan.sheets["unplaced"].activities.keys() == {"i1"}
    assert again.plan.sheets["2027-W09"].must_dos == ("Ring Berg",)
    assert (again.plan.settings.name, again.plan.settings.lunch_minutes) == ("Ingrid Solvang", 0)
    assert (home / "settings.toml").read_text() == 'name = "Ingrid Solvang" # me\nlunch_minutes = 0\n'


def test_the_weeks_snapshot_is_what_its_first_change_finds(home: Path) -> None:
    before_monday = opened(home, ticking(SUNDAY))
    change(before_monday, titled("a1", "Ring Kari"))
    assert before_monday.plan.sheets["2027-W07"].snapshot is None
    session = opened(home)
    change(session, add("a3"))
    change(session, remove("a2"))
    for week in (session.plan.sheets["2027-W07"], opened(home).plan.sheets["2027-W07"]):
        assert week.snapshot is not None
        assert week.snapshot.rows == ("a1", "a2")
    assert "2027-W08" not in session.plan.sheets
    change(session, move("a1", 23))
    assert session.plan.sheets["2027-W08"].snapshot is None


def test_an_occurrence_of_a_series_is_stored_once_it_is_touched(home: Path) -> None:
    lay(
        home,
        {"series.toml": file('[[series]]\nid = "s1"\ntitle = "Lunsj"\nrrule = "FREQ=WEEKLY"\nfirst = 2027-02-18\n')},
    )
    session = opened(home)
    change(session, titled("s1-20270218", "Lunsj med Kari"))
    assert 'id = "s1-20270218"\ntitle = "Lunsj med Kari"' in (home / WEEK).read_text()
    assert [each.title for each in opened(home).plan.on(dt.date(2027, 2, 18))] == ["Lunsj med Kari"]
    session.undo()
    assert [each.title for each in session.plan.on(dt.date(2027, 2, 18))] == ["Lunsj"]


def test_a_file_with_a_byte_order_mark_and_crlf_keeps_both(home: Path) -> None:
    text = "\ufeff" + file(block("a1"), block("a2")).replace("\n", "\r\n")
    lay(home, {WEEK: text})
    session = opened(home, ticking(SUNDAY))
    change(session, titled("a1", "Ring Kari"))
    after = (home / WEEK).read_bytes().decode()
    assert after == text.replace("Row a1", "Ring Kari").replace(
        "2027-02-17\r\n", "2027-02-17\r\nchanged = 2027-02-17T07:00:00Z\r\n", 1
    )


def test_a_file_with_inline_rows_is_written_anew_and_that_is_said(home: Path) -> None:
    lay(home, {WEEK: '# mine\nschema = 1\nactivity = [{ id = "a1", date = 2027-02-17, title = "Berg", mine = 3 }]\n'})
    session = opened(home, ticking(SUNDAY))
    change(session, titled("a1", "Ring Kari"))
    assert [(each.key, each.is_damage) for each in session.problems] == [("rewritten", False)]
    assert (home / WEEK).read_text() == (
        'schema = 1\n\n[[activity]]\nid = "a1"\ntitle = "Ring Kari"\ndate = 2027-02-17\n'
        "changed = 2027-02-17T07:00:00Z\nmine = 3\n"
    )


def test_folders_and_files_are_their_owners_alone_and_links_are_written_through(tmp_path: Path) -> None:
    home = tmp_path / "plan"
    session = opened(home)
    change(session, add("a1"))
    change(session, add("a2"))
    for folder in (home, state_of(home)):
        for path in (folder, *folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    (home / WEEK).rename(tmp_path / "week.toml")
    (home / WEEK).symlink_to(tmp_path / "week.toml")
    (tmp_path / "week.toml").chmod(0o640)
    change(session, add("a3"))
    assert (home / WEEK).is_symlink()
    assert "a3" in (tmp_path / "week.toml").read_text()
    assert stat.S_IMODE((tmp_path / "week.toml").stat().st_mode) == 0o640


def test_new_ids_are_ten_characters_that_nothing_bears(home: Path) -> None:
    session = opened(home)
    made = {session.new_id() for _ in range(50)}
    assert len(made) == 50
    assert all(len(each) == 10 and set(each) <= set("0123456789abcdefghjkmnpqrstvwxyz") for each in made)
