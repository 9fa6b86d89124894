"""Which consumers have to be looked up in the register of reservations before a month's calls and letters (7.6)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customer_edits import add_contact, change_contact, contact_of
from salgsplan_tui.domain.customer_history import people_in
from salgsplan_tui.domain.customers import Contact, Customer, Reservation
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.plan import Plan

_GATES: Final = frozenset({"phone", "mail"})
"""What the register reserves against: telephone and addressed mail."""


@dataclass(frozen=True)
class Unchecked:
    """A consumer whom nobody has looked up for a month yet."""

    customer: Customer
    contact: Contact
    rows: tuple[Activity, ...] = ()
    """The calls and letters that are planned to them in the month, the first first."""

    @property
    def checked(self) -> dt.date | None:
        """The day on which they were looked up last."""
        return None if self.contact.reservation is None else self.contact.reservation.checked


def unchecked(plan: Plan, month: Span) -> tuple[Unchecked, ...]:
    """Return the consumers to look up, those first who are to be called or written to soonest.

    Those who have asked for no contact at all, and those who were forgotten, are left in peace anyway.
    """
    rows = [row for row in plan.during(month) if row.is_open and row.purpose == "marketing" and _is_gated(plan, row)]
    found = [Unchecked(*each, tuple(row for row in rows if each[1].id in people_in(row))) for each in _people(plan)]
    waiting = (each for each in found if each.checked is None or each.checked < month.start)
    return tuple(sorted(waiting, key=_order))


def check_register(plan: Plan, contact: str, found: Reservation, *, at: dt.datetime) -> Plan:
    """Note what was found in the register about a contact, and when.

    Raises:
        NotFoundError: there is none such.
    """
    customer, person = contact_of(plan, contact)
    if person not in customer.contacts:  # a consumer of whom nothing but the name was noted
        return add_contact(plan, customer.id, person.changed_to(reservation=found), at=at)
    return change_contact(plan, person.id, at=at, reservation=found)


def _people(plan: Plan) -> Iterator[tuple[Customer, Contact]]:
    for customer in plan.customers.values():
        if customer.kind == "consumer":
            for contact in customer.contacts or (Contact(id=customer.id, name=customer.name),):
                objection = contact.objection
                if not contact.is_forgotten and not (objection is not None and objection.covers(None)):
                    yield customer, contact


def _is_gated(plan: Plan, row: Activity) -> bool:
    channel = plan.channels.channel(row.channel)
    return channel is not None and channel.gate in _GATES


def _order(each: Unchecked) -> tuple[dt.date, str, str]:
    days = (row.date for row in each.rows if row.date is not None)
    return min(days, default=dt.date.max), each.contact.name, each.contact.id
