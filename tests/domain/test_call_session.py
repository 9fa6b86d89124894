"""A call session as a value, and what it makes of the plan."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from salgsplan_tui.domain.activity import Outcome, State
from salgsplan_tui.domain.call_session import Callee, CallSession
from salgsplan_tui.domain.calls_made import end_session, has_lost_its_offer, is_ended, row_of, so_far
from salgsplan_tui.domain.customer_history import customer_records
from salgsplan_tui.domain.offer_steps import decide
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.sales_edits import remove_offer
from tests.planning import NOW, STAMP, row
from tests.sample import sample_plan

PEOPLE = (
    Callee(customer="k03", contact="p03"),
    Callee(customer="k05", contact="p05"),
    Callee(customer="k07", contact="p07"),
)
NEW = CallSession(id="s1", title="Ringeøkt: A", audience="A", people=PEOPLE, marks=(STAMP,))


def after(minutes: int) -> dt.datetime:
    return STAMP + dt.timedelta(minutes=minutes)


def called() -> CallSession:
    meeting = row("n1", title="møte Elin", date="2027-02-26", channel="meeting", contacts=("p03",))
    return (
        NEW.with_call(Outcome.MEETING_BOOKED, at=after(6), step=meeting)
        .with_call(Outcome.NO_ANSWER, at=after(8))
        .with_call(Outcome.OBJECTED, at=after(12))
    )


def test_each_call_goes_on_to_the_next_and_is_taken_back() -> None:
    one = NEW.with_call(Outcome.REACHED, at=after(1))
    assert (one.current, one.attempts) == (PEOPLE[1], 1)
    assert one.taken_back().current == PEOPLE[0]
    assert NEW.taken_back() == NEW


def test_who_is_skipped_comes_at_the_end_and_who_did_not_answer_is_called_again_when_asked_for() -> None:
    skipped = NEW.skipped()
    assert (skipped.current, skipped.people[-1]) == (PEOPLE[1], PEOPLE[0])
    over = called()
    assert over.current is None
    assert over.unanswered == (PEOPLE[1],)
    again = over.again()
    assert again.current == PEOPLE[1]
    assert again.with_call(Outcome.REACHED, at=after(20)).unanswered == ()


def test_the_result_counts_the_calls_and_the_minutes_without_long_pauses() -> None:
    result = called().result
    assert (result.outcome, result.quantity, result.minutes) == (Outcome.MEETING_BOOKED, 3, 12)
    assert dict(result.counts) == {"attempts": 3, "reached": 2, "meetings_booked": 1, "objected": 1}
    late = called().with_call(Outcome.NO_ANSWER, at=after(600)) if called().current else called().again()
    assert late.with_call(Outcome.NO_ANSWER, at=after(600)).minutes == 42


def test_the_end_is_one_row_with_its_calls_and_everybody_reached_was_contacted() -> None:
    plan = end_session(sample_plan(), called(), now=NOW, at=STAMP)
    made = plan.activity("s1")
    assert (made.state, made.title, made.audience, made.quantity_done) == (State.DONE, "Ringeøkt: A", "A", 3)
    assert (made.contacts, made.customers) == (("p03", "p07"), ("k03", "k07"))
    assert [(call.contact, call.outcome.value) for call in made.calls] == [
        ("p03", "meeting_booked"),
        ("p05", "no_answer"),
        ("p07", "objected"),
    ]
    records = customer_records(plan, NOW)
    assert records["k03"].last == made
    assert records["k05"].last == plan.activity("a17")
    assert made in records["k05"].rows


def test_next_steps_are_planned_and_objections_marked_at_once() -> None:
    plan = end_session(sample_plan(), called(), now=NOW, at=STAMP)
    assert plan.activity("n1").previous == "s1"
    assert plan.activity("s1").next == "n1"
    found = plan.contact("p07")
    assert found is not None
    assert found[1].objection is not None
    assert "p07" not in plan.activity("a34").contacts


def test_a_planned_session_is_carried_out_instead_of_a_new_row() -> None:
    session = called().changed_to(planned="a26")
    plan = end_session(sample_plan(), session, now=NOW, at=STAMP)
    assert not plan.holds("s1")
    assert (plan.activity("a26").state, plan.activity("a26").quantity_done) == (State.DONE, 3)
    assert is_ended(plan, session)
    assert not is_ended(sample_plan(), session)
    assert not is_ended(replace(plan, sheets={}), session)


OFFER = Offer(id="f9", customer="k03", contact="p03", activity="s1", state="sent", sent=NOW.date(), amount=4_000_000)
ORDER = Order(id="o9", customer="k05", offer="t08", date=NOW.date(), amount=12_000_000, origin="activity:s1")


def sold() -> CallSession:
    return NEW.with_call(Outcome.OFFER_SENT, at=after(6), sale=OFFER).with_call(Outcome.ORDER, at=after(9), sale=ORDER)


def test_offers_and_orders_of_the_calls_come_with_the_row_and_have_it_as_their_origin() -> None:
    before = sample_plan()
    assert before.offers["t08"].is_open
    plan = end_session(before, sold(), now=NOW, at=STAMP)
    assert plan.offers["f9"].activity == plan.activity("s1").id
    assert plan.orders["o9"].activity == "s1"
    assert (plan.offers["t08"].state, plan.offers["t08"].decided) == ("won", NOW.date())
    assert not has_lost_its_offer(plan, sold())
    assert [call.outcome for call in plan.activity("s1").calls] == [Outcome.OFFER_SENT, Outcome.ORDER]
    assert dict(plan.activity("s1").outcome_counts) == {"attempts": 2, "reached": 2, "meetings_booked": 0}


def test_a_call_that_is_taken_back_takes_its_order_along() -> None:
    plan = end_session(sample_plan(), sold().taken_back(), now=NOW, at=STAMP)
    assert "o9" not in plan.orders
    assert "f9" in plan.offers


def test_while_the_session_goes_on_its_row_and_what_it_sold_are_known_to_the_next_form() -> None:
    before = sample_plan()
    seen = so_far(before, sold(), now=NOW, at=STAMP)
    assert (seen.activity("s1").state, row_of(seen, sold())) == (State.PLANNED, "s1")
    assert {"f9", "o9"} <= seen.offers.keys() | seen.orders.keys()
    assert not before.holds("s1")


def test_where_the_planned_session_is_gone_what_was_sold_has_the_new_row_as_its_origin() -> None:
    gone = ORDER.changed_to(origin="activity:a99"), OFFER.changed_to(activity="a99")
    session = NEW.changed_to(planned="a99")
    for sale in gone:
        session = session.with_call(Outcome.ORDER, at=after(3), sale=sale)
    plan = end_session(sample_plan(), session, now=NOW, at=STAMP)
    assert (plan.orders["o9"].origin, plan.offers["f9"].activity) == ("activity:s1", "s1")
    at_the_counter = NEW.with_call(Outcome.ORDER, at=after(3), sale=ORDER.changed_to(origin="counter"))
    assert end_session(sample_plan(), at_the_counter, now=NOW, at=STAMP).orders["o9"].origin == "counter"


def decided_elsewhere(plan: Plan) -> Plan:
    return decide(plan, "t08", "withdrawn", today=NOW.date(), at=STAMP)


def removed_elsewhere(plan: Plan) -> Plan:
    return remove_offer(plan, "t08")


@pytest.mark.parametrize("meanwhile", [decided_elsewhere, removed_elsewhere])
def test_an_order_stands_even_where_its_offer_was_decided_elsewhere_since_the_call(
    meanwhile: Callable[[Plan], Plan],
) -> None:
    plan = end_session(meanwhile(sample_plan()), sold(), now=NOW, at=STAMP)
    assert (plan.orders["o9"].offer, plan.orders["o9"].amount) == (None, 12_000_000)
    assert has_lost_its_offer(plan, sold())
