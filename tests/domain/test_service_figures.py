"""How fast cases are answered and solved, in working time, and how glad customers are then (chapter 4.13)."""

import datetime as dt

import pytest

from salgsplan_tui.domain.busy import TimeSpan
from salgsplan_tui.domain.service_figures import (
    average_resolution,
    average_response,
    buyers_joy_rate,
    recovery_rate,
    resolution_minutes,
    response_minutes,
)
from salgsplan_tui.domain.working_time import working_minutes
from tests.domain.programmes import basis
from tests.planning import case, plan_of, row


def span(start: str, end: str) -> TimeSpan:
    return TimeSpan(dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2027-01-27T10:15", "2027-01-27T11:00", 45),
        ("2027-01-27T10:15", "2027-02-02T15:00", 2205),
        ("2027-02-16T15:20", "2027-02-17T11:20", 240),
        ("2027-02-13T10:00", "2027-02-14T10:00", 0),
        ("2027-03-24T15:00", "2027-03-30T09:00", 120),
        ("2027-02-16T18:00", "2027-02-17T07:00", 0),
        ("2027-02-17T11:00", "2027-02-17T10:00", 0),
    ],
)
def test_only_working_hours_pass(start: str, end: str, minutes: int) -> None:
    assert working_minutes(plan_of(), span(start, end)) == minutes


def test_own_leave_stops_the_clock() -> None:
    away = row("v1", channel="internal", type="leave", kind="private", date="2027-01-28")
    assert working_minutes(plan_of(away), span("2027-01-27T10:15", "2027-02-02T15:00")) == 2205 - 480


def test_the_clock_stands_while_the_customer_is_waited_for() -> None:
    waiting = [{"since": "2027-02-01T12:00", "until": "2027-02-01T14:00"}, {"since": "2027-02-02T14:00"}]
    solved = case("c1", opened="2027-02-01T10:00", resolved="2027-02-02T15:00", waiting=waiting)
    assert resolution_minutes(plan_of(), solved) == (6 + 7) * 60 - 120 - 60


def test_what_has_no_answer_yet_has_no_time() -> None:
    assert (response_minutes(plan_of(), case("c1")), resolution_minutes(plan_of(), case("c1"))) == (None, None)
    assert (average_response(basis(cases=[case("c1")])), average_resolution(basis())) == (None, None)


def test_averages_are_of_the_cases_that_have_one() -> None:
    cases = [
        case("c1", opened="2027-02-01T10:00", first_response="2027-02-01T10:30"),
        case("c2", opened="2027-02-01T10:00", first_response="2027-02-01T11:00"),
        case("c3", opened="2027-02-01T10:00"),
    ]
    assert average_response(basis(cases=cases)) == 45


def test_recovery_and_joy_are_shares_of_the_closed_cases() -> None:
    ended = {"state": "closed", "opened": "2027-02-01T10:00", "closed": "2027-02-05"}
    cases = [case(f"c{mood}", **ended, end_mood=mood) for mood in (-1, 0, 1, 2)] + [case("open")]
    found = basis(cases=cases)
    assert [recovery_rate(found).part, recovery_rate(found).whole] == [2, 4]
    assert [buyers_joy_rate(found).part, buyers_joy_rate(found).whole] == [1, 4]
    assert recovery_rate(basis()).value is None
