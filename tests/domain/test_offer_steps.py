"""What becomes of offers and orders, and what is refused (3.2)."""

from dataclasses import replace

import pytest

from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.offer_steps import call_off, credit, decide, put_sale, send
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from tests.planning import STAMP, WEDNESDAY, offer, order, plan_of


def plan(*parts: Offer | Order) -> Plan:
    offers = {each.id: each for each in parts if isinstance(each, Offer)}
    orders = {each.id: each for each in parts if isinstance(each, Order)}
    return replace(plan_of(), offers=offers, orders=orders)


OUT = offer("t1", state="sent", sent="2027-02-08", amount="78000.00", valid_until="2027-02-10")


def test_an_order_from_an_offer_wins_it_in_the_same_step() -> None:
    after = put_sale(plan(OUT), order("o1", offer="t1", amount="78000.00"), at=STAMP)
    assert (after.offers["t1"].state, after.offers["t1"].decided) == ("won", WEDNESDAY)
    assert after.orders["o1"].net == 78_000_00


def test_an_offer_that_was_lost_becomes_no_order() -> None:
    lost = OUT.changed_to(state="lost")
    with pytest.raises(RefusedError) as refused:
        put_sale(plan(lost), order("o1", offer="t1"), at=STAMP)
    assert (refused.value.key, refused.value.values) == ("offer_decided", {"state": "lost"})
    with pytest.raises(NotFoundError):
        put_sale(plan(), order("o1", offer="t1"), at=STAMP)


def test_an_amount_below_nothing_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        put_sale(plan(), offer("t1", amount="-1.00"), at=STAMP)
    assert refused.value.key == "amount_below_nothing"


def test_a_loss_has_a_reason_and_an_end() -> None:
    with pytest.raises(RefusedError) as refused:
        decide(plan(OUT), "t1", "lost", today=WEDNESDAY, at=STAMP)
    assert refused.value.key == "loss_reason_needed"
    after = decide(plan(OUT), "t1", "lost", today=WEDNESDAY, at=STAMP, reason="price", text="10 % for dyrt").offers[
        "t1"
    ]
    assert (after.state, after.decided, after.lost_reason, after.lost_text) == (
        "lost", WEDNESDAY, "price", "10 % for dyrt",
    )  # fmt: skip
    with pytest.raises(RefusedError):
        decide(plan(after), "t1", "withdrawn", today=WEDNESDAY, at=STAMP)


def test_what_expires_ended_when_it_was_no_longer_valid() -> None:
    after = decide(plan(OUT), "t1", "expired", today=WEDNESDAY, at=STAMP).offers["t1"]
    assert str(after.decided) == "2027-02-10"
    endless = decide(plan(OUT.changed_to(valid_until=None)), "t1", "expired", today=WEDNESDAY, at=STAMP).offers["t1"]
    assert endless.decided == WEDNESDAY


def test_a_mistake_is_let_out_again_unless_an_order_rests_on_it() -> None:
    lost = decide(plan(OUT), "t1", "lost", today=WEDNESDAY, at=STAMP, reason="price")
    again = send(lost, "t1", today=WEDNESDAY, at=STAMP).offers["t1"]
    assert (again.state, again.sent, again.decided, again.lost_reason) == ("sent", OUT.sent, None, None)
    won = put_sale(plan(OUT), order("o1", offer="t1"), at=STAMP)
    with pytest.raises(RefusedError) as refused:
        send(won, "t1", today=WEDNESDAY, at=STAMP)
    assert refused.value.key == "offer_has_order"


def test_credits_add_up_to_no_more_than_the_order() -> None:
    start = plan(order("o1", amount="100.00"))
    once = credit(start, "o1", 40_00, at=STAMP)
    twice = credit(once, "o1", 60_00, at=STAMP)
    assert (once.orders["o1"].net, twice.orders["o1"].net, twice.orders["o1"].credit) == (60_00, 0, 100_00)
    for amount in (60_01, 0, -1):
        with pytest.raises(RefusedError) as refused:
            credit(once, "o1", amount, at=STAMP)
        assert refused.value.values == {"left": 60_00}


def test_an_order_is_called_off_once() -> None:
    off = call_off(plan(order("o1", amount="100.00")), "o1", at=STAMP)
    assert off.orders["o1"].net == 0
    with pytest.raises(RefusedError):
        call_off(off, "o1", at=STAMP)
