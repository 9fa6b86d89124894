"""Amounts are whole øre and never lose one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.amounts import Amount, ore_from_text, rounded, text_from_ore
from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.storage.dumping import said


class Price(Value):
    amount: Amount


@given(st.integers(-(10**14), 10**14))
def test_an_amount_written_and_read_is_the_same(ore: int) -> None:
    assert ore_from_text(text_from_ore(ore)) == ore


@pytest.mark.parametrize(
    ("text", "ore"), [("1250.00", 125000), ("0.05", 5), ("-12.50", -1250), ("85000000.00", 8500000000)]
)
def test_the_text_of_a_file_is_read_to_the_ore(text: str, ore: int) -> None:
    assert checked(Price, {"amount": text}).amount == ore
    assert said(Price(amount=ore)) == {"amount": text}


@pytest.mark.parametrize("text", ["1250", "1250.0", "1 250.00", "1250,00", "1e3", "", "٣٤.٠٠x", "12.345"])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        ore_from_text(text)


@pytest.mark.parametrize("value", [1250, 12.5, True, None])
def test_a_bare_number_in_a_file_is_refused_since_it_may_mean_kroner_or_ore(value: object) -> None:
    with pytest.raises(MisfitError):
        checked(Price, {"amount": value})


def test_display_rounds_half_away_from_zero() -> None:
    assert [rounded(Fraction(n, 2)) for n in (1, 3, 5, -1, -3)] == [1, 2, 3, -1, -2]
    assert rounded(Fraction(2675, 1000) * 100) == 268
