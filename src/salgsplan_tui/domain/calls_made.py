"""What a call session makes of the plan: its row, next steps and objections, and what was offered and sold (6.2)."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, Call, State
from salgsplan_tui.domain.call_session import CallSession
from salgsplan_tui.domain.offer_steps import DECIDED, put_sale
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order

CHANNEL: Final = "phone"
TYPE: Final = "call_session"


def row_of(plan: Plan, session: CallSession) -> str:
    """Return the id of the session's activity, which stands before the first call: the planned one's, or its own."""
    return session.planned if session.planned and plan.holds(session.planned) else session.id


def so_far(plan: Plan, session: CallSession, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Return the plan with the session's row and what was offered and sold in it already, for the next offer or order.

    Nothing of it is written before the session ends.
    """
    return _with_sales(_with_row(plan, session, now, at), session, at)


def end_session(plan: Plan, session: CallSession, *, now: dt.datetime, at: dt.datetime) -> Plan:
    """Return the plan with the session done, the reached on its row, and what came of the calls.

    That is the next steps, the objections, and the offers and orders, of which the row is the origin (4.7).

    Raises:
        RefusedError: the planned activity is settled already.
    """
    plan = _with_row(plan, session, now, at)
    identity = row_of(plan, session)
    steps = [call.next for call in session.calls if call.next is not None]
    plan = edits.change(plan, identity, at=at, **_people(session), **({"next": steps[0].id} if steps else {}))
    plan = life.done(plan, identity, session.result, now=now, at=at)
    for call in session.calls:
        plan = edits.with_customers(plan, call.customers, at=at)
        if call.next is not None:
            plan = edits.add(plan, call.next.changed_to(previous=identity), at=at)
    return _with_sales(plan, session, at)


def is_ended(plan: Plan, session: CallSession) -> bool:
    """Say whether the plan holds what came of the session already."""
    identity = session.planned or session.id
    if not plan.holds(identity):
        return False
    row = plan.activity(identity)
    return row.state is State.DONE and row.calls == _calls(session)


def _with_row(plan: Plan, session: CallSession, now: dt.datetime, at: dt.datetime) -> Plan:
    return plan if plan.holds(row_of(plan, session)) else edits.add(plan, _new_row(session, now), at=at)


def _with_sales(plan: Plan, session: CallSession, at: dt.datetime) -> Plan:
    """Put in what was offered and sold, in the order of the calls."""
    for call in session.calls:
        if call.sale is not None:
            plan = put_sale(plan, _as_it_stands(plan, session, call.sale), at=at)
    return plan


def _as_it_stands(plan: Plan, session: CallSession, sale: Offer | Order) -> Offer | Order:
    """Return a sale whose activity and offer are still there: since the call the plan may have changed elsewhere."""
    row = row_of(plan, session)
    is_origin_gone = session.planned is not None and sale.activity == session.planned != row
    if isinstance(sale, Offer):
        return sale.changed_to(activity=row) if is_origin_gone else sale
    sale = sale.changed_to(origin=f"activity:{row}") if is_origin_gone else sale
    offer = plan.offers.get(sale.offer or "")
    stands = offer is not None and (offer.state == "won" or offer.state not in DECIDED)
    return sale if stands else sale.changed_to(offer=None)


def has_lost_its_offer(plan: Plan, session: CallSession) -> bool:
    """Say whether an order of the ended session stands without its offer, for that was decided otherwise meanwhile."""
    told = [call.order for call in session.calls if call.order is not None and call.order.offer is not None]
    return any(each.id in plan.orders and plan.orders[each.id].offer is None for each in told)


def _new_row(session: CallSession, now: dt.datetime) -> Activity:
    return Activity(
        id=session.id,
        title=session.title,
        channel=CHANNEL,
        type=TYPE,
        state=State.PLANNED,
        date=now.date(),
        unit="calls",
        quantity_planned=len({callee.id for callee in session.people}),
        audience=session.audience,
    )


def _people(session: CallSession) -> dict[str, object]:
    """Return the people of the row: who was reached, and every call."""
    reached = session.reached
    return {
        "customers": tuple(dict.fromkeys(callee.customer for callee in reached)),
        "contacts": tuple(dict.fromkeys(callee.contact for callee in reached if callee.contact is not None)),
        "calls": _calls(session),
    }


def _calls(session: CallSession) -> tuple[Call, ...]:
    return tuple(Call(contact=session.people[call.place].id, outcome=call.outcome) for call in session.calls)
