"""The short texts of a customer's record: last and next contact, why to call, why not; no widgets (style guide 16)."""

import datetime as dt
from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customer_filter import CustomerFilter
from salgsplan_tui.domain.customer_history import CustomerRecord
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.whom_to_call import ScoreReason, Suggestion
from salgsplan_tui.language import N_, _, language, ngettext
from salgsplan_tui.language.formats import bucket, clock, day_and_month, number, short_date, short_day
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.labels import HIDDEN

Order = Literal["call", "name", "last", "next", "potential"]

ORDERS: Final[dict[Order, str]] = {
    "call": N_("whom to call first"),
    "name": N_("by name"),
    "last": N_("longest without contact"),
    "next": N_("next contact first"),
    "potential": N_("highest potential first"),
}
"""The orders of the list, in the order of the key that goes through them."""

NOTHING: Final = "–"
_ANSWERS: Final = 3
"""So many answers to NPS are told; the rest is in the insight."""
_HARD_SPACE: Final = "\u00a0"


def customer_name(customer: Customer, *, hide: bool = False) -> str:
    """Return a customer's name."""
    return HIDDEN if hide else safe_line(customer.name)


def contact_name(contact: Contact, *, hide: bool = False) -> str:
    """Return a contact's name and role."""
    if hide:
        return HIDDEN
    return safe_line(f"{contact.name}, {contact.role}" if contact.role else contact.name)


def nps_words(customer: Customer) -> str:
    """Return «NPS 9 (11.2.2027), 7 (3.9.2026)», the newest answers first; of a customer who was not asked nothing."""
    answers = sorted(customer.nps, key=lambda each: each.date, reverse=True)[:_ANSWERS]
    told = (f"{each.score} ({short_date(each.date)})".replace(" ", _HARD_SPACE) for each in answers)
    return _("NPS {answers}").replace(" ", _HARD_SPACE).format(answers=", ".join(told)) if answers else ""


def days_ago(days: int | None) -> str:
    """Return «8 d», of nobody ever contacted «–»."""
    return NOTHING if days is None else _("{count} d").format(count=days)


def past_day(day: dt.date, today: dt.date) -> str:
    """Return «9.2.», of another year «9.2.2026»."""
    return short_day(day) if day.year == today.year else short_date(day)


def next_day(row: Activity) -> str:
    """Return the day of the next contact, or its week."""
    if row.date is None:
        return bucket(row.bucket) if row.bucket else NOTHING
    return day_and_month(row.date)


def next_contact(row: Activity) -> str:
    """Return when the next contact is: «ons 17.2. 09:00»."""
    return f"{next_day(row)} {clock(row.start)}" if row.date and row.start else next_day(row)


def reason_words(reason: ScoreReason, customer: Customer) -> str:
    """Return one reason to call: «A-kunde», «14 dager siden sist»."""
    count = reason.number or 0
    match reason.code:
        case "class":
            return _("{name} customer").format(name=customer.customer_class)
        case "interval":
            return ngettext("{count} day since the last contact", "{count} days since the last contact", count).format(
                count=count
            )
        case "never":
            return _("never contacted")
        case "old_offer":
            return ngettext("offer out for {count} day", "offer out for {count} days", count).format(count=count)
        case "open_case":
            return _("open service case")
        case "potential":
            return _("high potential")


def points(reason: ScoreReason) -> str:
    """Return what a reason adds: «+0,9»."""
    return f"+{number(reason.points, 0 if reason.points.denominator == 1 else 1)}"


def forbidden(suggestion: Suggestion, *, hide: bool = False) -> str:
    """Return why nobody there may be called, and what would lift it; nothing where somebody may."""
    rule = suggestion.decision.rule
    if rule is None:
        return ""
    whom = suggestion.contact.name if suggestion.contact else suggestion.record.customer.name
    words = f"{HIDDEN if hide else safe_line(whom)} {rule.says[language()]}"
    if suggestion.is_blocked and rule.lift is not None:
        return _("{what}. Allowed only if {lift}.").format(what=words, lift=rule.lift[language()])
    return words


def filter_words(wanted: CustomerFilter) -> str:
    """Return what a filter asks for: «A · ikke kontaktet på 30 dager · uten neste steg»."""
    days = wanted.not_contacted
    parts = (
        wanted.customer_class or "",
        "" if wanted.stage is None else stage_name(wanted.stage),
        wanted.segment or wanted.segment_part or "",
        "" if days is None else _("not contacted for {count} days").format(count=days),
        _("no next step") if wanted.no_next_step else "",
        _("with open offers") if wanted.with_offers else "",
        _("with open cases") if wanted.with_cases else "",
        f"“{' '.join(wanted.words)}”" if wanted.words else "",
    )
    return " · ".join(safe_line(part) for part in parts if part)


def phone_words(contact: Contact | None, *, hide: bool = False) -> str:
    """Return «☎ 00 00 00 05»."""
    if contact is None or not contact.phone:
        return ""
    return f"☎ {HIDDEN if hide else safe_line(contact.phone)}"


def last_in_words(plan: Plan, record: CustomerRecord, today: dt.date, *, hide: bool = False) -> str:
    """Return the last contact in a line: when, what, and what came of it."""
    row = record.last
    if row is None or row.date is None:
        return _("never contacted")
    outcome = "" if row.outcome is None else labels.outcome_name(row.outcome)
    parts = (past_day(row.date, today), labels.title(plan, row, hide=hide), outcome)
    return " · ".join(part for part in parts if part)
