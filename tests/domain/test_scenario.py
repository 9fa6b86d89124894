"""What if: other rates, prices, budget or rows, and what that changes."""

import datetime as dt
from fractions import Fraction

import pytest

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.scenario import Scenario, compared, outlook, with_scenario
from tests.domain.programmes import basis, programme
from tests.planning import STAMP, row
from tests.sample_quarter import quarter

ROWS = (
    row(
        "a1",
        date="2027-03-01",
        channel="phone",
        quantity_planned=16,
        minutes=120,
        costs=[{"line": "b2", "planned": "500.00"}],
    ),
    row("a2", date="2027-03-02", channel="phone", quantity_planned=16, minutes=120),
)


def test_nothing_tried_changes_nothing() -> None:
    before, after = compared(quarter(), Scenario(), at=STAMP)
    assert before == after
    assert with_scenario(quarter().plan, "q1-2027", Scenario(), at=STAMP) is quarter().plan


def test_a_better_hit_rate_needs_fewer_calls() -> None:
    before, after = compared(basis(), Scenario(rates={"hit": 100_00}), at=STAMP)
    assert before.need is not None
    assert after.need is not None
    assert (before.need.attempts, after.need.attempts) == (256, 128)


def test_higher_prices_make_larger_orders() -> None:
    _before, after = compared(basis(), Scenario(price_change=Fraction(20, 100)), at=STAMP)
    assert after.need is not None
    assert after.need.orders == 10


def test_a_smaller_budget_leaves_less() -> None:
    before, after = compared(basis(*ROWS), Scenario(budget={"b2": 20_000_00}), at=STAMP)
    assert (before.cost, after.cost, before.left - after.left) == (500_00, 500_00, 6_000_00)


def test_a_row_that_is_dropped_costs_no_time_and_no_money_and_leaves_more_missing() -> None:
    before, after = compared(basis(*ROWS), Scenario(dropped=("a1",)), at=STAMP)
    assert (before.cost - after.cost, before.minutes - after.minutes) == (500_00, 120)
    assert before.missing is not None
    assert after.missing is not None
    assert (after.missing.attempts or 0) - (before.missing.attempts or 0) == 16


def test_a_row_moved_out_of_the_programme_counts_no_more() -> None:
    _before, after = compared(basis(*ROWS), Scenario(moved={"a2": dt.date(2027, 4, 1)}), at=STAMP)
    assert after.minutes == 120


def test_what_is_kept_is_the_plan_of_the_scenario() -> None:
    kept = with_scenario(basis(*ROWS).plan, "q1", Scenario(rates={"hit": 40_00}, budget={"b1": 1}), at=STAMP)
    changed = kept.sales_plans["q1"]
    assert changed.rates is not None
    assert (changed.rates.hit, changed.budget_lines[0].amount) == (40_00, 1)


def test_a_plan_that_is_only_shown_and_a_row_that_is_settled_are_refused() -> None:
    with pytest.raises(RefusedError, match="plan_read_only"):
        compared(basis(programme=programme(read_only=True)), Scenario(rates={"hit": 1}), at=STAMP)
    with pytest.raises(RefusedError, match="already_settled"):
        compared(basis(row("a1", date="2027-02-01", state="done")), Scenario(dropped=("a1",)), at=STAMP)


def test_an_outlook_says_where_goals_end_what_it_costs_and_how_long_it_takes() -> None:
    found = outlook(quarter())
    assert found.goals["m1"] == 318_500_00
    assert (found.cost, found.left) == (99_918_80, 8_081_20)
    assert found.minutes == sum(row.minutes or 0 for row in quarter().ahead)
