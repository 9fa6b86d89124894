"""Repurchase, retention, additional purchase, share of wallet (chapter 4.12)."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.goals import goals_of
from tests.domain.programmes import basis
from tests.planning import order
from tests.sample_quarter import quarter


def customer(identity: str, **fields: object) -> Customer:
    return checked_fields(Customer, {"id": identity, "name": identity, **fields})


def test_the_worked_examples() -> None:
    assert loyalty.repurchase_rate(quarter()).value == Fraction(3, 5)
    assert loyalty.additional_share(quarter()).value == Fraction(6_500, 37_700)


def test_who_was_a_customer_at_the_start_is_told_by_year_day_or_orders() -> None:
    people = (
        customer("k1", existing_since=2026),
        customer("k2", existing_since=dt.date(2027, 1, 3)),
        customer("k3", existing_since=dt.date(2027, 1, 4)),
        customer("k4"),
        customer("k5"),
    )
    old = [
        order("o1", customer="k4", date="2026-12-01"),
        order("o2", customer="k5", date="2026-12-01", cancelled=True),
    ]
    found = loyalty.existing_at_start(basis(customers=people, orders=old))
    assert [each.id for each in found] == ["k1", "k2", "k4"]


def test_who_has_left_is_no_longer_retained() -> None:
    people = (customer("k1", existing_since=2020), customer("k2", existing_since=2020, stage="lost"))
    assert loyalty.retention(basis(customers=people)).value == Fraction(1, 2)


def test_a_first_order_makes_a_new_customer_once() -> None:
    people = (customer("k1", existing_since=2020), customer("k2"))
    sold = [
        order("o1", customer="k2", date="2027-01-10", purchase_kind="first"),
        order("o2", customer="k2", date="2027-01-11"),
        order("o3", customer="k1", date="2027-01-11", purchase_kind="first"),
        order("o4", customer="k9", date="2027-01-11", purchase_kind="repurchase"),
    ]
    assert loyalty.new_customers(basis(customers=people, orders=sold)) == {"k2"}


def test_what_is_bought_more_is_held_against_all_but_first_purchases() -> None:
    people = (customer("k1", existing_since=2020), customer("k2"))
    sold = [
        order("o1", customer="k1", date="2027-01-10", amount="100.00", purchase_kind="repurchase"),
        order("o2", customer="k2", date="2027-01-10", amount="100.00", purchase_kind="first"),
        order("o3", customer="k2", date="2027-02-10", amount="400.00", purchase_kind="additional"),
        order("o4", customer="k1", date="2027-02-10", amount="300.00"),
    ]
    found = basis(customers=people, orders=sold)
    assert loyalty.additional_share(found).value == Fraction(400, 800)
    assert loyalty.additional_value(found) == 400_00


def test_the_plan_of_two_years_counts_who_became_a_customer_in_its_first() -> None:
    whole = quarter()
    above = basis_of(whole.plan, whole.plan.sales_plans["ost-2026-2027"], whole.as_of)
    # Ali Demir (k12) became a customer in 2026: before the quarter, and yet not before the plan of 2026 and 2027.
    quarters, years = ({each.id for each in loyalty.existing_at_start(each)} for each in (whole, above))
    assert quarters - years == {"k12"}
    # All three bought as customers: k04 for 28 000, k06 for 3 200, and k12 for 6 500, which alone is merkjøp.
    assert [each.customer for each in loyalty.bought_by_customers(above)] == ["k04", "k06", "k12"]
    assert loyalty.additional_share(whole) == loyalty.share(6_500_00, 37_700_00) == loyalty.additional_share(above)
    goal = next(each for each in goals_of(above) if each.goal.id == "tm3")
    assert goal.actual == Fraction(6_500, 37_700) * 100_00


def test_without_anybody_there_is_no_rate() -> None:
    nothing = basis()
    rates = (loyalty.repurchase_rate(nothing), loyalty.retention(nothing), loyalty.additional_share(nothing))
    assert [rate.value for rate in rates] == [None, None, None]


def test_a_share_of_the_wallet_holds_the_orders_against_what_could_be_bought_meanwhile() -> None:
    big = customer("k1", potential="36500.00")
    sold = [order("o1", date="2027-02-01", amount="900.00")]
    share = loyalty.share_of_wallet(basis(customers=(big,), orders=sold), big)
    assert share is not None
    assert share.value == Fraction(900_00, 45 * 100_00)
    assert loyalty.share_of_wallet(basis(), customer("k2")) is None
