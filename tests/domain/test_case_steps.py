"""A service case goes up its ladder step by step: misnøye to kjøperglede, and nothing is skipped unsaid (S5)."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Final

import pytest

from salgsplan_tui.domain import case_steps
from salgsplan_tui.domain.case_steps import News, set_mood, take_step
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Order
from salgsplan_tui.domain.service import CaseState, ServiceCase
from salgsplan_tui.domain.service_figures import resolution_minutes
from tests.planning import NOW, STAMP, case, order, plan_of

LATER: Final = dt.datetime(2027, 3, 1, 12, 0)
step = partial(take_step, when=NOW, now=LATER, at=STAMP)
TOLD: Final = News(cause="feil filter", solution="bytter filter")


def plan_with(*cases: ServiceCase, orders: tuple[Order, ...] = ()) -> Plan:
    return replace(plan_of(), cases={each.id: each for each in cases}, orders={each.id: each for each in orders})


def refused(plan: Plan, to: CaseState, news: News = case_steps.NOTHING) -> str:
    with pytest.raises(RefusedError) as error:
        step(plan, "s3", to, news)
    return error.value.key


def test_each_step_stamps_its_moment() -> None:
    plan = plan_with(case("s3"))
    for number, (to, news) in enumerate(
        [
            (CaseState.HEARD, News()),
            (CaseState.ACKNOWLEDGED, News(cause="feil filter")),
            (CaseState.SOLUTION_AGREED, News(solution="bytter filter", solution_by="lageret")),
            (CaseState.RESOLVED, News()),
            (CaseState.FOLLOWED_UP, News(end_mood=1)),
            (CaseState.CLOSED, News()),
        ]
    ):
        assert plan.cases["s3"].next_rung is to
        plan = take_step(plan, "s3", to, news, when=NOW + dt.timedelta(hours=number), now=LATER, at=STAMP)
    made = plan.cases["s3"]
    assert made.state is CaseState.CLOSED
    assert [made.first_response, made.acknowledged, made.agreed, made.resolved] == [
        NOW + dt.timedelta(hours=number) for number in range(4)
    ]
    assert (made.followed_up, made.closed) == (NOW.date(), NOW.date())
    assert (made.result, made.end_mood, made.changed) == ("satisfied", 1, STAMP)


def test_steps_that_are_passed_by_are_taken_with_it_and_ask_for_what_they_need() -> None:
    plan = plan_with(case("s3"))
    assert refused(plan, CaseState.ACKNOWLEDGED) == "case_wants_cause"
    assert refused(plan, CaseState.RESOLVED, News(cause="feil")) == "case_wants_solution"
    assert refused(plan, CaseState.CLOSED, TOLD) == "case_wants_mood"
    made = step(plan, "s3", CaseState.CLOSED, replace(TOLD, end_mood=0)).cases["s3"]
    assert (made.first_response, made.resolved, made.result) == (NOW, NOW, "neutral")


def test_there_is_no_way_back_but_to_reopen() -> None:
    plan = plan_with(case("s3", state="acknowledged", acknowledged="2027-02-16T16:00"))
    assert refused(plan, CaseState.HEARD) == "case_past_step"
    closed = plan_with(case("s3", state="closed"))
    assert refused(closed, CaseState.CLOSED, News(end_mood=1)) == "case_closed"
    with pytest.raises(NotFoundError):
        step(plan, "s9", CaseState.HEARD)


def test_no_moment_lies_ahead_or_before_what_was_done() -> None:
    plan = plan_with(case("s3", state="heard", first_response="2027-02-17T10:00"))
    assert refused(plan, CaseState.RESOLVED, TOLD) == "case_out_of_order"
    with pytest.raises(RefusedError, match="case_ahead"):
        take_step(plan, "s3", CaseState.RESOLVED, TOLD, when=LATER + dt.timedelta(hours=1), now=LATER, at=STAMP)


def test_buyers_joy_has_to_be_shown() -> None:
    plan = plan_with(case("s3", state="resolved", resolved="2027-02-16T16:00"))
    assert refused(plan, CaseState.FOLLOWED_UP, News(end_mood=2)) == "case_wants_evidence"
    assert refused(plan, CaseState.CLOSED, News(end_mood=2, evidence_kind="nps", evidence="8")) == "evidence_nps"
    assert refused(plan, CaseState.CLOSED, News(end_mood=2, evidence_kind="order", evidence="o1")) == "evidence_order"
    made = step(plan, "s3", CaseState.CLOSED, News(end_mood=2, evidence="«Best i byen»")).cases["s3"]
    assert (made.result, made.evidence_kind, made.evidence) == ("buyers_joy", "own_words", "«Best i byen»")
    assert (
        step(plan, "s3", CaseState.CLOSED, News(result="buyers_joy", evidence="9", evidence_kind="nps"))
        .cases["s3"]
        .end_mood
        == 2
    )


def test_a_new_order_within_90_days_shows_it_by_itself() -> None:
    solved = case("s3", state="resolved", resolved="2027-02-16T16:00")
    late, called_off = order("o1", date="2027-05-18"), order("o2", date="2027-02-20", cancelled=True)
    plan = plan_with(solved, orders=(late, called_off))
    assert refused(plan, CaseState.FOLLOWED_UP, News(end_mood=2)) == "case_wants_evidence"
    plan = plan_with(solved, orders=(late, order("o3", date="2027-05-17")))
    made = step(plan, "s3", CaseState.FOLLOWED_UP, News(end_mood=2)).cases["s3"]
    assert (made.evidence_kind, made.evidence) == ("order", "o3")


def test_a_lost_or_rejected_case_ends_wherever_it_stands_with_a_reason() -> None:
    plan = plan_with(case("s3"))
    assert refused(plan, CaseState.CLOSED, News(result="lost", end_mood=-2)) == "case_wants_reason"
    assert refused(plan, CaseState.CLOSED, News(result="rejected", reason="ikke vår feil")) == "case_wants_mood"
    made = step(plan, "s3", CaseState.CLOSED, News(result="rejected", reason="ikke vår feil", end_mood=-1)).cases["s3"]
    assert (made.state, made.first_response, made.result) == (CaseState.CLOSED, None, "rejected")


def test_result_and_mood_have_to_agree() -> None:
    plan = plan_with(case("s3", state="resolved"))
    assert refused(plan, CaseState.CLOSED, News(result="satisfied", end_mood=-1)) == "case_result_mood"


def test_a_question_needs_no_cause_and_no_solution() -> None:
    plan = plan_with(case("s3", type="question", state="heard"))
    assert plan.cases["s3"].next_rung is CaseState.RESOLVED
    assert step(plan, "s3", CaseState.CLOSED, News(end_mood=1)).cases["s3"].result == "satisfied"


def test_it_waits_for_the_customer_only_between_acknowledged_and_resolved() -> None:
    wait = partial(case_steps.wait, when=NOW, now=LATER, at=STAMP)
    for state in ("reported", "heard", "resolved"):
        with pytest.raises(RefusedError, match="case_cannot_wait"):
            wait(plan_with(case("s3", state=state)), "s3")
    plan = wait(plan_with(case("s3", state="solution_agreed", solution="bytter")), "s3")
    assert plan.cases["s3"].state is CaseState.WAITING_CUSTOMER
    assert plan.cases["s3"].rung is CaseState.SOLUTION_AGREED
    with pytest.raises(RefusedError, match="case_cannot_wait"):
        wait(plan, "s3")
    on = case_steps.go_on(plan, "s3", when=NOW + dt.timedelta(hours=2), now=LATER, at=STAMP).cases["s3"]
    assert (on.state, on.waiting[0].until) == (CaseState.SOLUTION_AGREED, NOW + dt.timedelta(hours=2))
    with pytest.raises(RefusedError, match="case_does_not_wait"):
        case_steps.go_on(plan_with(case("s3")), "s3", when=NOW, now=LATER, at=STAMP)


def test_the_next_step_ends_the_waiting() -> None:
    waits = case("s3", state="waiting_customer", solution="x", cause="y", waiting=[{"since": "2027-02-16T16:00"}])
    made = step(plan_with(waits), "s3", CaseState.RESOLVED).cases["s3"]
    assert made.waiting[0].until == NOW


def test_it_is_raised_to_the_leader_and_taken_back() -> None:
    plan = case_steps.escalate(plan_with(case("s3", state="heard")), "s3", when=NOW, now=LATER, at=STAMP)
    assert (plan.cases["s3"].state, plan.cases["s3"].escalated) == (CaseState.ESCALATED, NOW)
    with pytest.raises(RefusedError, match="case_cannot_escalate"):
        case_steps.escalate(plan, "s3", when=NOW, now=LATER, at=STAMP)
    back = case_steps.go_on(plan, "s3", when=NOW, now=LATER, at=STAMP).cases["s3"]
    assert back.state is CaseState.REPORTED, "an old case tells its step by its stamps"


def test_opened_again_it_stands_at_acknowledged_and_keeps_what_it_had_come_to() -> None:
    closed = case(
        "s3",
        state="closed",
        opened="2027-02-01T10:00",
        first_response="2027-02-01T11:00",
        solution="bytter",
        resolved="2027-02-02T10:00",
        followed_up="2027-02-03",
        closed="2027-02-03",
        end_mood=1,
        result="satisfied",
    )
    again = partial(case_steps.reopen, when=NOW, now=LATER, at=STAMP)
    with pytest.raises(RefusedError, match="case_wants_reason"):
        again(plan_with(closed), "s3", reason="")
    with pytest.raises(RefusedError, match="case_not_solved"):
        again(plan_with(case("s3")), "s3", reason="støyer igjen")
    plan = again(plan_with(closed), "s3", reason="støyer igjen")
    made = plan.cases["s3"]
    assert (made.state, made.rung, made.next_rung) == (
        CaseState.REOPENED,
        CaseState.ACKNOWLEDGED,
        CaseState.SOLUTION_AGREED,
    )
    assert (made.resolved, made.end_mood, made.result, made.closed) == (None, None, None, None)
    assert (made.reopened[0].reason, made.reopened[0].end_mood, made.reopened[0].solution) == (
        "støyer igjen",
        1,
        "bytter",
    )
    solved = take_step(plan, "s3", CaseState.RESOLVED, TOLD, when=NOW + dt.timedelta(hours=1), now=LATER, at=STAMP)
    assert resolution_minutes(solved, solved.cases["s3"]) == 480 + 60, "while it was held to be solved no clock ran"


def test_a_mood_is_the_first_one_until_it_is_solved_and_the_last_one_afterwards() -> None:
    plan = set_mood(plan_with(case("s3")), "s3", News(end_mood=-2), at=STAMP)
    assert plan.cases["s3"].start_mood == -2
    solved = plan_with(case("s3", state="closed", resolved="2027-02-16T16:00", end_mood=1, result="satisfied"))
    with pytest.raises(RefusedError, match="case_wants_evidence"):
        set_mood(solved, "s3", News(end_mood=2), at=STAMP)
    made = set_mood(solved, "s3", News(end_mood=2, evidence="Takk!"), at=STAMP).cases["s3"]
    assert (made.end_mood, made.result, made.evidence) == (2, "buyers_joy", "Takk!")
    back = set_mood(plan_with(made), "s3", News(end_mood=0), at=STAMP).cases["s3"]
    assert (back.end_mood, back.result, back.evidence) == (0, "neutral", None)
