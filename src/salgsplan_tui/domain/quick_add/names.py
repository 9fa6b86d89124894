"""Finds customers and contacts by the names people use: in full, a first name, a surname, or a firm's first words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from salgsplan_tui.domain.customers import NAMELESS, Customer
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.quick_add.reading import Candidate
from salgsplan_tui.domain.quick_add.words import Words

LONGEST: Final = 6
"""The most words of a line that are tried as one name."""

_PEOPLE: Final = frozenset({"consumer", "sole_trader", "company"})
_FULL, _PARTLY = 0, 1


@dataclass(frozen=True, slots=True)
class Hit:
    """Someone who goes by a name, and whether it is the whole name."""

    candidate: Candidate
    rank: int
    """0: the whole name, with or without the legal form; 1: a part of it."""


@dataclass(frozen=True)
class Names:
    """The customers and contacts of a plan by every name they go by."""

    hits: Mapping[str, tuple[Hit, ...]]
    firms: Mapping[str, Candidate]
    """Customers by their whole folded name, legal form included."""
    ids: Mapping[str, Candidate]

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(name.split(" ", 1)[0] for name in self.hits)

    def may_begin_with(self, word: str) -> bool:
        """Say whether some name begins with this word."""
        return fold(word) in self._first_words

    def find(self, name: str) -> tuple[Hit, ...]:
        """Return those who go by this name best; several only where it could be any of them."""
        found = self.hits.get(fold(name), ())
        best = min((hit.rank for hit in found), default=_FULL)
        return _one_each([hit for hit in found if hit.rank == best])


@dataclass(frozen=True, slots=True)
class _Book:
    """The customers and words as they are at one moment; equal only to themselves, so that names are sorted once."""

    customers: Mapping[str, Customer]
    words: Words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Book) and other.customers is self.customers and other.words is self.words

    def __hash__(self) -> int:
        return hash((id(self.customers), id(self.words)))


def names_of(customers: Mapping[str, Customer], words: Words) -> Names:
    """Return the names of these customers and their contacts."""
    return _names(_Book(customers, words))


@lru_cache(maxsize=2)
def _names(book: _Book) -> Names:
    hits: dict[str, list[Hit]] = {}
    firms, ids = {}, {}
    for customer in book.customers.values():
        if customer.name == NAMELESS:
            continue
        firm = Candidate(customer.name, customer.id, None, customer.name)
        firms[fold(customer.name)] = firm
        pairs = [(firm, _firm_names(customer, book.words))]
        for contact in (each for each in customer.contacts if not each.is_forgotten):
            shown = contact.name if contact.name == customer.name else f"{contact.name} ({customer.name})"
            person = Candidate(shown, customer.id, contact.id, contact.name)
            pairs.append((person, _person_names(fold(contact.name).split())))
        for candidate, names in pairs:
            ids[candidate.id] = candidate
            for name, rank in dict(reversed(list(names))).items():
                hits.setdefault(name, []).append(Hit(candidate, rank))
    return Names({name: tuple(found) for name, found in hits.items()}, firms, ids)


def _firm_names(customer: Customer, words: Words) -> Iterator[tuple[str, int]]:
    name = fold(customer.name).split()
    base = without_legal_form(name, words)
    yield " ".join(name), _FULL
    yield " ".join(base), _FULL if len(base) > 1 or base == name else _PARTLY
    if base == name and customer.kind in _PEOPLE:
        yield from _person_names(name)
    yield from ((" ".join(base[:length]), _PARTLY) for length in range(1, len(base)))


def _person_names(name: list[str]) -> Iterator[tuple[str, int]]:
    yield " ".join(name), _FULL
    for length in range(1, len(name)):
        yield " ".join(name[:length]), _PARTLY
        yield " ".join(name[length:]), _PARTLY
    if len(name) > 2:  # noqa: PLR2004  # first and last name, with others between
        yield f"{name[0]} {name[-1]}", _PARTLY


def without_legal_form(name: list[str], words: Words) -> list[str]:
    """Return a folded name's words without the legal form at its end."""
    last = name[-1] if len(name) > 1 else ""
    return name[:-1] if last in words.legal_forms or last in words.legal_words else name


def _one_each(hits: list[Hit]) -> tuple[Hit, ...]:
    """Let each customer stand once: as itself where its name and a contact's are meant alike."""
    by_customer: dict[str, list[Hit]] = {}
    for hit in hits:
        by_customer.setdefault(hit.candidate.customer, []).append(hit)
    found: list[Hit] = []
    for group in by_customer.values():
        firm = [hit for hit in group if hit.candidate.contact is None]
        people = [hit for hit in group if hit.candidate.contact is not None]
        same = [hit for hit in people if firm and hit.candidate.name == firm[0].candidate.name]
        found += same or firm or people
    return tuple(found)
