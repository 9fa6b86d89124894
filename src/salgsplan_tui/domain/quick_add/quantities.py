"""How many, in a line: 40 stk · 200 kunder · 16 samtaler; and the telephone numbers that are no quantities."""

import re
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.quick_add.numbers import LARGEST, Number, number_at
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet

_TELEPHONE: Final = ((2, 2, 2, 2), (3, 2, 3), (8,))
_FIRST_GROUPS: Final = frozenset(groups[0] for groups in _TELEPHONE)
_MOST_GROUPS: Final = 5
_YEARS: Final = range(1900, 2100)
_COUNTRY = re.compile(r"(?:\+|00)\d{2,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things, and what they are."""

    number: int
    units: tuple[str, ...] = ()
    """The units its word may stand for."""
    audience: str | None = None
    """«200 kunder», where the line goes to them."""


def keep_telephone_numbers(sheet: Worksheet, words: Words) -> None:
    """Take telephone numbers out of the reading; they stay in the title."""
    index = 0
    while index < len(sheet):
        last = _end_of_telephone(sheet, words, index)
        sheet.take(index, last, "telephone")
        index = max(last, index + 1)


def _end_of_telephone(sheet: Worksheet, words: Words, first: int) -> int:
    if _COUNTRY.fullmatch(sheet.word(first)):
        last = _end_of_figures(sheet, first + 1)
        has_all_figures = len(sheet.word(first)) >= len("+4722334455")
        return last if has_all_figures or last > first + 1 else first
    if len(sheet.word(first)) not in _FIRST_GROUPS:
        return first
    last = _end_of_figures(sheet, first)
    for groups in _TELEPHONE:
        end = first + len(groups)
        if end <= last and tuple(len(sheet.word(index)) for index in range(first, end)) == groups:
            return first if _is_counted(sheet, words, end) else end
    return first


def _end_of_figures(sheet: Worksheet, first: int) -> int:
    last = first
    while (
        last - first < _MOST_GROUPS
        and sheet.word(last).isdecimal()
        and (last == first or not sheet.tokens[last - 1].tail)
    ):
        last += 1
    return last


def _is_counted(sheet: Worksheet, words: Words, index: int) -> bool:
    word = sheet.word(index)
    return word in words.currency or word in words.pieces or word in words.scales


def read_quantity(sheet: Worksheet, setting: Setting, counted: int | None, *, named: bool = False) -> Quantity | None:
    """Take the quantity out of a line; of several the one that a price was for, else the first.

    Where it has to be `named`, only a number with its unit counts.

    Raises:
        NotUnderstoodError: it is too large.
    """
    for index in range(len(sheet)):
        number = _quantity_at(sheet, setting, index) if sheet.free(index) else None
        if number is not None and named and not _has_unit(sheet, setting, number):
            continue
        if number is not None and counted in {None, int(number.value)}:
            return _understood(sheet, setting, number)
    return None if counted is None else Quantity(counted)


def _quantity_at(sheet: Worksheet, setting: Setting, index: int) -> Number | None:
    words = setting.words
    number = number_at(sheet, words, index)
    if number is None or number.prefix or number.times is not None or number.value != int(number.value):
        return None
    if (number.suffix and number.suffix not in words.pieces) or sheet.tokens[index].lead:
        return None
    typed = sheet.core(index)
    if _has_unit(sheet, setting, number):
        return number
    is_label = (typed[:1] == "0" and len(typed) > 1) or _is_a_name(sheet, words, index)
    return None if is_label or _means_something_else(sheet, setting, number) else number


def _means_something_else(sheet: Worksheet, setting: Setting, number: Number) -> bool:
    """Say whether a number without a unit is a year, a percentage, a time or, amid a line, the twelfth of «12.»."""
    after = sheet.word(number.last)
    is_ordinal = sheet.tokens[number.last - 1].tail == "." and number.last < len(sheet)
    is_year = not number.spaced and int(number.value) in _YEARS and not _noun_at(sheet, setting, number.last)
    return is_ordinal or is_year or after in setting.words.units or after[:1] == "%"


def _has_unit(sheet: Worksheet, setting: Setting, number: Number) -> bool:
    words, after = setting.words, sheet.word(number.last)
    is_unit = after in setting.plan.channels.unit_words and after not in words.units
    return bool(number.suffix) or after in words.pieces or is_unit


def _is_a_name(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether a number belongs to the word before it: «nr. 1», «Storgata 5», «etter 14»."""
    if index == 0:
        return False
    before, word = sheet.tokens[index - 1], sheet.word(index - 1)
    if word in words.numbered or word in words.beside_dates:
        return True
    return index > 1 and before.capital and not before.tail and sheet.kinds[index - 1] in {None, "name"}


def _noun_at(sheet: Worksheet, setting: Setting, index: int) -> bool:
    """Say whether what is counted stands here: a plain word in small letters."""
    words, word = setting.words, sheet.word(index)
    if not word or sheet.tokens[index].capital or not word[:1].isalpha() or sheet.tokens[index - 1].tail:
        return False
    small = (words.before_names, words.before_dates, words.joiners, words.topics, words.until, words.clock, words.each)
    return not any(word in each for each in small)


def _understood(sheet: Worksheet, setting: Setting, number: Number) -> Quantity:
    words, unit_words = setting.words, setting.plan.channels.unit_words
    if number.value > LARGEST:
        raise sheet.refusal("too_large", number.first, number.last)
    if number.read_as_thousands:
        typed = sheet.typed(number.first, number.last)
        sheet.notice("thousands", number.first, number.last, text=typed, number=int(number.value))
    last, units = number.last, tuple(["pieces"] if number.suffix else [])
    two = " ".join(sheet.words[last : last + 2])
    noun = None
    if sheet.word(last) in words.pieces:
        last, units = last + 1, ("pieces",)
    elif two in unit_words and sheet.word(last + 1):
        last, units = last + 2, unit_words[two]
    elif sheet.word(last) in unit_words:
        last, units = last + 1, unit_words[sheet.word(last)]
    elif not number.suffix and _noun_at(sheet, setting, last):
        noun = last + 1
    audience = _audience(sheet, words, number.first, noun)
    sheet.understand(number.first, last, "quantity", str(int(number.value)))
    return Quantity(int(number.value), units, audience)


def _audience(sheet: Worksheet, words: Words, first: int, end: int | None) -> str | None:
    if end is None or sheet.word(first - 1) not in words.audiences:
        return None
    audience = " ".join(token.core for token in sheet.tokens[first:end])
    sheet.chip("audience", audience, first, end)
    return audience
