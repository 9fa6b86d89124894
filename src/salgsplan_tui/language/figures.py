"""A goal's figures as people write them: kroner, percent, hours, pieces; "–" for what cannot be told (chapter 4)."""

from fractions import Fraction
from typing import Final

from salgsplan_tui.language import _
from salgsplan_tui.language.formats import amount_rounded, kroner, number, percent

UNKNOWN: Final = "–"
"""What stands for a figure whose divisor is 0, or that nobody knows."""

_ONE: Final = 100


def figure(value: Fraction | int | None, unit: str | None) -> str:
    """Return a figure that is kept in hundredths of its unit; rounded only here."""
    if value is None:
        return UNKNOWN
    exact = Fraction(value)
    if unit == "kr":
        return amount_rounded(round_ore(exact))
    if unit == "percent":
        return percent(exact / _ONE)
    decimals = 0 if exact % _ONE == 0 else 1
    text = number(exact / _ONE, decimals)
    return _("{hours} h").format(hours=text) if unit == "hours" else text


def money(ore: Fraction | int | None) -> str:
    """Return the nearest whole kroner without the currency, for a table whose head tells it."""
    return UNKNOWN if ore is None else kroner(round_ore(Fraction(ore)))


def share(value: Fraction | None, decimals: int = 1) -> str:
    """Return a share as percent."""
    return UNKNOWN if value is None else percent(value * _ONE, decimals)


def round_ore(exact: Fraction) -> int:
    """Round half away from zero."""
    whole = int(abs(exact) + Fraction(1, 2))
    return -whole if exact < 0 else whole
