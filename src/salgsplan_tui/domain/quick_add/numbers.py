"""Numbers as people type them: 1500 · 1 500 · 1.500 · 1500,50 · 12k · 1,2 mill."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salgsplan_tui.domain.quick_add.words import Phrases, Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

LARGEST: Final = 10**9
"""The largest number of things, and the largest amount in kroner, that a line may hold."""

_NUMBER = re.compile(
    r"(?:(?P<times>\d{1,9})[x×*])?(?P<prefix>[a-z]{0,4}\.?|[€$£])(?P<number>\d{1,15}(?:[.,]\d{1,15}){0,5})(?P<suffix>\D{0,12})",
    re.ASCII | re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", re.ASCII)
_PLAIN = re.compile(r"\d{1,15}(?:[.,]\d{1,2})?", re.ASCII)
_ONE_GROUP = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)
_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?", re.ASCII)
_THREE: Final = 3
_MOST_GROUPS: Final = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a line, with what is written together with it, as in "kr500" and "12k"."""

    first: int
    last: int
    value: Decimal
    prefix: str = ""
    suffix: str = ""
    read_as_thousands: bool = False
    """Point or comma and exactly three digits: it could have been a decimal."""
    spaced: bool = False
    """Its groups stand apart: "12 500"."""
    times: int | None = None
    """The 200 of "200x22"."""


def number_at(sheet: Worksheet, words: Words, first: int, *, grouped: bool = True) -> Number | None:
    """Return the number that begins at a free word; groups of three digits after it belong to it."""
    match = _NUMBER.fullmatch(sheet.core(first))
    if match is None:
        return None
    digits, suffix, last = match["number"], match["suffix"].casefold(), first + 1
    begins_groups = digits.isdecimal() and len(digits) <= _THREE and digits[0] != "0"
    if grouped and begins_groups and not suffix and not sheet.tokens[first].tail:
        digits, suffix, last = _with_groups(sheet, words, first, digits)
    value = decimal_of(digits)
    if value is None:
        return None
    thousands = last == first + 1 and _ONE_GROUP.fullmatch(digits) is not None
    times = None if match["times"] is None else int(match["times"])
    prefix = match["prefix"].casefold().rstrip(".")
    return Number(first, last, value, prefix, suffix, thousands, last > first + 1, times)


def _with_groups(sheet: Worksheet, words: Words, first: int, digits: str) -> tuple[str, str, int]:
    index, suffix = first + 1, ""
    while index - first < _MOST_GROUPS and not suffix and not sheet.tokens[index - 1].tail:
        match = _NUMBER.fullmatch(sheet.core(index))
        if match is None or match["prefix"] or match["times"] or not _GROUP.fullmatch(match["number"]):
            break
        if _counts_something_else(words, match["suffix"].casefold() or sheet.word(index + 1)):
            break
        digits += match["number"]
        suffix, index = match["suffix"].casefold(), index + 1
        if not match["number"].isdecimal():
            break
    return digits, suffix, index


def _counts_something_else(words: Words, unit: str) -> bool:
    """Say whether a group of digits is a number of its own: the 100m of «kr 1 100m»."""
    return words.units.code(unit) in {"minute", "hour"} or unit in words.distance


def scale_and_currency(words: Words, suffix: str) -> tuple[int, bool] | None:
    """Return the scale and whether there is a currency in "k", "kr", ",-", "kkr"; None for anything else."""
    suffix = suffix.strip(".") if suffix.strip(".").isalpha() else suffix
    if not suffix:
        return 1, False
    if suffix in words.currency:
        return 1, True
    for length in range(len(suffix), 0, -1):
        scale = words.scales.code(suffix[:length])
        if scale and (length == len(suffix) or suffix[length:] in words.currency):
            return int(scale), length < len(suffix)
    return None


def decimal_of(digits: str) -> Decimal | None:
    """Return the value of "1500", "1.500", "1500,50", "1.234,50" or "1,234.50"; None where it is none of these."""
    if _GROUPED.fullmatch(digits):
        mark = "." if "." in digits[: digits.find(",")] or "," not in digits else ","
        whole = digits.replace(mark, "")
        return Decimal(whole.replace(",", "."))
    return Decimal(digits.replace(",", ".")) if _PLAIN.fullmatch(digits) else None


def whole_number(text: str) -> int | None:
    """Return the value of plain digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None  # noqa: PLR2004  # fits any use


def number_word(word: str, numbers: Phrases) -> int | None:
    """Return the value of plain digits or of a number word."""
    code = numbers.code(word)
    return whole_number(word) if code is None else int(code)
