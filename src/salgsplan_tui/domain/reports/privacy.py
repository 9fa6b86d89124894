"""Which names a report tells: firms to the sales leader, classes further up, and no person by name (chapter 7.5).

A name that is kept back leaves a mark in its place, which whoever lays the report out says in words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.values import NOTHING, Block, Chart, Item, Lines, Section, Table, code, text

Names = Literal["contacts", "firms", "classes"]
"""Contact persons too, the firms only, or no more than each customer's class."""

PERSON: Final = "\ue000"
"""In the place of a contact's name."""
PRIVATE: Final = "\ue001"
"""In the place of the name of a customer who is a private person."""
CLASSES: Final[Mapping[str | None, str]] = {"A": "\ue002", "B": "\ue003", "C": "\ue004", None: "\ue005"}
"""In the place of a firm's name, by its class."""
BUSY: Final = "busy"
"""What is told of a private row: that the time is taken."""

_SHORTEST: Final = 4
"""A shorter word of a firm's name may mean anything."""
_SHORTEST_OF_PERSON: Final = 3
"""People are called Per and Ali; a shorter word of a person's name may be anybody's."""
_TOKEN: Final = re.compile(r"\w+(?:-\w+)*")
_LEGAL_FORM: Final = re.compile(r"\s+(?:AS|ASA|SA|ENK|ANS|DA|BA|KF|IKS|Ltd\.?|Inc\.?|AB|GmbH)$")


@dataclass(frozen=True)
class Discretion:
    """Tells names as far as the reader is to have them, and counts what it keeps back."""

    plan: Plan = field(repr=False)
    names: Names = "firms"
    kept_back: Counter[str] = field(default_factory=Counter)

    def customer(self, identity: str | None) -> Item:
        """Return a customer as the reader is to see it."""
        found = self.plan.customers.get(identity or "")
        if found is None:
            return NOTHING
        if found.is_person and self.names != "contacts":
            self.kept_back["persons"] += 1
            return code("private_customer", "word")
        if self.names == "classes":
            self.kept_back["firms"] += 1
            return code(found.customer_class or "none", "class")
        return text(found.name)

    def customers(self, row: Activity) -> Item:
        """Return whom a row is for, the firms and not the persons; of many the first."""
        firms = list(dict.fromkeys((*row.customers, *self._firms_of(row))))
        if not firms:
            return text(self.words(row.audience)) if row.audience else NOTHING
        if self.names == "classes":
            return self.customer(firms[0])
        named = [name for each in firms if (name := self._name(each))]
        return text(", ".join(dict.fromkeys(named)))

    def title(self, row: Activity) -> Item:
        """Return what is done in a row; of a private one only that the time is taken."""
        if row.is_private:
            self.kept_back["private"] += 1
            return code(BUSY, "word")
        return text(self.words(row.title, self._names_of_row(row)))

    def words(self, words: str | None, own: "_ByFirstWord | None" = None) -> str:
        """Return a person's words without the names that the reader is not to have; `own` are known to be meant."""
        if not words or self.names == "contacts":
            return words or ""
        tokens = list(_TOKEN.finditer(words))
        told, at, number = "", 0, 0
        while number < len(tokens):
            found = self._name_at(tokens, number, own or {})
            number += 1 if found is None else found.length
            if found is not None and found.mark is not None:
                told += words[at : tokens[number - found.length].start()] + found.mark
                at = tokens[number - 1].end()
                self.kept_back["persons" if found.mark in {PERSON, PRIVATE} else "firms"] += 1
        return told + words[at:]

    def _name_at(self, tokens: Sequence[re.Match[str]], number: int, own: "_ByFirstWord") -> "_Found | None":
        """Return the longest name that begins with a token; a firm that may be told is a name without a mark."""
        first = _key(tokens[number][0])
        for name in (*self._names.get(first, ()), *own.get(first, ())):
            here = [token[0] for token in tokens[number : number + len(name.words)]]
            if name.fits(here):
                return _Found(len(here), name.mark)
        return None

    def _names_of_row(self, row: Activity) -> "_ByFirstWord":
        """Return the names of those whom a row is for: in its title they are meant, though they are typed small."""
        found: dict[str, list[_Name]] = {}
        for name in (*self._people_of(row), *(self._classes_of(row) if self.names == "classes" else ())):
            found.setdefault(_key(name.words[0]), []).append(name)
        return found

    def _people_of(self, row: Activity) -> Iterator["_Name"]:
        """Yield each word of the names of a row's contacts, and of its customers who are private persons."""
        for identity in row.contacts:
            if (found := self.plan.contact(identity)) is not None:
                mark = PRIVATE if found[0].is_person else PERSON
                yield from (_Name((word,), mark) for word in _long_words(found[1].name))
        for identity in row.customers:
            customer = self.plan.customers.get(identity)
            if customer is not None and customer.is_person:
                yield from (_Name((word,), PRIVATE) for word in _long_words(customer.name))

    def _classes_of(self, row: Activity) -> Iterator["_Name"]:
        """Yield the first word of the names of a row's firms."""
        for identity in (*row.customers, *self._firms_of(row)):
            firm = self.plan.customers.get(identity)
            words = () if firm is None or firm.is_person else _words(firm.name)
            if firm is not None and words and len(words[0]) >= _SHORTEST:
                yield _Name(words[:1], CLASSES[firm.customer_class])

    def _firms_of(self, row: Activity) -> Iterator[str]:
        for each in row.contacts:
            found = self.plan.contact(each)
            if found is not None:
                yield found[0].id

    def _name(self, identity: str) -> str:
        found = self.plan.customers.get(identity)
        if found is None:
            return ""
        if found.is_person and self.names != "contacts":
            self.kept_back["persons"] += 1
            return PRIVATE
        return found.name

    @cached_property
    def _names(self) -> Mapping[str, Sequence["_Name"]]:
        """Every name by its first word, the longest first."""
        found: dict[str, list[_Name]] = {}
        if own := _words(self.plan.settings.name):  # the seller's own name is told, whoever else is called so
            found[_key(own[0])] = [_Name(own, None)]
        for customer in self.plan.customers.values():
            for name in self._names_of(customer):
                found.setdefault(_key(name.words[0]), []).append(name)
        return {first: sorted(names, key=lambda name: -len(name.words)) for first, names in found.items()}

    def _names_of(self, customer: Customer) -> Iterator["_Name"]:
        for contact in customer.contacts:
            yield from _person(contact.name, PRIVATE if customer.is_person else PERSON)
        if customer.is_person:
            yield from _person(customer.name, PRIVATE)
        elif words := _words(customer.name):
            mark = CLASSES[customer.customer_class] if self.names == "classes" else None
            short = _words(_LEGAL_FORM.sub("", customer.name))
            yield from (_Name(form, mark) for form in dict.fromkeys((words, short or words)))
            if mark is not None and len(words[0]) >= _SHORTEST:
                yield _Name(words[:1], mark, is_one_word=True)


