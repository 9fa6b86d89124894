"""A line in which dates are looked for, and the small questions that its readers ask."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.quick_add.day_values import DateValue
from salgsplan_tui.domain.quick_add.numbers import whole_number
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet
from salgsplan_tui.domain.quick_add.years import Calendar

Found = tuple[DateValue, int] | None
"""A date, and the index after its words."""

_YEARS_BACK: Final = 5
_YEARS_ON: Final = 20


@dataclass(frozen=True)
class DateLine:
    """The words of a line, and the calendar they are read by."""

    sheet: Worksheet
    words: Words
    calendar: Calendar
    is_english: bool = False

    @cached_property
    def has_months(self) -> bool:
        """Say whether any word can be a month."""
        return any(word in self.words.months for word in self.sheet.all_words)

    def small_number(self, index: int) -> int | None:
        """Return the number of one or two figures that stands at a word."""
        word = self.sheet.word(index)
        return whole_number(word) if len(word) <= 2 else None  # noqa: PLR2004  # a week or quarter

    def year(self, index: int) -> tuple[int | None, int]:
        """Return the year that stands at a word, if one does, and the index after it."""
        year, this = whole_number(self.sheet.word(index)), self.calendar.today.year
        if year is None or not this - _YEARS_BACK <= year <= this + _YEARS_ON:
            return None, index
        return (None, index) if self.sheet.word(index + 1) in self.words.pieces else (year, index + 1)
