"""Won of the offers that were decided in the period (chapter 4.3)."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.funnel_rates import Rate
from salgsplan_tui.domain.hit_rate import HitRate, hit_rate
from salgsplan_tui.domain.sales import Offer
from tests.domain.programmes import basis
from tests.planning import offer


def decided(identity: str, state: str, amount: str, on: str = "2027-02-01") -> Offer:
    return offer(identity, state=state, amount=amount, sent="2027-01-15", decided=on)


def test_the_worked_example_is_two_thirds_by_number_and_more_by_value() -> None:
    rate = HitRate(won=4, lost=2, won_value=182_500_00, lost_value=37_000_00, planned=Rate(Fraction(1, 2)))
    assert rate.by_number == Fraction(2, 3)
    assert rate.by_value == Fraction(182_500, 219_500)
    assert rate.smoothed == Rate(Fraction(9, 16), 6, is_smoothed=True)


def test_open_withdrawn_expired_and_later_ones_stay_outside() -> None:
    offers = [
        decided("t1", "won", "100.00"),
        decided("t2", "lost", "300.00"),
        decided("t3", "withdrawn", "900.00"),
        decided("t4", "expired", "900.00"),
        decided("t5", "won", "900.00", on="2027-02-18"),
        decided("t6", "won", "900.00", on="2026-12-30"),
        offer("t7", state="sent", sent="2027-01-15", amount="900.00"),
    ]
    rate = hit_rate(basis(offers=offers))
    assert (rate.won, rate.lost, rate.by_number, rate.by_value) == (1, 1, Fraction(1, 2), Fraction(1, 4))


def test_nothing_decided_is_no_rate_and_not_zero() -> None:
    rate = hit_rate(basis())
    assert (rate.decided, rate.by_number, rate.by_value) == (0, None, None)
    free = hit_rate(basis(offers=[decided("t1", "won", "0.00")]))
    assert free.by_number == 1
    assert free.by_value is None


@pytest.mark.parametrize(("days", "lost"), [(None, 0), (0, 1), (16, 1), (17, 0)])
def test_what_expired_long_ago_is_lost_where_a_person_wants_it_so(days: int | None, lost: int) -> None:
    old = offer("t1", state="expired", amount="10.00", sent="2027-01-15", valid_until=dt.date(2027, 2, 1))
    found = basis(offers=[old])
    settings = found.plan.settings.changed_to(expired_is_lost_after=days)
    assert hit_rate(replace(found, plan=replace(found.plan, settings=settings))).lost == lost
