"""The clocks of a service case run in working hours, stand while the customer is waited for, and can run out."""

import datetime as dt

import pytest

from salgsplan_tui.domain.case_clock import clock_of, resolution_due, response_due, urgency
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from tests.planning import NOW, case, plan_of


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def test_the_first_answer_is_due_four_working_hours_after_it_came_in() -> None:
    assert response_due(plan_of(), case("s3")) == moment("2027-02-17T11:20")
    assert response_due(plan_of(), case("s3", first_response_due="2027-02-16T16:00")) == moment("2027-02-16T16:00")


def test_five_working_days_later_it_is_to_be_solved_and_waiting_comes_on_top() -> None:
    plan = plan_of()
    assert resolution_due(plan, case("s3"), NOW) == moment("2027-02-23T15:20")
    waited = [{"since": "2027-02-17T10:00", "until": "2027-02-17T14:00"}]
    assert resolution_due(plan, case("s3", waiting=waited), NOW + dt.timedelta(days=1)) == moment("2027-02-24T11:20")
    assert resolution_due(plan, case("s3", waiting=waited, resolution_due="2027-02-20T12:00"), NOW) == moment(
        "2027-02-20T12:00"
    ), "a time that was promised stays"


@pytest.mark.parametrize(
    ("now", "left"),
    [("2027-02-17T08:00", 200), ("2027-02-17T11:20", 0), ("2027-02-17T12:20", -60), ("2027-02-18T07:00", -280)],
)
def test_what_is_left_is_working_time_and_below_zero_it_is_too_late(now: str, left: int) -> None:
    clock = clock_of(plan_of(), case("s3"), moment(now))
    assert clock is not None
    assert (clock.kind, clock.left, clock.has_run_out) == ("response", left, left < 0)


def test_one_that_runs_out_in_a_weekend_has_run_out_at_once() -> None:
    clock = clock_of(plan_of(), case("s3", first_response_due="2027-02-12T16:00"), moment("2027-02-13T10:00"))
    assert clock is not None
    assert clock.left == -1


def test_while_the_customer_is_waited_for_it_stands() -> None:
    waits = case(
        "s3",
        state="waiting_customer",
        first_response="2027-02-16T15:30",
        acknowledged="2027-02-16T15:40",
        waiting=[{"since": "2027-02-17T08:00"}],
    )
    early, late = (clock_of(plan_of(), waits, moment(now)) for now in ("2027-02-17T09:00", "2027-02-26T09:00"))
    assert early is not None
    assert late is not None
    assert early.is_stopped
    assert early.left == late.left == 5 * 480 - 40
    assert not late.has_run_out


def test_after_it_is_solved_no_clock_runs_and_of_praise_only_the_answer_is_waited_for() -> None:
    solved = case("s3", state="resolved", first_response="2027-02-16T15:30", resolved="2027-02-17T07:00")
    assert clock_of(plan_of(), solved, NOW) is None
    praised = case("s3", type="praise", state="heard", first_response="2027-02-16T15:30")
    assert clock_of(plan_of(), praised, NOW) is None


def test_what_was_opened_again_has_its_days_from_then_on() -> None:
    again = case(
        "s3",
        state="reopened",
        first_response="2027-02-01T15:30",
        opened="2027-02-01T15:00",
        reopened=[{"at": "2027-02-16T15:20", "resolved": "2027-02-03T10:00"}],
    )
    clock = clock_of(plan_of(), again, NOW)
    assert clock is not None
    assert (clock.kind, clock.due) == ("resolution", moment("2027-02-23T15:20"))


def test_somebody_without_working_hours_has_no_time_to_run_out() -> None:
    settings = plan_of().settings.changed_to(working_hours={})
    clock = clock_of(Plan(settings, plan_of().channels), case("s3"), NOW)
    assert clock is not None
    assert (clock.due, clock.has_run_out) == (None, False)


def test_the_most_pressing_comes_first_and_closed_ones_last() -> None:
    cases: tuple[ServiceCase, ...] = (
        case("closed", state="closed", closed="2027-02-10"),
        case("newer", state="closed", closed="2027-02-12"),
        case("solved", state="resolved", first_response="2027-02-16T15:30", resolved="2027-02-16T15:40"),
        case(
            "waits",
            state="waiting_customer",
            first_response="2027-02-16T15:30",
            waiting=[{"since": "2027-02-17T07:00"}],
        ),
        case("answered", state="heard", first_response="2027-02-16T15:30"),
        case("unheard"),
    )
    found = sorted(cases, key=lambda each: urgency(plan_of(), each, NOW))
    assert [each.id for each in found] == ["unheard", "answered", "waits", "solved", "newer", "closed"]
