"""Every figure of chapter 8.6 comes out of the packaged sample, as of Wednesday 17 February 2027."""

import datetime as dt
from collections import Counter
from fractions import Fraction

import pytest

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.channel_economics import channel_economics
from salgsplan_tui.domain.counting import booked, done_number, is_attempt, is_meeting, planned_number, reached
from salgsplan_tui.domain.funnel import Steps, funnel_of, weighted_offers
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.domain.hit_rate import hit_rate
from salgsplan_tui.domain.profit import profit_of
from salgsplan_tui.domain.service_figures import (
    buyers_joy_rate,
    recovery_rate,
    resolution_minutes,
    response_minutes,
)
from salgsplan_tui.domain.wages import Wage
from tests.sample_quarter import quarter

WAGES = tuple(Wage(id=day, date=dt.date.fromisoformat(day), gross=52_000_00) for day in ("2027-01-20", "2027-02-19"))


def kroner(exact: Fraction | int | None) -> str:
    assert exact is not None
    return text_from_ore(rounded(Fraction(exact)))


def tenths(share: Fraction | None) -> Fraction:
    """Return a share as percent with one decimal, rounded as people round."""
    assert share is not None
    return Fraction(rounded(share * 1000), 10)


def goal(identity: str) -> GoalFigures:
    return next(each for each in goals_of(quarter()) if each.goal.id == identity)


def test_activities_are_47_of_which_24_of_26_that_were_due_are_done() -> None:
    basis = quarter()
    assert Counter(row.state.value for row in basis.rows) == {"done": 24, "planned": 17, "confirmed": 5, "cancelled": 1}
    assert (len(basis.due), len(basis.done), tenths(Fraction(24, 26))) == (26, 24, Fraction(923, 10))


def test_calls_were_due_112_times_made_92_times_and_reached_49_people() -> None:
    calls = [row for row in quarter().rows if is_attempt(row)]
    assert sum(planned_number(row) for row in calls if row in quarter().due) == 112
    done = [row for row in calls if row in quarter().done]
    assert (sum(map(done_number, done)), sum(map(reached, done)), sum(map(booked, done))) == (92, 49, 12)
    assert (tenths(Fraction(49, 92)), tenths(Fraction(12, 49))) == (Fraction(533, 10), Fraction(245, 10))
    assert sum(planned_number(row) for row in calls) == 195
    assert sum(planned_number(row) for row in calls if row.is_open) == 99


def test_ten_customer_meetings_are_held_and_18_planned_in_all() -> None:
    meetings = [row for row in quarter().rows if is_meeting(row)]
    assert sum(done_number(row) for row in meetings if row in quarter().done) == 10
    assert sum(planned_number(row) for row in meetings if row.counts) == 18


def test_offers_are_ten_of_which_four_are_won_and_two_lost() -> None:
    basis, rate = quarter(), hit_rate(quarter())
    assert (len(basis.offers), rate.won, rate.lost, len(basis.open_offers)) == (10, 4, 2, 4)
    assert (kroner(rate.won_value), kroner(rate.lost_value)) == ("182500.00", "37000.00")
    assert kroner(sum(each.amount for each in basis.open_offers)) == "307000.00"
    assert kroner(weighted_offers(basis)) == "132800.00"
    assert (tenths(rate.by_number), tenths(rate.by_value)) == (Fraction(667, 10), Fraction(831, 10))


def test_orders_are_five_for_185700_kroner() -> None:
    orders, total = quarter().orders, channel_economics(quarter()).total
    assert (total.orders, kroner(total.order_value), kroner(total.contribution_margin)) == (5, "185700.00", "71450.00")
    assert kroner(sum(each.variable_cost or 0 for each in orders)) == "114250.00"
    assert (tenths(total.margin_ratio), kroner(Fraction(total.order_value, 5))) == (Fraction(385, 10), "37140.00")
    months = {month: sum(each.net for each in orders if each.date.month == month) for month in (1, 2)}
    assert {month: kroner(ore) for month, ore in months.items()} == {1: "124000.00", 2: "61700.00"}


def test_the_order_goal_is_70300_behind_its_pace() -> None:
    orders = goal("m1")
    assert tenths(orders.attainment) == Fraction(387, 10)
    figures = (orders.remaining, orders.pace, orders.ahead, orders.run_rate, orders.with_scheduled)
    assert list(map(kroner, figures)) == ["294300.00", "256000.00", "-70300.00", "348187.50", "318500.00"]
    assert orders.elapsed == Fraction(32, 60)


