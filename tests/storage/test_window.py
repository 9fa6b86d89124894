"""What painting a day reads, and what it leaves alone."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Session
from tests.folders import WEEK, block, file, lay, opened, state_of, ticking
from tests.planning import NOW

DONE = '"done"'


def week(number: int, year: int = 2027) -> str:
    return f"weeks/{year}/{year}-W{number:02}.toml"


def day(number: int, year: int = 2027) -> str:
    return dt.date.fromisocalendar(year, number, 3).isoformat()


def ids(plan: Plan) -> list[str]:
    return sorted(row.id for row in plan.stored())


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "plan",
        {
            WEEK: file(block("a1"), block("a2", state=DONE)),
            week(6): file(block("b1", date=day(6)), block("b2", date=day(6), state=DONE)),
            week(5): file(block("c1", date=day(5), state=DONE)),
            week(4): file(block("d1", date=day(4), state=DONE, end_date="2027-03-01")),
            week(47, 2026): file(block("e1", date=day(47, 2026))),
            week(46, 2026): file(block("f1", date=day(46, 2026)), block("f2", date=day(46, 2026), state='"draft"')),
            week(10, 2020): file(block("g1", date=day(10, 2020)), block("g2", date=day(10, 2020), state=DONE)),
            week(8): file(block("h1", date=day(8))),
            "unplaced.toml": file('[[activity]]\nid = "u1"\ntitle = "Messe"\n'),
        },
    )


@pytest.fixture(name="opened_files")
def _opened_files() -> Iterator[list[str]]:
    """Return the data files that are opened from now on."""
    names: list[str] = []
    listening = [True]

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "open" and str(arguments[0]).endswith(".toml"):
            names.append(str(arguments[0]))

    sys.addaudithook(listen)  # it cannot be taken off again, only made deaf
    yield names
    listening.clear()


def test_a_day_reads_its_week_and_what_is_open_or_lasts_of_the_quarter_before(home: Path) -> None:
    session = opened(home)
    assert ids(session.plan) == ["a1", "a2", "b1", "d1", "e1", "u1"]
    assert [row.id for row in session.plan.overdue(NOW)] == ["e1", "b1"]
    assert [row.id for row in session.plan.on(NOW.date())] == ["d1", "a1", "a2"]


def test_older_overdue_rows_are_a_count_that_the_second_look_remembers(home: Path) -> None:
    session = opened(home)
    assert session.older_overdue(NOW) == 2
    assert (state_of(home) / "open-rows").exists()
    lay(home, {week(10, 2020): file(block("g1", date=day(10, 2020)), block("g2", date=day(10, 2020)))})
    assert session.older_overdue(NOW) == 3
    (state_of(home) / "open-rows").write_bytes(b"\xff\n")
    assert session.older_overdue(NOW) == 3
    session.need_all()
    assert session.older_overdue(NOW) == 0
    assert len(session.plan.overdue(NOW)) == 5


def test_a_running_programme_is_looked_back_on_from_its_start(home: Path) -> None:
    plan = 'schema = 1\nid = "q1"\nstart = 2026-11-09\nend = 2027-03-31\nstatus = "active"\n'
    over = 'schema = 1\nid = "old"\ntitle = "Gone"\nstart = 2020-01-01\nend = 2020-12-31\n'
    lay(home, {"plans/q1.toml": plan, "plans/old.toml": over})
    session = opened(home)
    assert {"f1", "f2"} <= {*ids(session.plan)}
    assert session.plan.sales_plans.keys() == {"q1"}
    assert session.older_overdue(NOW) == 1
    session.need_weeks(["2020-W10"])
    assert session.plan.sales_plans.keys() == {"q1", "old"}


def test_a_week_of_which_only_the_open_rows_were_read_is_read_whole_when_it_is_asked_for(home: Path) -> None:
    session = opened(home)
    session.need_weeks(["2027-W06"])
    assert {"b1", "b2"} <= {*ids(session.plan)}


def test_another_day_reads_its_own_week_and_what_is_overdue_today(home: Path) -> None:
    session = Session.open(home, state_of(home), ticking())
    session.need_day(dt.date.fromisocalendar(2020, 10, 1))
    assert {"g1", "g2", "a1", "b1"} <= {*ids(session.plan)}


@pytest.mark.parametrize("far", [dt.date.min, dt.date.max, dt.date(1, 1, 5)])
def test_the_ends_of_time_can_be_looked_at(home: Path, far: dt.date) -> None:
    session = opened(home)
    session.need_day(far)
    assert "a1" in ids(session.plan)


def test_what_lies_ahead_is_read_where_its_material_is_due_by_the_day(home: Path) -> None:
    due = {10: '"2027-02-17"', 12: "2027-02-03", 20: "2027-02-18"}
    lay(home, {week(each): file(block(f"m{each}", date=day(each), material_due=due[each])) for each in due})
    session = opened(home)
    session.need_day(NOW.date())
    assert {"m10", "m12", "m20"} & {*ids(session.plan)} == {"m10", "m12"}
    session.need_weeks(["2027-W07"])
    assert "m20" in ids(session.plan)


def test_no_more_files_are_opened_where_history_is_longer(home: Path, opened_files: list[str]) -> None:
    opened(home)
    few = len(opened_files)
    lay(home, {week(number, year): file() for number in range(1, 53) for year in range(2010, 2026)})
    opened_files.clear()
    opened(home)
    assert len(opened_files) == few


def test_every_activity_that_names_somebody_is_read_in_whichever_week_it_lies(home: Path) -> None:
    far, near = home / week(10, 2020), home / week(8)
    far.write_text(file(block("g1", date=day(10, 2020), state=DONE, contacts='["p1"]')), "utf-8")
    near.write_text(file(block("h1", date=day(8), customers='["k1"]'), block("h2", date=day(8))), "utf-8")
    session = opened(home)
    session.need_day(NOW.date())
    before = ids(session.plan)
    session.need_mentions(["p1", "k1"])
    assert sorted({*ids(session.plan)} - {*before}) == ["g1", "h1", "h2"]


def test_a_programme_reads_its_weeks_its_sales_and_what_led_to_them(tmp_path: Path) -> None:
    sold = '[[order]]\nid = "o1"\ncustomer = "k1"\ndate = 2027-02-10\namount = "1.00"\norigin = "activity:e1"\n'
    files = {
        week(5): file(block("c1", date=day(5), state=DONE)),
        week(12): file(block("d1", date=day(12))),
        week(20): file(block("h1", date=day(20))),
        week(47, 2026): file(block("e1", date=day(47, 2026), state=DONE)),
        week(46, 2026): file(block("f1", date=day(46, 2026), state=DONE)),
        "sales/2027.toml": file(sold),
    }
    home = lay(tmp_path / "plan", files)
    session = Session.open(home, state_of(home), ticking())
    session.need_programme(inclusive(dt.date(2027, 1, 4), dt.date(2027, 3, 31)))
    assert ids(session.plan) == ["c1", "d1", "e1"]
    assert list(session.plan.orders) == ["o1"]
