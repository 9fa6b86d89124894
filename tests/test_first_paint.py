"""What is painted first is read first: the rows of today; orders and cases follow before anything is decided."""

import shutil
from pathlib import Path

import pytest

from salgsplan_tui.domain.day_plan import day_plan
from salgsplan_tui.session import Session
from salgsplan_tui.storage.packaged import DEMO
from tests.folders import ticking
from tests.planning import NOW

FORBIDDEN = """
[[activity]]
id = "x1"
title = "Ring Bente"
state = "planned"
date = 2027-02-17
start = "15:00"
minutes = 10
channel = "phone"
type = "call"
kind = "customer"
customers = ["k11"]
"""


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Session:
    home = tmp_path / "home"
    shutil.copytree(Path(str(DEMO)), home)
    week = home / "weeks/2027/2027-W07.toml"
    week.write_text(week.read_text(encoding="utf-8") + FORBIDDEN, encoding="utf-8")
    return Session.open(home, tmp_path / "state", ticking())


def warned(session: Session) -> set[str]:
    """Return who is said to be forbidden on the day."""
    found = day_plan(session.plan, NOW.date(), NOW).warnings
    return {identity for each in found if each.code == "contact_rule" for identity in each.ids}


def test_the_first_paint_reads_the_rows_and_forbids_nobody_before_the_orders_are_known(session: Session) -> None:
    session.need_first_paint()
    assert session.plan.holds("a27")
    assert (session.plan.orders, session.plan.cases) == ({}, {})
    assert "x1" not in warned(session)
    session.need_day(NOW.date())
    assert session.plan.orders
    assert [each.id for each in session.plan.cases.values() if each.is_open] == ["s3"]
    assert "x1" in warned(session)


def test_the_day_itself_reads_all_of_it_at_once(session: Session) -> None:
    session.need_day(NOW.date())
    assert not session.plan.is_first_look
    assert "x1" in warned(session)
