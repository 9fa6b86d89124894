"""Which words are dates: always, mostly, or only as far as they are nobody's name."""

from salgsplan_tui.domain.quick_add.numbers import number_word, whole_number
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_LAST_DAY = 31


def is_date_word(words: Words, word: str) -> bool:
    """Say whether a single word can be a day or a month."""
    return word in words.weekdays or word in words.weekdays_many or word in words.months or word in words.days


def is_strong(words: Words, word: str) -> bool:
    """Say whether a word is a date and nothing else: «fredag», "november"."""
    return is_date_word(words, word) and word not in words.weak_dates and word not in words.name_dates


def is_beside_a_number(words: Words, sheet: Worksheet, index: int) -> bool:
    """Say whether a month stands beside its day or year: "5 May", "May 5", «april 2027»; not in «April 3. mai»."""
    before, after = sheet.word(index - 1), sheet.word(index + 1)
    if _is_day(words, before) or (whole_number(after) or 0) > 1900:  # noqa: PLR2004  # a year
        return True
    has_own_month = sheet.word(index + 2) in words.months
    return _is_day(words, after) and not has_own_month and not sheet.tokens[index + 1].tail.startswith(".")


def day_number(words: Words, word: str) -> int | None:
    """Return the day of the month that "12", "12." or "12th" names."""
    digits = word.rstrip(".")
    if not digits.isdecimal():
        digits, ending = word[:-2], word[-2:]
        if ending not in words.ordinal_endings:
            return None
    number = whole_number(digits)
    return number if number is not None and 1 <= number <= _LAST_DAY else None


def _is_day(words: Words, word: str) -> bool:
    return day_number(words, word) is not None


def is_short_unit(words: Words, word: str) -> bool:
    """Say whether a number before this word counts it: «timer», «min», «dager»; in «14 uke 43» it does not."""
    return words.units.code(word) in {"minute", "hour", "day"}


def count_word(words: Words, word: str) -> int | None:
    """Return how many units of time: digits, «tre», or «en»."""
    single = words.single.code(word)
    return number_word(word, words.numbers) if single is None else int(single)
