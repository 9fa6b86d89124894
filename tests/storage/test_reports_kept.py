"""Needs, improvement areas and issued reports on disk: written, read again, undone, and damaged by hand."""

import datetime as dt
import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError, NotWrittenError
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.need_edits import add_need, open_needs, resolve_need
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.session import Session
from salgsplan_tui.storage.names import ISSUED
from tests.folders import ticking

DAY = dt.date(2027, 2, 12)
ISSUE = ReportIssue(
    id="r1",
    kind="week",
    period="2027-W07",
    as_of=dt.date(2027, 2, 17),
    issued=dt.datetime(2027, 2, 17, 8, tzinfo=dt.UTC),
    recipients=("Rune Kvistad",),
    figures={"order_value": "185700.00"},
    rows=("a26 2027-02-16 09:00",),
)


def opened(folder: Path) -> Session:
    session = Session.open(folder / "plan", folder / "state", ticking())
    session.need_all()
    return session


def issue(plan: Plan) -> Plan:
    return replace(plan, issued={**plan.issued, ISSUE.id: ISSUE})


def test_an_issued_report_is_read_again_as_it_was(tmp_path: Path) -> None:
    opened(tmp_path).change(issue, Said("issued", {"title": "Ukeplan"}))
    assert dict(opened(tmp_path).plan.issued) == {"r1": ISSUE}


def test_undo_forgets_an_issued_report_and_redo_knows_it_again(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.change(issue, Said("issued", {"title": "Ukeplan"}))
    session.undo()
    assert not session.plan.issued
    session.redo()
    assert dict(opened(tmp_path).plan.issued) == {"r1": ISSUE}


def test_a_need_lies_in_its_week_and_is_carried_until_it_is_met(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.change(lambda plan: add_need(plan, "Avklare rabatt til Granholt", DAY), Said("need"))
    (need,) = open_needs(opened(tmp_path).plan, DAY + dt.timedelta(days=16))
    assert (need.text, need.weeks(DAY + dt.timedelta(days=16))) == ("Avklare rabatt til Granholt", 2)
    text = (tmp_path / "plan/weeks/2027/2027-W06.toml").read_text("utf-8")
    assert 'needs = [{ text = "Avklare rabatt til Granholt", since = 2027-02-12 }]' in text
    session.change(lambda plan: resolve_need(plan, need, DAY), Said("need"))
    assert open_needs(opened(tmp_path).plan, DAY) == ()
    session.undo()
    assert open_needs(opened(tmp_path).plan, DAY) == (need,)


def test_a_damaged_list_of_issued_reports_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    opened(tmp_path).change(issue, Said("issued", {"title": "Ukeplan"}))
    file = tmp_path / "plan" / ISSUED
    torn = file.read_bytes()[:-40]
    file.write_bytes(torn)
    session = opened(tmp_path)
    assert [problem.file for problem in session.problems if problem.is_damage] == [ISSUED]
    assert file.read_bytes() == torn


def test_a_report_issued_by_a_newer_program_keeps_what_this_one_does_not_know(tmp_path: Path) -> None:
    opened(tmp_path).change(issue, Said("issued", {"title": "Ukeplan"}))
    file = tmp_path / "plan" / ISSUED
    file.write_text(file.read_text("utf-8") + 'signature = "abc"\n', "utf-8")
    session = opened(tmp_path)
    other = ISSUE.changed_to(id="r2", period="2027-W08")
    session.change(lambda plan: replace(plan, issued={**plan.issued, "r2": other}), Said("issued"))
    assert 'signature = "abc"' in file.read_text("utf-8")
    assert set(opened(tmp_path).plan.issued) == {"r1", "r2"}


def test_two_programs_that_issue_at_once_are_both_remembered(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    second = ISSUE.changed_to(id="r2", kind="month", period="2027-02")
    one.change(issue, Said("issued", {"title": "Ukeplan"}))
    other.change(lambda plan: replace(plan, issued={**plan.issued, "r2": second}), Said("issued", {"title": "Måned"}))
    assert dict(opened(tmp_path).plan.issued) == {"r1": ISSUE, "r2": second}


def test_a_report_cannot_be_noted_in_a_torn_list_and_nothing_is_lost(tmp_path: Path) -> None:
    opened(tmp_path).change(issue, Said("issued", {"title": "Ukeplan"}))
    file = tmp_path / "plan" / ISSUED
    torn = file.read_bytes()[:-40]
    file.write_bytes(torn)
    second = ISSUE.changed_to(id="r2")
    with pytest.raises(DamagedError):
        opened(tmp_path).change(lambda plan: replace(plan, issued={**plan.issued, "r2": second}), Said("issued"))
    assert file.read_bytes() == torn


def test_the_save_of_an_issued_report_that_cannot_be_made_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(tmp_path)
    session.change(lambda plan: add_need(plan, "Avklare rabatt", DAY), Said("need"))

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(NotWrittenError):
        session.change(issue, Said("issued", {"title": "Ukeplan"}))
    monkeypatch.undo()
    assert not opened(tmp_path).plan.issued
    opened(tmp_path).change(issue, Said("issued", {"title": "Ukeplan"}))
    assert set(opened(tmp_path).plan.issued) == {"r1"}
