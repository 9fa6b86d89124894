"""Customers as other programs read them: stable English keys, amounts and points as strings, what is absent null."""

import datetime as dt

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.whom_to_call import Suggestion
from salgsplan_tui.language import language
from salgsplan_tui.tui.customer_page import CustomerRow


def customer_document(plan: Plan, row: CustomerRow, today: dt.date) -> Document:
    """Return one customer of a list."""
    record, customer = row.record, row.record.customer
    return {
        "id": customer.id,
        "name": customer.name,
        "kind": customer.kind,
        "class": customer.customer_class,
        "stage": customer.stage.value,
        "segment": customer.segment,
        "potential": _amount(customer.potential),
        "last_contact": _contact_on(record.last),
        "days_since_contact": record.days_since(today),
        "next_contact": _contact_on(record.next),
        "lacks_next_step": record.lacks_next_step,
        "open_offers": [_offer(each) for each in record.open_offers],
        "open_cases": [_case(each) for each in record.open_cases],
        "call": None if row.suggestion is None else _call(row.suggestion),
        "contacts": [_person(plan, each, today) for each in customer.contacts],
    }


def card_document(plan: Plan, row: CustomerRow, today: dt.date) -> Document:
    """Return everything about one customer."""
    record = row.record
    return customer_document(plan, row, today) | {
        "products": list(record.customer.products),
        "owner": record.customer.owner,
        "org_number": record.customer.org_number,
        "running_agreement": record.customer.running_agreement,
        "nps": nps_document(record.customer),
        "stage_changes": [
            {"from": each.from_.value, "to": each.to.value, "on": each.on.isoformat(), "reason": each.reason}
            for each in record.customer.stage_changes
        ],
        "activities": activity_documents(plan, record.rows),
        "offers": [_offer(each) for each in record.offers],
        "orders": [_order(each) for each in record.orders],
        "cases": [_case(each) for each in record.cases],
    }


def nps_document(customer: Customer) -> list[Document]:
    """Return what a customer answered when asked whether it would recommend us, as it was noted."""
    return [{"date": each.date.isoformat(), "score": each.score} for each in customer.nps]


def _amount(ore: int | None) -> str | None:
    return None if ore is None else text_from_ore(ore)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _contact_on(row: Activity | None) -> Document | None:
    return None if row is None else {"id": row.id, "date": _day(row.date), "title": row.title}


def _call(suggestion: Suggestion) -> Document:
    rule = suggestion.decision.rule
    return {
        "score": text_from_ore(rounded(suggestion.score * 100)),
        "reasons": [
            {"code": each.code, "points": text_from_ore(rounded(each.points * 100)), "days": each.number}
            for each in suggestion.reasons
        ],
        "contact": None if suggestion.contact is None else suggestion.contact.id,
        "verdict": suggestion.decision.verdict.value,
        "rule": None if rule is None else {"id": rule.id, "text": rule.says[language()], "source": rule.source},
    }


def _person(plan: Plan, contact: Contact, today: dt.date) -> Document:
    channels = [each.code for each in plan.channels.channels]  # a consent holds for a hidden one too
    return {
        "id": contact.id,
        "name": contact.name,
        "role": contact.role,
        "phone": contact.phone,
        "email": contact.email,
        "consents": [channel for channel in channels if contact.consents_to(channel, today)],
        "objects": contact.objection is not None,
    }


def _offer(offer: Offer) -> Document:
    return {
        "id": offer.id,
        "state": offer.state,
        "amount": text_from_ore(offer.amount),
        "sent": _day(offer.sent),
        "valid_until": _day(offer.valid_until),
        "probability": _amount(offer.probability),
        "decided": _day(offer.decided),
    }


def _order(order: Order) -> Document:
    return {
        "id": order.id,
        "date": _day(order.date),
        "amount": text_from_ore(order.amount),
        "offer": order.offer,
        "purchase_kind": order.purchase_kind,
        "cancelled": order.cancelled,
    }


def _case(case: ServiceCase) -> Document:
    return {
        "id": case.id,
        "title": case.title,
        "type": case.type,
        "state": case.state.value,
        "opened": case.opened.isoformat(timespec="minutes"),
    }
