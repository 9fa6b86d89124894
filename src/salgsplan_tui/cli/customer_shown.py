"""A customer as people type it - an id or a name, its own or a contact's - and its whole card printed."""

from collections.abc import Sequence

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.customer_filter import CustomerFilter
from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.whom_to_call import Suggestion, whom_to_call
from salgsplan_tui.language import N_


def customer_meant(records: Sequence[CustomerRecord], words: Sequence[str]) -> CustomerRecord:
    """Return the customer whose id, or a contact's, begins so, or whose name has these words.

    Raises:
        MisuseError: no customer is named.
        NotFoundError: none fits, or several do.
    """
    asked = " ".join(words)
    if not asked:
        raise MisuseError(N_("Which customer? Give an id or a part of the name."))
    beginning = asked.lower()
    known = {id_: each for each in records for id_ in _ids(each)}
    if beginning in known:
        return known[beginning]
    found = {each.customer.id: each for id_, each in known.items() if id_.startswith(beginning)}
    if not found:
        by_name = CustomerFilter(words=tuple(asked.split()))
        found = {each.customer.id: each for each in records if by_name.names(each)}
    if not found:
        raise NotFoundError("no_customer", id=asked)
    if len(found) > 1:
        raise NotFoundError("ambiguous", id=asked, candidates=tuple(sorted(found)))
    return found.popitem()[1]


def _ids(record: CustomerRecord) -> tuple[str, ...]:
    return record.customer.id, *(contact.id for contact in record.customer.contacts)


def show_customer(
    call: Call, record: CustomerRecord, suggestions: Sequence[Suggestion], contact: str | None = None
) -> None:
    """Print everything about a customer; `contact` is the id of the one at it who was asked for."""
    from salgsplan_tui.tui.customer_page import CustomerRow  # noqa: PLC0415  # as above

    found = (each for each in suggestions if each.record.customer.id == record.customer.id)
    row = CustomerRow(record, next(found, None))
    if call.options.json:
        from salgsplan_tui.cli.customers_as_json import card_document  # noqa: PLC0415  # only for other programs

        document = card_document(call.plan, row, call.now.date())
        call.print_json({"customer": document} | ({} if contact is None else {"contact": contact}))
        return
    from salgsplan_tui.cli.text.customers import print_card  # noqa: PLC0415  # only for people

    print_card(call, row)


def show_meant(call: Call, text: str) -> None:
    """Print the card of the customer that a text means: its id or name, or a contact's.

    Raises:
        NotFoundError: none fits, or several do.
    """
    call.need_all()
    records = customer_records(call.plan, call.now)
    record = customer_meant(tuple(records.values()), (text,))
    beginning = text.lower()
    found = [each.id for each in record.customer.contacts if each.id.startswith(beginning)]
    contact = found[0] if len(found) == 1 and not record.customer.id.startswith(beginning) else None
    show_customer(call, record, whom_to_call(call.plan, records, call.now), contact)
