"""How a contact is reached, and what it has allowed and forbidden, in words (chapter 7.5, 7.6)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.customers import EVERY_CHANNEL, Contact
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.tui.customer_labels import address_name

Told = tuple[str, str]
"""A text, and the name of its style."""


def reach_words(contact: Contact) -> list[str]:
    """Return telephone number and e-mail address in a line, where there are any."""
    address = contact.email or ""
    if contact.email and contact.address_kind == "generic":
        address = f"{contact.email} ({address_name(contact.address_kind)})"
    parts = (f"☎ {contact.phone}" if contact.phone else "", f"@ {address}" if address else "")
    words = "   ".join(part for part in parts if part)
    return [words] if words else []


def permission_words(plan: Plan, contact: Contact, today: dt.date, *, is_person: bool) -> list[Told]:
    """Return what the contact has said about being contacted, what it must be spared coming first."""
    return [
        *_objection(plan, contact),
        *_reservation(contact, is_person=is_person),
        *_consents(plan, contact, today),
        *_other(contact),
    ]


def _channel(plan: Plan, code: str) -> str:
    return plan.channels.name(code, language())


def _objection(plan: Plan, contact: Contact) -> Iterator[Told]:
    objection = contact.objection
    if objection is None:
        return
    day = short_date(objection.at.date())
    if EVERY_CHANNEL in objection.channels:
        yield _("⊘ does not want contact, said {date}").format(date=day), "warning"
    else:
        channels = ", ".join(_channel(plan, each) for each in objection.channels)
        yield _("⊘ does not want {channels}, said {date}").format(channels=channels, date=day), "warning"


def _reservation(contact: Contact, *, is_person: bool) -> Iterator[Told]:
    found = contact.reservation
    if found is None or found.checked is None:
        if is_person:
            yield _("! the register of reservations was not checked"), "warning"
        return
    kinds = [word for word, is_so in ((_("telephone"), found.phone), (_("mail"), found.mail)) if is_so]
    day = short_date(found.checked)
    if kinds:
        words = _("⊘ reserved against {kinds}, checked {date}").format(kinds=", ".join(kinds), date=day)
        yield words, "warning"
    else:
        yield _("not reserved, checked {date}").format(date=day), "muted"


def _consents(plan: Plan, contact: Contact, today: dt.date) -> Iterator[Told]:
    for consent in contact.consents:
        channel, day = _channel(plan, consent.channel), short_date(consent.given)
        if consent.withdrawn is not None and consent.withdrawn <= today:
            taken = short_date(consent.withdrawn)
            yield _("consent to {channel} withdrawn {date}").format(channel=channel, date=taken), "warning"
        else:
            yield _("consent to {channel}, {date}").format(channel=channel, date=day), "muted"


def _other(contact: Contact) -> Iterator[Told]:
    if contact.request is not None:
        what, day = contact.request.what, short_date(contact.request.at)
        yield _("has asked for: {what} ({date})").format(what=what, date=day), "muted"
    if contact.source:
        yield _("from: {source}").format(source=contact.source), "muted"
    if contact.informed is not None:
        yield _("informed {date}").format(date=short_date(contact.informed)), "muted"
