"""What an activity costs, in a line: an amount, or a number of things at an amount each."""

from typing import Final

from salgsplan_tui.domain.activity import CostItem
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.quick_add.amounts import Money, money_at
from salgsplan_tui.domain.quick_add.numbers import LARGEST, number_at, whole_number
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_FARTHEST_BACK: Final = 4
_LAST_HOUR: Final = 24


def read_costs(sheet: Worksheet, words: Words) -> tuple[tuple[CostItem, ...], int | None]:
    """Take the costs out of a line; return them, and the number of things they were counted for.

    Raises:
        NotUnderstoodError: an amount is too large, in another currency, or could be an hour and an amount.
    """
    items, counted = [], None
    for first in range(len(sheet)):
        money = _cost_at(sheet, words, first)
        if money is None:
            continue
        begin, quantity = _priced(sheet, words, money)
        total = money.ore * (quantity or 1)
        if total > LARGEST * 100:
            raise sheet.refusal("too_large", begin, money.last)
        say_thousands(sheet, money)
        sheet.understand(_with_small_word(sheet, words, begin), money.last, "cost", text_from_ore(total))
        items.append(CostItem(planned=total))
        counted = counted if quantity is None else quantity
    return tuple(items), counted


def say_thousands(sheet: Worksheet, money: Money) -> None:
    """Say that a point or comma was read as thousands."""
    number = money.number
    if number.read_as_thousands:
        text = sheet.typed(number.first, number.last)
        sheet.notice("thousands", number.first, number.last, text=text, number=int(number.value))


def _cost_at(sheet: Worksheet, words: Words, first: int) -> Money | None:
    if not sheet.free(first) or _belongs_to_the_word_before(sheet, words, first):
        return None
    money = money_at(sheet, words, first)
    if money is None:
        return None
    if not money.certain:
        return money if sheet.word(first - 1) in words.each else None
    if money.number.spaced and _is_hour_too(sheet, words, money):
        raise sheet.refusal("hour_or_amount", money.number.first, money.last)
    return money


def _belongs_to_the_word_before(sheet: Worksheet, words: Words, index: int) -> bool:
    """Say whether a number is a week's or an hour's: «uke 43», «kl 10», «halv 10»; "at 22 kr" is a price."""
    before = sheet.all_words[index - 1] if index else ""
    if not sheet.core(index)[:1].isdigit() or not before:
        return False
    if before in words.perhaps_each and before in words.clock:
        money = money_at(sheet, words, index)
        return money is None or not money.certain or money.number.spaced
    return any(before in taker for taker in (words.week, words.clock, words.half, words.every))


def _is_hour_too(sheet: Worksheet, words: Words, money: Money) -> bool:
    """Say whether «fre 10 500 kr» could mean ten o'clock; a hard space between the groups says it does not."""
    number = money.number
    hour = whole_number(sheet.core(number.first))
    before = sheet.all_words[number.first - 1] if number.first else ""
    hard = sheet.text[sheet.tokens[number.first].end] in "\u00a0\u202f"
    ends_day = words.days.before(sheet.all_words, number.first) is not None
    is_day = ends_day or before in words.weekdays or before in words.weekdays_many
    return is_day and not hard and hour is not None and hour <= _LAST_HOUR


def _priced(sheet: Worksheet, words: Words, money: Money) -> tuple[int, int | None]:
    """Return where the price begins, and how many things it is for."""
    if money.number.times is not None:
        return money.first, money.number.times
    before = sheet.word(money.first - 1)
    if before not in words.each and before not in words.perhaps_each:
        return money.first, None
    quantity = _counted(sheet, words, money.first - 1)
    if quantity is None and before in words.perhaps_each:
        return money.first, None
    return money.first - 1, quantity


def _counted(sheet: Worksheet, words: Words, before: int) -> int | None:
    """Return the number of things named shortly before a price: the 200 of «200 kunder à 22 kr»."""
    for index in range(before - 1, max(-1, before - 1 - _FARTHEST_BACK), -1):
        if not sheet.free(index):
            return None
        if sheet.core(index)[:1].isdigit():
            grouped = number_at(sheet, words, index - 1) if sheet.core(index - 1)[:1].isdigit() else None
            number = grouped if grouped is not None and grouped.last == index + 1 else number_at(sheet, words, index)
            is_whole = number is not None and not number.prefix and number.value == int(number.value)
            return int(number.value) if number is not None and is_whole else None
    return None


def _with_small_word(sheet: Worksheet, words: Words, first: int) -> int:
    """Return where the price begins with the word that leads to it: «for 500 kr»."""
    return first - 1 if sheet.word(first - 1) in words.before_amounts else first
