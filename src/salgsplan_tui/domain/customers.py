"""Customers and their contacts: whom an activity is for (chapter 3.2)."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Before, Day, Id, Key, Moment, Texts, Value, within

CustomerKind = Literal["consumer", "company", "sole_trader", "public", "distributor", "media", "organisation"]
AddressKind = Literal["personal", "generic"]

PERSONS: Final = frozenset({"consumer", "sole_trader"})
"""The kinds of customers that are natural persons themselves."""
NAMELESS: Final = "–"
"""The name that is left of a person who was forgotten (chapter 7.5)."""

EVERY_CHANNEL: Final = "all"

BEST_SCORE: Final = 10
"""The best answer to whether a customer would recommend us; 0 is the worst."""

_EXISTING_DAYS: Final = 365


class Stage(StrEnum):
    """How far a customer has come towards buying (chapter 3.6); the last three stand beside the ladder."""

    UNKNOWN = "unknown"
    LEAD = "lead"
    CONTACTED = "contacted"
    INTERESTED = "interested"
    NEED_CLEAR = "need_clear"
    OFFERED = "offered"
    BOUGHT = "bought"
    REPURCHASED = "repurchased"
    EXPANDED = "expanded"
    AMBASSADOR = "ambassador"
    DORMANT = "dormant"
    LOST = "lost"
    NOT_TARGET = "not_target"


class StageChange(Value):
    """One step of a customer from stage to stage (S4)."""

    from_: Annotated[Stage, Key("from")]
    to: Stage
    on: Day
    reason: str | None = None


def _channels(value: object) -> object:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


class Objection(Value):
    """A contact's own word that it wants no more marketing (chapter 7.5)."""

    channels: Annotated[tuple[str, ...], Before(_channels)] = (EVERY_CHANNEL,)
    """The channels it means; "all" for every one."""
    at: Moment

    def covers(self, channel: str | None) -> bool:
        """Say whether it reaches this channel."""
        return EVERY_CHANNEL in self.channels or channel in self.channels


class Consent(Value):
    """A contact's word that it may be written to in a channel (chapter 7.6)."""

    channel: str
    given: Day
    how: str | None = None
    text: str | None = None
    """What the person was told and said yes to."""
    withdrawn: Day | None = None


class Reservation(Value):
    """What the seller found in the register of reservations; the program looks nothing up itself (chapter 7.6)."""

    phone: bool = False
    mail: bool = False
    checked: Day | None = None
    """The day the register was looked into."""


class Request(Value):
    """What a contact has asked this firm for, so that it may be answered."""

    what: str
    at: Day


class StopRow(Value):
    """What is left of a person who was forgotten, so that an import does not bring them back (chapter 7.5)."""

    on: Day
    salt: str
    keys: Texts = ()
    """Hashes of the e-mail address and telephone number, which tell nobody what they were."""


class Contact(Value):
    """A person at a customer."""

    id: Id
    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    address_kind: AddressKind = "personal"
    """Whether the e-mail address is the person's own or the firm's, such as post@firm.no."""
    preferred_channel: str | None = None
    source: str | None = None
    """Where the seller has the contact from."""
    source_date: Day | None = None
    informed: Day | None = None
    """The day the person was told that they are kept here (GDPR article 14)."""
    consents: Annotated[tuple[Consent, ...], AsTuple] = ()
    reservation: Reservation | None = None
    objection: Objection | None = None
    request: Request | None = None
    notes: str | None = None
    retention_review: Day | None = None
    """The day to look whether the contact must still be kept."""
    stop: StopRow | None = None

    @property
    def is_forgotten(self) -> bool:
        """Say whether nothing but a stop row is left of the person."""
        return self.stop is not None

    def consents_to(self, channel: str | None, day: dt.date) -> bool:
        """Say whether a consent to this channel stands on a day."""
        return any(
            each.channel == channel and each.given <= day and (each.withdrawn is None or day < each.withdrawn)
            for each in self.consents
        )


class NpsAnswer(Value):
    """What a customer answered when asked whether it would recommend us (chapter 4.12)."""

    date: Day
    score: Annotated[int, within(0, BEST_SCORE)]


class Customer(Value):
    """A firm, a public body or a private person; a consumer is its own only contact."""

    id: Id
    name: str
    kind: CustomerKind = "company"
    customer_class: Annotated[Literal["A", "B", "C"] | None, Key("class")] = None
    stage: Stage = Stage.UNKNOWN
    segment: str | None = None
    potential: Amount | None = None
    """What it could buy for in a year."""
    products: Texts = ()
    """The products to talk about with it."""
    owner: str | None = None
    """The seller who looks after it."""
    org_number: str | None = None
    established: bool = False
    """Whether it is a known, well-established way to the market (S17)."""
    existing_since: Day | int | None = None
    """The day or year it became a customer."""
    last_order: Day | int | None = None
    """The day or year of its last order."""
    running_agreement: bool = False
    stage_changes: Annotated[tuple[StageChange, ...], AsTuple] = ()
    nps: Annotated[tuple[NpsAnswer, ...], AsTuple] = ()
    contacts: Annotated[tuple[Contact, ...], AsTuple] = ()
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def is_person(self) -> bool:
        """Say whether the customer is a natural person, as a consumer or a sole trader is."""
        return self.kind in PERSONS

    def is_existing(self, day: dt.date, last_order: dt.date | None = None) -> bool:
        """Say whether it is a customer on a day: an order in the last twelve months or a running agreement (7.6).

        `last_order` is the newest order that the sales tell of; of a bare year its first day counts.
        """
        known = [each for each in (last_order, _first_day(self.last_order)) if each is not None and each <= day]
        return self.running_agreement or (bool(known) and (day - max(known)).days <= _EXISTING_DAYS)


def _first_day(when: dt.date | int | None) -> dt.date | None:
    return dt.date(when, 1, 1) if isinstance(when, int) else when
