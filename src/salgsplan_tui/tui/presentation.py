"""Presentation mode: whatever is drawn, only the program's own words are let through; all others become dots.

It stands between every widget and the terminal, so no dialog, toast or line can forget it. A word is the program's own
where it stands in the catalogue, in the data that comes with it, or is a month, a weekday or a key. Names of people
and firms, and titles, are dots even where their words are such; so are amounts and telephone numbers. Each sign becomes
a dot, so that whoever types sees that something comes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import Sheet
from salgsplan_tui.language import own_texts
from salgsplan_tui.language.conventions import calendar_words

DOT: Final = "•"

_WORD: Final = re.compile(r"\w*[^\W\d_]\w*")
_SENTENCE: Final = re.compile(r"(?:^|[.:!?·“«(]\s*|\n)([^\W\d_]\w*)")
_EXAMPLE: Final = re.compile(r"\{[^}]*\}|\w+[:=]\S+")
_FIGURE: Final = r"[-\u2212]?\d(?:[\d \u00a0.,]*\d)?"
_AMOUNT: Final = re.compile(
    rf"(?:NOK|kr)[ \u00a0]?{_FIGURE}|{_FIGURE}[ \u00a0]?(?:kr\b|NOK\b|mill\b|,-)", re.IGNORECASE
)
_LONG_NUMBER: Final = re.compile(r"\+?\d(?:[ \u00a0]?\d){6,}")
_SHORT_CODE: Final = re.compile(r"[FfWwUuQqKk]\d{1,2}|\d+[^\W\d_]{1,3}")
_CUT: Final = "…-"
_LONGEST_NAME: Final = 3
_OWN: Final = frozenset(
    {
        *("Salgsplan", "Lovdata", "Forbrukertilsynet", "Datatilsynet", "GDPR"),
        *("CSV", "TOML", "HTML", "Markdown", "vCard", "Google", "Outlook", "HubSpot"),
    }
)
"""Names that are nobody's."""
_KEYS: Final = frozenset(
    {
        *("esc", "tab", "home", "end", "pgup", "pgdn", "del", "ins", "ctrl", "shift", "alt", "super", "space", "enter"),
        *("up", "down", "left", "right", "backspace", "delete"),
    }
)


@dataclass(frozen=True)
class Vocabulary:
    """The program's own words."""

    lower: frozenset[str]
    """Those that stand somewhere in small letters."""
    first: frozenset[str]
    """Those that begin a text, as they stand there."""
    pairs: frozenset[tuple[str, str]]
    """Two of them after each other in the catalogue, in small letters."""

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted({*self.lower, *(word.lower() for word in self.first)})

    def has(self, word: str) -> bool:
        """Say whether a word is one of them; one with a capital letter may begin a sentence."""
        small = word.lower()
        return word in self.first or small in self.lower or (small.endswith("s") and small[:-1] in self.lower)

    def has_beginning(self, part: str) -> bool:
        """Say whether one of them begins so."""
        at = bisect_left(self._sorted, part.lower())
        return at < len(self._sorted) and self._sorted[at].startswith(part.lower())


def vocabulary(catalogue: Iterable[str], others: Iterable[str] = ()) -> Vocabulary:
    """Return the words of the program's own texts; names that stand in them as examples are none."""
    lower, first, pairs = set[str](_KEYS), set[str](_OWN), set[tuple[str, str]]()
    told = [_EXAMPLE.sub(" ", text) for text in catalogue]
    for text in (*told, *others):
        words = [each[0] for each in _WORD.finditer(text)]
        lower.update(word for word in words if word[0].islower())
        first.update(word for word in words if word.isupper())  # VAT, PDF
        first.update(each[1] for each in _SENTENCE.finditer(text))
        if len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words):
            first.update(words)  # a name in the catalogue is a day's: Whitsun Eve
    for text in told:
        pairs.update(_pairs((text,)))
    return Vocabulary(frozenset(lower), frozenset(first), frozenset(pairs))


@dataclass
class Secrets:
    """What of a plan nobody else may read: the words of its names, and its titles by pairs of words."""

    names: frozenset[str] = frozenset()
    titles: frozenset[tuple[str, str]] = frozenset()
    _sheets: dict[int, tuple[Sheet, frozenset[tuple[str, str]]]] = field(default_factory=dict)

    def of(self, plan: Plan, known: Vocabulary) -> "Secrets":
        """Return the secrets of another plan; what did not change is not looked through again."""
        sheets = {
            id(sheet): self._sheets.get(id(sheet)) or (sheet, _telling(_titles(sheet), known))
            for sheet in plan.sheets.values()
        }
        others = (*_other_titles(plan), *(row.activity.title for row in plan.series.values()))
        titles = _telling(others, known).union(*(pairs for _sheet, pairs in sheets.values()))
        return Secrets(frozenset(_names(plan)), titles, sheets)


