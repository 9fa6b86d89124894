"""A plan with a word of its own in every field that nobody but the seller is to read, for to look for in documents."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, get_type_hints

from salgsplan_tui.domain.activity import Activity, CostItem, Reschedule, State
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.fields import Texts, Value
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sheet import Review
from salgsplan_tui.domain.wages import Wage
from tests.sample import sample_plan

OWN: Final = "Zqhemmelig"
"""What every word begins with that is for the seller alone."""
PERSON: Final = "Zqperson"
"""What the names of people begin with, which are told only where the seller chooses to."""
SHARED: Final = "Zqdelt"
"""What the seller has shared."""
WAGES: Final = (Wage(id="2027-01-20", date=dt.date(2027, 1, 20), gross=98_765_43),)
GROSS: Final = ("98765", "98 765", "98,765")
_CODES: Final = frozenset({"channel", "type", "unit", "customer_class", "preferred_channel", "variant", "kind", "line"})
"""Fields that are codes or stand for what is known elsewhere."""


def texts_of(kind: type[Value]) -> Iterator[str]:
    """Yield the fields of a kind of value in which a person writes what they like."""
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if hint in (str, str | None, Texts) and name not in _CODES:
            yield name


def marked(value: Value, mark: str, *besides: str) -> dict[str, object]:
    """Return changes that put a word of its own into every text of a value, but for some fields."""
    hints = get_type_hints(type(value), include_extras=True)
    words = {name: f"{mark}{type(value).__name__}{name.replace('_', '')}" for name in texts_of(type(value))}
    return {
        name: (word,) if hints[name] == Texts else word for name, word in words.items() if name not in {"id", *besides}
    }


def marked_plan() -> Plan:
    """Return the sample's plan with such words in its private rows, its people, its notes and its looks back."""
    plan = sample_plan()
    for row in _private_rows():
        plan = plan.with_activity(row)
    for identity in ("a22", "a24", "a25", "a27", "a31", "a35"):  # told rows, but not all of what is noted in them
        row = plan.activity(identity)
        told = ("title", "audience", "place", "goal", "programme", "from_", "to")
        plan = plan.with_activity(row.changed_to(**marked(row, OWN, *told)))
    named = plan.activity("a27").changed_to(title=f"ring {PERSON.lower()}for om tilbudet til {PERSON}etter")
    plan = plan.with_activity(named.changed_to(contacts=(plan.customers["k01"].contacts[0].id,)))
    review = Review(f"{OWN}worked", f"{OWN}change")
    programme = plan.sales_plans["q1-2027"].changed_to(title=f"Kvartalet med {PERSON}for")
    return replace(
        plan,
        sales_plans={**plan.sales_plans, programme.id: programme},
        sheets={key: replace(sheet, review=review) for key, sheet in plan.sheets.items()},
        customers={key: _customer(each) for key, each in plan.customers.items()},
        offers={key: each.changed_to(**marked(each, OWN)) for key, each in plan.offers.items()},
        orders={key: each.changed_to(**marked(each, OWN, "origin")) for key, each in plan.orders.items()},
        cases={key: each.changed_to(**marked(each, OWN, "title", "cause")) for key, each in plan.cases.items()},
        reflections={each.id: each for each in _reflections()},
        leave={**plan.leave, _leave().id: _leave()},
    )


def _private_rows() -> Iterator[Activity]:
    """Yield a private row of each sort, in the week gone by, this one, the next ones and the next quarter."""
    for number, day in enumerate(("2027-02-11", "2027-02-18", "2027-02-25", "2027-03-11", "2027-04-15")):
        for kind in ("customer", "private"):
            row = Activity(
                id=f"p{number}{kind[0]}",
                channel="meeting",
                kind=kind,
                private=kind == "customer",
                state=State.DONE if number == 0 else State.PLANNED,
                date=dt.date.fromisoformat(day),
                start=dt.time(7),
                minutes=60,
                customers=("k03",),
                quantity_planned=1,
                costs=(CostItem(planned=100_00).changed_to(**marked(CostItem(), OWN)),),
            )
            moved = Reschedule(from_="2027-02-01", to=day, reason_text=f"{OWN}Rescheduled")
            yield row.changed_to(**marked(row, OWN), reschedules=(moved,))


def _customer(customer: Customer) -> Customer:
    people = tuple(
        contact.changed_to(**marked(contact, OWN, "name"), name=f"{PERSON}for {PERSON}etter")
        for contact in customer.contacts
    )
    changes = tuple(each.changed_to(**marked(each, OWN)) for each in customer.stage_changes)
    told = customer.changed_to(**marked(customer, OWN, "name"), contacts=people, stage_changes=changes)
    return told.changed_to(name=f"{PERSON}kunde") if customer.is_person else told


def _reflections() -> Iterator[Reflection]:
    """Yield looks back that nobody is told of, and one that is shared, of a case and of a week."""
    for case in ("s2", None):
        for shared in (False, True):
            name = f"r{case or 'w'}{int(shared)}"
            made = Reflection(id=name, date=dt.date(2027, 2, 10), case=case, knowledge=4, tolerance=3, shared=shared)
            yield made.changed_to(**marked(made, SHARED if shared else OWN))


def _leave() -> Leave:
    day = dt.date(2027, 2, 26)
    return Leave(id="2027-02-26", title=f"{OWN}Leave", start=day, end=day)
