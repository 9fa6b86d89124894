"""The law's rules for contacting people: may this person be contacted so, now? (chapter 7.6).

The rules are dated data; here stands what their words mean. They hold for marketing only: what the customer asked for
and what concerns their own case is always allowed.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from salgsplan_tui.domain.activity import Purpose
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.holidays import is_holiday
from salgsplan_tui.domain.settings import WEEKDAYS, Settings

ELECTRONIC: Final = ("email", "sms", "direct_message")
"""The channels a consent is given for; an invitation by the electronic gate's other channels needs one of them."""
_PERSONAL: Final = frozenset({"sms", "direct_message"})
_WHEREVER: Final = "any"


class Who(StrEnum):
    """The columns of the decision table."""

    CONSUMER = "consumer"
    SOLE_TRADER = "sole_trader"
    PERSON = "person"
    """A named person in a firm."""
    FIRM = "firm"
    """The firm itself, or an address of it that is shared."""


class Verdict(StrEnum):
    """What a rule comes to, the mildest first; a note is a reminder and changes nothing."""

    ALLOW = "allow"
    NOTE = "note"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class ContactRule:
    """One rule: whom and which approach it concerns, when it applies, and what then."""

    id: str
    valid_from: dt.date
    then: Verdict
    source: str
    who: frozenset[Who]
    gates: frozenset[str]
    says: Mapping[str, str]
    """By language; it goes on after the person's name, and of a note is a sentence of its own."""
    lift: Mapping[str, str] | None = None
    """What would lift it, by language."""
    when: tuple[str, ...] = ()
    """The facts that must all hold."""
    unless: tuple[str, ...] = ()
    """The facts of which none may hold."""
    valid_until: dt.date | None = None
    """The last day, included."""
    weekdays: frozenset[str] = frozenset()
    hours: tuple[dt.time, dt.time] = (dt.time.min, dt.time.max)
    """The weekdays and hours in which it does not apply."""
    lowered_by: str | None = None
    """The setting that makes a warning of a block."""


