"""The rules for contacting people, held against the rows of a plan: who may not be contacted so (chapter 7.6)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.contact_rules import Approach, Case, ContactRule, Decision, Relation, Verdict, decide
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody in a row who may not be contacted so, or only with care."""

    who: str
    """The id of the contact, or of the customer where no contact is named."""
    name: str
    verdict: Verdict
    """Warn or block."""
    rule: ContactRule

    @property
    def is_block(self) -> bool:
        """Say whether the contact is forbidden."""
        return self.verdict is Verdict.BLOCK


def findings_of(plan: Plan, row: Activity, now: dt.datetime) -> tuple[Finding, ...]:
    """Return what the rules say against a row as it is planned, blocks first."""
    return _findings(plan, row, _approach(plan, row, now), starting=False)


def findings_now(plan: Plan, row: Activity, now: dt.datetime) -> tuple[Finding, ...]:
    """Return what the rules say against beginning a row now, blocks first."""
    approach = Approach(row.channel, _gate(plan, row), row.purpose, now.date(), now.time())
    return _findings(plan, row, approach, starting=True)


def is_blocked(plan: Plan, row: Activity, now: dt.datetime) -> bool:
    """Say whether an open row names somebody who may not be contacted so."""
    return row.is_open and any(each.is_block for each in findings_of(plan, row, now))


def any_blocked(plan: Plan, now: dt.datetime) -> bool:
    """Say whether that is so in any row that was read."""
    return any(is_blocked(plan, row, now) for sheet in plan.sheets.values() for row in sheet.open)


def reminders_of(plan: Plan, row: Activity, now: dt.datetime) -> tuple[ContactRule, ...]:
    """Return what to keep in mind when a row is carried out."""
    approach = _approach(plan, row, now)
    notes = (note for _case, decision in _decisions(plan, row, approach, starting=False) for note in decision.notes)
    return tuple({note.id: note for note in notes}.values())


def refuse_blocked(plan: Plan, row: Activity, now: dt.datetime, *, before: Activity | None = None) -> None:
    """Refuse to plan a row in which somebody may not be contacted so; what stood against it before is only marked.

    Raises:
        RefusedError: `contact_blocked`, with the person, the rule, and what would lift it.
    """
    if row.is_open:
        known = () if before is None else findings_of(plan, before, now)
        _refuse(findings_of(plan, row, now), {(each.who, each.rule.id) for each in known})


def refuse_to_start(plan: Plan, row: Activity, now: dt.datetime) -> None:
    """Refuse to begin a row in which somebody may not be contacted so now.

    Raises:
        RefusedError: `contact_blocked`, as above.
    """
    _refuse(findings_now(plan, row, now), set())


def _refuse(findings: Iterable[Finding], known: set[tuple[str, str]]) -> None:
    for each in findings:
        if each.is_block and (each.who, each.rule.id) not in known:
            rule = each.rule
            raise RefusedError(
                "contact_blocked", name=each.name, reason=rule.says, source=rule.source, lift=rule.lift, rule=rule.id
            )


def people_of(plan: Plan, row: Activity) -> Iterator[tuple[Customer, Contact | None]]:
    """Yield those a row is for: its contacts, and its customers of whom it names no contact."""
    found = [known for each in row.contacts if (known := plan.contact(each)) is not None]
    yield from found
    named = {customer.id for customer, _contact in found}
    for identity in row.customers:
        customer = plan.customers.get(identity)
        if customer is None or identity in named:
            continue
        alone = customer.contacts[0] if customer.is_person and customer.contacts else None
        yield customer, alone


def _findings(plan: Plan, row: Activity, approach: Approach, *, starting: bool) -> tuple[Finding, ...]:
    found = [
        Finding(_id(case), _name(case), decision.verdict, decision.rule)
        for case, decision in _decisions(plan, row, approach, starting=starting)
        if decision.rule is not None
    ]
    return tuple(sorted(found, key=lambda each: not each.is_block))


def _decisions(plan: Plan, row: Activity, approach: Approach, *, starting: bool) -> Iterator[tuple[Case, Decision]]:
    if not plan.contact_rules or row.kind in {"internal", "private"} or approach.purpose != "marketing":
        return
    for customer, contact in people_of(plan, row):
        case = Case(customer, contact, approach, _relation(plan, customer, contact, approach, starting=starting))
        yield case, decide(plan.contact_rules, case, plan.settings)


def _relation(
    plan: Plan, customer: Customer, contact: Contact | None, approach: Approach, *, starting: bool
) -> Relation:
    existing = customer.is_existing(approach.day, _last_order(plan, customer, approach.day))
    return Relation(
        existing=existing,
        first_approach=starting and not existing and not _was_met(plan, customer, contact),
        firm_objected=not customer.is_person and firm_objected(customer, contact, approach.channel),
    )


def _last_order(plan: Plan, customer: Customer, day: dt.date) -> dt.date | None:
    orders = plan.orders.values()
    days = (each.date for each in orders if each.customer == customer.id and each.date <= day and not each.cancelled)
    return max(days, default=None)


def firm_objected(customer: Customer, contact: Contact | None, channel: str | None) -> bool:
    """Say whether a firm has asked for no more contact: it itself, or all its people where none is named."""

    def said(each: Contact) -> bool:
        return each.objection is not None and each.objection.covers(channel)

    itself = any(said(each) for each in customer.contacts if each.id == customer.id)
    return itself or (contact is None and bool(customer.contacts) and all(map(said, customer.contacts)))


def _was_met(plan: Plan, customer: Customer, contact: Contact | None) -> bool:
    ids = {customer.id} | ({contact.id} if contact is not None else set())
    return any(row.state is State.DONE and ids & {*row.customers, *row.contacts} for row in plan.stored())


def _approach(plan: Plan, row: Activity, now: dt.datetime) -> Approach:
    """Return a row's approach; one that has no day yet, or whose day has passed, cannot come before today."""
    span, today = row.span, now.date()
    is_timed = row.date is not None and row.date >= today and row.end_date in {None, row.date}
    day = today if span is None else max(span.start, today)
    return Approach(row.channel, _gate(plan, row), row.purpose, day, row.start, row.minutes or 0, is_timed)


def _gate(plan: Plan, row: Activity) -> str | None:
    channel = plan.channels.channel(row.channel)
    return None if channel is None else channel.gate


def _id(case: Case) -> str:
    return case.customer.id if case.contact is None else case.contact.id


def _name(case: Case) -> str:
    return case.customer.name if case.contact is None else case.contact.name
