"""Everything about one person as text, to be given to them (GDPR article 15)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Consent, Contact, Customer
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.insight import Insight, Part
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount, short_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_labels import address_name, kind_name, stage_name
from salgsplan_tui.tui.dialogs.details_lines import Field, field_lines
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.lines import Part as Piece
from salgsplan_tui.tui.row_text import Rows, row_lines


def insight_lines(rows: Rows, found: Insight, room: int) -> Iterator[Line]:
    """Yield the page: who it is, what was agreed to, then every activity, offer, order, case and mention."""
    told = [field for field in _fields(rows, found) if field.text]
    yield from field_lines(_("Kept about {name}").format(name=found.contact.name), told, room)
    if found.rows:
        yield from _heading(_("Activities"))
        yield from row_lines(rows, found.rows)
    for title, parts in (
        (_("Repeating activities"), found.series),
        (_("Offers"), found.offers),
        (_("Orders"), found.orders),
        (_("Service cases"), found.cases),
        (_("Named in the words of"), found.mentions),
    ):
        if parts:
            yield from _heading(title)
            yield from (Line((Piece(f"  {_part(part)}"),)) for part in parts)


def _heading(title: str) -> Iterator[Line]:
    yield Line()
    yield Line((Piece(title, "heading"),))


def _fields(rows: Rows, found: Insight) -> Iterator[Field]:
    contact, customer = found.contact, found.customer
    yield Field(_("Name"), contact.name)
    yield Field(_("Role"), contact.role or "")
    yield from _customer(customer)
    yield Field(_("Telephone"), contact.phone or "")
    yield Field(_("E-mail"), f"{contact.email} ({address_name(contact.address_kind)})" if contact.email else "")
    yield Field(_("Prefers"), contact.preferred_channel or "")
    yield Field(_("Source"), " · ".join(part for part in (contact.source or "", _day(contact.source_date)) if part))
    yield Field(_("Told that it is kept"), _day(contact.informed))
    yield from _agreed(rows, contact)
    yield Field(_("Notes"), contact.notes or "")
    yield Field(_("To be looked through"), _day(contact.retention_review))
    yield from (Field(str(key), str(item)) for key, item in contact.extra_fields.items())
    yield Field(_("Id"), contact.id)


def _customer(customer: Customer) -> Iterator[Field]:
    parts = (customer.name, kind_name(customer.kind), stage_name(customer.stage), customer.segment or "")
    yield Field(_("Customer"), " · ".join(part for part in parts if part))
    yield Field(_("Class"), customer.customer_class or "")
    yield Field(_("Potential a year"), amount(customer.potential) if customer.potential else "")
    yield Field(_("Last order"), _year_or_day(customer.last_order))
    yield Field(_("Customer since"), _year_or_day(customer.existing_since))
    yield Field(_("NPS"), ", ".join(f"{each.score} ({_day(each.date)})" for each in customer.nps))


def _agreed(rows: Rows, contact: Contact) -> Iterator[Field]:
    label = _("Consents")
    for consent in contact.consents:
        yield Field(label, _consent(rows, consent))
        label = ""
    if (reservation := contact.reservation) is not None:
        against = [_("telephone") if reservation.phone else "", _("mail") if reservation.mail else ""]
        words = ", ".join(part for part in against if part) or _("not in it")
        checked = _("checked {date}").format(date=_day(reservation.checked)) if reservation.checked else ""
        yield Field(_("Opt-out register"), " · ".join(part for part in (words, checked) if part))
    if contact.objection is not None:
        yield Field(_("Objection"), short_date(contact.objection.at.date()))
    if contact.request is not None:
        yield Field(_("Has asked for"), f"{contact.request.what} · {_day(contact.request.at)}")


def _consent(rows: Rows, consent: Consent) -> str:
    withdrawn = _("withdrawn {date}").format(date=_day(consent.withdrawn)) if consent.withdrawn else ""
    name = rows.plan.channels.name(consent.channel, language())
    parts = (name, _day(consent.given), consent.how or "", consent.text or "", withdrawn)
    return " · ".join(part for part in parts if part)


def _part(part: Part) -> str:
    words = (part.id, _when(part), _what(part))
    return " · ".join(safe_line(word) for word in words if word)


def _when(part: Part) -> str:
    match part:
        case Activity() | Reflection():
            return _day(part.date)
        case Series():
            return _day(part.first)
        case ImprovementArea():
            return _day(part.deadline)
    return _day(part.day)


def _what(part: Part) -> str:
    if isinstance(part, Offer | Order):
        return amount(part.amount)
    if isinstance(part, Reflection):
        return part.text or ""
    return part.activity.title if isinstance(part, Series) else part.title


def _day(day: dt.date | None) -> str:
    return "" if day is None else short_date(day)


def _year_or_day(when: dt.date | int | None) -> str:
    return str(when) if isinstance(when, int) else _day(when)
