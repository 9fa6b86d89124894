"""A large register of customers, of which only those that are asked for are read.

To read 100,000 contacts whole takes a second and a half, and showing a day needs ten of them. So a large file that was
found right before is cut into its blocks, and a block is read when somebody in it is asked for. Who asks for all gets
them all. Where the cut is not certain the file is read whole, as every other one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

import tomli

from salgsplan_tui.domain.building import built
from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.storage.contents import Content
from salgsplan_tui.storage.tables import Row, row_from

ARRAY: Final = "customer"

_HEAD: Final = re.compile(r"^[ \t]*\[.*$", re.MULTILINE)
_BLOCK: Final = re.compile(r"\[\[customer\]\][ \t\r]*(?:#.*)?")
_INSIDE: Final = re.compile(r"\[\[?customer\.[a-z_.]+\]\]?[ \t\r]*(?:#.*)?")
_ID: Final = re.compile(r"""\bid["']?[ \t]*=[ \t]*["']([^"'\n]+)["']""")
_AT_ONCE: Final = 200
"""So many blocks are read in one go: others get their turn in between."""

Whole = Callable[[], Content]
"""Reads the whole file, as others are read."""


class LargeBook(CustomerBook):
    """The customers of one large file."""

    def __init__(self, text: str, starts: list[int], whole: Whole) -> None:
        """Take the file's text, where its blocks begin, and what reads it whole."""
        self._text, self._starts, self._whole = text, starts, whole
        self._places: dict[str, int] | None = None
        self._read: dict[int, Customer] = {}
        self._all: dict[str, Customer] | None = None

    def __getitem__(self, identity: str) -> Customer:
        """Return the customer of this id."""
        if self._all is not None:
            return self._all[identity]
        customer = self._customer_at(identity)
        if customer is None or customer.id != identity:
            raise KeyError(identity)
        return customer

    def __contains__(self, identity: object) -> bool:
        """Say whether a customer has this id."""
        try:
            self[cast("str", identity)]
        except (KeyError, TypeError):
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        """Go through the ids, in the order of the file; all of it is read for that."""
        return iter(self.all())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts) if self._all is None else len(self._all)

    def __eq__(self, other: object) -> bool:
        """Say whether another register says the same; this one itself at a glance."""
        return self is other or (isinstance(other, Mapping) and self.all() == dict(other))

    __hash__ = None  # type: ignore[assignment]  # as every mapping of values

    def contact(self, identity: str) -> tuple[Customer, Contact] | None:
        """Return a contact and its customer, or None where nobody has this id."""
        customer = self._customer_at(identity)
        found = () if customer is None else (each for each in customer.contacts if each.id == identity)
        return next(((customer, each) for each in found if customer is not None), None)

    def all(self) -> dict[str, Customer]:
        """Return all of them, read now where they were not yet."""
        if self._all is None:
            self._all = self._read_all()
        return self._all

    def _read_all(self) -> dict[str, Customer]:
        try:
            found: dict[str, Customer] = {}
            for first in range(0, len(self._starts), _AT_ONCE):
                found |= {each.id: each for each in self._customers(first, first + _AT_ONCE)}
        except Exception:  # noqa: BLE001  # it is not as it was vouched for: whatever it is, a check of all tells it
            return {row.id: row for row in self._whole().rows if isinstance(row, Customer)}
        return found

    def _customer_at(self, identity: str) -> Customer | None:
        """Return the customer in whose block an id stands, its own or a contact's."""
        place = self._index().get(identity)
        if place is None:
            return None
        if place not in self._read:
            try:
                (self._read[place],) = self._customers(place, place + 1)
            except Exception:  # noqa: BLE001  # as above
                found = self.all()
                homes = (each for each in found.values() if any(one.id == identity for one in each.contacts))
                return found.get(identity) or next(homes, None)
        return self._read[place]

    def _customers(self, first: int, last: int) -> list[Customer]:
        ends = [*self._starts[first + 1 : last + 1], len(self._text)]
        tables = tomli.loads(self._text[self._starts[first] : ends[min(last - first, len(ends)) - 1]])[ARRAY]
        rows = (row_from(Customer, table, built) for table in tables)
        return [row for row in rows if isinstance(row, Customer)]

    def _index(self) -> Mapping[str, int]:
        if self._places is None:
            found: dict[str, int] = {}
            for match in _ID.finditer(self._text):
                found.setdefault(match[1], bisect_right(self._starts, match.start()) - 1)
            self._places = found
        return self._places


class LargeBlocks(Mapping[str, tuple[Row | None, ...]]):
    """What the blocks of a large register hold, read when somebody asks."""

    def __init__(self, book: LargeBook) -> None:
        """Take the register."""
        self.book = book
        self._rows: tuple[Row | None, ...] | None = None

    def __getitem__(self, array: str) -> tuple[Row | None, ...]:
        """Return the rows of the file."""
        if array != ARRAY:
            raise KeyError(array)
        if self._rows is None:
            self._rows = tuple(self.book.all().values())
        return self._rows

    def __iter__(self) -> Iterator[str]:
        """Go through the only array there is."""
        return iter((ARRAY,))

    def __len__(self) -> int:
        """Return how many arrays there are."""
        return 1

    def __eq__(self, other: object) -> bool:
        """Say whether another file says the same; an empty one does not, without a look."""
        if not isinstance(other, Mapping) or not other:
            return False
        return self is other or dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # as every mapping of values


def large_book(text: str, whole: Whole) -> LargeBook | None:
    """Return the register of a text that was found right before, or None where its blocks cannot be told for certain.

    What could look like a head and is none lies in a text of several lines: then the quotes of a block do not come in
    pairs.
    """
    starts: list[int] = []
    for head in _HEAD.finditer(text):
        if _BLOCK.fullmatch(head[0]) is not None:
            starts.append(head.start())
        elif not starts or _INSIDE.fullmatch(head[0]) is None:
            return None
    if not starts or not _has_only_schema(text[: starts[0]]) or not _are_whole(text, starts):
        return None
    return LargeBook(text, starts, whole)


def _has_only_schema(text: str) -> bool:
    try:
        return tomli.loads(text).keys() == {"schema"}
    except ValueError:
        return False


def _are_whole(text: str, starts: list[int]) -> bool:
    if "'''" in text:
        return False
    if '"""' not in text:
        return True
    ends = [*starts[1:], len(text)]
    return all(text.count('"""', start, end) % 2 == 0 for start, end in zip(starts, ends, strict=True))
