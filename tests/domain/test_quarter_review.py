"""The quarter's review over the sample: how the goals ended, what goes on into the next one, links, promises."""

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from salgsplan_tui.domain.next_programme import begin, next_programme
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme_life import Settled, close
from salgsplan_tui.domain.quarter_review import QuarterReview, QuarterStep
from tests.planning import STAMP, plan_of, row
from tests.sample_quarter import quarter_plan

LATE = dt.datetime(2027, 3, 30, 8, 10)


@pytest.fixture(name="review", scope="module")
def _review() -> QuarterReview:
    return QuarterReview(quarter_plan(), "2027-Q1", LATE)


def followed(plan: Plan) -> Plan:
    numbers = count()
    old = plan.sales_plans["q1-2027"]
    found = next_programme(plan, old, "2. kvartal", LATE, lambda: f"n{next(numbers)}")
    return begin(plan, found, {each.id: f"c-{each.id}" for each in found.copies.rows}, at=STAMP, whys={})


def test_there_are_six_steps(review: QuarterReview) -> None:
    assert len(review.steps) == len(QuarterStep) == 6
    assert (review.next_key, review.last_day) == ("2027-Q2", dt.date(2027, 3, 30))


def test_the_goals_stand_as_they_are_until_it_is_said_how_they_ended(review: QuarterReview) -> None:
    assert [(each.goal.id, each.status) for each in review.goals[:2]] == [("m1", "open"), ("m2", "open")]
    ends = {each.goal.id: Settled("missed", "for få møter") for each in review.goals}
    closed = replace(review, plan=close(review.plan, "q1-2027", ends, at=STAMP))
    assert {each.status for each in closed.goals} == {"missed"}
    assert closed.programme is not None
    assert closed.programme.status == "closed"


def test_what_would_come_along_is_told_until_the_next_programme_is_there(review: QuarterReview) -> None:
    assert review.coming is not None
    assert (review.following, review.following_basis) == (None, None)
    assert review.linked == review.programme
    after = replace(review, plan=followed(review.plan))
    assert after.following is not None
    assert (after.following.title, after.following.start) == ("2. kvartal", dt.date(2027, 4, 1))
    assert after.linked == after.following
    assert after.programme == review.programme
    copied = {f"c-{each.id}" for each in review.coming.copies.rows}
    assert {each.id for each in after.commitments} <= copied
    assert after.commitments


def test_the_rates_are_the_measured_ones_beside_the_planned(review: QuarterReview) -> None:
    assert review.rates is not None
    own, planned = review.rates
    assert (own.hit.number, float(own.hit.value or 0), float(planned.hit.value or 0)) == (6, 0.5625, 0.5)


def test_each_goal_serves_one_above_by_name_or_by_measure(review: QuarterReview) -> None:
    served = {each.goal.id: None if each.above is None else each.above.id for each in review.links}
    assert served == {"m1": None, "m2": "tm2", "m3": None, "m4": None, "m5": None}
    assert review.above is not None
    assert (review.above.id, review.misplaced) == ("ost-2026-2027", ())


def test_a_programme_that_hangs_nowhere_is_told(review: QuarterReview) -> None:
    plans = review.plan.sales_plans
    loose = {**plans, "q1-2027": plans["q1-2027"].changed_to(parent=None)}
    found = replace(review, plan=replace(review.plan, sales_plans=loose))
    assert (found.above, [each.code for each in found.misplaced]) == (None, ["no_parent"])


def test_promises_are_the_open_rows_with_a_date_that_are_not_private() -> None:
    plan = plan_of(
        row("a1", date="2027-04-09"),
        row("a2", date="2027-04-02"),
        row("a3", date="2027-04-02", private=True),
        row("a4", bucket="2027-Q2"),
        row("a5", date="2027-04-05", state="cancelled"),
        row("a6", date="2027-03-31"),
    )
    review = QuarterReview(plan, "2027-Q1", LATE)
    assert [each.id for each in review.commitments] == ["a2", "a1"]
    assert (review.programme, review.goals, review.rates, review.coming, review.linked) == (None, (), None, None, None)
    assert (review.links, review.misplaced, review.report.period) == ((), (), "2027-Q1")
