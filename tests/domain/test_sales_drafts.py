"""What is proposed for an offer or an order, from the activity and the offers before (3.2, 4.7)."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.purchase_kinds import purchase_kind, sale_kind
from salgsplan_tui.domain.sales import Offer, Order, ProductLine
from salgsplan_tui.domain.sales_drafts import (
    Source,
    drafted_offer,
    drafted_order,
    drafted_sale,
    open_offers,
    order_of_offer,
    source_of,
)
from tests.planning import WEDNESDAY, offer, order, plan_of, row

FIRM = Customer(id="k1", name="Granholt")


def plan(*parts: Offer | Order, customer: Customer = FIRM) -> Plan:
    offers = {each.id: each for each in parts if isinstance(each, Offer)}
    orders = {each.id: each for each in parts if isinstance(each, Order)}
    return replace(plan_of(customers=(customer,)), offers=offers, orders=orders)


def test_an_offer_takes_customer_activity_and_value_from_the_row() -> None:
    meeting = row("a1", date="2027-02-17", customers=["k1"], value="48000.00")
    source = source_of(plan(), meeting)
    assert source == Source("k1", None, "a1", 48_000_00)
    made = drafted_offer(source, "t1", WEDNESDAY)
    assert (made.customer, made.activity, made.state, made.sent, made.amount) == (
        "k1", "a1", "sent", WEDNESDAY, 48_000_00,
    )  # fmt: skip


def test_a_row_without_a_customer_tells_of_no_sale() -> None:
    assert source_of(plan(), row("a1", audience="60 borettslag")) is None
    assert drafted_sale(plan(), row("a1", date="2027-02-17"), Outcome.ORDER, 100, "o1") is None
    assert drafted_sale(plan(), row("a1", date="2027-02-17", customers=["k1"]), Outcome.REACHED, 100, "o1") is None


def test_an_order_is_proposed_from_the_one_open_offer_with_its_activity_as_origin() -> None:
    out = offer("t1", state="sent", sent="2027-02-08", amount="78000.00", activity="a9", variable_cost="40000.00")
    made = drafted_order(plan(out), Source("k1", activity="a1"), "o1", WEDNESDAY)
    assert (made.offer, made.amount, made.variable_cost, made.origin) == ("t1", 78_000_00, 40_000_00, "activity:a9")
    other = drafted_order(plan(out), Source("k1", activity="a1", amount=50_000_00), "o1", WEDNESDAY)
    assert (other.offer, other.amount) == ("t1", 50_000_00)


def test_an_offer_that_no_activity_led_to_leaves_the_order_to_the_one_at_hand() -> None:
    out = offer("t1", state="sent", sent="2027-02-08", amount="78000.00")
    assert drafted_order(plan(out), Source("k1", activity="a1"), "o1", WEDNESDAY).origin == "activity:a1"
    assert drafted_order(plan(out), Source("k1"), "o1", WEDNESDAY).origin == "counter"


def test_of_two_open_offers_none_is_guessed() -> None:
    two = plan(offer("t1", state="sent", sent="2027-02-08"), offer("t2", state="sent", sent="2027-02-01"))
    made = drafted_order(two, Source("k1", activity="a1"), "o1", WEDNESDAY)
    assert (made.offer, made.origin) == (None, "activity:a1")
    assert [each.id for each in open_offers(two)] == ["t2", "t1"]
    assert open_offers(two, "k2") == ()


def test_what_a_distributor_orders_came_through_it() -> None:
    partner = Customer(id="k1", name="Ventor", kind="distributor")
    assert order_of_offer(plan(customer=partner), offer("t1"), "o1", WEDNESDAY).via == "k1"
    assert order_of_offer(plan(), offer("t1"), "o1", WEDNESDAY).via is None


@pytest.mark.parametrize(
    ("before", "products", "amount", "kind", "sale"),
    [
        ((), ("p1",), 100_00, "first", "new_sale"),
        ((order("o0", date="2027-01-04", amount="100.00"),), (), 100_00, "repurchase", "repeat_sale"),
        ((order("o0", date="2027-01-04", amount="100.00"),), (), 151_00, "additional", "additional_sale"),
        ((order("o0", date="2027-01-04", amount="100.00", cancelled=True),), (), 100_00, "first", "new_sale"),
        ((order("o0", date="2027-03-04", amount="100.00"),), (), 100_00, "first", "new_sale"),
        (
            (order("o0", date="2027-01-04", amount="100.00", lines=[{"product": "p1"}]),),
            ("p1",),
            100_00,
            "repurchase",
            "repeat_sale",
        ),
        (
            (order("o0", date="2027-01-04", amount="100.00", lines=[{"product": "p1"}]),),
            ("p4",),
            10_00,
            "additional",
            "cross_sale",
        ),
    ],
)
def test_the_kind_of_purchase_follows_from_what_was_bought_before(
    before: tuple[Order, ...], products: tuple[str, ...], amount: int, kind: str, sale: str
) -> None:
    lines = tuple(ProductLine(product=each) for each in products)
    found = plan(*before)
    assert purchase_kind(found, "k1", WEDNESDAY, amount=amount, lines=lines) == kind
    made = Order(id="o1", customer="k1", date=WEDNESDAY, amount=amount, lines=lines, purchase_kind=kind)
    assert sale_kind(found, made) == sale


def test_a_customer_since_long_ago_buys_again_though_the_files_hold_no_order() -> None:
    old = Customer(id="k1", name="Granholt", existing_since=2022)
    assert purchase_kind(plan(customer=old), "k1", WEDNESDAY) == "repurchase"
    new = Customer(id="k1", name="Granholt", existing_since=dt.date(2027, 2, 17))
    assert purchase_kind(plan(customer=new), "k1", WEDNESDAY) == "first"
