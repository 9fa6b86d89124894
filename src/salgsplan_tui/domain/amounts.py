"""Amounts: whole øre in memory, strings such as "1250.00" in files and JSON; never a float (domain.md 3.1)."""

import re
from fractions import Fraction
from typing import Annotated

from salgsplan_tui.domain.values import Before, Written, within

_TEXT = re.compile(r"(-?)(\d{1,15})\.(\d\d)")


def ore_from_text(text: str) -> int:
    """Return the øre of "1250.00".

    Raises:
        ValueError: it is not an amount with two decimals.
    """
    match = _TEXT.fullmatch(text)
    if match is None:
        raise ValueError("amount")
    sign, kroner, ore = match.groups()
    total = int(kroner) * 100 + int(ore)
    return -total if sign else total


def text_from_ore(ore: int) -> str:
    """Return "1250.00" for 125000 øre, as files and JSON hold it."""
    kroner, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{kroner}.{rest:02}"


def share_of(percent: int | None) -> Fraction | None:
    """Return hundredths of a percent as the exact share they are: 1250 is an eighth."""
    return None if percent is None else Fraction(percent, 100_00)


def rounded(exact: Fraction) -> int:
    """Round half away from zero, as people round amounts (chapter 4); only at display."""
    whole = int(abs(exact) + Fraction(1, 2))
    return -whole if exact < 0 else whole


def _amount(value: object) -> object:
    return ore_from_text(value) if isinstance(value, str) else value


def _amount_in_file(value: object) -> object:
    # A bare 1250 could mean kroner or øre.
    if not isinstance(value, str):
        raise ValueError("amount")  # noqa: TRY004  # whoever checks gathers ValueErrors
    return ore_from_text(value)


Amount = Annotated[int, Before(_amount, in_file=_amount_in_file), Written(text_from_ore)]
"""Øre, read from and written as a string with two decimals."""
Percent = Annotated[int, Before(_amount, in_file=_amount_in_file), within(0, 100_00), Written(text_from_ore)]
"""Hundredths of a percent, read from and written as a string: "12.50"."""
