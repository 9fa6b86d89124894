"""Forgetting a person: who they were is gone, what was done and sold stays, and a stop row keeps them out (7.5)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final, TypeVar

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.address_keys import stop_keys
from salgsplan_tui.domain.customer_edits import contact_of
from salgsplan_tui.domain.customers import NAMELESS, Contact, Customer, NpsAnswer, Stage, StopRow
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.texts import with_texts
from salgsplan_tui.domain.values import Value

V = TypeVar("V", bound=Value)
Scrub = Callable[[str], str]

_SHORTEST: Final = 3
"""A part of a name that is shorter is found everywhere."""
_PHONE_DIGITS: Final = 8
_BETWEEN_DIGITS: Final = r"[ \u00a0.-]?"


@dataclass(frozen=True)
class Identity:
    """What tells in a text who somebody is."""

    names: tuple[str, ...]
    """The whole name; of a sole trader the firm's too."""
    email: str | None = None
    phone: str | None = None

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Patterns that nobody else fits, or hardly: the whole name, the address, the number however it is spaced."""
        found = [rf"(?<!\w){_spaced(name)}s?(?!\w)" for name in self.names if len(name) >= _SHORTEST]
        if self.email:
            found.append(rf"(?<![\w.]){re.escape(self.email)}(?![\w])")
        digits = re.sub(r"\D", "", self.phone or "")[-_PHONE_DIGITS:]
        if len(digits) == _PHONE_DIGITS:
            found.append(rf"(?<!\d)(?:(?:\+|00)47[\s-]?)?{_BETWEEN_DIGITS.join(digits)}(?!\d)")
        return tuple(found)

    @cached_property
    def _replaced(self) -> re.Pattern[str]:
        whole = [mark for mark, name in zip(self.marks, self.names, strict=False) if " " in name.strip()]
        return re.compile("|".join([*whole, *self.marks[len(self.names) :]]) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _known(self) -> re.Pattern[str]:
        return re.compile("|".join(self.marks) or r"(?!)", re.IGNORECASE)

    @property
    def parts(self) -> tuple[str, ...]:
        """Patterns of the words of the name, which may be somebody else's too: for a person to look through."""
        words = dict.fromkeys(word for name in self.names for word in re.findall(r"\w+", name))
        return tuple(rf"(?<!\w){re.escape(word)}s?(?!\w)" for word in words if len(word) >= _SHORTEST)

    def is_in(self, text: str) -> bool:
        """Say whether a text names the person."""
        return self._known.search(text) is not None

    def scrubbed(self, text: str) -> str:
        """Return a text without the person; a name of one word is left, for it may be anybody's."""
        return self._replaced.sub(NAMELESS, text)


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def identity_of(customer: Customer, contact: Contact) -> Identity:
    """Return what tells in a text who a contact is."""
    names = (contact.name, customer.name) if customer.is_person else (contact.name,)
    return Identity(tuple(dict.fromkeys(names)), contact.email, contact.phone)


def person_of(plan: Plan, identity: str) -> tuple[Customer, Contact]:
    """Return a person who can be forgotten.

    Raises:
        NotFoundError: there is none such.
        RefusedError: `already_forgotten`.
    """
    customer, contact = contact_of(plan, identity)
    if contact.is_forgotten:
        raise RefusedError("already_forgotten", id=identity)
    return customer, contact


def forget(plan: Plan, identity: str, *, salt: str, today: date, at: datetime) -> Plan:
    """Return the plan without a person: a stop row stands in their place, and no text has their name or address.

    Raises:
        NotFoundError, RefusedError: as `person_of` tells.
    """
    customer, contact = person_of(plan, identity)
    who = identity_of(customer, contact)
    stop = Contact(id=contact.id, name=NAMELESS, stop=StopRow(on=today, salt=salt, keys=stop_keys(contact, salt)))
    book = {key: with_texts(each, who.scrubbed) for key, each in plan.customers.items()}
    book[customer.id] = _without(with_texts(customer, who.scrubbed), stop, at)
    sheets = {
        key: replace(
            sheet,
            activities={each: _stamped(row, who.scrubbed, at) for each, row in sheet.activities.items()},
            must_dos=tuple(map(who.scrubbed, sheet.must_dos)),
            needs=tuple(with_texts(need, who.scrubbed) for need in sheet.needs),
        )
        for key, sheet in plan.sheets.items()
    }
    return replace(
        plan,
        customers=_kept(plan.customers, book),
        sheets=_kept(plan.sheets, sheets),
        series=_scrubbed(plan.series, who.scrubbed),
        offers=_scrubbed(plan.offers, who.scrubbed),
        orders=_scrubbed(plan.orders, who.scrubbed),
        cases=_scrubbed(plan.cases, who.scrubbed),
        sales_plans=_scrubbed(plan.sales_plans, who.scrubbed),
        leave=_scrubbed(plan.leave, who.scrubbed),
        improvements=_scrubbed(plan.improvements, who.scrubbed),
        issued=_scrubbed(plan.issued, who.scrubbed),
        reflections=_scrubbed(plan.reflections, who.scrubbed),
    )


def salt_of(plan: Plan, new: str) -> str:
    """Return the salt of the stop rows there are, so that one look finds them all; a new one where there is none."""
    stops = (each.stop for customer in plan.customers.values() for each in customer.contacts)
    return next((stop.salt for stop in stops if stop is not None), new)


def _scrubbed(values: Mapping[str, V], scrub: Scrub) -> Mapping[str, V]:
    return _kept(values, {key: with_texts(each, scrub) for key, each in values.items()})


def _stamped(row: Activity, scrub: Scrub, at: datetime) -> Activity:
    new = with_texts(row, scrub)
    return row if new is row else new.changed_to(changed=at)


K = TypeVar("K")


def _kept(old: Mapping[str, K], new: Mapping[str, K]) -> Mapping[str, K]:
    """Return the old mapping where nothing changed."""
    return old if new == old else new


def _without(customer: Customer, stop: Contact, at: datetime) -> Customer:
    """Return the customer with the stop row in the person's place; of a person who is a customer only figures stay."""
    if not customer.is_person:
        contacts = tuple(stop if each.id == stop.id else each for each in customer.contacts)
        return customer.changed_to(contacts=contacts, changed=at)
    return Customer(
        id=customer.id,
        name=NAMELESS,
        kind=customer.kind,
        customer_class=customer.customer_class,
        stage=Stage.NOT_TARGET,
        existing_since=customer.existing_since,
        last_order=customer.last_order,
        nps=tuple(NpsAnswer(date=each.date, score=each.score) for each in customer.nps),
        contacts=tuple(stop if each.id == stop.id else each for each in customer.contacts) or (stop,),
        created=customer.created,
        changed=at,
    )
