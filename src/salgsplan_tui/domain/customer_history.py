"""What is known of each customer at a moment: the last and the next contact, offers, orders, cases (S4, S15)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.customers import Customer, Stage, StageChange
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import order
from salgsplan_tui.domain.stages import LADDER, suggested

ACTIVE: Final = frozenset(LADDER) - {Stage.UNKNOWN}
"""The stages in which a customer should have a next step."""

_UNMET: Final = frozenset({Outcome.NO_ANSWER, Outcome.WRONG_PERSON})
"""The outcomes with which nobody was met."""
_WITH_PEOPLE: Final = frozenset({"customer", "service"})
_AHEAD: Final = dt.timedelta(days=366)
"""So far ahead a repeating activity is looked for."""


@dataclass(frozen=True)
class CustomerRecord:
    """One customer, and everything that has to do with it, oldest first."""

    customer: Customer
    rows: tuple[Activity, ...] = ()
    last: Activity | None = None
    """The newest activity in which somebody there was met, reached or written to."""
    next: Activity | None = None
    """The first open activity from today on."""
    offers: tuple[Offer, ...] = ()
    orders: tuple[Order, ...] = ()
    cases: tuple[ServiceCase, ...] = ()

    @cached_property
    def open_offers(self) -> tuple[Offer, ...]:
        """The offers that are out and not decided."""
        return tuple(offer for offer in self.offers if offer.is_open)

    @cached_property
    def open_cases(self) -> tuple[ServiceCase, ...]:
        """The service cases in which something remains to be done."""
        return tuple(case for case in self.cases if case.is_open)

    @property
    def offered(self) -> int:
        """What is out in open offers, in øre."""
        return sum(offer.amount for offer in self.open_offers)

    @property
    def bought(self) -> int:
        """What it has ordered, in øre."""
        return sum(each.net for each in self.orders)

    @property
    def last_order(self) -> dt.date | None:
        """The day of its newest order that was not called off."""
        return max((each.date for each in self.orders if not each.cancelled), default=None)

    @property
    def lacks_next_step(self) -> bool:
        """Say whether it is on its way and nothing is planned with it (S4)."""
        return self.customer.stage in ACTIVE and self.next is None

    def days_since(self, today: dt.date) -> int | None:
        """Return for how many days nobody there was contacted; None where nobody ever was."""
        last = None if self.last is None else self.last.date
        return None if last is None else max(0, (today - last).days)


@dataclass(frozen=True)
class Event:
    """Something that happened with a customer, or is going to."""

    day: dt.date | None
    what: Activity | Offer | Order | ServiceCase | StageChange


def customer_records(plan: Plan, now: dt.datetime) -> Mapping[str, CustomerRecord]:
    """Return what is known of every customer, by id, as far as the plan was read."""
    named = _rows_of(plan, now.date())
    offers, orders, cases = (_by_customer(part.values()) for part in (plan.offers, plan.orders, plan.cases))
    return {
        identity: CustomerRecord(
            customer=customer,
            rows=tuple(rows := sorted(named.get(identity, ()), key=order)),
            last=_last(plan, customer, rows),
            next=_next(plan, rows, now.date()),
            offers=tuple(each for each in offers.get(identity, ()) if isinstance(each, Offer)),
            orders=tuple(each for each in orders.get(identity, ()) if isinstance(each, Order)),
            cases=tuple(each for each in cases.get(identity, ()) if isinstance(each, ServiceCase)),
        )
        for identity, customer in plan.customers.items()
    }


def history(record: CustomerRecord) -> tuple[Event, ...]:
    """Return all that happened with a customer and is planned, the newest first; what has no day yet on top."""
    events = [Event(row.date or row.due, row) for row in record.rows]
    for part in (record.offers, record.orders, record.cases):
        events += [Event(each.day, each) for each in part]
    events += [Event(change.on, change) for change in record.customer.stage_changes]
    return tuple(sorted(events, key=lambda event: event.day or dt.date.max, reverse=True))


def suggested_stage(record: CustomerRecord) -> Stage | None:
    """Return the stage further on that orders, open offers or the last outcome point to; the person decides (3.6)."""
    stage = record.customer.stage
    orders = [each for each in record.orders if not each.cancelled]
    found = [suggested(stage, None if record.last is None else record.last.outcome)]
    if record.open_offers:
        found.append(suggested(stage, Outcome.OFFER_SENT))
    if any(each.purchase_kind == "additional" for each in orders):
        found.append(Stage.EXPANDED)
    if orders:
        found.append(Stage.REPURCHASED if len(orders) > 1 else Stage.BOUGHT)
    ahead = [each for each in found if each is not None and _is_ahead_of(each, stage)]
    return max(ahead, key=LADDER.index, default=None)


def _is_ahead_of(stage: Stage, now: Stage) -> bool:
    if now is Stage.NOT_TARGET:
        return False
    return now not in LADDER or LADDER.index(stage) > LADDER.index(now)


def people_in(row: Activity) -> frozenset[str]:
    """Return the ids of everybody a row names: customers, contacts, and those who were called in it."""
    return frozenset((*row.customers, *row.contacts, *(call.contact for call in row.calls)))


def _rows_of(plan: Plan, today: dt.date) -> dict[str, list[Activity]]:
    firms = {contact.id: identity for identity, each in plan.customers.items() for contact in each.contacts}
    firms |= {identity: identity for identity in plan.customers}
    found: dict[str, list[Activity]] = {}
    for row in (*plan.stored(), *_first_occurrences(plan, today)):
        if row.customers or row.contacts or row.calls:
            for identity in {firms[each] for each in people_in(row) if each in firms}:
                found.setdefault(identity, []).append(row)
    return found


def _first_occurrences(plan: Plan, today: dt.date) -> Iterator[Activity]:
    """Yield of each repeating activity with people the next occurrence that nobody has touched."""
    span = Span(today, today + _AHEAD)
    wanted = {series.id for series in plan.series.values() if people_in(series.activity)}
    seen: set[str | None] = set()
    for row in plan.occurrences(span) if wanted else ():
        if row.series in wanted and row.series not in seen:
            seen.add(row.series)
            yield row


def _by_customer(parts: Iterable[Offer | Order | ServiceCase]) -> dict[str, list[Offer | Order | ServiceCase]]:
    found: dict[str, list[Offer | Order | ServiceCase]] = {}
    for each in parts:
        found.setdefault(each.customer, []).append(each)
    return found


def _last(plan: Plan, customer: Customer, rows: Iterable[Activity]) -> Activity | None:
    ids = {customer.id, *(contact.id for contact in customer.contacts)}
    met = (row for row in rows if row.state is State.DONE and row.date is not None and _met(plan, row, ids))
    return max(met, key=lambda row: (row.date or dt.date.min, row.start or dt.time.min, row.id), default=None)


def _met(plan: Plan, row: Activity, ids: set[str]) -> bool:
    """Say whether somebody with one of these ids was met, reached or written to; what goes to all meets nobody."""
    if not _is_with_people(plan, row):
        return False
    own = [call.outcome for call in row.calls if call.contact in ids]
    if own:
        return any(outcome not in _UNMET for outcome in own)
    return bool(ids & {*row.customers, *row.contacts}) and row.outcome not in _UNMET


def _is_with_people(plan: Plan, row: Activity) -> bool:
    channel = plan.channels.channel(row.channel)
    return row.kind in _WITH_PEOPLE and (channel is None or channel.form != "one_to_many")


def _next(plan: Plan, rows: Iterable[Activity], today: dt.date) -> Activity | None:
    ahead = [
        row
        for row in rows
        if row.is_open and row.state is not State.DRAFT and _is_with_people(plan, row) and _is_ahead(row, today)
    ]
    return min(ahead, key=_when, default=None)


def _is_ahead(row: Activity, today: dt.date) -> bool:
    return row.span is not None and row.span.end > today


def _when(row: Activity) -> tuple[dt.date, dt.time, str]:
    """Return what the next steps are sorted by: a row of a week or month comes last in it."""
    last = row.span.last if row.span is not None else dt.date.max
    return row.date or row.due or last, row.start or dt.time.max, row.id
