"""The private file is read where profit asks for it, and is no part of the plan (S53)."""

import datetime as dt
import stat
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import ConflictError, DamagedError, PlannerError
from salgsplan_tui.domain.profit import profit_of
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.storage.lock import locked
from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.storage.private import wages
from tests.folders import lay, opened, state_of
from tests.sample_quarter import quarter


def test_the_samples_wages_are_three_payments() -> None:
    found = [(str(wage.date), wage.gross) for wage in wages(DEMO)]
    assert found == [("2027-01-20", 52_000_00), ("2027-02-19", 52_000_00), ("2027-03-19", 52_000_00)]
    assert profit_of(quarter(), wages(DEMO)).wages == 52_000_00


def test_the_plan_knows_nothing_of_wages(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"private.toml": 'schema = 1\n\n[[wage]]\ndate = 2027-01-20\ngross = "1.00"\n'})
    session = opened(home)
    session.need_all()
    assert "1.00" not in repr(session.plan)
    assert session.wages()[0].date == dt.date(2027, 1, 20)


def test_without_the_file_there_are_no_wages(tmp_path: Path) -> None:
    assert wages(tmp_path) == ()


@pytest.mark.parametrize("text", ["[[wage", "[[wage]]\ndate = 2027-01-20\ngross = 1\n", "wage = 3\n", "schema = 9\n"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(DamagedError):
        wages(lay(tmp_path / "plan", {"private.toml": text}))


PAID = Wage(id="2027-02-19", date=dt.date(2027, 2, 19), gross=52_000_00)
WRITTEN = """# bare mitt
schema = 1

[[wage]]
date = 2027-01-20
gross = "1.00"  # halv

[[wage]]
id = "x1"
date = 2027-03-19
gross = "3.00"
"""


def added(there: tuple[Wage, ...]) -> tuple[Wage, ...]:
    return (*there, PAID)


def home_with(folder: Path, text: str = WRITTEN) -> Path:
    return lay(folder / "plan", {"private.toml": text})


def test_a_payment_comes_in_its_place_and_every_other_byte_stays(tmp_path: Path) -> None:
    home = home_with(tmp_path)
    assert [each.id for each in opened(home).change_wages(added)] == ["2027-01-20", "2027-02-19", "x1"]
    new = '[[wage]]\ndate = 2027-02-19\ngross = "52000.00"\n\n'
    at = WRITTEN.index('[[wage]]\nid = "x1"')
    assert (home / "private.toml").read_text("utf-8") == WRITTEN[:at] + new + WRITTEN[at:]


def test_a_changed_payment_keeps_its_comment_and_one_that_goes_leaves_nothing(tmp_path: Path) -> None:
    home = home_with(tmp_path)
    session = opened(home)
    session.change_wages(lambda there: tuple(each.changed_to(gross=2_00) for each in there))
    text = (home / "private.toml").read_text("utf-8")
    assert ('gross = "2.00"  # halv' in text, text.count("[[wage]]")) == (True, 2)
    session.change_wages(lambda there: there[:1])
    assert "x1" not in (home / "private.toml").read_text("utf-8")
    assert session.change_wages(lambda _there: ()) == ()
    assert (home / "private.toml").read_text("utf-8").startswith("# bare mitt\nschema = 1\n")


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    session = opened(lay(tmp_path / "plan", {}))
    session.change_wages(added)
    file = session.home / "private.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text("utf-8") == 'schema = 1\n\n[[wage]]\ndate = 2027-02-19\ngross = "52000.00"\n'
    assert session.change_wages(lambda there: there) == session.wages()


def test_nothing_of_it_is_kept_in_journal_or_copies(tmp_path: Path) -> None:
    session = opened(home_with(tmp_path))
    session.change_wages(added)
    kept = b"".join(path.read_bytes() for path in state_of(session.home).rglob("*") if path.is_file())
    assert b"52000" not in kept


@pytest.mark.parametrize("text", ["[[wage", "[[wage]]\ndate = 2027-01-20\ngross = 1\n", "schema = 9\n", "\x00" * 40])
def test_a_damaged_file_is_never_written_over(tmp_path: Path, text: str) -> None:
    home = home_with(tmp_path, text)
    with pytest.raises(PlannerError):
        opened(home).change_wages(added)
    assert (home / "private.toml").read_text("utf-8") == text


def test_an_edit_is_applied_to_what_lies_there_now(tmp_path: Path) -> None:
    one, other = opened(home_with(tmp_path)), opened(tmp_path / "plan")
    one.change_wages(added)
    other.change_wages(lambda there: tuple(each for each in there if each.id != "x1"))
    assert [each.id for each in one.wages()] == ["2027-01-20", "2027-02-19"]


def test_while_somebody_else_holds_the_lock_nothing_is_written(tmp_path: Path) -> None:
    session = opened(home_with(tmp_path), patience=0.05)
    state_of(session.home).mkdir(exist_ok=True)
    with locked(state_of(session.home) / "lock"), pytest.raises(ConflictError):
        session.change_wages(added)
    assert (session.home / "private.toml").read_text("utf-8") == WRITTEN
