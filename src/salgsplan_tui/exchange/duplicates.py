"""Who of those who come in may be there already: by exact keys first, then by names that are much alike.

Whoever may be a duplicate is left out and told; nothing is merged here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from salgsplan_tui.domain.address_keys import email_key, is_shared, is_stopped, name_key, org_key, phone_key, stops_of
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.newcomers import Likeness, Newcomer, Sorted
from salgsplan_tui.exchange.people import Progress

_ALIKE: Final = 90
"""From here on two names may be the same one."""
_MOST_LIKE: Final = 10
_STEP: Final = 1000
"""How often it is told how far it has come."""
_UNLIKE: Final = 60
"""Below it two people of a firm share a telephone, and are not the same."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody in the book, or further up in the file."""

    like: Likeness
    name: str
    firm: str


class _Names:
    """Names that are compared with each other, by their words in order."""

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}

    def add(self, name: str) -> None:
        """Let a name be found from now on."""
        known = self._known.setdefault(_in_order(name), [])
        if name not in known:
            known.append(name)

    def much_like(self, name: str) -> Iterator[str]:
        """Yield the names that are much like this one, the same one first; another number in it is another name."""
        wanted = _in_order(name)
        yield from self._known.get(wanted, ())
        if not self._known:
            return
        from rapidfuzz import fuzz, process  # noqa: PLC0415  # 10 ms, and only for an import

        known = self._known.keys()
        found = process.extract(wanted, known, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_LIKE)
        for other, _score, _at in found:
            if other != wanted and _figures(other) == _figures(wanted):
                yield from self._known[other]


def _in_order(name: str) -> str:
    return " ".join(sorted(name.split()))


@dataclass
class _Index:
    """Those who are known, by what they can be found by."""

    emails: dict[str, _Known] = field(default_factory=dict)
    phones: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    blocks: dict[tuple[str, ...], _Names] = field(default_factory=lambda: defaultdict(_Names))
    """Names by their first letters, so that only few are compared."""

    def note(self, known: _Known, email: str | None, phone: str | None) -> None:
        """Let somebody be found from now on."""
        if (key := email_key(email)) is not None and not is_shared(key):
            self.emails.setdefault(key, known)
        if (key := phone_key(phone)) is not None:
            self.phones[key].append(known)
        if known.name:
            self.names[known.name].append(known)
            self.blocks[_block(known.name)].add(known.name)


def sort_newcomers(
    newcomers: tuple[Newcomer, ...],
    customers: Mapping[str, Customer],
    *,
    fill: bool = False,
    progress: Progress | None = None,
) -> tuple[Sorted, ...]:
    """Return what becomes of each: new, left out as a possible duplicate, or left out because it was forgotten.

    With `fill`, who is found in the book by an e-mail address or telephone number is given what they lack there.
    """
    index, firms, stops = _index(customers), _Firms(customers), stops_of(customers.values())
    found: list[Sorted] = []
    for done, who in enumerate(newcomers):
        if progress is not None and done and not done % _STEP:
            progress("compare", done, len(newcomers))
        if is_stopped((email_key(who.email), phone_key(who.phone)), stops):
            found.append(Sorted(who, "stopped"))
            continue
        firm, doubt = firms.find(who)
        like = _person(index, who) or doubt
        if like is None:
            found.append(Sorted(who, "new", firm=firm))
            key = name_key(who.name)
            index.note(_Known(Likeness("name", who.label, row=who.row), key, name_key(who.firm)), who.email, who.phone)
            firms.note(who)
        else:
            may_fill = fill and like.id is not None and like.why in {"email", "phone"}
            found.append(Sorted(who, "filled" if may_fill else "duplicate", like, firm))
    return tuple(found)


def _index(customers: Mapping[str, Customer]) -> _Index:
    index = _Index()
    for customer in customers.values():
        for contact in customer.contacts:
            if not contact.is_forgotten:
                firm = "" if customer.kind == "consumer" else name_key(customer.name)
                known = _Known(Likeness("name", contact.name, contact.id), name_key(contact.name), firm)
                index.note(known, contact.email, contact.phone)
    return index


def _person(index: _Index, who: Newcomer) -> Likeness | None:
    if not who.name:
        return None
    key = email_key(who.email)
    if key in index.emails:
        return _because(index.emails[key], "email")
    name, at = name_key(who.name), name_key(who.firm)
    phone = phone_key(who.phone)
    for known in index.phones.get(phone, ()) if phone else ():
        if not (known.firm and known.firm == at) or _ratio(known.name, name) >= _UNLIKE:
            return _because(known, "phone")
    return next((_because(each, "name") for each in _alike(index, name) if _may_be_one_firm(each.firm, at)), None)


def _because(known: _Known, why: Literal["email", "phone", "name"]) -> Likeness:
    return replace(known.like, why=why)


def _alike(index: _Index, name: str) -> Iterator[_Known]:
    """Yield those whose names are much like this one."""
    for other in index.blocks[_block(name)].much_like(name):
        yield from index.names[other]


def _figures(name: str) -> list[str]:
    return [word for word in name.split() if not word.isalpha()]


def _may_be_one_firm(one: str, other: str) -> bool:
    return not one or not other or _ratio(one, other) >= _ALIKE


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415  # as above

    return 100.0 if one == other else fuzz.token_sort_ratio(one, other)


def _block(name: str) -> tuple[str, ...]:
    """Return the first letters of the first and the last word of a name, in order."""
    words = name.split()
    return tuple(sorted({words[0][:1], words[-1][:1]})) if words else ()


class _Firms:
    """The firms that are known, by organisation number and by name."""

    def __init__(self, customers: Mapping[str, Customer]) -> None:
        firms = [each for each in customers.values() if each.kind != "consumer"]
        self.numbers = {key: each.id for each in firms if (key := org_key(each.org_number)) is not None}
        self.names: dict[str, tuple[str | None, str]] = {name_key(each.name): (each.id, each.name) for each in firms}
        """Each firm's id, None where it comes in now, and its name as it is written."""
        self.labels = {each.id: each.name for each in firms}
        self.blocks: dict[str, _Names] = defaultdict(_Names)
        for name in self.names:
            self.blocks[name[:2]].add(name)

    def find(self, who: Newcomer) -> tuple[str | None, Likeness | None]:
        """Return the id of the newcomer's firm where it is certain, and what it may be the same as where it is not."""
        name, number = name_key(who.firm), org_key(who.org_number)
        if not name:
            return None, None
        if number in self.numbers:
            return self._certain(self.numbers[number], who, "org_number")
        if name in self.names:
            return self._certain(self.names[name][0], who, "firm")
        found = next(self.blocks[name[:2]].much_like(name), None)
        if found is None:
            return None, None
        identity, label = self.names[found]
        return None, Likeness("firm", label, identity)

    def _certain(
        self, identity: str | None, who: Newcomer, why: Literal["org_number", "firm"]
    ) -> tuple[str | None, Likeness | None]:
        """Return the firm; a newcomer that is nothing but this firm is there already."""
        if who.name:
            return identity, None
        return identity, Likeness(why, who.firm if identity is None else self.labels[identity], identity)

    def note(self, who: Newcomer) -> None:
        """Let a firm that comes in be known to those further down in the file."""
        name = name_key(who.firm)
        if name and name not in self.names:
            self.names[name] = None, who.firm
            self.blocks[name[:2]].add(name)
