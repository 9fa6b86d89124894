"""What is readable in the files and yet cannot be meant so: it is told by `check`, and never changed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.plan import UNPLACED, Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase

_Yearly = Offer | Order | ServiceCase


class Oddity(NamedTuple):
    """One thing that does not fit: in which file, in which row, and what."""

    file: str
    """The file's path inside the data folder."""
    id: str
    code: str
    """done_without_outcome, ends_before_start, unknown_channel, unknown_type, unknown_customer,
    unknown_contact, no_reason."""
    value: str = ""


def oddities(plan: Plan) -> Iterator[Oddity]:
    """Yield what does not fit, sheet by sheet in the order of the files."""
    contacts = {each.id for customer in plan.customers.values() for each in customer.contacts}
    for key in sorted(plan.sheets):
        for row in plan.sheets[key].activities.values():
            for code, value in _of(plan, row, contacts):
                yield Oddity(_sheet_file(key), row.id, code, value)
    yearly = [*_filed("sales", (*plan.offers.values(), *plan.orders.values())), *_filed("service", plan.cases.values())]
    for file, each in sorted(yearly, key=lambda found: found[0]):
        if each.customer not in plan.customers:
            yield Oddity(file, each.id, "unknown_customer", each.customer)
        if each.contact is not None and each.contact not in contacts | plan.customers.keys():
            yield Oddity(file, each.id, "unknown_contact", each.contact)


def _sheet_file(key: str) -> str:
    return f"{UNPLACED}.toml" if key == UNPLACED else f"weeks/{key[:4]}/{key}.toml"


def _filed(folder: str, rows: Iterable[_Yearly]) -> Iterator[tuple[str, _Yearly]]:
    yield from ((f"{folder}/{row.day.year:04}.toml", row) for row in rows if row.day is not None)


def _of(plan: Plan, row: Activity, contacts: set[str]) -> Iterator[tuple[str, str]]:
    if row.state is State.DONE and row.outcome is None:
        yield "done_without_outcome", ""
    if row.state is State.CANCELLED and row.reason is None:
        yield "no_reason", ""
    if _ends_before_start(row):
        yield "ends_before_start", str(row.end_date)
    yield from _unknown(plan, row, contacts)


def _ends_before_start(row: Activity) -> bool:
    return row.date is not None and row.end_date is not None and row.end_date < row.date


def _unknown(plan: Plan, row: Activity, contacts: set[str]) -> Iterator[tuple[str, str]]:
    if row.channel is not None and plan.channels.channel(row.channel) is None:
        yield "unknown_channel", row.channel
    elif row.type is not None and plan.channels.type(row.channel, row.type) is None:
        yield "unknown_type", row.type
    yield from (("unknown_customer", each) for each in row.customers if each not in plan.customers)
    yield from (("unknown_contact", each) for each in row.contacts if each not in contacts | plan.customers.keys())
