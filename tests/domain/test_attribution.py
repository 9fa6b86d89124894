"""Which activity gets an order, and sale against the counter (chapter 4.7, S48)."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.attribution import channel_of, sale_share, suggested_origin
from tests.planning import offer, order, plan_of, row
from tests.sample_quarter import quarter, quarter_plan

DAY = dt.date(2027, 2, 17)


def test_the_worked_example_is_four_of_five() -> None:
    sale = sale_share(quarter().orders)
    assert (sale.by_number, sale.unknown) == (Fraction(4, 5), 0)
    assert sale.by_value == Fraction(182_500, 185_700)


def test_an_order_of_unknown_origin_is_counted_and_told() -> None:
    sale = sale_share([order("o1", amount="1.00"), order("o2", amount="1.00", origin="counter")])
    assert (sale.orders, sale.by_activity, sale.unknown) == (2, 0, 1)
    assert (sale_share([]).by_number, sale_share([]).by_value) == (None, None)


def test_the_origin_that_is_proposed_is_the_offers() -> None:
    plan = replace(plan_of(), offers={"t1": offer("t1", activity="a1")})
    assert suggested_origin(plan, "k1", DAY, "t1") == "activity:a1"


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({}, "activity:a1"),
        ({"state": "planned"}, "counter"),
        ({"date": "2026-11-19"}, "activity:a1"),
        ({"date": "2026-11-18"}, "counter"),
        ({"date": "2027-02-18"}, "counter"),
        ({"customers": ["k2"]}, "counter"),
        ({"kind": "internal"}, "counter"),
    ],
)
def test_else_it_is_the_last_activity_done_with_the_customer_in_ninety_days(
    fields: dict[str, object], origin: str
) -> None:
    usual: dict[str, object] = {"date": "2027-02-10", "state": "done", "customers": ["k1"]}
    plan = plan_of(row("a1", **{**usual, **fields}))
    assert suggested_origin(plan, "k1", DAY) == origin


def test_of_two_activities_the_later_one_is_proposed() -> None:
    usual: dict[str, object] = {"state": "done", "customers": ["k1"], "date": "2027-02-10"}
    plan = plan_of(row("a1", **usual, start="14:00"), row("a2", **usual, start="09:00"))
    assert suggested_origin(plan, "k1", DAY) == "activity:a1"


def test_an_order_counts_in_its_activitys_channel_and_through_a_distributor_under_distribution() -> None:
    rows = {"a1": row("a1", channel="visit")}
    assert channel_of(order("o1", origin="activity:a1"), rows) == "visit"
    assert channel_of(order("o1", origin="activity:a1", via="k9"), rows) == "distribution"
    assert channel_of(order("o1", origin="activity:gone"), rows) is None
    assert channel_of(order("o1", origin="counter"), rows) is None


def test_the_samples_suggestions_are_what_was_told() -> None:
    plan = quarter_plan()
    for each in plan.orders.values():
        if each.offer is not None:
            assert suggested_origin(plan, each.customer, each.date, each.offer) == each.origin
