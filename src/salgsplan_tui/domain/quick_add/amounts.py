"""Amounts of money in a line: 12 500 kr · kr 500 · 5000,- · 45k · 1,2 mill."""

import re
from dataclasses import dataclass
from decimal import Decimal

from salgsplan_tui.domain.quick_add.date_words import day_number, is_short_unit
from salgsplan_tui.domain.quick_add.numbers import LARGEST, Number, number_at, scale_and_currency
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_DATE = re.compile(r"\d{1,2}\.\d{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a line."""

    first: int
    last: int
    ore: int
    number: Number
    certain: bool
    """It has a currency or a scale; without, the number could count anything."""


def money_at(sheet: Worksheet, words: Words, first: int, *, is_value: bool = False) -> Money | None:
    """Return the amount that begins at a word, with or without a currency; a value is one without, too.

    Raises:
        NotUnderstoodError: the amount is in another currency, or too large.
    """
    named = sheet.word(first) in words.currency_before
    number = number_at(sheet, words, first + named)
    if number is None or not (number.prefix == "" or number.prefix in words.currency_before):
        _refuse_other_currency(sheet, words, number)
        return None
    read = scale_and_currency(words, number.suffix)
    if read is None:
        _refuse_other_currency(sheet, words, number)
        return None
    factor, currency = read
    last = number.last
    if factor == 1 and not currency and (scale := words.scales.code(sheet.word(last))):
        factor, last = int(scale), last + 1
    if not currency and sheet.word(last) in words.currency:
        begins_another = _begins_another(sheet, words, last, is_value=is_value)
        currency, last = not begins_another, last + (not begins_another)
    elif not currency and sheet.word(last) in words.other_currency:
        raise sheet.refusal("other_currency", first, last + 1)
    certain = bool(currency or named or number.prefix or factor > 1)
    return Money(first, last, _ore(sheet, number, factor, last), number, certain)


def _begins_another(sheet: Worksheet, words: Words, currency: int, *, is_value: bool) -> bool:
    """Say whether the currency belongs to the number after it, as in «fre 10 kr 500»."""
    if sheet.word(currency) not in words.currency_before or sheet.tokens[currency].tail not in {"", "."}:
        return False
    number = number_at(sheet, words, currency + 1)
    if number is None or number.prefix or number.times is not None or scale_and_currency(words, number.suffix) is None:
        return False
    is_key = sheet.free(number.last) and sheet.tokens[number.last].tail.startswith(":")
    after = "" if is_key else sheet.word(number.last)
    if _is_date(sheet, words, currency + 1) or is_short_unit(words, after):
        return False
    if any(after in each for each in (words.pieces, words.currency, words.distance, words.months)):
        return False
    is_date = "." in sheet.word(currency - 1) or _ends_date(sheet, words, currency - 1)
    return is_value or is_date or not after[:1].isalpha()


def _ends_date(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether a number is the hour, day or year of the word before it: «fre 10», «oktober 2026», «uke 43 2026»."""
    line = sheet.all_words
    before, earlier = line[index - 1] if index else "", line[index - 2] if index > 1 else ""
    is_of_day = before in words.weekdays or before in words.months or words.days.before(line, index) is not None
    return is_of_day or earlier in words.week


def _is_date(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether a number is rather a day: 14.10, or the 2. of «2. november»."""
    is_ordinal = sheet.tokens[index].tail.startswith(".") and day_number(words, sheet.word(index)) is not None
    return is_ordinal or _DATE.fullmatch(sheet.core(index)) is not None


def _refuse_other_currency(sheet: Worksheet, words: Words, number: Number | None) -> None:
    if number is not None and {number.prefix, number.suffix} & {code for (code,) in words.other_currency.codes}:
        raise sheet.refusal("other_currency", number.first, number.last)


def _ore(sheet: Worksheet, number: Number, factor: int, last: int) -> int:
    kroner = number.value * factor
    if kroner > LARGEST:
        raise sheet.refusal("too_large", number.first, last)
    return int(kroner * Decimal(100))
