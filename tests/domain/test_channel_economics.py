"""What each channel has given and cost (chapter 4.5-4.8, S13)."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channel_economics import (
    ChannelResult,
    activity_result,
    break_even,
    channel_economics,
    of_orders,
    sum_of,
)
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.money import actual_cost, planned_cost, time_cost
from salgsplan_tui.domain.settings import Settings
from tests.domain.programmes import basis
from tests.planning import offer, order, row
from tests.sample_quarter import quarter


def done(identity: str, channel: str | None = "phone", **fields: object) -> Activity:
    usual: dict[str, object] = {"date": "2027-01-12", "state": "done", "channel": channel}
    return row(identity, **{**usual, **fields})


def test_a_visit_round_costs_its_kilometres_and_on_demand_its_hours() -> None:
    visit = done("a1", "visit", km_planned=140, km_actual=140, minutes=240)
    settings = Settings(hourly_cost=430_00)
    assert planned_cost(visit, settings) == actual_cost(visit, settings) == 742_00
    assert time_cost(visit, settings) == 1_720_00
    result = channel_economics(basis(visit)).by_channel["visit"]
    assert result.full_cost == 2_462_00


def test_kilometres_cost_what_their_date_says() -> None:
    assert planned_cost(row("a1", date="2025-12-31", km_planned=10), Settings()) == 50_00
    assert planned_cost(row("a1", date="2026-01-01", km_planned=10), Settings()) == 53_00


def test_the_worked_example_of_calls() -> None:
    phone = channel_economics(quarter()).by_channel["phone"]
    assert (phone.activities, phone.minutes, phone.attempts, phone.reached, phone.meetings) == (6, 720, 92, 49, 12)
    assert phone.time_cost == 5_160_00
    assert phone.cost_per_attempt == Fraction(5_160_00, 92)
    assert phone.cost_per_reached == Fraction(5_160_00, 49)
    assert phone.cost_per_meeting == 430_00
    assert phone.cost_per_order is None


def test_the_worked_example_of_letters() -> None:
    letter = channel_economics(quarter()).by_channel["letter"]
    assert (letter.cost, letter.quantity, letter.responses) == (2_340_00, 60, 3)
    assert [Fraction(letter.cost, letter.quantity), Fraction(letter.cost, letter.responses)] == [39_00, 780_00]


def test_the_worked_example_of_margin_and_return() -> None:
    total = channel_economics(quarter()).total
    assert (total.contribution_margin, total.cost) == (71_450_00, 28_166_40)
    assert total.return_on_cost == Fraction(71_450_00 - 28_166_40, 28_166_40)
    assert total.profitability == Fraction(71_450_00, 28_166_40)


def test_a_fair_needs_three_orders_to_break_even() -> None:
    assert break_even(42_000_00, Fraction(14_290_00)) == 3


@pytest.mark.parametrize("margin", [None, Fraction(0), Fraction(-1)])
def test_orders_that_leave_nothing_never_pay(margin: Fraction | None) -> None:
    assert break_even(42_000_00, margin) is None


def test_nothing_divides_by_zero() -> None:
    nothing = ChannelResult()
    ratios = (
        nothing.cost_per_attempt,
        nothing.cost_per_reached,
        nothing.cost_per_response,
        nothing.cost_per_meeting,
        nothing.cost_per_order,
        nothing.margin_per_hour,
        nothing.margin_ratio,
        nothing.return_on_cost,
        nothing.profitability,
        nothing.break_even_orders,
    )
    assert set(ratios) == {None}


def test_offers_and_orders_belong_to_the_channel_of_their_activity() -> None:
    rows = [done("a1", "visit", minutes=60), done("a2", "phone", minutes=60)]
    offers = [offer("t1", activity="a1", state="sent", sent="2027-01-20"), offer("t2", state="sent", sent="2027-01-20")]
    orders = [
        order("o1", date="2027-01-25", amount="900.00", variable_cost="300.00", origin="activity:a1"),
        order("o2", date="2027-01-25", amount="100.00", variable_cost="50.00", origin="counter"),
        order("o3", date="2027-01-25", amount="50.00", origin="activity:gone"),
    ]
    table = channel_economics(basis(*rows, offers=offers, orders=orders))
    visit = table.by_channel["visit"]
    assert [visit.offers, visit.orders, visit.contribution_margin, visit.margin_per_hour] == [1, 1, 600_00, 600_00]
    assert (table.by_channel[None].offers, table.by_channel[None].order_value) == (1, 50_00)
    assert (table.counter.orders, table.counter.contribution_margin) == (1, 50_00)
    assert (table.total.orders, table.total.order_value) == (3, 1_050_00)


def test_an_order_by_a_distributor_appears_under_distribution() -> None:
    orders = [order("o1", date="2027-01-25", amount="900.00", via="k9", origin="counter")]
    assert channel_economics(basis(orders=orders)).by_channel["distribution"].orders == 1


def test_an_order_three_weeks_later_changes_what_the_fair_came_to() -> None:
    fair = done("f1", "trade_fair", costs=[{"actual": "42000.00"}], outcome_counts={"leads": 12})
    sold = order("o1", date="2027-02-02", amount="40000.00", variable_cost="25710.00", origin="activity:f1")
    before, after = (activity_result(basis(fair, orders=orders), fair) for orders in ((), (sold,)))
    assert [before.orders, before.return_on_cost] == [0, -1]
    assert (after.orders, after.contribution_margin, after.break_even_orders) == (1, 14_290_00, 3)


def test_what_was_paid_for_a_row_that_was_not_done_is_a_cost_all_the_same() -> None:
    called_off = row("a1", date="2027-02-10", state="cancelled", channel="trade_fair", costs=[{"actual": "500.00"}])
    table = channel_economics(basis(called_off))
    assert (table.by_channel["trade_fair"].activities, table.total.cost) == (0, 500_00)


def test_the_best_channel_needs_three_activities_and_a_margin() -> None:
    rows = [done(f"a{number}", "visit", minutes=60) for number in range(3)] + [done("b1", "demo", minutes=60)]
    sold = [
        order("o1", date="2027-01-25", amount="900.00", variable_cost="0.00", origin="activity:a1"),
        order("o2", date="2027-01-25", amount="9000.00", variable_cost="0.00", origin="activity:b1"),
    ]
    assert channel_economics(basis(*rows, orders=sold)).best == "visit"
    assert channel_economics(basis(*rows[:2], orders=sold)).best is None


def test_the_share_that_is_left_is_of_the_orders_whose_cost_is_known() -> None:
    sold = [
        order("o1", date="2027-02-01", amount="100.00", variable_cost="60.00"),
        order("o2", date="2027-02-02", amount="300.00"),
        order("o3", date="2027-02-03", amount="50.00", credit="50.00", variable_cost="20.00"),
    ]
    total = of_orders(basis(orders=sold).orders)
    assert (total.orders, total.costed_orders, total.contribution_margin) == (2, 1, 40_00)
    assert total.margin_ratio == Fraction(40, 100)
    assert replace(total, cost=80_00).break_even_orders == 2


def test_a_margin_that_nobody_told_is_not_made_up() -> None:
    sold = [order("o1", date="2027-01-25", amount="900.00", origin="counter")]
    assert channel_economics(basis(orders=sold)).total.contribution_margin == 0


rows_of_a_quarter = st.lists(
    st.builds(
        lambda number, day, channel, minutes, calls: done(
            f"r{number}",
            channel,
            date=f"2027-{1 + day // 28:02}-{4 + day % 25:02}",
            minutes=minutes,
            quantity_done=calls,
        ),
        st.integers(0, 10_000),
        st.integers(0, 40),
        st.sampled_from(["phone", "visit", "letter", None]),
        st.integers(0, 600),
        st.integers(0, 60),
    ),
    unique_by=lambda each: each.id,
    max_size=12,
)


@given(rows_of_a_quarter)
def test_the_channels_and_the_weeks_add_up_to_the_same_total(rows: list[Activity]) -> None:
    found = basis(*rows)
    weeks = {week_key(each.date) for each in found.done if each.date}
    by_week = sum_of(
        channel_economics(basis(*(each for each in found.done if each.date and week_key(each.date) == week))).total
        for week in weeks
    )
    assert sum_of(channel_economics(found).by_channel.values()) == by_week == channel_economics(found).total
    assert by_week.activities == len(found.done)
