"""An open case has one next activity; its compensation is a cost of the budget, and too late a plan is told."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.case_rows import (
    case_of_row,
    compensate,
    cost_of,
    lacks_next,
    link,
    next_rows,
    plan_next,
    planned_late,
    rows_of,
)
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from tests.planning import NOW, STAMP, case, plan_of, row
from tests.sample_quarter import quarter_plan


def plan_with(one: ServiceCase, *rows: Activity) -> Plan:
    return replace(plan_of(*rows), cases={one.id: one})


def service(identity: str, **fields: object) -> Activity:
    return row(
        identity, **{"channel": "service", "kind": "service", "purpose": "service", "date": "2027-02-17"} | fields
    )


def test_the_rows_of_a_case_are_those_it_names_and_the_steps_after_them() -> None:
    plan = plan_with(
        case("s3", activities=["a1"]), service("a1", state="done", next="a2"), service("a2"), service("a9")
    )
    assert [each.id for each in rows_of(plan, plan.cases["s3"])] == ["a1", "a2"]
    assert [each.id for each in next_rows(plan, plan.cases["s3"])] == ["a2"]
    assert case_of_row(plan, "a2") is plan.cases["s3"]
    assert case_of_row(plan, "a9") is None
    assert not lacks_next(plan, plan.cases["s3"])
    assert lacks_next(plan_with(case("s3")), case("s3"))
    assert not lacks_next(plan, case("s4", state="closed"))


@pytest.mark.parametrize(
    ("placed", "is_late"),
    [
        ({"start": "14:00"}, True),
        ({"start": "11:00"}, False),
        ({}, False),
        ({"date": "2027-02-18"}, True),
        ({"date": None, "bucket": "2027-W08"}, True),
    ],
)
def test_a_case_planned_after_its_clock_runs_out_is_told(placed: dict[str, object], is_late: bool) -> None:  # noqa: FBT001
    one = case("s3", activities=["a29"])
    late = planned_late(plan_with(one, service("a29", **placed)), one, NOW)
    assert (late is not None) is is_late


def test_once_answered_in_time_the_same_plan_is_early_enough() -> None:
    one = case("s3", activities=["a29"], state="heard", first_response="2027-02-16T15:30")
    assert planned_late(plan_with(one, service("a29", start="14:00")), one, NOW) is None


def test_the_next_activity_is_for_the_customer_and_takes_the_goal_over() -> None:
    one = case("s3", activities=["a1"])
    plan = plan_with(one, service("a1", state="done", goal="m4", programme="ap5"))
    plan = plan_next(plan, "s3", row("n1", date="2027-02-18", channel="phone"), now=NOW, at=STAMP)
    made = plan.activity("n1")
    assert (made.customers, made.purpose, made.goal, made.programme) == (("k1",), "service", "m4", "ap5")
    assert plan.cases["s3"].activities == ("a1", "n1")
    assert link(plan, "s3", "n1", at=STAMP) is plan


def test_compensation_is_a_cost_of_what_is_planned_and_replaces_what_was_given_before() -> None:
    plan = plan_with(case("s3", activities=["a1", "a2"]), service("a1", state="done"), service("a2"))
    plan = compensate(plan, "s3", 500_00, line="b7", at=STAMP)
    assert [(each.kind, each.line, each.planned, each.actual) for each in plan.activity("a2").costs] == [
        ("compensation", "b7", 500_00, 0)
    ]
    plan = compensate(plan, "s3", 800_00, row="a1", at=STAMP)
    assert plan.activity("a2").costs == ()
    assert [(each.planned, each.actual) for each in plan.activity("a1").costs] == [(800_00, 800_00)]
    assert plan.cases["s3"].compensation == 800_00
    assert cost_of(plan, plan.cases["s3"]) == 800_00
    plan = compensate(plan, "s3", 0, at=STAMP)
    assert (plan.activity("a1").costs, plan.cases["s3"].compensation) == ((), 0)


def test_a_case_without_an_activity_has_nothing_to_hold_a_cost() -> None:
    with pytest.raises(RefusedError, match="case_has_no_activity"):
        compensate(plan_with(case("s3")), "s3", 100, at=STAMP)


def test_the_sample_case_is_booked_on_the_line_of_its_strategy() -> None:
    plan = quarter_plan()
    before = budget_of_line(plan)
    plan = compensate(plan, "s3", 300_00, at=STAMP)
    assert plan.activity("a29").costs[0].line == "b7"
    assert budget_of_line(plan) == before + 300_00


def budget_of_line(plan: Plan) -> int:
    basis = basis_of(plan, plan.sales_plans["q1-2027"], dt.date(2027, 2, 17))
    return budget_of(basis).by_line["b7"].forecast


def test_another_cost_of_the_row_stays() -> None:
    costs = [{"kind": "material", "planned": "100.00"}]
    plan = plan_with(case("s3", activities=["a1"]), service("a1", costs=costs))
    plan = compensate(compensate(plan, "s3", 500_00, at=STAMP), "s3", 0, at=STAMP)
    assert [each.kind for each in plan.activity("a1").costs] == ["material"]


def test_who_may_not_be_called_to_sell_may_be_called_about_their_own_case() -> None:
    plan = quarter_plan()
    plan = replace(plan, cases={"s9": case("s9", customer="k11", contact="k11")})
    call = row(
        "n1", date="2027-02-18", start="10:00", channel="phone", type="call", customers=["k11"], contacts=["k11"]
    )
    assert plan_next(plan, "s9", call, now=NOW, at=STAMP).activity("n1").purpose == "service"