@dataclass(frozen=True, slots=True)
class Approach:
    """How, why and when somebody is contacted."""

    channel: str | None
    gate: str | None
    """The set of rules the channel falls under: phone, mail, electronic, door."""
    purpose: Purpose
    day: dt.date
    start: dt.time | None = None
    minutes: int = 0
    is_timed: bool = True
    """Whether the day is sure; a row of a week or month may lie on any day of it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What lies between the seller's firm and the one who is contacted."""

    existing: bool = False
    """An order in the last twelve months or a running agreement."""
    own_goods: bool = True
    """Offered are the firm's own goods or services, corresponding to what was bought."""
    address_from_sale: bool = True
    """The address was given in a sale."""
    easy_way_out: bool = True
    """Each message tells how to be spared the next."""
    first_approach: bool = False
    """It begins now, and nobody has been in contact before."""
    firm_objected: bool = False
    """The firm itself has asked for no more contact."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a decision rests on; without a contact the customer itself is meant."""

    customer: Customer
    contact: Contact | None
    approach: Approach
    relation: Relation = Relation()

    @property
    def who(self) -> Who:
        """The column of the table it falls into."""
        if self.customer.is_person:
            return Who(self.customer.kind)
        if self.contact is None or self.contact.id == self.customer.id:
            return Who.FIRM
        by_mail = self.approach.gate == "electronic" and self.approach.channel not in _PERSONAL
        return Who.FIRM if by_mail and self.contact.address_kind == "generic" else Who.PERSON


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be done, the rule that says so, and the reminders that go with it."""

    verdict: Verdict
    rule: ContactRule | None = None
    notes: tuple[ContactRule, ...] = ()


_ALLOWED: Final = Decision(Verdict.ALLOW)
_SEVERITY: Final = tuple(Verdict)


def decide(rules: tuple[ContactRule, ...], case: Case, settings: Settings) -> Decision:
    """Return whether somebody may be contacted so: the most severe rule that applies decides."""
    if case.approach.purpose != "marketing":
        return _ALLOWED
    found = [rule for rule in rules if _applies(rule, case)]
    notes = tuple(rule for rule in found if rule.then is Verdict.NOTE)
    worst = max(
        ((_verdict(rule, settings), rule) for rule in found if rule.then is not Verdict.NOTE),
        key=lambda pair: _SEVERITY.index(pair[0]),
        default=None,
    )
    return Decision(Verdict.ALLOW, None, notes) if worst is None else Decision(*worst, notes)


def _verdict(rule: ContactRule, settings: Settings) -> Verdict:
    lowered = rule.lowered_by == "firm_email" and settings.firm_email == "warn"
    return Verdict.WARN if lowered else rule.then


def _applies(rule: ContactRule, case: Case) -> bool:
    day = case.approach.day
    if day < rule.valid_from or (rule.valid_until is not None and day > rule.valid_until):
        return False
    if case.who not in rule.who or not rule.gates & {_WHEREVER, case.approach.gate}:
        return False
    return all(FACTS[fact](rule, case) for fact in rule.when) and not any(
        FACTS[fact](rule, case) for fact in rule.unless
    )


def _forgotten(_rule: ContactRule, case: Case) -> bool:
    return case.contact is not None and case.contact.is_forgotten


def _objected(_rule: ContactRule, case: Case) -> bool:
    objection = None if case.contact is None else case.contact.objection
    return case.relation.firm_objected or (objection is not None and objection.covers(case.approach.channel))


def _reserved_phone(_rule: ContactRule, case: Case) -> bool:
    return case.contact is not None and case.contact.reservation is not None and case.contact.reservation.phone


def _reserved_mail(_rule: ContactRule, case: Case) -> bool:
    return case.contact is not None and case.contact.reservation is not None and case.contact.reservation.mail


def _register_not_checked(_rule: ContactRule, case: Case) -> bool:
    reservation = None if case.contact is None else case.contact.reservation
    checked = None if reservation is None else reservation.checked
    return checked is None or checked < case.approach.day.replace(day=1)


def _outside_hours(rule: ContactRule, case: Case) -> bool:
    approach = case.approach
    if not approach.is_timed:
        return False
    if WEEKDAYS[approach.day.weekday()] not in rule.weekdays or is_holiday(approach.day):
        return True
    return approach.start is not None and is_outside(rule.hours, approach)


def is_outside(hours: tuple[dt.time, dt.time], approach: Approach) -> bool:
    """Say whether an approach that begins at a time does so outside these hours, or lasts beyond them."""
    begins = dt.datetime.combine(approach.day, approach.start or dt.time.min)
    first, last = (dt.datetime.combine(approach.day, each) for each in hours)
    return begins < first or begins >= last or begins + dt.timedelta(minutes=approach.minutes) > last


def _no_consent(_rule: ContactRule, case: Case) -> bool:
    approach = case.approach
    channels = (approach.channel,) if approach.channel in ELECTRONIC else ELECTRONIC
    return case.contact is None or not any(case.contact.consents_to(each, approach.day) for each in channels)


def _existing_customer(_rule: ContactRule, case: Case) -> bool:
    return case.relation.existing and case.relation.own_goods


def _existing_address(rule: ContactRule, case: Case) -> bool:
    relation = case.relation
    return _existing_customer(rule, case) and relation.address_from_sale and relation.easy_way_out


def _requested(_rule: ContactRule, case: Case) -> bool:
    request = None if case.contact is None else case.contact.request
    return request is not None and request.at <= case.approach.day


def _first_approach(_rule: ContactRule, case: Case) -> bool:
    return case.relation.first_approach


FACTS: Final[Mapping[str, Callable[[ContactRule, Case], bool]]] = {
    "forgotten": _forgotten,
    "objected": _objected,
    "reserved_phone": _reserved_phone,
    "reserved_mail": _reserved_mail,
    "register_not_checked": _register_not_checked,
    "outside_hours": _outside_hours,
    "no_consent": _no_consent,
    "existing_customer": _existing_customer,
    "existing_address": _existing_address,
    "requested": _requested,
    "first_approach": _first_approach,
}
"""The facts that rules speak of."""
