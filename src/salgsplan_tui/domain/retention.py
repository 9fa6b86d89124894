"""Which contacts have gone untouched for so long that they should be looked through (chapter 7.5)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.customer_edits import change_contact
from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records, people_in
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.month_grid import month_later
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase

Why = Literal["review_due", "untouched", "never"]


@dataclass(frozen=True)
class Overkept:
    """A contact that should be looked through: kept on with a reason, or forgotten."""

    customer: Customer
    contact: Contact
    why: Why
    last: dt.date | None = None
    """The last day on which there was anything with the person; None where nothing is noted."""


def to_review(plan: Plan, now: dt.datetime) -> tuple[Overkept, ...]:
    """Return the contacts to look through, the longest untouched first; the whole plan should have been read.

    Those whose own day for it has come, and those with whom there was nothing for the months of the setting: no
    activity, offer, order or case, and nothing planned. A running agreement keeps everybody at the customer.
    """
    limit = month_later(now.date(), -plan.settings.retention_months)
    found = [each for record in customer_records(plan, now).values() for each in _in(record, now.date(), limit)]
    return tuple(sorted(found, key=lambda each: (each.last or dt.date.min, each.contact.id)))


def keep_on(plan: Plan, contact: str, today: dt.date, *, at: dt.datetime) -> Plan:
    """Keep a contact on: it is looked through again when the months of the setting have gone by once more.

    Raises:
        NotFoundError: there is none such.
    """
    later = month_later(today, plan.settings.retention_months)
    return change_contact(plan, contact, at=at, retention_review=later)


def _in(record: CustomerRecord, today: dt.date, limit: dt.date) -> Iterator[Overkept]:
    customer = record.customer
    for contact in customer.contacts:
        if contact.is_forgotten:
            continue
        last = max(_touches(record, contact), default=None)
        if contact.retention_review is not None:
            if contact.retention_review <= today:
                yield Overkept(customer, contact, "review_due", last)
        elif customer.running_agreement or any(row.is_open for row in _rows(record, contact)):
            continue
        elif last is None or last < limit:
            yield Overkept(customer, contact, "never" if last is None else "untouched", last)


def _rows(record: CustomerRecord, contact: Contact) -> Iterator[Activity]:
    """Yield the rows that are for a contact: those that name it, and those that name its customer and nobody there."""
    others = {each.id for each in record.customer.contacts} - {record.customer.id}
    for row in record.rows:
        named = people_in(row)
        if contact.id in named or (record.customer.id in named and not others & named):
            yield row


def _touches(record: CustomerRecord, contact: Contact) -> Iterator[dt.date]:
    """Yield the days on which there was something with a contact, or it gave or was told something."""
    yield from (row.date for row in _rows(record, contact) if row.state is State.DONE and row.date is not None)
    parts: tuple[Offer | Order | ServiceCase, ...] = (*record.offers, *record.orders, *record.cases)
    for each in parts:
        if each.contact in {None, contact.id} and each.day is not None:
            yield each.day
    last = record.customer.last_order
    known = (contact.source_date, contact.informed, dt.date(last, 12, 31) if isinstance(last, int) else last)
    yield from (day for day in known if day is not None)
    yield from (consent.given for consent in contact.consents)
    if contact.request is not None:
        yield contact.request.at
    if record.customer.created is not None:
        yield record.customer.created.date()
