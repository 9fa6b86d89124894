"""The month's review over the sample: its figures are those of chapter 8.6, or follow from them by hand."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.channel_economics import channel_economics
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer, Reservation
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.month_review import MonthReview, MonthStep
from salgsplan_tui.domain.register_check import check_register, unchecked
from salgsplan_tui.domain.retention import keep_on
from tests.planning import NOW, STAMP, plan_of, row
from tests.sample_quarter import quarter_plan

MARCH = dt.datetime(2027, 3, 1, 8, 10)


@pytest.fixture(name="review", scope="module")
def _review() -> MonthReview:
    return MonthReview(quarter_plan(), "2027-02", MARCH)


def test_there_are_seven_steps(review: MonthReview) -> None:
    assert len(review.steps) == len(MonthStep) == 7
    assert (review.next_key, review.span.last) == ("2027-03", dt.date(2027, 2, 28))


def test_the_months_of_the_quarter_ask_and_bring_what_the_goal_does(review: MonthReview) -> None:
    months = [replace(review, key=key).goals[0] for key in ("2027-01", "2027-02", "2027-03")]
    assert sum(each.asked or 0 for each in months) == 480_000_00
    assert [each.month.actual for each in months] == [124_000_00, 61_700_00, 0]
    assert months[0].whole.actual == 185_700_00
    assert months[1].asked == Fraction(480_000_00 * 20, 60)


def test_the_channels_are_those_of_the_month_alone(review: MonthReview) -> None:
    table = channel_economics(review.month_basis)
    assert (table.total.order_value, table.total.orders, table.total.attempts) == (61_700_00, 3, 30)


def test_forecast_and_money_are_of_the_programme_that_runs_on(review: MonthReview) -> None:
    assert review.running is not None
    assert review.running.programme.id == "q1-2027"
    assert replace(review, key="2027-03").running is None


def test_a_month_without_a_programme_has_no_goals() -> None:
    review = MonthReview(plan_of(row("a1", date="2027-02-17")), "2027-02", MARCH)
    assert (review.goals, review.running, review.unchecked, review.issued) == ((), None, (), None)
    assert len(review.month_basis.rows) == 1


def test_the_next_month_s_plan_is_remembered_as_issued(review: MonthReview) -> None:
    fields = {"kind": "month", "as_of": "2027-03-01", "issued": "2027-03-01T08:00:00Z"}
    issued = {
        key: checked_fields(ReportIssue, {"id": key, "period": period, **fields})
        for key, period in (("r1", "2027-02"), ("r2", "2027-03"))
    }
    found = replace(review, plan=replace(review.plan, issued=issued)).issued
    assert found is not None
    assert found.id == "r2"


# The register of reservations (7.6)


def consumer(identity: str, **fields: object) -> Customer:
    person = {"id": identity, "name": f"Person {identity}", **fields}
    return checked_fields(Customer, {"id": identity, "name": person["name"], "kind": "consumer", "contacts": [person]})


def test_the_sample_s_consumers_were_looked_up_in_february_only(review: MonthReview) -> None:
    assert [each.contact.id for each in review.unchecked] == ["k12", "k11"]
    assert replace(review, key="2027-01").unchecked == ()


def test_who_is_to_be_called_soonest_comes_first_and_who_wants_nothing_is_left_out() -> None:
    plan = quarter_plan()
    people = (
        consumer("p1"),
        consumer("p2", reservation={"phone": True, "checked": dt.date(2027, 2, 3)}),
        consumer("p3", reservation={"checked": dt.date(2027, 3, 1)}),
        consumer("p4", objection={"at": "2027-01-04T09:00:00Z"}),
        consumer("p5", stop={"on": dt.date(2027, 1, 4), "salt": "s"}),
        checked_fields(Customer, {"id": "p6", "name": "Person p6", "kind": "consumer"}),
        checked_fields(Customer, {"id": "f1", "name": "Firm", "contacts": [{"id": "f2", "name": "Kari"}]}),
    )
    call = {"channel": "phone", "type": "call", "purpose": "marketing", "contacts": ["p2"]}
    rows = (
        row("a1", date="2027-03-09", **call),
        row("a2", date="2027-03-08", **{**call, "contacts": ["p1"], "purpose": "service"}),
        row("a3", date="2027-04-01", **{**call, "contacts": ["p1"]}),
    )
    made = replace(plan_of(*rows, customers=people), channels=plan.channels)
    found = unchecked(made, MonthReview(made, "2027-02", MARCH).next_days)
    assert [(each.contact.id, [one.id for one in each.rows]) for each in found] == [
        ("p2", ["a1"]),
        ("p1", []),
        ("p6", []),
    ]
    assert found[0].checked == dt.date(2027, 2, 3)


@pytest.mark.parametrize("identity", ["p1", "p6"])
def test_what_was_found_is_noted_and_the_person_is_done_with(identity: str) -> None:
    people = (consumer("p1"), checked_fields(Customer, {"id": "p6", "name": "Person p6", "kind": "consumer"}))
    found = Reservation(phone=True, checked=dt.date(2027, 3, 1))
    plan = check_register(plan_of(customers=people), identity, found, at=STAMP)
    assert plan.customers[identity].contacts[0].reservation == found
    assert identity not in {each.contact.id for each in MonthReview(plan, "2027-02", MARCH).unchecked}
    with pytest.raises(NotFoundError):
        check_register(plan, "nobody", found, at=STAMP)


# Contacts that were kept for long (7.5)


def test_who_is_kept_on_is_looked_through_again_when_as_long_has_gone_by(review: MonthReview) -> None:
    assert [each.contact.id for each in review.overkept] == ["k11"]
    plan = keep_on(review.plan, "k11", MARCH.date(), at=STAMP)
    assert plan.customers["k11"].contacts[0].retention_review == dt.date(2029, 3, 1)
    assert replace(review, plan=plan).overkept == ()
    assert MonthReview(plan, "2029-02", dt.datetime(2029, 3, 1, 8)).overkept[0].why == "review_due"


def test_a_review_that_is_read_before_the_month_ends_counts_what_there_is() -> None:
    assert MonthReview(quarter_plan(), "2027-02", NOW).goals[0].month.actual == 61_700_00