class _Found(NamedTuple):
    length: int
    mark: str | None


class _Name(NamedTuple):
    """A name as it may stand in a title."""

    words: tuple[str, ...]
    mark: str | None
    is_one_word: bool = False
    """It may be an ordinary word too, so that only its own spelling counts."""

    def fits(self, tokens: Sequence[str]) -> bool:
        """Say whether the tokens are this name, or its genitive."""
        if len(tokens) != len(self.words):
            return False
        if self.is_one_word:
            return tokens[0] in {self.words[0], f"{self.words[0]}s"}
        *first, last = (token.casefold() for token in tokens)
        *own, end = (word.casefold() for word in self.words)
        return first == own and last in {end, f"{end}s"}


def _words(name: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _TOKEN.finditer(name))


def _person(name: str, mark: str) -> Iterator[_Name]:
    """Yield a person's name whole, and each word of it that is long enough to mean somebody."""
    words = _words(name)
    if len(words) > 1:
        yield _Name(words, mark)
    yield from (_Name((word,), mark, is_one_word=True) for word in _long_words(name))


def _long_words(name: str) -> Iterator[str]:
    """Yield the words of a person's name that are long enough to mean somebody, without its «van» and «de»."""
    return (word for word in _words(name) if len(word) >= _SHORTEST_OF_PERSON and not word[0].islower())


def _key(word: str) -> str:
    """Return how a name is looked up by its first word, which may stand in the genitive."""
    return word.casefold().removesuffix("s")


_ByFirstWord = Mapping[str, Sequence[_Name]]


def discreet(section: Section, discretion: Discretion) -> Section:
    """Return a section without the names that the reader is not to have, wherever in it a person has written them."""
    return section._replace(blocks=tuple(_discreet(block, discretion) for block in section.blocks))


def _discreet(block: Block, discretion: Discretion) -> Block:
    def said(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(
            item._replace(value=discretion.words(str(item.value))) if item.kind == "text" else item for item in items
        )

    match block:
        case Table():
            return block._replace(rows=tuple(map(said, block.rows)))
        case Lines():
            return block._replace(lines=tuple(map(said, block.lines)))
        case Chart():
            return block._replace(bars=tuple(bar._replace(label=said((bar.label,))[0]) for bar in block.bars))
    return block