def test_the_funnel_needs_256_calls_for_the_goal_and_112_for_the_rest() -> None:
    funnel = funnel_of(quarter())
    assert funnel is not None
    assert funnel.need == Steps(12, 24, 32, 128, 256)
    assert funnel.remaining_before == Steps(8, 16, 22, 88, 176)
    assert funnel.remaining == Steps(5, 10, 14, 56, 112)
    assert (funnel.planned_ahead.attempts, funnel.missing.attempts) == (99, 13)
    assert (funnel.planned.attempts, funnel.unplanned.attempts) == (195, 61)
    assert (funnel.planned.meetings, funnel.need.meetings) == (18, 32)
    assert funnel.coverage is not None
    assert rounded(funnel.coverage * 100) == 104


@pytest.mark.parametrize(
    ("line", "actual", "committed", "planned", "variance"),
    [
        ("b1", "2586.40", "0.00", "1950.40", "1463.20"),
        ("b2", "18000.00", "9000.00", "0.00", "-1000.00"),
        ("b3", "0.00", "42000.00", "0.00", "3000.00"),
        ("b4", "2340.00", "0.00", "0.00", "660.00"),
        ("b5", "3400.00", "0.00", "6002.00", "598.00"),
        ("b6", "640.00", "0.00", "800.00", "560.00"),
        ("b7", "1200.00", "0.00", "0.00", "1800.00"),
        ("b8", "0.00", "12000.00", "0.00", "1000.00"),
    ],
)
def test_each_budget_line_adds_up(line: str, actual: str, committed: str, planned: str, variance: str) -> None:
    costs = budget_of(quarter()).by_line[line]
    figures = (costs.actual, costs.committed, costs.planned, costs.variance)
    assert list(map(kroner, figures)) == [actual, committed, planned, variance]


def test_the_whole_budget_leaves_8081_kroner() -> None:
    total = budget_of(quarter()).total
    assert list(map(kroner, (total.budget, total.actual, total.committed, total.planned))) == [
        "108000.00",
        "28166.40",
        "63000.00",
        "8752.40",
    ]
    assert list(map(kroner, (total.available, total.forecast, total.variance))) == ["16833.60", "99918.80", "8081.20"]
    assert kroner(budget_of(quarter()).by_line["b2"].available) == "-1000.00"


def test_488_kilometres_are_driven_and_368_planned_ahead() -> None:
    assert sum(row.km_actual or 0 for row in quarter().rows) == 488
    assert sum(row.km_planned or 0 for row in quarter().ahead) == 368


def test_four_of_five_orders_come_from_own_activities() -> None:
    sale = sale_share(quarter().orders)
    assert (sale.by_activity, sale.orders, sale.by_number) == (4, 5, Fraction(4, 5))
    assert tenths(sale.by_value) == Fraction(983, 10)


def test_three_of_five_customers_have_bought_again_and_two_are_new() -> None:
    basis = quarter()
    assert loyalty.repurchase_rate(basis) == loyalty.share(3, 5)
    assert len(loyalty.new_customers(basis)) == 2
    assert kroner(loyalty.additional_value(basis)) == "6500.00"
    assert tenths(loyalty.additional_share(basis).value) == Fraction(172, 10)


def test_a_krone_of_wages_has_not_paid_yet() -> None:
    profit, total = profit_of(quarter(), WAGES), channel_economics(quarter()).total
    assert (tenths(total.return_on_cost), kroner(total.profitability * 100 if total.profitability else None)) == (
        Fraction(1537, 10),
        "2.54",
    )
    assert kroner(profit.wages) == "52000.00"
    ratios = (profit.margin_per_krone, profit.after_activity_cost, profit.profit_per_krone)
    assert [kroner(ratio * 100) for ratio in ratios if ratio is not None] == ["1.37", "0.83", "-0.17"]


def test_37_and_three_quarter_hours_are_worked() -> None:
    minutes = {code: each.minutes for code, each in channel_economics(quarter()).by_channel.items()}
    assert sum(minutes.values()) == 37.75 * 60
    assert minutes == {
        "phone": 720, "visit": 480, "meeting": 180, "letter": 180, "service": 120, "internal": 105, "demo": 90,
        "webinar": 90, "distribution": 75, "trade_journal": 60, "referral": 60, "social_media": 45, "press": 30,
        "email": 30,
    }  # fmt: skip


def test_two_cases_are_closed_and_one_of_them_in_joy() -> None:
    basis = quarter()
    cases = [basis.plan.cases[identity] for identity in ("s1", "s2", "s3")]
    assert [response_minutes(basis.plan, case) for case in cases] == [45, 40, None]
    assert [resolution_minutes(basis.plan, case) for case in cases] == [36.75 * 60, 41 * 60, None]
    assert recovery_rate(basis) == loyalty.share(2, 2)
    assert buyers_joy_rate(basis) == loyalty.share(1, 2)
