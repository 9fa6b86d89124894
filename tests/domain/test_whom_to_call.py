"""Whom to call first: the score of chapter 4.15 with its reasons, and those the rules forbid."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.customers import Contact, Customer, Objection, Stage
from salgsplan_tui.domain.whom_to_call import reasons, whom_to_call
from tests.planning import NOW, STAMP, WEDNESDAY, case, offer, plan_of, row
from tests.sample import sample_plan

TEN = NOW.replace(hour=10)


def test_the_sample_customers_in_the_order_to_call_them() -> None:
    found = whom_to_call(sample_plan(), customer_records(sample_plan(), TEN), TEN)
    scores = [(each.record.customer.id, round(float(each.score), 2)) for each in found]
    assert scores == [
        ("k05", 12.93),
        ("k02", 12.33),
        ("k03", 11.8),
        ("k09", 11.4),
        ("k01", 9.27),
        ("k07", 8.5),
        ("k08", 6.27),
        ("k12", 6.15),
        ("k04", 6.07),
        ("k06", 3.32),
        ("k11", 9.0),
    ]
    assert [each.record.customer.id for each in found if each.is_blocked] == ["k11"]


def test_the_reasons_are_told_with_what_each_adds() -> None:
    record = customer_records(sample_plan(), TEN)["k05"]
    found = [(each.code, each.points, each.number) for each in reasons(record, WEDNESDAY, median=Fraction(110_000_00))]
    assert found == [
        ("class", 9, None),
        ("interval", Fraction(14, 15), 14),
        ("old_offer", 2, 8),
        ("potential", 1, None),
    ]


def test_the_blocked_one_is_told_why() -> None:
    found = whom_to_call(sample_plan(), customer_records(sample_plan(), TEN), TEN)
    rule = found[-1].decision.rule
    assert rule is not None
    assert rule.gates == {"phone"}
    assert found[-1].contact is not None
    assert found[-1].contact.id == "k11"


def test_a_call_about_an_open_case_is_always_allowed() -> None:
    early = NOW.replace(hour=7)
    found = {
        each.record.customer.id: each
        for each in whom_to_call(sample_plan(), customer_records(sample_plan(), early), early)
    }
    assert not found["k12"].is_blocked
    settled = replace(sample_plan(), cases={})
    found = {each.record.customer.id: each for each in whom_to_call(settled, customer_records(settled, early), early)}
    assert found["k12"].is_blocked


def test_of_several_people_the_one_who_may_be_called_and_has_a_number_is_named() -> None:
    people = (
        Contact(id="p1", name="Ola", phone="1", objection=Objection(at=STAMP)),
        Contact(id="p2", name="Kari"),
        Contact(id="p3", name="Siri", phone="3"),
    )
    plan = replace(sample_plan(), customers={"k1": Customer(id="k1", name="Berg AS", contacts=people)})
    (found,) = whom_to_call(plan, customer_records(plan, TEN), TEN)
    assert found.contact == people[2]
    alone = replace(plan, customers={"k1": Customer(id="k1", name="Berg AS", contacts=people[:1])})
    (found,) = whom_to_call(alone, customer_records(alone, TEN), TEN)
    assert found.is_blocked


def test_who_was_never_contacted_counts_as_three_intervals_and_no_class_as_none() -> None:
    record = CustomerRecord(Customer(id="k1", name="Berg AS"))
    assert [(each.code, each.points) for each in reasons(record, WEDNESDAY, median=None)] == [("never", Fraction(6))]


@pytest.mark.parametrize(
    ("customer_class", "days", "points"), [("A", 30, 2), ("B", 30, 1), ("C", 30, Fraction(1, 2)), ("A", 900, 6)]
)
def test_the_wanted_interval_is_that_of_the_class(customer_class: str, days: int, points: Fraction) -> None:
    last = row("a1", date=(WEDNESDAY - dt.timedelta(days=days)).isoformat(), state="done")
    record = CustomerRecord(Customer(id="k1", name="Berg AS", customer_class=customer_class), last=last)  # type: ignore[arg-type]
    (interval,) = (each for each in reasons(record, WEDNESDAY, median=None) if each.code == "interval")
    assert (interval.points, interval.number) == (points, days)


@pytest.mark.parametrize(("sent", "is_old"), [("2027-02-10", False), ("2027-02-09", True)])
def test_an_offer_is_old_after_seven_days(sent: str, *, is_old: bool) -> None:
    record = CustomerRecord(Customer(id="k1", name="Berg AS"), offers=(offer("t1", state="sent", sent=sent),))
    assert any(each.code == "old_offer" for each in reasons(record, WEDNESDAY, median=None)) is is_old


def test_a_case_and_a_potential_above_the_middle_add_their_points() -> None:
    record = CustomerRecord(Customer(id="k1", name="Berg AS", potential=101), cases=(case("s1"),))
    codes = {each.code: each.points for each in reasons(record, WEDNESDAY, median=Fraction(100))}
    assert (codes["open_case"], codes["potential"]) == (Fraction(3), Fraction(1))
    assert "potential" not in {each.code for each in reasons(record, WEDNESDAY, median=Fraction(101))}


def test_who_is_lost_or_no_target_is_left_out() -> None:
    book = tuple(Customer(id=f"k{stage}", name=stage, stage=stage) for stage in Stage)
    plan = plan_of(customers=book)
    left_out = {*Stage} - {each.record.customer.stage for each in whom_to_call(plan, customer_records(plan, NOW), NOW)}
    assert left_out == {Stage.LOST, Stage.NOT_TARGET}