def _titles(sheet: Sheet) -> Iterator[str]:
    for row in sheet.activities.values():
        yield row.title
        yield row.place or ""
    yield from sheet.must_dos


def _other_titles(plan: Plan) -> Iterator[str]:
    for each in plan.sales_plans.values():
        yield each.title
        yield from (goal.title for goal in each.goals)
        yield from (programme.title for programme in each.programmes)
    yield from (case.title for case in plan.cases.values())


def _telling(titles: Iterable[str], known: Vocabulary) -> frozenset[tuple[str, str]]:
    """Return the pairs of words that tell of a title: no two that the program says too, but a whole title of two."""
    found = set[tuple[str, str]]()
    for title in titles:
        pairs = list(_pairs((title,)))
        found.update(pairs if len(pairs) == 1 else (pair for pair in pairs if pair not in known.pairs))
    return frozenset(found)


def _pairs(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    for title in titles:
        words = [each[0].lower() for each in _WORD.finditer(title)]
        yield from pairwise(words)


def _names(plan: Plan) -> Iterator[str]:
    if isinstance(plan.customers, CustomerBook):
        return  # it is too large to be read for this; its names are hardly words of the program
    for customer in plan.customers.values():
        for name in (customer.name, *(contact.name for contact in customer.contacts)):
            yield from (each[0] for each in _WORD.finditer(name) if each[0][0].isupper())


class Mask(LineFilter):
    """Lets the program's own words through, and draws dots in place of all others."""

    def __init__(self, words: Vocabulary, secrets: Secrets) -> None:
        """Take the program's words, and what of the plan is secret though it consists of them."""
        super().__init__()
        self._words, self._secrets = words, secrets

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line as others may see it; every part keeps its style and its width."""
        del background
        text = "".join(segment.text for segment in segments)
        hidden = self.hidden(text)
        if not hidden:
            return segments
        found: list[Segment] = []
        at = 0
        for segment in segments:
            end = at + len(segment.text)
            shown = segment.text if hidden.isdisjoint(range(at, end)) else _dotted(segment.text, at, hidden)
            found.append(Segment(shown, segment.style, segment.control))
            at = end
        return found

    def hidden(self, text: str) -> frozenset[int]:
        """Return the places of the signs that nobody else may read."""
        words = list(_WORD.finditer(text))
        secret = [self._is_secret(each[0], text[each.end() : each.end() + 1]) for each in words]
        for at, (one, other) in enumerate(pairwise(words)):
            is_close = (
                not text[one.end() : other.start()].strip(" -–,:;/&") and "  " not in text[one.end() : other.start()]
            )
            if not is_close:
                continue
            if (one[0].lower(), other[0].lower()) in self._secrets.titles:
                secret[at] = secret[at + 1] = True
            elif text[one.end() : other.start()] == " ":
                _spread(secret, at, one[0], other[0])
        spans = [each.span() for each, is_one in zip(words, secret, strict=True) if is_one]
        spans += [each.span() for pattern in (_AMOUNT, _LONG_NUMBER) for each in pattern.finditer(text)]
        return frozenset(place for start, end in spans for place in range(start, end))

    def _is_secret(self, word: str, after: str) -> bool:
        if len(word) == 1 or _SHORT_CODE.fullmatch(word):
            return False
        if word in self._secrets.names:
            return word not in self._words.first
        if self._words.has(word):
            return False
        is_cut = bool(after) and after in _CUT
        return not (is_cut and word.islower() and self._words.has_beginning(word))


def _spread(secret: list[bool], at: int, one: str, other: str) -> None:
    """Hide a word with a capital letter beside one that is hidden: it may be the other half of a name."""
    if secret[at] and other[0].isupper():
        secret[at + 1] = True
    elif secret[at + 1] and one[0].isupper() and other[0].isupper():
        secret[at] = True


def _dotted(text: str, at: int, hidden: frozenset[int]) -> str:
    signs = (DOT * cell_len(sign) if at + place in hidden else sign for place, sign in enumerate(text))
    return "".join(signs)


class Presentation:
    """Makes the mask of each plan; the program's own words are gathered once."""

    def __init__(self, packaged: Iterable[str], plan: Plan) -> None:
        """Take the texts that come with the program, and a plan whose channels are named."""
        self._words = vocabulary(own_texts(), (*calendar_words(), *packaged, *plan_words(plan)))
        self._secrets = Secrets()

    def mask(self, plan: Plan) -> Mask:
        """Return the mask for a plan."""
        self._secrets = self._secrets.of(plan, self._words)
        return Mask(self._words, self._secrets)


def plan_words(plan: Plan) -> Iterator[str]:
    """Yield the names of channels and kinds of activities, the person's own among them: they name nobody."""
    for channel in plan.channels.channels:
        yield from (channel.nb, channel.en)
        yield from (name for each in channel.types for name in (each.nb, each.en))
