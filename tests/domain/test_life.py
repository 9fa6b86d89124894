"""The steps of an activity's life: each keeps its rules, and what it needs is asked for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Outcome, Reason, State
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.sheet import UNPLACED
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

THURSDAY = WEDNESDAY + dt.timedelta(days=1)


def test_the_old_plan_stays_as_it_was() -> None:
    before = plan_of(row("a1", date="2027-02-17"))
    life.move(before, "a1", Placement(THURSDAY), at=STAMP)
    assert before.activity("a1").date == WEDNESDAY


def test_a_move_to_another_day_is_an_event_with_from_to_who_and_reason() -> None:
    plan = life.move(
        plan_of(row("a1", date="2027-02-17", start="09:00")),
        "a1",
        Placement(THURSDAY, dt.time(10)),
        at=STAMP,
        by="customer",
        reason=Reason.CUSTOMER_ASKED,
    )
    moved = plan.activity("a1")
    assert (moved.date, moved.start) == (THURSDAY, dt.time(10))
    (event,) = moved.reschedules
    assert (event.from_, event.to, event.by, event.reason, event.at) == (
        "2027-02-17",
        "2027-02-18",
        "customer",
        Reason.CUSTOMER_ASKED,
        STAMP,
    )


def test_another_time_on_the_same_day_is_only_an_edit() -> None:
    plan = life.move(plan_of(row("a1", date="2027-02-17")), "a1", Placement(WEDNESDAY, dt.time(14)), at=STAMP)
    assert plan.activity("a1").start == dt.time(14)
    assert plan.activity("a1").reschedules == ()


def test_the_first_placing_of_a_weeks_row_is_no_reschedule() -> None:
    plan = life.move(plan_of(row("a1", bucket="2027-W07")), "a1", Placement(THURSDAY), at=STAMP)
    placed = plan.activity("a1")
    assert (placed.date, placed.bucket, placed.reschedules) == (THURSDAY, None, ())


def test_a_move_over_the_weeks_end_leaves_one_row() -> None:
    plan = life.move(plan_of(row("a1", date="2027-02-19")), "a1", Placement(dt.date(2027, 2, 22)), at=STAMP)
    assert "a1" not in plan.sheets["2027-W07"].activities
    assert "a1" in plan.sheets["2027-W08"].activities


def test_a_fair_keeps_its_length_when_moved() -> None:
    plan = plan_of(row("a38", date="2027-03-10", end_date="2027-03-12"))
    assert life.move(plan, "a38", Placement(dt.date(2027, 3, 17)), at=STAMP).activity("a38").end_date == dt.date(
        2027, 3, 19
    )


def test_an_idea_with_a_date_is_planned_and_without_one_a_draft_again() -> None:
    plan = life.move(plan_of(row("a1")), "a1", Placement(bucket="2027-03"), at=STAMP)
    assert plan.activity("a1").state is State.PLANNED
    assert "a1" in plan.sheets[UNPLACED].activities
    assert life.move(plan, "a1", Placement(), at=STAMP).activity("a1").state is State.DRAFT


def test_done_needs_an_outcome_and_cancel_a_reason() -> None:
    plan = plan_of(row("a1", date="2027-02-17"))
    with pytest.raises(RefusedError) as done:
        life.done(plan, "a1", Result(), now=NOW, at=STAMP)
    with pytest.raises(RefusedError) as cancelled:
        life.cancel(plan, "a1", at=STAMP, reason=None)
    assert (done.value.key, cancelled.value.key) == ("outcome_needed", "reason_needed")


def test_done_keeps_what_came_of_it() -> None:
    plan = plan_of(row("a26", date="2027-02-16", quantity_planned=16))
    result = Result(Outcome.REACHED, counts=(("reached", 9), ("meetings_booked", 3)), minutes=110, note="god økt")
    settled = life.done(plan, "a26", result, now=NOW, at=STAMP).activity("a26")
    assert settled.state is State.DONE
    assert settled.outcome_counts == {"reached": 9, "meetings_booked": 3}
    assert (settled.actual_minutes, settled.quantity_done, settled.outcome_note) == (110, 16, "god økt")
    assert settled.date == dt.date(2027, 2, 16)


def test_what_was_planned_ahead_and_is_done_now_was_done_today() -> None:
    plan = life.done(plan_of(row("a1", date="2027-02-19")), "a1", Result(Outcome.REACHED), now=NOW, at=STAMP)
    assert plan.activity("a1").date == WEDNESDAY
    assert [event.to for event in plan.activity("a1").reschedules] == ["2027-02-17"]


def test_a_settled_row_is_settled_until_it_is_reopened() -> None:
    plan = life.skip(plan_of(row("a1", date="2027-02-16")), "a1", at=STAMP)
    with pytest.raises(RefusedError):
        life.move(plan, "a1", Placement(THURSDAY), at=STAMP)
    plan = life.reopen(plan, "a1", at=STAMP)
    assert plan.activity("a1").state is State.PLANNED
    with pytest.raises(RefusedError):
        life.reopen(plan, "a1", at=STAMP)


def test_only_a_dated_row_can_be_confirmed_and_a_started_one_is_today() -> None:
    plan = plan_of(row("a1", bucket="2027-W07"))
    with pytest.raises(RefusedError):
        life.confirm(plan, "a1", at=STAMP)
    started = life.start(plan, "a1", now=NOW, at=STAMP).activity("a1")
    assert (started.state, started.date) == (State.IN_PROGRESS, WEDNESDAY)


def test_reopening_clears_the_outcome_but_not_the_note() -> None:
    plan = life.done(
        plan_of(row("a1", date="2027-02-17")), "a1", Result(Outcome.NO, note="valgte annen"), now=NOW, at=STAMP
    )
    again = life.reopen(plan, "a1", at=STAMP).activity("a1")
    assert (again.outcome, again.outcome_note) == (None, "valgte annen")


def test_a_contact_who_wants_no_contact_is_marked_at_once_and_the_others_are_not() -> None:
    firm = Customer(id="k02", name="Granholt", contacts=(Contact(id="p1", name="Jonas"), Contact(id="p2", name="Una")))
    plan = plan_of(row("a1", date="2027-02-17", customers=["k02"], contacts=["p1"]), customers=(firm,))
    after = life.done(plan, "a1", Result(Outcome.OBJECTED), now=NOW, at=STAMP)
    jonas, una = after.customers["k02"].contacts
    assert jonas.objection is not None
    assert jonas.objection.at == STAMP
    assert una.objection is None


def test_a_firm_without_a_named_person_objects_itself() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", customers=["k11"]), customers=(Customer(id="k11", name="Bente", kind="consumer"),)
    )
    after = life.done(plan, "a1", Result(Outcome.OBJECTED), now=NOW, at=STAMP)
    assert after.customers["k11"].contacts[0].objection is not None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-20, 20)), max_size=12))
def test_however_often_rows_are_moved_each_is_there_exactly_once(moves: list[tuple[str, int]]) -> None:
    plan = plan_of(*(row(f"{name}1", date="2027-02-17") for name in "abc"))
    for name, days in moves:
        plan = life.move(plan, f"{name}1", Placement(WEDNESDAY + dt.timedelta(days=days)), at=STAMP)
    assert sorted(activity.id for activity in plan.stored()) == ["a1", "b1", "c1"]
