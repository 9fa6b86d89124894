"""Reads a search as people type it: words, and filters such as kanal:telefon status:forfalt fra:1.1 kr>1000.

A value of several words stands in quotes: kunde:"Berg AS". What is no filter is a word to look for.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.query_terms import beginning, terms
from salgsplan_tui.domain.search import AmountRange, Search

_AMOUNT: Final = re.compile(r"(\d{1,12})(?:[.,](\d{1,2}))?(k?)(?:kr)?", re.IGNORECASE)
_RANGE: Final = re.compile(r"(?P<sign>>=|<=|>|<|=)?(?P<least>[^-]*)(?P<dash>-)?(?P<most>[^-]*)")
_THOUSAND: Final = 1000
_COMPARED: Final = frozenset({"amount"})


@dataclass(frozen=True)
class QueryWords:
    """The words of a search by what they mean."""

    filters: Mapping[str, str]
    """What stands before the sign, folded, by the filter's code: channel, customer, status, from, to, day, week,
    goal, amount."""
    statuses: Mapping[str, str]
    """The names of states, folded, and their codes."""
    customer_filters: Mapping[str, str] = field(default_factory=dict)
    """As `filters`, for choosing among the customers: class, stage, segment, days, next_step, offers, cases."""
    stages: Mapping[str, str] = field(default_factory=dict)
    """The names of purchase stages, folded, and their codes."""
    nothing: frozenset[str] = frozenset()
    """The words for that there is none, folded."""
    something: frozenset[str] = frozenset()
    """The words for that there is any."""
    case_types: Mapping[str, str] = field(default_factory=dict)
    """What the types of service cases are called, folded, by their codes."""


@dataclass(frozen=True)
class QueryReader:
    """Reads searches with the words of both languages, the plan's channels, and the words for days."""

    words: QueryWords
    channels: Catalogue
    days: Callable[[str], Span]
    """Reads words for days; raises NotUnderstoodError."""

    def read(self, text: str) -> Search:
        """Return what a typed line looks for; a filter without a value does not count yet.

        Raises:
            NotUnderstoodError: a filter's value means nothing; `at` tells where.
        """
        search = Search()
        for term in terms(text, self.words.filters, _COMPARED):
            if term.code is None:
                search = self._with_word(search, term.value)
            elif term.value:
                search = self._narrowed(search, term.code, (term.sign, term.value), term.at)
        return search

    def filtered(self, search: Search, code: str, value: str) -> Search:
        """Return the search with one more filter, by its code.

        Raises:
            NotUnderstoodError: the value means nothing; `at` tells where.
        """
        return self._narrowed(search, code, (":", value.strip()), (0, len(value)))

    @staticmethod
    def _with_word(search: Search, word: str) -> Search:
        return replace(search, words=(*search.words, word)) if word else search

    def _narrowed(self, search: Search, code: str, given: tuple[str, str], at: tuple[int, int]) -> Search:
        sign, value = given
        match code:
            case "channel":
                return replace(search, channels=self._channels(value, at))
            case "status":
                return replace(search, status=self._status(value, at))
            case "from" | "to" | "day":
                return self._within(search, code, value, at)
            case "week":
                return self._within(search, code, f"uke {value}" if value.isdecimal() else value, at)
            case "amount":
                return replace(search, amount=_both(search.amount, amount_range(sign.strip(":") + value, at)))
            case _:
                return replace(search, goal=value) if code == "goal" else replace(search, customer=value)

    def _channels(self, value: str, at: tuple[int, int]) -> frozenset[str]:
        found = self._channel_words.get(fold(value))
        if found is None:
            starts = (codes for word, codes in self._channel_words.items() if word.startswith(fold(value)))
            found = frozenset[str]().union(*starts)
        if not found:
            raise NotUnderstoodError("unknown_channel", at=at, text=value)
        return found

    @cached_property
    def _channel_words(self) -> Mapping[str, frozenset[str]]:
        named = {fold(word): frozenset({codes[0]}) for word, codes in self.channels.words.items()}
        return named | {fold(channel.code): frozenset({channel.code}) for channel in self.channels.channels}

    def _status(self, value: str, at: tuple[int, int]) -> str:
        code = beginning(value, self.words.statuses)
        if code is None:
            raise NotUnderstoodError("unknown_status", at=at, text=value)
        return code

    def _within(self, search: Search, code: str, value: str, at: tuple[int, int]) -> Search:
        try:
            span = self.days(value)
        except NotUnderstoodError as error:
            raise NotUnderstoodError(error.key, at=at, **error.values) from error
        first = None if code == "to" else span.start
        last = None if code == "from" else span.last
        return replace(search, first=_later(search.first, first), last=_earlier(search.last, last))


def amount_range(text: str, at: tuple[int, int]) -> AmountRange:
    """Return what «>1000», «1000-5000», «1000-» or «1,2k» allows.

    Raises:
        NotUnderstoodError: it is no amount; `at` is the place to tell.
    """
    match = _RANGE.fullmatch("".join(text.split()))
    if match is None or not (match["least"] or match["most"]) or (match["sign"] and match["dash"]):
        raise NotUnderstoodError("not_an_amount", at=at, text=text)
    least, most = (_ore(each, text, at) if each else None for each in (match["least"], match["most"]))
    if match["dash"]:
        return AmountRange(least, most)
    ore = least or 0
    ranges = {
        ">": AmountRange(least=ore + 1),
        ">=": AmountRange(least=ore),
        "<": AmountRange(most=ore - 1),
        "<=": AmountRange(most=ore),
    }
    return ranges.get(match["sign"] or "", AmountRange(ore, ore))


def _ore(text: str, typed: str, at: tuple[int, int]) -> int:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise NotUnderstoodError("not_an_amount", at=at, text=typed)
    kroner, decimals, thousands = match.groups()
    ore = int(kroner) * 100 + int(f"{decimals or ''}00"[:2])
    return ore * _THOUSAND if thousands else ore


def _both(one: AmountRange | None, other: AmountRange) -> AmountRange:
    if one is None:
        return other
    least = [each for each in (one.least, other.least) if each is not None]
    most = [each for each in (one.most, other.most) if each is not None]
    return AmountRange(max(least, default=None), min(most, default=None))


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max(one, other) if one is not None and other is not None else one or other


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(one, other) if one is not None and other is not None else one or other
