"""The private file is read where profit asks for it, and is no part of the plan (S53)."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError
from salgsplan_tui.domain.profit import profit_of
from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.storage.private import wages
from tests.folders import lay, opened
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
