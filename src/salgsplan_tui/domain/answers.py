"""Answers to what many have met: how many, and who asked; each who is new becomes a lead from there (chapter 5.3)."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain import life
from salgsplan_tui.domain.customer_edits import add_contact, add_customer
from salgsplan_tui.domain.customers import Contact, Customer, Stage
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add.mentions import is_legal_form
from salgsplan_tui.domain.quick_add.whom import kind_of_firm
from salgsplan_tui.domain.quick_add.words import Words

_WRITTEN: Final = re.compile(r"\s*(?:(?P<number>\d{1,6})(?!\d))?\s*(?P<names>.*?)\s*", re.ASCII | re.DOTALL)
_WITH_FIRM: Final = re.compile(r"(?P<name>[^()]+?)\s*\((?P<firm>[^()]+)\)")


@dataclass(frozen=True)
class Asker:
    """Somebody who asked: a person, perhaps of a firm, or a firm."""

    name: str
    firm: str | None = None


@dataclass(frozen=True)
class Answers:
    """How many answers came, and who is known to have sent one."""

    number: int
    askers: tuple[Asker, ...] = ()


def answers_meant(text: str) -> Answers:
    """Return what «3», «3 Kari Nordmann, Ola Hansen (Berg AS)» or names alone mean.

    Raises:
        NotUnderstoodError: it is neither a number nor names.
    """
    found = _WRITTEN.fullmatch(text)
    askers = tuple(map(_asker, _names(found["names"]))) if found else ()
    if found is None or not (found["number"] or askers):
        raise NotUnderstoodError("not_answers", text=text.strip())
    return Answers(max(int(found["number"] or 0), len(askers)), askers)


def _names(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(",") if any(map(str.isalpha, part)))


def _asker(text: str) -> Asker:
    found = _WITH_FIRM.fullmatch(text)
    return Asker(text) if found is None else Asker(found["name"], found["firm"].strip())


@dataclass(frozen=True)
class Arrival:
    """What taking in those who asked needs: the words that tell a firm, ids that nothing bears, and when it is."""

    words: Words
    ids: tuple[str, ...]
    today: dt.date
    at: dt.datetime


def ids_needed(answers: Answers) -> int:
    """Return how many new ids the answers can need: a firm and a person for each who asked."""
    return 2 * len(answers.askers)


def respond(plan: Plan, identity: str, answers: Answers, arrival: Arrival) -> Plan:
    """Add answers to something done; who asked and is not known yet becomes a lead that is from there.

    Raises:
        RefusedError: it is not done yet.
    """
    source = plan.activity(identity).title
    plan = life.respond(plan, identity, number=answers.number, at=arrival.at)
    ids = iter(arrival.ids)
    for asker in answers.askers:
        plan = _with_asker(plan, asker, source, arrival, lambda: next(ids))
    return plan


def _with_asker(plan: Plan, asker: Asker, source: str, arrival: Arrival, new_id: Callable[[], str]) -> Plan:
    is_firm = asker.firm is None and is_legal_form(arrival.words, asker.name.rpartition(" ")[2])
    if asker.firm is None and not is_firm:
        if _known(plan.customers.values(), asker.name) or _is_contact(plan, asker.name):
            return plan
        own = new_id()
        person = Contact(id=own, name=asker.name, source=source, source_date=arrival.today)
        lead = Customer(id=own, name=asker.name, kind="consumer", stage=Stage.LEAD, contacts=(person,))
        return add_customer(plan, lead, at=arrival.at)
    name = asker.firm or asker.name
    firm = _known(plan.customers.values(), name)
    if firm is None:
        firm = Customer(id=new_id(), name=name, kind=kind_of_firm(arrival.words, name), stage=Stage.LEAD)
        plan = add_customer(plan, firm, at=arrival.at)
    if asker.firm is None or any(fold(each.name) == fold(asker.name) for each in firm.contacts):
        return plan
    contact = Contact(id=new_id(), name=asker.name, source=source, source_date=arrival.today)
    return add_contact(plan, firm.id, contact, at=arrival.at)


def _known(customers: Iterable[Customer], name: str) -> Customer | None:
    return next((each for each in customers if fold(each.name) == fold(name)), None)


def _is_contact(plan: Plan, name: str) -> bool:
    return any(fold(each.name) == fold(name) for customer in plan.customers.values() for each in customer.contacts)
