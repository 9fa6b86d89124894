"""A person as people type them: an id or its unique beginning, or a name."""

from collections.abc import Iterator

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_


def person_meant(call: Call, text: str) -> str:
    """Return the id of the person that a text means.

    Raises:
        MisuseError: it means a firm.
        NotFoundError: it means nobody, or several; tells whom.
    """
    wanted = fold(text.strip().removeprefix("@"))
    people = {contact.id: (customer, contact) for customer, contact in _people(call.plan)}
    if wanted in people:
        return wanted
    _refuse_firm(call.plan, wanted)
    found = [each for each in people if each.startswith(wanted)] if wanted else []
    names = [each for each, (_customer, contact) in people.items() if fold(contact.name) == wanted]
    parts = [each for each, (_customer, contact) in people.items() if wanted in fold(contact.name).split()]
    for ids in (names, found, parts):
        if len(ids) == 1:
            return ids[0]
        if ids:
            told = tuple(f"{each} ({people[each][1].name})" for each in ids)
            raise NotFoundError("ambiguous", id=text, candidates=told)
    raise NotFoundError("no_contact", id=text)


def _people(plan: Plan) -> Iterator[tuple[Customer, Contact]]:
    for customer in plan.customers.values():
        if customer.is_person and not customer.contacts:
            yield customer, Contact(id=customer.id, name=customer.name)
        for contact in customer.contacts:
            yield customer, contact


def _refuse_firm(plan: Plan, wanted: str) -> None:
    for customer in plan.customers.values():
        if not customer.is_person and wanted in {customer.id, fold(customer.name)}:
            people = ", ".join(f"{each.id} ({each.name})" for each in customer.contacts) or "–"
            raise MisuseError(N_("{firm} is a firm. Say whom there: {people}."), firm=customer.name, people=people)
