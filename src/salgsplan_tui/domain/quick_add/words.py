"""The words that quick add knows, as data: both languages side by side, so that a line may mix them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

_LONG_ENOUGH = 4
_WITHOUT_NORWEGIAN_KEYS = (
    str.maketrans({"æ": "ae", "ø": "o", "å": "a"}),
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}),
)


@dataclass(frozen=True)
class Phrases:
    """Words and short phrases by what they mean; the meaning is a code."""

    codes: Mapping[tuple[str, ...], str]
    """The words of a phrase in lower case, and its code."""

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]]) -> Self:
        """Take the words by code; a long word is also known without æ, ø and å."""
        pairs = [
            (spelt, code)
            for code, words in table.items()
            for word in words
            for spelt in (word.casefold(), *typed_plainly(word))
        ]
        return cls({tuple(word.split()): code for word, code in reversed(pairs)})

    @cached_property
    def longest(self) -> int:
        """The number of words in the longest phrase."""
        return max(map(len, self.codes), default=0)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.codes)

    def at(self, words: Sequence[str], first: int) -> tuple[str, int] | None:
        """Return the code of the longest phrase that begins at a word, and the index after it."""
        if first >= len(words) or words[first] not in self._first_words:
            return None
        for length in range(min(self.longest, len(words) - first), 0, -1):
            code = self.codes.get(tuple(words[first : first + length]))
            if code is not None:
                return code, first + length
        return None

    def before(self, words: Sequence[str], last: int) -> int | None:
        """Return the index of the longest phrase that ends right before a word."""
        for length in range(min(self.longest, last), 0, -1):
            if tuple(words[last - length : last]) in self.codes:
                return last - length
        return None

    def code(self, word: str) -> str | None:
        """Return the code of a single word."""
        return self.codes.get((word,))

    def __contains__(self, word: str) -> bool:
        return (word,) in self.codes


def typed_plainly(word: str) -> frozenset[str]:
    """Return how a long word is typed without the keys æ, ø and å: «mote» and «moete» for «møte»."""
    if word.isascii() or len(word) < _LONG_ENOUGH:
        return frozenset()
    return frozenset(word.casefold().translate(letters) for letters in _WITHOUT_NORWEGIAN_KEYS)


@dataclass(frozen=True)
class Words:
    """The words of quick add by the part they play; each field is a table of `words.toml`."""

    weekdays: Phrases
    """Codes "0" (Monday) to "6"."""
    weekdays_many: Phrases
    """«fredager»: a repeat."""
    months: Phrases
    months_en: Phrases
    """Months in English alone, after which a number is a day."""
    weak_dates: Phrases
    """Dates that are ordinary words too: «man», "sun"."""
    name_dates: Phrases
    """Dates that are people's names too: «Tor», "May"."""
    days: Phrases
    """Days from today: «i dag» is "0"."""
    numbers: Phrases
    single: Phrases
    """«en», "a": one, but only before a unit of time."""
    before_durations: Phrases
    ordinals: Phrases
    ordinal_endings: Phrases
    units: Phrases
    """Units of time."""
    durations: Phrases
    """Whole durations by their minutes."""
    near: Phrases
    """next, this, last."""
    week: Phrases
    quarter: Phrases
    period_ends: Phrases
    """«utgangen av uka» by its unit."""
    the_day: Phrases
    """«den» 12."""
    ahead: Phrases
    """«om» 3 dager."""
    due: Phrases
    until: Phrases
    from_: Phrases
    before_dates: Phrases
    """Small words that go with a date and leave the title with it."""
    beside_dates: Phrases
    """Words that make a date uncertain: «før», "around"."""
    clock: Phrases
    half: Phrases
    """«halv ti» is half an hour before ten."""
    past: Phrases
    """"half past nine"."""
    quarter_past: Phrases
    quarter_to: Phrases
    noon: Phrases
    am_pm: Phrases
    every: Phrases
    every_other: Phrases
    every_unit: Phrases
    """«ukentlig»."""
    workday: Phrases
    of: Phrases
    of_month: Phrases
    times: Phrases
    joiners: Phrases
    currency: Phrases
    currency_before: Phrases
    other_currency: Phrases
    scales: Phrases
    """«mill» by its factor."""
    each: Phrases
    """200 «à» 22 kr."""
    perhaps_each: Phrases
    """The same, but only between a number and an amount: 200 "x" 22 kr."""
    before_amounts: Phrases
    pieces: Phrases
    distance: Phrases
    numbered: Phrases
    """After these a number is a name: «nr. 1», "page 4"."""
    contact_verbs: Phrases
    before_names: Phrases
    before_dates_and_names: Phrases
    topics: Phrases
    audiences: Phrases
    inside_firms: Phrases
    particles: Phrases
    common_names: Phrases
    openers: Phrases
    legal_forms: Phrases
    """Legal forms by the kind of customer they make, in lower case."""
    legal_spellings: frozenset[str]
    """The legal forms as they are spelt: «AS» and never "as"."""
    legal_words: Phrases
    keys: Phrases
    purposes: Phrases
    no_line: Phrases
    """«linje:ingen»: the cost stands outside the budget."""
    delivered: Phrases
    """What is said of material that was delivered."""
    on_holiday: Phrases
    """What becomes of a repeat on a red day."""
    workdays_many: Phrases
    """«5 virkedager»."""
    after_done: Phrases
    """«etter ferdig»: the next one waits for the last."""
    compounds: Phrases
    """Ends of compound words that tell the channel: «frokostmøte»."""
    outcomes: Phrases
    counts: Phrases
    negations: Phrases
    but: Phrases
    goal_units: Phrases
    """What the number of a goal counts, where it is no thing of its own: kroner, percent, hours."""
    goal_ends: Phrases
    """Words after a goal's number that are none of its units: 8 «innen» fredag."""
    case_types: Phrases
    """What came in: complaint, claim."""
    came_in_by: Phrases
    """What stands before the channel a case came in by: «på» e-post, "by" phone."""
    goal_topics: Phrases
    """What a goal is about, by the topics of `measures`."""
