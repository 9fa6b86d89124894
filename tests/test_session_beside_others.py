"""The session beside other programs: an editor, a sync, another session."""

import datetime as dt
import os
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError, NotWrittenError
from tests.folders import WEEK, add, block, change, done, file, ids, lay, lay_plan, move, opened, titled


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay_plan(tmp_path / "plan")


def test_an_edit_is_applied_to_what_others_wrote_meanwhile(home: Path) -> None:
    session = opened(home)
    lay(home, {WEEK: (home / WEEK).read_text().replace("Row a1", "Ring Kari")})
    change(session, done("a1"))
    found = opened(home).plan.activity("a1")
    assert (found.title, found.state.value) == ("Ring Kari", "done")


def test_two_sessions_at_once_both_take_effect(home: Path) -> None:
    one, other = opened(home), opened(home)
    change(one, titled("a1", "Ring Kari"))
    change(other, move("a1", 23))
    change(one, done("a1"))
    assert one.plan.activity("a1").date == dt.date(2027, 2, 17)  # done today, wherever it was planned
    change(other, add("a3"))
    assert other.plan.activity("a1").title == "Ring Kari"
    assert one.reload()
    assert ids(one) == ids(other) == ["a1", "a2", "a3", "b1"]


def test_a_row_that_somebody_moved_out_of_what_was_read_is_found(home: Path) -> None:
    one, other = opened(home), opened(home)
    change(other, move("a1", 19, 5))
    change(one, titled("a1", "Ring Kari"))
    assert opened(home).find("a1") == "a1"
    assert one.plan.activity("a1").date == dt.date(2027, 5, 19)


def test_a_reload_sees_what_others_wrote_whatever_the_time_of_their_files(home: Path) -> None:
    session = opened(home)
    assert not session.reload()
    text = (home / WEEK).read_text()
    lay(home, {WEEK: text.replace("Row a1", "Ring Kari")})
    os.utime(home / WEEK, (1, 1))
    assert session.reload()
    assert session.plan.activity("a1").title == "Ring Kari"
    os.utime(home / WEEK)
    assert not session.reload()
    (home / WEEK).unlink()
    assert session.reload()
    assert "2027-W07" not in session.plan.sheets


def test_a_new_file_is_seen_once_everything_was_read(home: Path) -> None:
    session = opened(home)
    session.need_all()
    lay(home, {"weeks/2026/2026-W53.toml": file(block("c1", date="2027-01-01"))})
    assert session.reload()
    assert session.plan.activity("c1").title == "Row c1"


def test_what_was_damaged_meanwhile_is_shown_as_it_was_and_never_written(home: Path) -> None:
    session = opened(home)
    lay(home, {WEEK: "schema = 1\n[[activity"})
    assert session.reload()
    assert session.plan.activity("a1").title == "Row a1"
    assert [(each.file, each.line, each.key) for each in session.problems] == [(WEEK, 2, "not_toml")]
    with pytest.raises(DamagedError, match="not_toml"):
        change(session, titled("a1", "Ring Kari"))
    change(session, add("b2", date="2027-02-25"))
    assert (home / WEEK).read_text() == "schema = 1\n[[activity"


def test_a_folder_that_is_suddenly_gone_or_empty_is_told_and_not_begun_anew(home: Path) -> None:
    session = opened(home)
    home.rename(home.with_name("elsewhere"))
    for key, action in [("folder_gone", None), ("folder_empty", home.mkdir)]:
        if action is not None:
            action()
        assert not session.reload()
        assert session.plan.activity("a1").title == "Row a1"
        with pytest.raises(NotWrittenError, match=key):
            change(session, add("a3"))
        with pytest.raises(NotWrittenError, match=key):
            opened(home)
    home.rmdir()
    home.with_name("elsewhere").rename(home)
    change(session, add("a3"))
    assert ids(session) == ["a1", "a2", "a3", "b1"]
