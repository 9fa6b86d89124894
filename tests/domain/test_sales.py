"""Offers, orders and service cases as values, and the edits that add, change and remove them."""

import datetime as dt
from functools import partial

import pytest

from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.sales import Offer
from salgsplan_tui.domain.sales_edits import (
    add_offer,
    add_order,
    change_offer,
    change_order,
    remove_offer,
    remove_order,
)
from salgsplan_tui.domain.service_edits import add_case, change_case, remove_case
from tests.planning import STAMP, WEDNESDAY, case, offer, order, plan_of

LATER = STAMP + dt.timedelta(hours=1)


def test_an_offer_is_filed_under_the_day_it_was_sent_else_decided_or_written() -> None:
    sent = offer("t1", sent="2027-02-08", decided="2028-01-02", created=STAMP)
    assert sent.day == dt.date(2027, 2, 8)
    assert offer("t1", decided="2028-01-02", created=STAMP).day == dt.date(2028, 1, 2)
    assert offer("t1", created=STAMP).day == STAMP.date()
    assert offer("t1").day is None


def test_an_offer_is_open_from_when_it_is_sent_until_it_is_decided() -> None:
    states = ("draft", "sent", "won", "lost", "withdrawn", "expired")
    assert [state for state in states if offer("t1", state=state).is_open] == ["sent"]
    assert offer("t1", sent="2027-02-08").age(WEDNESDAY) == 9
    assert offer("t1", sent="2027-02-18").age(WEDNESDAY) == 0
    assert offer("t1").age(WEDNESDAY) is None


def test_an_order_tells_the_activity_that_led_to_it_and_what_is_left_of_it() -> None:
    assert order("o1", origin="activity:a03").activity == "a03"
    assert order("o1", origin="counter").activity is None
    assert order("o1").activity is None
    assert order("o1", amount=100_00, credit=25_00).net == 75_00
    assert order("o1", amount=100_00, cancelled=True).net == 0


def test_percents_are_exact_and_within_a_hundred() -> None:
    def read(probability: object) -> Offer:
        return checked(Offer, {"id": "t1", "customer": "k1", "probability": probability})

    assert read("12.50").probability == 12_50
    for wrong in ("101.00", "-1.00", "50", 50):
        with pytest.raises(MisfitError):
            read(wrong)


def test_a_case_is_open_until_it_is_closed_and_knows_local_times() -> None:
    assert case("s1").is_open
    assert not case("s1", state="closed").is_open
    assert case("s1").day == dt.date(2027, 2, 16)
    with pytest.raises(MisfitError):
        case("s1", opened="2027-02-16T15:20:00Z")
    with pytest.raises(MisfitError):
        case("s1", start_mood=3)


def test_what_is_added_and_changed_is_stamped_and_can_be_removed() -> None:
    plan = add_case(add_order(add_offer(plan_of(), offer("t1"), at=STAMP), order("o1"), at=STAMP), case("s1"), at=STAMP)
    plan = change_offer(plan, "t1", at=LATER, state="sent", sent=WEDNESDAY)
    plan = change_order(plan, "o1", at=LATER, amount=90_00)
    plan = change_case(plan, "s1", at=LATER, cause="feil filter")
    found = (plan.offers["t1"], plan.orders["o1"], plan.cases["s1"])
    assert [(each.created, each.changed) for each in found] == [(STAMP, LATER)] * 3
    assert (found[0].state, found[1].amount, found[2].cause) == ("sent", 90_00, "feil filter")
    assert plan.knows("t1")
    assert plan.knows("s1")
    plan = remove_case(remove_order(remove_offer(plan, "t1"), "o1"), "s1", at=LATER)
    assert (plan.offers, plan.orders, plan.cases) == ({}, {}, {})


def test_what_is_not_there_is_told_by_its_kind() -> None:
    plan = plan_of()
    remove = partial(remove_case, at=STAMP)
    for step, key in ((remove_offer, "no_offer"), (remove_order, "no_order"), (remove, "no_case")):
        with pytest.raises(NotFoundError) as error:
            step(plan, "x9")
        assert (error.value.key, error.value.values) == (key, {"id": "x9"})
