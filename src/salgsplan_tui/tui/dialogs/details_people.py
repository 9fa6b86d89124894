"""Whom an activity is for: firms and people, how to reach them, and what came before and comes next with them."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_lines import Field


def people(plan: Plan, activity: Activity) -> Iterator[Field]:
    """Yield the customers and contacts of a row, with what came before and what comes next with each."""
    seen: set[str] = set()
    label = _("Whom")
    for identity in activity.customers:
        customer = plan.customers.get(identity)
        yield Field(label, _customer(customer) if customer else identity)
        label = ""
        for contact in _contacts_of(customer, activity):
            seen.add(contact.id)
            yield Field("", _contact(contact), "$warning" if contact.objection else "")
        yield from _before_and_after(plan, activity, identity)
    for identity in (each for each in activity.contacts if each not in seen):
        found = plan.contact(identity)
        text = f"{_contact(found[1])} · {found[0].name}" if found else identity
        yield Field(label, text, "$warning" if found and found[1].objection else "")
        label = ""


def _contacts_of(customer: Customer | None, activity: Activity) -> tuple[Contact, ...]:
    if customer is None:
        return ()
    named = tuple(contact for contact in customer.contacts if contact.id in activity.contacts)
    return named or customer.contacts


def _customer(customer: Customer) -> str:
    parts = (customer.name, customer.customer_class or "", _since(customer))
    return " · ".join(part for part in parts if part)


def _since(customer: Customer) -> str:
    since = customer.existing_since
    if since is None:
        return ""
    return _("customer since {date}").format(date=since if isinstance(since, int) else since.year)


def _contact(contact: Contact) -> str:
    named = contact.name if not contact.role else f"{contact.name}, {contact.role}"
    objection = _("! does not want contact") if contact.objection else ""
    phone = f"☎ {contact.phone}" if contact.phone else ""
    return " · ".join(part for part in (named, phone, contact.email or "", objection) if part)


def _before_and_after(plan: Plan, activity: Activity, customer: str) -> Iterator[Field]:
    rows = sorted(
        (row for row in plan.stored() if customer in row.customers and row.id != activity.id and row.date),
        key=lambda row: row.date or dt.date.min,
    )
    settled = [row for row in rows if row.state is State.DONE]
    ahead = [row for row in rows if row.is_open and row.date and activity.date and row.date >= activity.date]
    if settled:
        yield Field("", _("last: {activity}").format(activity=mention(settled[-1])), "$foreground-muted")
    if ahead:
        yield Field("", _("next: {activity}").format(activity=mention(ahead[0])), "$foreground-muted")


def mention(row: Activity) -> str:
    """Return another row in short: when, what, and what came of it."""
    outcome = f" · {labels.outcome_name(row.outcome)}" if row.outcome else ""
    return f"{labels.when(row)} {safe_line(row.title)}{outcome}"
