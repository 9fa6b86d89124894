"""Plans and rows for tests, written as short as a person would say them."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.sheet import Sheet, home_of

WEDNESDAY: Final = dt.date(2027, 2, 17)
"""The day the tests stand on: Wednesday of week 7."""
NOW: Final = dt.datetime(2027, 2, 17, 8, 0)
STAMP: Final = dt.datetime(2027, 2, 17, 7, 0, tzinfo=dt.UTC)


def row(identity: str, **fields: object) -> Activity:
    """Return an activity as a file would give it: `row("a1", date="2027-02-17", start="09:00", minutes=30)`."""
    state = {} if "state" in fields else {"state": "planned" if {"date", "bucket"} & fields.keys() else "draft"}
    return checked_fields(Activity, {"id": identity, "title": f"Row {identity}"} | state | fields)


def offer(identity: str, **fields: object) -> Offer:
    """Return an offer to k1 as a file would give it: `offer("t1", state="sent", sent="2027-02-08")`."""
    return checked_fields(Offer, {"id": identity, "customer": "k1"} | fields)


def order(identity: str, **fields: object) -> Order:
    """Return an order by k1, of Wednesday, as a file would give it."""
    return checked_fields(Order, {"id": identity, "customer": "k1", "date": "2027-02-17"} | fields)


def case(identity: str, **fields: object) -> ServiceCase:
    """Return a service case of k1, opened on Tuesday, as a file would give it."""
    return checked_fields(ServiceCase, {"id": identity, "customer": "k1", "opened": "2027-02-16T15:20"} | fields)


def plan_of(*rows: Activity, customers: tuple[Customer, ...] = (), series: tuple[Series, ...] = ()) -> Plan:
    """Return a plan that holds these rows, each on the sheet it belongs to."""
    sheets: dict[str, Sheet] = {}
    for each in rows:
        sheets[home_of(each)] = sheets.get(home_of(each), Sheet()).with_activity(each)
    return Plan(
        settings=Settings(),
        channels=Catalogue(),
        customers={each.id: each for each in customers},
        sheets=sheets,
        series={each.id: each for each in series},
    )
