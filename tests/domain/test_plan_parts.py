"""The parts of a sales plan that compute: a market, the share of it, and its value (S40-S41)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.plan_parts import MarketShareTarget

TOTAL, SHARE, VALUE = 85_000_000_00, 12_00, 10_200_000_00


@pytest.mark.parametrize(
    "told",
    [{"total": TOTAL, "share": SHARE}, {"total": TOTAL, "value": VALUE}, {"share": SHARE, "value": VALUE}],
)
def test_the_third_follows_from_two(told: dict[str, int]) -> None:
    assert list(MarketShareTarget(**told).whole) == [TOTAL, Fraction(12, 100), VALUE]  # type: ignore[arg-type]  # two of three


def test_one_alone_tells_nothing_of_the_others_and_nothing_divides_by_zero() -> None:
    assert list(MarketShareTarget(total=TOTAL).whole) == [TOTAL, None, None]
    assert list(MarketShareTarget(total=0, value=VALUE).whole) == [0, None, VALUE]
    assert list(MarketShareTarget(share=0, value=VALUE).whole) == [None, 0, VALUE]
    assert list(MarketShareTarget().whole) == [None, None, None]


@given(st.integers(0, 10**12), st.integers(0, 100_00))
def test_a_value_within_a_krone_agrees(total: int, share: int) -> None:
    value = total * share // 100_00
    assert MarketShareTarget(total=total, share=share, value=value).agrees


def test_a_share_that_was_rounded_agrees() -> None:
    assert MarketShareTarget(total=85_000_000_00, share=11_76, value=10_000_000_00).agrees
    assert not MarketShareTarget(total=85_000_000_00, share=11_70, value=10_000_000_00).agrees
