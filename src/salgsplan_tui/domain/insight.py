"""Everything that is kept about one person, so that they can be told (GDPR article 15, chapter 7.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customer_history import people_in
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.forgetting import identity_of, person_of
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import order
from salgsplan_tui.domain.texts import texts_in

Part = Activity | Series | Offer | Order | ServiceCase | ImprovementArea | Reflection
P = TypeVar("P", Offer, Order, ServiceCase)


@dataclass(frozen=True)
class Insight:
    """What is kept about a person, as far as the plan was read."""

    customer: Customer
    contact: Contact
    rows: tuple[Activity, ...] = ()
    series: tuple[Series, ...] = ()
    offers: tuple[Offer, ...] = ()
    orders: tuple[Order, ...] = ()
    cases: tuple[ServiceCase, ...] = ()
    mentions: tuple[Part, ...] = ()
    """What tells of the person in its words alone."""


def insight(plan: Plan, identity: str) -> Insight:
    """Return everything about a person; the whole plan should have been read.

    Raises:
        NotFoundError: there is none such.
        RefusedError: `already_forgotten`.
    """
    customer, contact = person_of(plan, identity)
    ids = {contact.id} | ({customer.id} if customer.is_person else set())
    rows = tuple(sorted((row for row in plan.stored() if ids & people_in(row)), key=order))
    series = tuple(each for each in plan.series.values() if ids & people_in(each.activity))
    offers = tuple(_of(ids, plan.offers.values()))
    orders = tuple(_of(ids, plan.orders.values()))
    cases = tuple(_of(ids, plan.cases.values()))
    who = identity_of(customer, contact)
    known = {each.id for part in (rows, series, offers, orders, cases) for each in part}
    mentions = tuple(
        each for each in _parts(plan) if each.id not in known and any(who.is_in(text) for text in texts_in(each))
    )
    return Insight(customer, contact, rows, series, offers, orders, cases, mentions)


def _of(ids: set[str], parts: Iterable[P]) -> Iterator[P]:
    return (each for each in parts if ids & {each.customer, each.contact})


def _parts(plan: Plan) -> Iterator[Part]:
    yield from plan.stored()
    yield from plan.series.values()
    yield from plan.offers.values()
    yield from plan.orders.values()
    yield from plan.cases.values()
    yield from plan.improvements.values()
    yield from plan.reflections.values()
