"""Repeating activities over real files: what is touched, where it is remembered, and coming back after long."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.domain.missed import settle_older
from salgsplan_tui.domain.series_edits import Revision, Scope, revise
from salgsplan_tui.session import Session
from tests.folders import SAID, block, change, done, file, lay, move, opened, state_of, texts, ticking, titled
from tests.planning import NOW, STAMP

WEEKLY = """[[series]]
id = "s1"
title = "Lunsj" # med hvem?
rrule = "FREQ=WEEKLY;BYDAY=TH"
first = 2027-01-07
mine = 3
"""
DAILY = """[[series]]
id = "s2"
title = "Ringeøkt"
rrule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
first = 2026-06-01
on_holiday = "skip"
start = 09:00
minutes = 60
"""


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(tmp_path / "plan", {"series.toml": file(WEEKLY)})


def titles(session: Session, month: int, day: int) -> list[str]:
    session.need_day(dt.date(2027, month, day))
    return [each.title for each in session.plan.on(dt.date(2027, month, day))]


def test_what_was_done_in_a_week_that_is_not_read_as_a_whole_is_not_missed(home: Path) -> None:
    session = opened(home)
    assert [each.id for each in session.plan.overdue(NOW)] == ["s1-20270211"]
    change(session, done("s1-20270211"))
    assert opened(home).plan.overdue(NOW) == ()


def test_one_that_was_moved_to_a_week_nobody_reads_is_not_made_again(home: Path) -> None:
    change(opened(home), move("s1-20270218", 31, month=3))
    assert "skip = [2027-02-18]" in (home / "series.toml").read_text()
    session = opened(home)
    assert titles(session, 2, 18) == []
    assert titles(session, 3, 31) == ["Lunsj"]
    assert session.find("s1-20270218") == "s1-20270218"


def test_a_move_to_another_week_is_one_step_back(home: Path) -> None:
    before = texts(home)
    session = opened(home, ticking(dt.datetime(2027, 2, 14, 12)))
    change(session, move("s1-20270218", 23))
    session.undo()
    assert texts(home)["series.toml"] == before["series.toml"]
    assert titles(opened(home), 2, 18) == ["Lunsj"]


def test_a_split_writes_two_rules_and_keeps_comments_and_unknown_keys(home: Path) -> None:
    session = opened(home)
    scope = Scope("later", NOW.date(), "s9")
    change(session, lambda plan: revise(plan, "s1-20270304", scope, Revision({"minutes": 45}), at=STAMP))
    text = (home / "series.toml").read_text()
    assert 'title = "Lunsj" # med hvem?\nrrule' in text
    assert "until = 2027-03-03" in text
    assert 'id = "s9"\ntitle = "Lunsj"\nrrule = "FREQ=WEEKLY;BYDAY=TH"\nfirst = 2027-03-04' in text
    assert text.count("mine = 3") == 2
    assert [each.id for each in opened(home).plan.on(dt.date(2027, 3, 11))] == ["s9-20270311"]
    session.undo()
    assert (home / "series.toml").read_text() == file(WEEKLY)


def test_a_change_of_all_reaches_touched_ones_in_weeks_that_were_not_read(home: Path) -> None:
    first = opened(home)
    first.need_weeks(["2027-W20"])
    change(first, lambda plan: revise(
        plan, "s1-20270520", Scope("this", NOW.date(), "x1"), Revision({"notes": "Husk kake"}), at=STAMP
    ))  # fmt: skip
    session = opened(home)
    session.need_mentions(["s1"])
    scope = Scope("all", NOW.date(), "s9")
    change(session, lambda plan: revise(plan, "s1-20270304", scope, Revision({"title": "Middag"}), at=STAMP))
    assert titles(opened(home), 5, 20) == ["Middag"]


def test_a_year_away_and_nothing_has_gone_wrong(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"series.toml": file(WEEKLY, DAILY)})
    change(opened(home), done("s2-20270216"))
    later = dt.datetime(2028, 2, 17, 8, 0)
    session = Session.open(home, state_of(home), ticking(later))
    session.need_day(later.date())
    told = session.plan.overdue(later)
    assert [each.date.isoformat() for each in told if each.date and each.series == "s2"] == [
        "2028-02-10", "2028-02-11", "2028-02-14", "2028-02-15", "2028-02-16",
    ]  # fmt: skip
    assert len(told) == 6
    older = session.older_overdue(later)
    session.need_all()
    assert older == len(session.plan.overdue(later, older=True)) - len(told) > 400
    session.change(lambda plan: settle_older(plan, later, at=STAMP), SAID)
    assert session.older_overdue(later) == 0
    assert sorted(texts(home)) == ["series.toml", "weeks/2027/2027-W07.toml"]
    session.undo()
    assert session.older_overdue(later) == older


def test_rows_written_by_hand_without_their_series_stand_as_they_are(home: Path) -> None:
    lay(home, {"weeks/2027/2027-W07.toml": file(block("x1", series='"gone"', occurrence="2027-02-17"))})
    session = opened(home)
    change(session, titled("x1", "Ring Kari"))
    assert titles(session, 2, 17) == ["Ring Kari"]
