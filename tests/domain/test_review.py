"""The week's review over the sample: every figure of it is one of chapter 8.6 or follows from them by hand."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.funnel import Steps
from salgsplan_tui.domain.loyalty import share
from salgsplan_tui.domain.review import STEPS, WeekReview, week_before, week_to_review
from salgsplan_tui.domain.service import CaseState
from salgsplan_tui.domain.sheet import Review, Sheet
from tests.planning import NOW, plan_of, row
from tests.sample_quarter import quarter_plan


@pytest.fixture(name="review", scope="module")
def _review() -> WeekReview:
    return WeekReview(quarter_plan(), "2027-W07", NOW)


def test_there_are_ten_steps() -> None:
    assert len(STEPS) == 10


def test_week_6_is_the_sample_s(review: WeekReview) -> None:
    past = replace(review, week="2027-W06")
    assert past.fulfilment.rate == share(4, 5)
    assert past.left == ()
    assert past.last_day == dt.date(2027, 2, 14)


def test_the_current_week_knows_what_is_still_open(review: WeekReview) -> None:
    assert [each.id for each in review.left] == ["a26", "a27", "a28", "a29", "a30", "a31"]
    assert review.last_day == dt.date(2027, 2, 17)


def test_the_goal_asks_its_share_by_working_days_rounded_up(review: WeekReview) -> None:
    assert review.basis is not None
    days = review.basis.workdays
    assert review.wanted is not None
    needed = (12, 24, 32, 128, 256)
    assert review.wanted == Steps(*(-(-number * 5 // days) for number in needed))


def test_who_waits_is_named(review: WeekReview) -> None:
    assert [each.customer.id for each in review.without_next_step] == ["k04", "k06", "k11"]
    assert [each.id for each in review.old_offers] == ["t04", "t03", "t07", "t08"]


def test_a_past_week_tells_offers_and_cases_as_they_stood_when_it_was_over(review: WeekReview) -> None:
    past = replace(review, week="2027-W06")
    assert [(each.id, each.state) for each in past.open_cases] == [("s2", CaseState.HEARD)]
    assert past.closed_cases == ()
    assert [each.id for each in replace(review, week="2027-W05").closed_cases] == ["s1"]
    assert [(each.id, each.state) for each in review.open_cases] == [("s3", CaseState.REPORTED)]
    assert [each.id for each in review.closed_cases] == ["s2"]
    offer = review.plan.offers["t04"].changed_to(state="won", decided=dt.date(2027, 2, 16))
    decided = replace(review.plan, offers={**review.plan.offers, "t04": offer})
    assert "t04" in {each.id for each in replace(past, plan=decided).old_offers}, "it was out still"
    assert "t04" not in {each.id for each in replace(review, plan=decided).old_offers}


def test_a_plan_without_a_programme_asks_nothing() -> None:
    review = WeekReview(plan_of(row("a1", date="2027-02-17")), "2027-W07", NOW)
    assert (review.wanted, review.rates, review.budget, review.over_budget) == (None, None, None, ())
    assert [each.id for each in review.left] == ["a1"]


def test_a_row_that_goes_on_into_the_next_week_is_not_left_behind() -> None:
    plan = plan_of(row("a1", date="2027-02-17", end_date="2027-03-03"), row("a2", bucket="2027-W07"))
    assert [each.id for each in WeekReview(plan, "2027-W07", NOW).left] == ["a2"]


def test_last_week_s_intention_is_kept_in_sight() -> None:
    plan = replace(plan_of(), sheets={"2027-W06": Sheet(review=Review(change="Ring før ti"))})
    assert WeekReview(plan, "2027-W07", NOW).wanted_to_change == "Ring før ti"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2027-02-15", "2027-W06"),
        ("2027-02-16", "2027-W06"),
        ("2027-02-17", "2027-W07"),
        ("2027-02-19", "2027-W07"),
        ("2027-01-04", "2026-W53"),
    ],
)
def test_on_monday_and_tuesday_the_week_before_is_due(day: str, week: str) -> None:
    assert week_to_review(dt.date.fromisoformat(day)) == week


def test_the_week_before_the_first_is_the_last_of_the_year_before() -> None:
    assert week_before("2027-W01") == "2026-W53"


def test_what_was_left_in_the_weeks_before_and_what_the_next_week_still_lacks(review: WeekReview) -> None:
    told = WeekReview(review.plan, "2027-W08", dt.datetime(2027, 2, 26, 14, 0))
    assert [row.id for row in told.left] == ["a32"]
    assert [row.id for row in told.left_before] == ["a26", "a27", "a28", "a29", "a30", "a31"]
    assert (told.calls_ahead, told.meetings_ahead) == (16, 1)  # a34; a36
    assert told.wanted_next is not None
    assert (told.wanted_next.attempts, told.wanted_next.meetings) == (22, 3)  # 256 and 32 × 5 of 60 working days
    last = WeekReview(review.plan, "2027-W13", dt.datetime(2027, 3, 31, 14, 0))
    assert last.wanted is not None
    assert last.wanted_next is None  # the programme is over by then
