"""What a seller wants before their eyes while the telephone rings: number, last contact, open offer, approach."""

import datetime as dt

from textual.content import Content

from salgsplan_tui.domain.call_session import Callee
from salgsplan_tui.domain.customer_history import CustomerRecord
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import amount_rounded
from salgsplan_tui.language.safe import safe, safe_line
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_words import contact_name, customer_name, last_in_words, past_day, phone_words
from salgsplan_tui.tui.labels import HIDDEN


def callee_text(  # noqa: PLR0913  # what is told, and of whom
    plan: Plan, record: CustomerRecord, callee: Callee, now: dt.datetime, approach: str, *, hide: bool = False
) -> Content:
    """Return it line by line."""
    today, customer = now.date(), record.customer
    contact = next((each for each in customer.contacts if each.id == callee.contact), None)
    who = customer_name(customer, hide=hide) if contact is None else contact_name(contact, hide=hide)
    firm = (customer_name(customer, hide=hide), customer.customer_class or "", stage_name(customer.stage))
    lines = [
        Content.styled(who, "bold"),
        Content.styled(phone_words(contact, hide=hide) or _("no telephone number"), "bold $primary"),
        Content(" · ".join(word for word in firm if word)),
        Content(""),
        Content.assemble((_("last"), "$primary"), "  ", last_in_words(plan, record, today, hide=hide)),
    ]
    for offer in record.open_offers:
        sent = "" if offer.sent is None else _("sent {date}").format(date=past_day(offer.sent, today))
        words = f"{HIDDEN if hide else amount_rounded(offer.amount)} · {sent}"
        lines.append(Content.assemble((_("offer"), "$primary"), "  ", words))
    lines += [
        Content.assemble((_("case"), "$warning"), "  ", HIDDEN if hide else safe_line(case.title))
        for case in record.open_cases
    ]
    if contact is not None and contact.notes and not hide:
        lines.append(Content.styled(safe(contact.notes), "$foreground-muted"))
    if approach:
        lines += [Content(""), Content.styled(safe(approach), "$foreground-muted")]
    return Content("\n").join(lines)
