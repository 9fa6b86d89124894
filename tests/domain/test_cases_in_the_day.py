"""A day tells which service cases are planned too late, and which have to be seen to though nothing is planned."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.day_plan import day_plan, week_plan
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from tests.planning import NOW, WEDNESDAY, case, plan_of, row


def plan_with(cases: list[ServiceCase], *rows: Activity) -> Plan:
    return replace(plan_of(*rows), cases={each.id: each for each in cases})


def test_a_call_planned_after_the_answer_is_due_is_warned_of() -> None:
    late = row("a29", date="2027-02-17", start="14:00", minutes=30)
    plan = plan_with([case("s3", activities=["a29"])], late)
    (warning,) = day_plan(plan, WEDNESDAY, NOW).warnings
    assert warning.late is not None
    assert (warning.code, warning.ids, warning.late.case) == ("case_late", ("a29",), "s3")
    assert (warning.late.due, warning.late.planned, warning.late.is_timed) == (
        dt.datetime(2027, 2, 17, 11, 20),
        dt.datetime(2027, 2, 17, 14, 0),
        True,
    )
    assert [each.code for each in week_plan(plan, "2027-W07", NOW).warnings] == ["case_late"]
    assert day_plan(plan, WEDNESDAY, NOW).cases == (), "its row stands for it"


def test_a_closed_case_and_one_answered_in_time_warn_of_nothing() -> None:
    late = row("a29", date="2027-02-17", start="14:00", minutes=30)
    closed = case("s1", activities=["a29"], state="closed")
    heard = case("s2", activities=["a29"], state="heard", first_response="2027-02-16T15:30")
    assert day_plan(plan_with([closed, heard], late), WEDNESDAY, NOW).warnings == ()


def test_cases_that_run_out_today_or_have_nothing_planned_are_told() -> None:
    far, near = row("a1", date="2027-02-25"), row("a2", date="2027-02-18")
    cases = [
        case("due", activities=["a2"]),
        case(
            "planned",
            activities=["a1"],
            state="resolved",
            first_response="2027-02-16T15:30",
            resolved="2027-02-16T16:00",
        ),
        case("bare", state="resolved", first_response="2027-02-16T15:30", resolved="2027-02-16T16:00"),
        case("closed", state="closed"),
    ]
    plan = plan_with(cases, far, near)
    assert [each.id for each in day_plan(plan, WEDNESDAY, NOW).cases] == ["due", "bare"]
    assert day_plan(plan, WEDNESDAY - dt.timedelta(days=1), NOW).cases == (), "what is over is over"


def test_a_coming_day_tells_only_what_runs_out_on_it() -> None:
    heard = case("s2", activities=["a1"], state="heard", first_response="2027-02-16T15:30")
    plan = plan_with([heard], row("a1", date="2027-02-25"))
    tuesday = dt.date(2027, 2, 23)
    assert [day_plan(plan, tuesday + dt.timedelta(days=n), NOW).cases for n in (-1, 0, 1)] == [(), (heard,), ()]
