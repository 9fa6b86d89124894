"""A line while it is being read: its words, and what each of them has been understood as so far."""

import datetime as dt
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add.reading import Chip, Doubt, Notice
from salgsplan_tui.domain.quick_add.tokens import Token
from salgsplan_tui.domain.quick_add.words import Words


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What dates and times are read with: the words, the time, and what was known before."""

    words: Words
    now: dt.datetime
    language: str
    is_done: bool = False
    """The line has an outcome, so its dates lie behind."""
    day: dt.date | None = None
    """The day that a time alone is on; without one, today or the next working day."""
    start: dt.time | None = None
    """The time that a day alone is at."""
    days_off: Container[dt.date] = ()
    """The person's own days off."""

    @property
    def today(self) -> dt.date:
        """The person's date."""
        return self.now.date()

    def has_passed(self, start: dt.time | None) -> bool:
        """Say whether a time of today has passed, to the minute."""
        return start is not None and start < self.now.time().replace(second=0, microsecond=0)


@dataclass(frozen=True, kw_only=True)
class Setting(Frame):
    """What a whole line is read with: the plan too, and how to name what is new."""

    plan: Plan
    new_id: Callable[[], str]
    shown: dt.date | None = None
    """The day on the screen, which a line that tells none is planned on."""
    made: dict[str, Customer] = field(default_factory=dict)
    """The customers the line is the first to name, by folded name."""


class Worksheet:
    """The words of one line; a reader takes those it understands, and nobody reads them again."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        """Take the whole typed line, and the words of the part to be read."""
        self.text = text
        self.tokens = tokens
        self._count = len(tokens)
        self.all_words = tuple(token.word for token in tokens)
        """Every word in lower case, empty for literals."""
        self.words = list(self.all_words)
        """The words that nobody has taken yet; the others are empty."""
        self.kinds: list[str | None] = [None] * len(tokens)
        """What each word was taken as."""
        self.shown: dict[int, str] = {}
        """What the title shows in place of a word."""
        self.chips: list[Chip] = []
        self.notices: list[Notice] = []
        self.doubts: list[Doubt] = []

    def __len__(self) -> int:
        return self._count

    def free(self, index: int) -> bool:
        """Say whether there is such a word, not literal and not taken."""
        return 0 <= index < self._count and self.words[index] != ""

    def word(self, index: int) -> str:
        """Return a word nobody has taken, or nothing."""
        return self.words[index] if 0 <= index < self._count else ""

    def core(self, index: int) -> str:
        """Return a free word as it was typed, or nothing."""
        return self.tokens[index].core if 0 <= index < self._count and self.words[index] else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of the line from one word up to another, without the punctuation around."""
        return self.tokens[first].inner[0], self.tokens[last - 1].inner[1]

    def take(self, first: int, last: int, kind: str) -> None:
        """Mark words as understood."""
        for index in range(first, last):
            self.kinds[index] = kind
            self.words[index] = ""

    def chip(self, kind: str, text: str, first: int, last: int) -> None:
        """Remember what words were understood as."""
        self.chips.append(Chip(kind, text, *self.span(first, last)))

    def understand(self, first: int, last: int, kind: str, text: str) -> None:
        """Mark words as understood, and remember as what."""
        self.take(first, last, kind)
        self.chip(kind, text, first, last)

    def notice(self, code: str, first: int, last: int, **values: object) -> None:
        """Remember something the person should know."""
        self.notices.append(Notice(code, *self.span(first, last), values))

    def typed(self, first: int, last: int) -> str:
        """Return the words as they were typed."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def refusal(self, key: str, first: int, last: int, **values: object) -> NotUnderstoodError:
        """Return the error that these words cannot be understood."""
        return NotUnderstoodError(key, at=self.span(first, last), text=self.typed(first, last), **values)
