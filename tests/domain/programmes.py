"""A market programme with its figures' basis, for tests of what is counted from it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from tests.domain.sales_plans import whole_programme
from tests.planning import WEDNESDAY, plan_of, row

ORDER_GOAL: Final = {
    "id": "m1",
    "title": "Ordreinngang",
    "measure": "order_value",
    "unit": "kr",
    "target": "480000.00",
    "deadline": "2027-03-31",
}
RATES: Final = {"reached": "50.00", "meeting": "25.00", "offer": "75.00", "hit": "50.00", "average_order": "40000.00"}


def programme(**fields: object) -> SalesPlan:
    """Return the programme of the first quarter of 2027, with its order goal and its rates."""
    usual: dict[str, object] = {"goals": [ORDER_GOAL], "rates": RATES}
    return whole_programme("q1", **{**usual, **fields})


def basis(  # noqa: PLR0913  # all that figures are counted from
    *rows: Activity,
    programme: SalesPlan = programme(),  # noqa: B008  # a value that never changes
    offers: Iterable[Offer] = (),
    orders: Iterable[Order] = (),
    cases: Iterable[ServiceCase] = (),
    customers: tuple[Customer, ...] = (),
    plans: Iterable[SalesPlan] = (),
    as_of: dt.date = WEDNESDAY,
) -> Basis:
    """Return what the programme's figures are counted from, as of Wednesday 17 February 2027."""
    plan = replace(
        plan_of(*rows, customers=customers),
        offers={each.id: each for each in offers},
        orders={each.id: each for each in orders},
        cases={each.id: each for each in cases},
        sales_plans={each.id: each for each in (programme, *plans)},
    )
    return basis_of(plan, programme, as_of)


def phoned(identity: str, calls: int, *, reached: int = 0, booked: int = 0, **fields: object) -> Activity:
    """Return a call session that was done on 5 January."""
    counts = {"reached": reached, "meetings_booked": booked}
    usual = {"date": "2027-01-05", "state": "done", "channel": "phone", "minutes": 120}
    return row(identity, **usual, quantity_done=calls, outcome_counts=counts, **fields)
