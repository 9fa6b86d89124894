"""People who come in from another program, and taking them into the book (libraries.md 3).

What they may be duplicates of is found in `exchange/duplicates.py`; nobody is merged with anybody unless chosen so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from salgsplan_tui.domain.address_keys import (
    email_key,
    is_shared,
    is_stopped,
    keys_of,
    name_key,
    org_key,
    phone_key,
    stops_of,
)
from salgsplan_tui.domain.customers import Contact, Customer, CustomerKind
from salgsplan_tui.domain.edits import set_settings
from salgsplan_tui.domain.plan import Plan

Fate = Literal["new", "duplicate", "stopped", "filled"]
"""Taken in; left out because they may be there already; left out because they asked to be forgotten; or the one who is
there was given what they lacked, because that was chosen."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person, a firm, or a person at a firm, as another program's file tells of them."""

    row: int
    """Where in the file it stands, from 1."""
    name: str = ""
    """The person's; empty where only a firm is told of."""
    firm: str = ""
    kind: CustomerKind = "company"
    """What kind of firm it is; a person without a firm is a consumer."""
    org_number: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    notes: str | None = None
    remarks: tuple[str, ...] = ()
    """Keys of sentences about what was put right or left out of it."""

    @property
    def label(self) -> str:
        """What it is called in a list."""
        return ", ".join(part for part in (self.name, self.firm) if part)

    def contact(self, identity: str, source: str, day: dt.date) -> Contact:
        """Return the person as a contact."""
        return Contact(
            id=identity,
            name=self.name,
            role=self.role,
            phone=self.phone,
            email=self.email,
            address_kind="generic" if is_shared(self.email) and self.firm else "personal",
            source=source,
            source_date=day,
            notes=self.notes,
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whom a newcomer may be the same as, and why."""

    why: Literal["email", "phone", "org_number", "name", "firm"]
    name: str
    id: str | None = None
    """The contact's or customer's id; None for somebody further up in the same file."""
    row: int | None = None
    """Where in the same file that one stands."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A newcomer, and what becomes of it."""

    who: Newcomer
    fate: Fate
    like: Likeness | None = None
    firm: str | None = None
    """The id of the customer in the book that its firm is for certain."""


@dataclass(frozen=True)
class Arrivals:
    """Sorted newcomers, the ids they shall bear, and where they come from."""

    people: tuple[Sorted, ...]
    ids: tuple[str, ...]
    """Enough new ids: two for each."""
    source: str
    day: dt.date


_FILLED: Final = ("role", "phone", "email", "notes")
"""What is taken from a newcomer where the one in the book has none."""


def take_in(plan: Plan, arrivals: Arrivals, *, at: dt.datetime, columns: Mapping[str, str] | None = None) -> Plan:
    """Return the plan with those who are new, in their firms, and with what was chosen to be filled in.

    Who has come into the book by another way meanwhile, or was forgotten in it, is left out. `columns` are the
    person's own words for what the headings of such files mean, to be remembered.
    """
    if columns is not None:
        plan = set_settings(plan, contact_columns=dict(columns))
    book = _Book(plan, arrivals, at)
    for each, ids in zip(arrivals.people, batched_ids(arrivals.ids), strict=False):
        if each.fate == "filled":
            book.fill(each)
        elif each.fate == "new":
            book.add(each, *ids)
    return replace(plan, customers=book.customers) if book.customers != plan.customers else plan


def batched_ids(ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield two ids at a time: a customer's and a contact's."""
    return zip(ids[::2], ids[1::2], strict=True)


class _Book:
    """The customers while one after another comes in."""

    def __init__(self, plan: Plan, arrivals: Arrivals, at: dt.datetime) -> None:
        self.customers = dict(plan.customers)
        self.source, self.day, self.at = arrivals.source, arrivals.day, at
        firms = (each for each in self.customers.values() if each.kind != "consumer")
        self.firms = {name_key(each.name): each.id for each in firms}
        contacts = [(customer, each) for customer in self.customers.values() for each in customer.contacts]
        self.homes = {each.id: customer.id for customer, each in contacts}
        self.known = {mark for _customer, each in contacts for mark in _marks(each)}
        self.stops = stops_of(self.customers.values())

    def add(self, each: Sorted, new_id: str, contact_id: str) -> None:
        """Put somebody in, in the firm they belong to."""
        who = each.who
        contact = who.contact(contact_id if who.firm else new_id, self.source, self.day)
        marks = set(_marks(contact))
        if marks & self.known or is_stopped(keys_of(contact), self.stops):
            return
        self.known |= marks
        contacts = (contact,) if who.name else ()
        home = (each.firm or self.firms.get(name_key(who.firm))) if who.firm else None
        if home in self.customers:
            firm = self.customers[home]
            self.customers[home] = firm.changed_to(contacts=firm.contacts + contacts, changed=self.at)
        else:
            self.customers[new_id] = self._new(who, new_id, contacts)
            self.firms |= {name_key(who.firm): new_id} if who.firm else {}

    def _new(self, who: Newcomer, new_id: str, contacts: tuple[Contact, ...]) -> Customer:
        return Customer(
            id=new_id,
            name=who.firm or who.name,
            kind=who.kind if who.firm else "consumer",
            org_number=org_key(who.org_number),
            contacts=contacts,
            created=self.at,
            changed=self.at,
        )

    def fill(self, each: Sorted) -> None:
        """Give the one in the book what it lacks; nothing that stands there is changed."""
        wanted = each.like.id if each.like is not None else None
        customer = self.customers.get(self.homes.get(wanted or "", ""))
        if customer is not None:
            contacts = tuple(filled(one, each.who) if one.id == wanted else one for one in customer.contacts)
            if contacts != customer.contacts:
                self.customers[customer.id] = customer.changed_to(contacts=contacts, changed=self.at)


def _marks(contact: Contact) -> Iterator[tuple[str, ...]]:
    """Yield what nobody else has: an address of their own, and a telephone number together with the name."""
    email, phone = email_key(contact.email), phone_key(contact.phone)
    if email is not None and not is_shared(email):
        yield ("email", email)
    if phone is not None:
        yield ("phone", phone, name_key(contact.name))


def filled(contact: Contact, who: Newcomer) -> Contact:
    """Return the contact with what it lacks taken from a newcomer."""
    lacking = {name: getattr(who, name) for name in _FILLED if not getattr(contact, name) and getattr(who, name)}
    return contact.changed_to(**lacking) if lacking else contact


def counts(people: Iterable[Sorted]) -> Mapping[str, int]:
    """Return how many there are of each fate."""
    found: dict[str, int] = dict.fromkeys(("new", "filled", "duplicate", "stopped"), 0)
    for each in people:
        found[each.fate] += 1
    return found
