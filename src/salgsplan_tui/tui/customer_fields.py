"""The fields of a customer and of a contact: what stands in them, and what is made of what was typed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from salgsplan_tui.domain.contact_rules import ELECTRONIC
from salgsplan_tui.domain.customers import AddressKind, Consent, Contact, Customer, CustomerKind, Request, Reservation
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.nps import score_of, with_answer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount, long_date
from salgsplan_tui.tui.customer_labels import address_name, kind_name
from salgsplan_tui.tui.dialogs.form_fields import written_amount, written_day
from salgsplan_tui.tui.dialogs.item_words import amount_of
from salgsplan_tui.tui.dialogs.reading import Read, ReadDays
from salgsplan_tui.tui.dialogs.record_fields import Meant, Options, RecordField

_YES: Final = "yes"
_FIRST_YEAR: Final = 1900
_YEAR_FIGURES: Final = 4


@dataclass(frozen=True)
class Reader:
    """How typed words are understood."""

    read: Read
    days: ReadDays
    """Reads words for days that may have passed."""

    def amount(self, text: str) -> Meant:
        """Read an amount."""
        if not text.strip():
            return Meant()
        ore = amount_of(text, self.read)
        return Meant(ore, amount(ore))

    def day(self, text: str) -> Meant:
        """Read a day."""
        if not text.strip():
            return Meant()
        span = self.days(text.strip())
        if len(span) != 1:
            raise NotUnderstoodError("not_a_day", text=text.strip())
        return Meant(span.start, long_date(span.start))

    def day_or_year(self, text: str) -> Meant:
        """Read a day, or only a year."""
        plain = text.strip()
        if len(plain) == _YEAR_FIGURES and plain.isascii() and plain.isdigit() and int(plain) >= _FIRST_YEAR:
            return Meant(int(plain))
        return self.day(text)


def _name(text: str) -> Meant:
    if not text.strip():
        raise NotUnderstoodError("name_needed")
    return Meant(" ".join(text.split()))


def _several(text: str) -> Meant:
    return Meant(tuple(part for each in text.split(",") if (part := each.strip())))


def _nps(text: str) -> Meant:
    return Meant(score_of(text)) if text.strip() else Meant()


def _is_yes(text: str) -> Meant:
    return Meant(text == _YES)


def _picked(text: str) -> Meant:
    return Meant(text or None)


def _yes_or_no() -> Options:
    return (("", _("no")), (_YES, _("yes")))


def customer_fields(reader: Reader) -> tuple[RecordField, ...]:
    """Return the fields of a customer."""
    kinds = [(kind, kind_name(kind)) for kind in get_args(CustomerKind)]
    classes = [("", "–"), ("A", "A"), ("B", "B"), ("C", "C")]
    return (
        RecordField("name", N_("Name"), _name),
        RecordField("kind", N_("Kind"), _picked, kinds),
        RecordField("customer_class", N_("Class"), _picked, classes),
        RecordField("segment", N_("Segment")),
        RecordField("potential", N_("Potential a year"), reader.amount),
        RecordField("products", N_("Products"), _several),
        RecordField("owner", N_("Looked after by"), opens_group=True),
        RecordField("org_number", N_("Organisation number")),
        RecordField("established", N_("Established channel"), _is_yes, _yes_or_no()),
        RecordField("existing_since", N_("Customer since"), reader.day_or_year),
        RecordField("last_order", N_("Last order"), reader.day_or_year),
        RecordField("running_agreement", N_("Running agreement"), _is_yes, _yes_or_no()),
        RecordField("nps", N_("NPS today, 0–10"), _nps),
    )


def customer_texts(customer: Customer) -> dict[str, str]:
    """Return what stands in the fields of a customer."""
    return {
        "name": customer.name,
        "kind": customer.kind,
        "customer_class": customer.customer_class or "",
        "segment": customer.segment or "",
        "potential": written_amount(customer.potential or 0),
        "products": ", ".join(customer.products),
        "owner": customer.owner or "",
        "org_number": customer.org_number or "",
        "established": _YES if customer.established else "",
        "existing_since": _written(customer.existing_since),
        "last_order": _written(customer.last_order),
        "running_agreement": _YES if customer.running_agreement else "",
        "nps": "",
    }


def customer_values(customer: Customer, values: Mapping[str, object], today: dt.date) -> dict[str, object]:
    """Return the fields of a customer that the form changes; a score that was typed is an answer of today."""
    score = values["nps"]
    nps = with_answer(customer, score, today) if isinstance(score, int) else customer.nps
    return changed_fields(customer, {**values, "nps": nps})


def _written(when: dt.date | int | None) -> str:
    return str(when) if isinstance(when, int) else written_day(when)


def changed_fields(before: Customer | Contact, values: Mapping[str, object]) -> dict[str, object]:
    """Return those of the values that differ from what is known."""
    return {name: value for name, value in values.items() if getattr(before, name) != value}


_CONSENTS: Final = {f"consent_{channel}": channel for channel in ELECTRONIC}


def contact_fields(reader: Reader, plan: Plan) -> tuple[RecordField, ...]:
    """Return the fields of a contact."""
    channels = [("", "–"), *((each.code, plan.channels.name(each.code, language())) for each in plan.channels.shown)]
    kinds = [(kind, address_name(kind)) for kind in get_args(AddressKind)]
    consents = {channel: plan.channels.name(channel, language()) for channel in ELECTRONIC}
    return (
        RecordField("name", N_("Name"), _name),
        RecordField("role", N_("Role")),
        RecordField("phone", N_("Telephone")),
        RecordField("email", N_("E-mail")),
        RecordField("address_kind", N_("Address"), _picked, kinds),
        RecordField("preferred_channel", N_("Prefers"), _picked, channels),
        *(
            RecordField(
                name, _("Consent to {channel}").format(channel=consents[channel]), reader.day, opens_group=at == 0
            )
            for at, (name, channel) in enumerate(_CONSENTS.items())
        ),
        RecordField("reserved_phone", N_("Reserved, telephone"), _is_yes, _yes_or_no()),
        RecordField("reserved_mail", N_("Reserved, mail"), _is_yes, _yes_or_no()),
        RecordField("checked", N_("Register checked"), reader.day),
        RecordField("objects", N_("Wants no contact"), _is_yes, _yes_or_no()),
        RecordField("request", N_("Has asked for"), opens_group=True),
        RecordField("source", N_("Known from")),
        RecordField("informed", N_("Informed"), reader.day),
        RecordField("notes", N_("Notes"), is_long=True),
    )


def contact_texts(contact: Contact, today: dt.date) -> dict[str, str]:
    """Return what stands in the fields of a contact."""
    reservation = contact.reservation or Reservation()
    given = {each.channel: each.given for each in contact.consents if each.withdrawn is None or each.withdrawn > today}
    return {
        "name": contact.name,
        "role": contact.role or "",
        "phone": contact.phone or "",
        "email": contact.email or "",
        "address_kind": contact.address_kind,
        "preferred_channel": contact.preferred_channel or "",
        **{name: written_day(given.get(channel)) for name, channel in _CONSENTS.items()},
        "reserved_phone": _YES if reservation.phone else "",
        "reserved_mail": _YES if reservation.mail else "",
        "checked": written_day(reservation.checked),
        "objects": _YES if contact.objection else "",
        "request": contact.request.what if contact.request else "",
        "source": contact.source or "",
        "informed": written_day(contact.informed),
        "notes": contact.notes or "",
    }


_PLAIN: Final = ("name", "role", "phone", "email", "address_kind", "preferred_channel", "source", "informed", "notes")


def contact_values(contact: Contact, values: Mapping[str, object], today: dt.date) -> dict[str, object]:
    """Return the fields of a contact that the form changes; an objection that is made is not one of them."""
    made: dict[str, object] = {name: values[name] for name in _PLAIN}
    made["consents"] = _consents(contact, values, today)
    made["reservation"] = _reservation(values)
    made["request"] = _request(contact, values, today)
    if not values["objects"]:
        made["objection"] = None
    if made["source"] and not contact.source:
        made["source_date"] = contact.source_date or today
    return changed_fields(contact, made)


def _consents(contact: Contact, values: Mapping[str, object], today: dt.date) -> tuple[Consent, ...]:
    """Return the consents: a day that was taken out withdraws one today, another day is another consent."""
    kept = list(contact.consents)
    for name, channel in _CONSENTS.items():
        day = values[name]
        standing = [each for each in kept if each.channel == channel and (each.withdrawn or dt.date.max) > today]
        if any(each.given == day for each in standing):
            continue
        if isinstance(day, dt.date):
            kept = [*(each for each in kept if each not in standing), Consent(channel=channel, given=day)]
        else:
            kept = [each.changed_to(withdrawn=today) if each in standing else each for each in kept]
    return tuple(kept)


def _reservation(values: Mapping[str, object]) -> Reservation | None:
    phone, mail, checked = values["reserved_phone"], values["reserved_mail"], values["checked"]
    if not (phone or mail or checked):
        return None
    return Reservation(phone=bool(phone), mail=bool(mail), checked=checked if isinstance(checked, dt.date) else None)


def _request(contact: Contact, values: Mapping[str, object], today: dt.date) -> Request | None:
    what = values["request"]
    if not isinstance(what, str):
        return None
    if contact.request is not None and contact.request.what == what:
        return contact.request
    return Request(what=what, at=today)
