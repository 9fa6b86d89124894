"""Amounts of money in a line: 12 500 kr · kr 500 · 5000,- · 45k · 1,2 mill."""

from dataclasses import dataclass
from decimal import Decimal

from salgsplan_tui.domain.quick_add.date_words import is_short_unit
from salgsplan_tui.domain.quick_add.numbers import LARGEST, Number, number_at
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a line."""

    first: int
    last: int
    ore: int
    number: Number
    certain: bool
    """It has a currency or a scale; without, the number could count anything."""


def money_at(sheet: Worksheet, words: Words, first: int) -> Money | None:
    """Return the amount that begins at a word, with or without a currency.

    Raises:
        NotUnderstoodError: the amount is in another currency, or too large.
    """
    named = sheet.word(first) in words.currency_before
    number = number_at(sheet, first + named)
    if number is None or not (number.prefix == "" or number.prefix in words.currency_before):
        _refuse_other_currency(sheet, words, number)
        return None
    read = _suffix(words, number.suffix)
    if read is None:
        _refuse_other_currency(sheet, words, number)
        return None
    factor, currency = read
    last = number.last
    if factor == 1 and not currency and (scale := words.scales.code(sheet.word(last))):
        factor, last = int(scale), last + 1
    if not currency and sheet.word(last) in words.currency and not _begins_another(sheet, words, last):
        currency, last = True, last + 1
    elif not currency and sheet.word(last) in words.other_currency:
        raise sheet.refusal("other_currency", first, last + 1)
    certain = bool(currency or named or number.prefix or factor > 1)
    return Money(first, last, _ore(sheet, number, factor, last), number, certain)


def _suffix(words: Words, suffix: str) -> tuple[int, bool] | None:
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


def _begins_another(sheet: Worksheet, words: Words, currency: int) -> bool:
    """Say whether the currency belongs to the number after it, as in «fre 10 kr 500»."""
    if sheet.word(currency) not in words.currency_before or sheet.tokens[currency].tail not in {"", "."}:
        return False
    number = number_at(sheet, currency + 1)
    if number is None or number.prefix or number.times is not None or _suffix(words, number.suffix) is None:
        return False
    after = sheet.word(number.last)
    if is_short_unit(words, after) or any(after in each for each in (words.pieces, words.currency, words.distance)):
        return False
    before = sheet.all_words[currency - 2] if currency > 1 else ""
    is_day = before in words.weekdays or words.days.before(sheet.all_words, currency - 1) is not None
    return is_day or "." in sheet.word(currency - 1) or not after[:1].isalpha()


def _refuse_other_currency(sheet: Worksheet, words: Words, number: Number | None) -> None:
    if number is not None and {number.prefix, number.suffix} & {code for (code,) in words.other_currency.codes}:
        raise sheet.refusal("other_currency", number.first, number.last)


def _ore(sheet: Worksheet, number: Number, factor: int, last: int) -> int:
    kroner = number.value * factor
    if kroner > LARGEST:
        raise sheet.refusal("too_large", number.first, last)
    return int(kroner * Decimal(100))
