"""The edits of the customers and their contacts (architecture.md 4)."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.customers import Contact, Customer, Stage, StageChange
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.nps import with_answer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.stages import is_backward


def add_customer(plan: Plan, customer: Customer, *, at: dt.datetime) -> Plan:
    """Put a new customer with its contacts into the book."""
    return _put(plan, customer.changed_to(created=at), at)


def change_customer(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of a customer.

    Raises:
        NotFoundError: there is none such.
    """
    return _put(plan, customer_of(plan, identity).changed_to(**fields), at)


def set_stage(  # noqa: PLR0913  # a step is told by where to, when and why
    plan: Plan, identity: str, stage: Stage, *, today: dt.date, at: dt.datetime, reason: str | None = None
) -> Plan:
    """Take a customer to another purchase stage; the step is remembered (S4).

    Raises:
        NotFoundError: there is none such.
        RefusedError: it goes backward and no reason is given (chapter 3.6).
    """
    customer = customer_of(plan, identity)
    if stage is customer.stage:
        return plan
    if is_backward(customer.stage, stage) and not reason:
        raise RefusedError("stage_reason_needed", name=customer.name)
    step = StageChange(from_=customer.stage, to=stage, on=today, reason=reason or None)
    return change_customer(plan, identity, at=at, stage=stage, stage_changes=(*customer.stage_changes, step))


def note_nps(plan: Plan, identity: str, score: int, *, today: dt.date, at: dt.datetime) -> Plan:
    """Note what a customer answered today, from 0 to 10; another answer of today is corrected by it (chapter 4.12).

    Raises:
        NotFoundError: there is none such.
    """
    return change_customer(plan, identity, at=at, nps=with_answer(customer_of(plan, identity), score, today))


def remove_customer(plan: Plan, identity: str) -> Plan:
    """Take a customer that was put in by mistake out of the book.

    Raises:
        NotFoundError: there is none such.
        RefusedError: an activity names it or a contact of it; a person's own wish is `forgetting`.
    """
    customer = customer_of(plan, identity)
    _refuse_named(plan, customer.name, {identity, *(each.id for each in customer.contacts)})
    rest = {key: each for key, each in plan.customers.items() if key != identity}
    return replace(plan, customers=rest)


def add_contact(plan: Plan, customer: str, contact: Contact, *, at: dt.datetime) -> Plan:
    """Put a new contact at a customer.

    Raises:
        NotFoundError: there is no such customer.
    """
    return change_customer(plan, customer, at=at, contacts=(*customer_of(plan, customer).contacts, contact))


def change_contact(plan: Plan, identity: str, *, at: dt.datetime, **fields: object) -> Plan:
    """Set fields of a contact; a consumer's name is its customer's too.

    Raises:
        NotFoundError: there is none such.
    """
    customer, old = contact_of(plan, identity)
    new = old.changed_to(**fields)
    contacts = tuple(new if each.id == identity else each for each in customer.contacts)
    name = new.name if customer.id == identity else customer.name
    return change_customer(plan, customer.id, at=at, contacts=contacts, name=name)


def remove_contact(plan: Plan, identity: str, *, at: dt.datetime) -> Plan:
    """Take a contact that was put in by mistake out of the book.

    Raises:
        NotFoundError: there is none such.
        RefusedError: an activity names it.
    """
    customer, contact = contact_of(plan, identity)
    _refuse_named(plan, contact.name, {identity})
    rest = tuple(each for each in customer.contacts if each.id != identity)
    return change_customer(plan, customer.id, at=at, contacts=rest)


def customer_of(plan: Plan, identity: str) -> Customer:
    """Return a customer by its id.

    Raises:
        NotFoundError: there is none such.
    """
    if identity not in plan.customers:
        raise NotFoundError("no_customer", id=identity)
    return plan.customers[identity]


def contact_of(plan: Plan, identity: str) -> tuple[Customer, Contact]:
    """Return a contact by its id, and its customer; of a person who is a customer the only contact there could be.

    Raises:
        NotFoundError: there is none such.
    """
    found = plan.contact(identity)
    if found is not None:
        return found
    customer = plan.customers.get(identity)
    if customer is None or not customer.is_person:
        raise NotFoundError("no_contact", id=identity)
    return customer, Contact(id=customer.id, name=customer.name)


def _put(plan: Plan, customer: Customer, at: dt.datetime) -> Plan:
    stamped = customer.changed_to(changed=at)
    return replace(plan, customers={**plan.customers, customer.id: stamped})


def _refuse_named(plan: Plan, name: str, ids: set[str]) -> None:
    rows = [*plan.stored(), *(each.activity for each in plan.series.values())]
    naming = [row.id for row in rows if ids & {*row.customers, *row.contacts}]
    if naming:
        raise RefusedError("still_named", name=name, ids=", ".join(naming[:5]))
