"""Somebody wants no more contact: marked at once in every channel, and all that was planned with them stops (7.5)."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from salgsplan_tui.domain.activity import Activity, Reason, State
from salgsplan_tui.domain.customers import Contact, Objection
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.edits import put
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series, occurrence_id
from salgsplan_tui.domain.sheet import order

_YEARS_AHEAD: Final = dt.timedelta(days=2 * 366)
"""So far ahead a series is searched for its next occurrence."""


@dataclass(frozen=True)
class Stopped:
    """What came of it for the plan."""

    cancelled: tuple[Activity, ...] = ()
    """Rows that named nobody else; of a series the next occurrence, after which it ends."""
    continued: tuple[Activity, ...] = ()
    """Rows that go on with others."""

    @property
    def rows(self) -> tuple[Activity, ...]:
        """All of them."""
        return self.cancelled + self.continued


def everyone_in(plan: Plan, row: Activity) -> tuple[str, ...]:
    """Return the ids of those a row is for: its contacts, else its customers' contacts, or the customer itself."""
    if row.contacts:
        return row.contacts
    found: list[str] = []
    for identity in row.customers:
        customer = plan.customers.get(identity)
        contacts = () if customer is None else tuple(each.id for each in customer.contacts)
        found += contacts or (identity,)
    return tuple(dict.fromkeys(found))


def ids_beside(plan: Plan, row: Activity) -> tuple[str, ...]:
    """Return the ids by which other rows can name the people of a row."""
    customers = (found[0].id for each in row.contacts if (found := plan.contact(each)) is not None)
    return tuple(dict.fromkeys((*everyone_in(plan, row), *row.customers, *customers)))


def with_objections(plan: Plan, people: Collection[str], *, today: dt.date, at: dt.datetime) -> Plan:
    """Mark that these people want no more contact, and take them out of all open marketing rows.

    A row that names nobody else is cancelled, because the customer asked. People are told by the ids of contacts, or
    of customers without any.
    """
    if not people:
        return plan
    plan = _marked(plan, people, at)
    gone = {*people, *_whole_customers(plan, people)}
    for row in list(plan.stored()):
        if row.is_open and _is_marketing(row):
            plan = _without(plan, row, gone, at)
    for series in plan.series.values():
        if _is_marketing(series.activity):
            plan = _thinned(plan, series, gone, today, at)
    return plan


def stopped(before: Plan, after: Plan) -> Stopped:
    """Return which rows an objection cancelled, and which go on without somebody."""
    cancelled, continued = [], []
    for row in after.stored():
        old = before.activity(row.id) if before.holds(row.id) else None
        if old is None or old == row or not old.is_open:
            continue
        if row.state is State.CANCELLED and row.reason is Reason.CUSTOMER_ASKED:
            cancelled.append(row)
        elif row.is_open and {*row.contacts, *row.customers} < {*old.contacts, *old.customers}:
            continued.append(row)
    for series in after.series.values():
        earlier = before.series.get(series.id)
        if earlier is not None and {*series.activity.contacts} < {*earlier.activity.contacts}:
            continued.append(series.activity)
    return Stopped(tuple(sorted(cancelled, key=order)), tuple(sorted(continued, key=order)))


def _marked(plan: Plan, people: Collection[str], at: dt.datetime) -> Plan:
    objection = Objection(at=at)
    book = dict(plan.customers)
    for customer in plan.customers.values():
        contacts = customer.contacts
        if customer.id in people and all(each.id != customer.id for each in contacts):
            contacts += (Contact(id=customer.id, name=customer.name),)
        asked = tuple(each.changed_to(objection=objection) if each.id in people else each for each in contacts)
        if asked != customer.contacts:
            book[customer.id] = customer.changed_to(contacts=asked, changed=at)
    return replace(plan, customers=book)


def _whole_customers(plan: Plan, people: Collection[str]) -> Iterator[str]:
    """Yield the customers of whom nobody is left who may be contacted."""
    for customer in plan.customers.values():
        concerned = any(each.id in people for each in customer.contacts)
        if concerned and all(each.objection is not None for each in customer.contacts):
            yield customer.id


def _is_marketing(row: Activity) -> bool:
    return row.purpose == "marketing" and row.kind not in {"internal", "private"}


def _without(plan: Plan, row: Activity, gone: Collection[str], at: dt.datetime) -> Plan:
    thinner = _thinner(plan, row, gone)
    if thinner is row:
        return plan
    if _names_nobody(thinner):
        thinner = row.changed_to(state=State.CANCELLED, reason=Reason.CUSTOMER_ASKED, reason_text=None)
    return put(plan, thinner, at)


def _thinned(plan: Plan, series: Series, gone: Collection[str], today: dt.date, at: dt.datetime) -> Plan:
    """Take people out of a series; one that names nobody else ends with its next occurrence, which is cancelled."""
    thinner = _thinner(plan, series.activity, gone)
    if thinner is series.activity:
        return plan
    if not _names_nobody(thinner):
        return _put_series(plan, series.changed_to(activity=thinner), at)
    ahead = series.dates(Span(today, today + _YEARS_AHEAD), plan.days_off)
    day = next((each for each in ahead if plan.sheet_of(occurrence_id(series.id, each)) is None), None)
    if day is None:
        return plan
    row = series.occurrence(day).changed_to(state=State.CANCELLED, reason=Reason.CUSTOMER_ASKED)
    return _put_series(put(plan, row, at), series.changed_to(until=day), at)


def _put_series(plan: Plan, series: Series, at: dt.datetime) -> Plan:
    return replace(plan, series={**plan.series, series.id: series.changed_to(changed=at)})


def _thinner(plan: Plan, row: Activity, gone: Collection[str]) -> Activity:
    """Return the row without these people, and without the customers it named only because of them."""
    contacts = tuple(each for each in row.contacts if each not in gone)
    left = {found[0].id for each in contacts if (found := plan.contact(each)) is not None}
    lost = {found[0].id for each in row.contacts if each in gone and (found := plan.contact(each)) is not None}
    customers = tuple(each for each in row.customers if each in left or (each not in gone and each not in lost))
    if (contacts, customers) == (row.contacts, row.customers):
        return row
    return row.changed_to(contacts=contacts, customers=customers)


def _names_nobody(row: Activity) -> bool:
    return not (row.contacts or row.customers or row.audience)
