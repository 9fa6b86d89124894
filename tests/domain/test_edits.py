"""Edits: each gives a new plan, keeps the rules of an activity's life, and leaves the old plan as it was."""

import datetime as dt

import pytest

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Outcome, State
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

THURSDAY = WEDNESDAY + dt.timedelta(days=1)


def test_a_new_row_lies_on_its_weeks_sheet_and_is_stamped() -> None:
    plan = edits.add(plan_of(), row("a1", date="2027-02-17"), at=STAMP)
    stored = plan.sheets["2027-W07"].activities["a1"]
    assert (stored.created, stored.changed) == (STAMP, STAMP)


def test_a_copy_is_fresh() -> None:
    original = row("a1", date="2027-02-17", costs=[{"planned": "100.00", "committed": "100.00"}])
    plan = life.done(plan_of(original), "a1", Result(Outcome.ORDER, minutes=20), now=NOW, at=STAMP)
    copy = edits.duplicate(plan, "a1", "a2", at=STAMP).activity("a2")
    assert (copy.state, copy.outcome, copy.actual_minutes) == (State.PLANNED, None, None)
    assert (copy.costs[0].planned, copy.costs[0].committed) == (10000, 0)


def test_the_next_step_and_the_one_before_name_each_other() -> None:
    plan = edits.follow_up(plan_of(row("a1", date="2027-02-17")), "a1", row("a2", date="2027-02-26"), at=STAMP)
    assert plan.activity("a1").next == "a2"
    assert plan.activity("a2").previous == "a1"


def test_what_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(NotFoundError):
        edits.remove(plan_of(), "a1", at=STAMP)


def series() -> Series:
    return checked_fields(
        Series,
        {"id": "s1", "rrule": "FREQ=WEEKLY;BYDAY=WE", "first": "2027-02-03", "title": "Ringeøkt", "start": "09:00"},
    )


def test_a_touched_occurrence_becomes_a_row_and_masks_the_computed_one() -> None:
    plan = plan_of(series=(series(),))
    after = life.move(plan, "s1-20270217", Placement(THURSDAY, dt.time(9)), at=STAMP)
    assert [each.id for each in after.on(THURSDAY)] == ["s1-20270217"]
    assert after.on(WEDNESDAY) == ()
    assert after.activity("s1-20270217").occurrence == WEDNESDAY


def test_a_removed_occurrence_is_an_exception_of_the_rule() -> None:
    after = edits.remove(plan_of(series=(series(),)), "s1-20270217", at=STAMP)
    assert after.on(WEDNESDAY) == ()
    assert after.series["s1"].skip == (WEDNESDAY,)
    assert len(after.on(WEDNESDAY + dt.timedelta(weeks=1))) == 1
