"""What is said of the customer under the cursor: a line of words, and at the side of a wide screen a short card."""

import datetime as dt
import re
from collections.abc import Iterator

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import short_day
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_page import CustomerRow, amount_words
from salgsplan_tui.tui.customer_words import (
    contact_name,
    customer_name,
    forbidden,
    last_in_words,
    next_contact,
    phone_words,
    points,
    reason_words,
)
from salgsplan_tui.tui.lines import Line, Part


def status_words(row: CustomerRow, *, hide: bool = False) -> str:
    """Return why to call and whom, or why nobody may be called."""
    suggestion = row.suggestion
    if suggestion is None:
        return stage_name(row.record.customer.stage)
    if suggestion.is_blocked:
        return f"⊘ {forbidden(suggestion, hide=hide)}"
    contact = suggestion.contact
    words = [reason_words(each, row.record.customer) for each in suggestion.reasons]
    whom = "" if contact is None else contact_name(contact, hide=hide)
    warning = forbidden(suggestion, hide=hide)
    parts = (f"! {warning}" if warning else "", whom, phone_words(contact, hide=hide), *words)
    return " · ".join(part for part in parts if part)


def panel_lines(plan: Plan, row: CustomerRow, today: dt.date, cells: int, *, hide: bool = False) -> tuple[Line, ...]:
    """Return the short card from top to bottom."""
    return (
        *_head(row, hide=hide),
        *_people(row, hide=hide),
        *_reasons(row, cells, hide=hide),
        *_contacts(plan, row, today, cells, hide=hide),
        *_open(row, hide=hide),
    )


def _heading(text: str) -> Line:
    return Line((Part(f"─ {text} ", "heading"),), rule=True)


def _head(row: CustomerRow, *, hide: bool) -> Iterator[Line]:
    customer = row.record.customer
    yield _heading(customer_name(customer, hide=hide))
    words = (customer.customer_class or "", stage_name(customer.stage), "" if hide else customer.segment or "")
    yield Line((Part(" " + safe_line(" · ".join(word for word in words if word))),))
    if customer.potential is not None:
        potential = amount_words(customer.potential, hide=hide)
        yield Line((Part(" " + _("potential {amount} a year").format(amount=potential), "muted"),))


def _people(row: CustomerRow, *, hide: bool) -> Iterator[Line]:
    for contact in row.record.customer.contacts:
        yield Line((Part(" " + contact_name(contact, hide=hide)), Part("  ⊘" if contact.objection else "", "overdue")))
        phone = phone_words(contact, hide=hide)
        if phone:
            yield Line((Part(f"   {phone}", "muted"),))


def _reasons(row: CustomerRow, cells: int, *, hide: bool) -> Iterator[Line]:
    suggestion = row.suggestion
    if suggestion is None:
        return
    yield _heading(_("may not be called") if suggestion.is_blocked else _("why call"))
    yield from (Line((Part(f" {text}", "warning"),)) for text in wrapped(forbidden(suggestion, hide=hide), cells - 2))
    if not suggestion.is_blocked:
        for reason in suggestion.reasons:
            yield Line(
                (Part(" " + reason_words(reason, row.record.customer)),), (Part(f"{points(reason)} ", "figure"),)
            )


def _contacts(plan: Plan, row: CustomerRow, today: dt.date, cells: int, *, hide: bool) -> Iterator[Line]:
    yield _heading(_("contact"))
    for text in wrapped(last_in_words(plan, row.record, today, hide=hide), cells - 2):
        yield Line((Part(f" {text}", "muted"),))
    upcoming = row.record.next
    if upcoming is None:
        style = "warning" if row.record.lacks_next_step else "muted"
        yield Line((Part(" → " + _("no next step"), style),))
        return
    words = f"→ {next_contact(upcoming)} {labels.title(plan, upcoming, hide=hide)}"
    yield from (Line((Part(f" {text}"),)) for text in wrapped(words, cells - 2))


def _open(row: CustomerRow, *, hide: bool) -> Iterator[Line]:
    offers, cases = row.record.open_offers, row.record.open_cases
    if offers:
        yield _heading(_("open offers"))
    for offer in offers:
        sent = "" if offer.sent is None else _("sent {date}").format(date=short_day(offer.sent))
        yield Line((Part(f" {amount_words(offer.amount, hide=hide)}"),), (Part(f"{sent} ", "muted"),))
    if cases:
        yield _heading(_("service cases"))
    for case in cases:
        yield Line((Part(" ✚ ", "warning"), Part(labels.HIDDEN if hide else safe_line(case.title))))


def wrapped(text: str, cells: int) -> tuple[str, ...]:
    """Return a text in lines of at most so many cells, broken between words, never at a hard space."""
    lines: list[str] = []
    for word in filter(None, re.split(r"[ \t\n]+", text)):
        if lines and width(lines[-1]) + 1 + width(word) <= cells:
            lines[-1] += f" {word}"
        else:
            lines.append(clip(word, cells))
    return tuple(lines)
