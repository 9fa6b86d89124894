"""Profit per wage krone, and what an employee costs in a year (chapter 4.10, S53)."""

import datetime as dt
from fractions import Fraction

import pytest

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.profit import Profit, profit_of
from salgsplan_tui.domain.wages import Wage, WageCost
from tests.domain.programmes import basis
from tests.planning import order, row

EXAMPLE = Profit(71_450_00, 28_166_40, 52_000_00, Fraction(52_000_00))


def hundredths(ratio: Fraction | None) -> int:
    assert ratio is not None
    return rounded(ratio * 100)


def test_the_worked_example() -> None:
    ratios = (EXAMPLE.margin_per_krone, EXAMPLE.after_activity_cost, EXAMPLE.profit_per_krone)
    assert list(map(hundredths, ratios)) == [137, 83, -17]


def test_without_wages_there_is_no_ratio() -> None:
    nothing = profit_of(basis(), ())
    assert (nothing.margin_per_krone, nothing.after_activity_cost, nothing.profit_per_krone) == (None, None, None)


def test_only_what_was_paid_out_in_the_period_so_far_counts() -> None:
    days = ("2026-12-20", "2027-01-20", "2027-02-17", "2027-02-19")
    wages = [checked_fields(Wage, {"date": day, "gross": "100.00"}) for day in days]
    sold = [order("o1", date="2027-02-01", amount="1000.00", variable_cost="400.00")]
    paid = row("a1", date="2027-02-01", state="done", costs=[{"line": "b2", "actual": "50.00"}])
    profit = profit_of(basis(paid, orders=sold), wages)
    assert (profit.contribution_margin, profit.activity_cost, profit.wages) == (600_00, 50_00, 200_00)


def test_the_full_wage_cost_can_be_asked_for() -> None:
    wages = [Wage(id="w1", date=dt.date(2027, 1, 20), gross=100_00)]
    full = profit_of(basis(), wages, Fraction(142, 100))
    assert full.wage_cost == 142_00
    assert full.profit_per_krone == Fraction(-142, 100)


def test_the_worked_example_of_a_years_wage_cost() -> None:
    cost = WageCost(agreed=624_000_00)
    parts = (cost.pay, cost.holiday, cost.tax, cost.agreed * cost.pension, cost.total)
    assert list(map(rounded, parts)) == [564_000_00, 67_680_00, 89_066_88, 12_480_00, 737_986_56]
    assert rounded(cost.pension_with_tax - cost.agreed * cost.pension) == 1_759_68
    assert rounded(cost.total / 1700 / 100) == 434


@pytest.mark.parametrize("given", ["2027-01-20", dt.date(2027, 1, 20)])
def test_a_payment_is_told_by_its_day(given: object) -> None:
    assert checked_fields(Wage, {"date": given, "gross": "52000.00"}).id == "2027-01-20"
