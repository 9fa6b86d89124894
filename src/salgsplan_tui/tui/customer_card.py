"""Everything about one customer as lines: whom there, why call, what is open, and all that happened (S4, S15)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customer_history import Event, history
from salgsplan_tui.domain.customers import Contact, StageChange
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.formats import amount_rounded, number, percent, short_date
from salgsplan_tui.language.reason_names import lost_reason_name
from salgsplan_tui.language.safe import safe, safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.contact_words import permission_words, reach_words
from salgsplan_tui.tui.customer_labels import kind_name, stage_name
from salgsplan_tui.tui.customer_page import CustomerRow
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.customer_words import contact_name, forbidden, nps_words, past_day, points, reason_words
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.sales_labels import offer_state_name, purchase_kind_name


@dataclass(frozen=True)
class CustomerCard:
    """One customer of a plan, as seen at a moment."""

    plan: Plan
    row: CustomerRow
    now: dt.datetime
    approach: str = ""
    """How such a call is usually gone about (S16)."""

    @property
    def today(self) -> dt.date:
        """The day it is seen on."""
        return self.now.date()


def card_lines(card: CustomerCard, cells: int) -> tuple[Line, ...]:
    """Return the card from top to bottom at this width."""
    return (
        *_about(card, cells),
        *_people(card, cells),
        *_why(card, cells),
        *_open(card),
        *_approach(card, cells),
        *_history(card, cells),
    )


def _heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def _text(text: str, cells: int, style: str = "text", indent: int = 1) -> Iterator[Line]:
    for line in safe(text).split("\n"):
        for piece in wrapped(line, cells - indent - 1) or ("",):
            yield Line((Part(" " * indent + piece, style),))


def _about(card: CustomerCard, cells: int) -> Iterator[Line]:
    customer = card.row.record.customer
    since = customer.existing_since
    words = (
        "" if customer.customer_class is None else _("class {name}").format(name=customer.customer_class),
        stage_name(customer.stage),
        kind_name(customer.kind),
        customer.segment or "",
        ""
        if since is None
        else _("customer since {date}").format(date=since if isinstance(since, int) else since.year),
        _("established channel") if customer.established else "",
        _("running agreement") if customer.running_agreement else "",
        "" if customer.org_number is None else _("org. no. {number}").format(number=customer.org_number),
        "" if customer.owner is None else _("looked after by {name}").format(name=customer.owner),
    )
    yield from _text(" · ".join(word for word in words if word), cells)
    potential = customer.potential
    money = (
        "" if potential is None else _("potential {amount} a year").format(amount=amount_rounded(potential)),
        _("bought for {amount}").format(amount=amount_rounded(card.row.record.bought))
        if card.row.record.orders
        else "",
        ", ".join(customer.products),
        nps_words(customer),
    )
    yield from _text(" · ".join(word for word in money if word), cells, "muted") if any(money) else ()


def _people(card: CustomerCard, cells: int) -> Iterator[Line]:
    contacts = card.row.record.customer.contacts
    if contacts:
        yield _heading(_("contact") if len(contacts) == 1 else _("contacts"))
    for contact in contacts:
        yield from _person(card, contact, cells)


def _person(card: CustomerCard, contact: Contact, cells: int) -> Iterator[Line]:
    target = Target("contact", contact.id)
    name = contact_name(contact) + (f" · {_('forgotten')}" if contact.is_forgotten else "")
    yield Line((Part(f" {name}", "title"),), target=target)
    below = [(text, "text") for text in reach_words(contact)]
    below += permission_words(card.plan, contact, card.today, is_person=card.row.record.customer.is_person)
    below += [(contact.notes, "muted")] if contact.notes else []
    for text, style in below:
        for line in _text(text, cells, style, indent=3):
            yield Line(line.left, target=target)


def _why(card: CustomerCard, cells: int) -> Iterator[Line]:
    suggestion = card.row.suggestion
    if suggestion is None:
        return
    yield _heading(_("may not be called") if suggestion.is_blocked else _("why call"))
    if suggestion.decision.rule is not None:
        text = f"{forbidden(suggestion)} ({suggestion.decision.rule.source})"
        yield from _text(text, cells, "warning")
    if not suggestion.is_blocked:
        told = (f"{reason_words(each, card.row.record.customer)} {points(each)}" for each in suggestion.reasons)
        total = _("points {number}").format(number=number(suggestion.score, 1))
        yield from _text(" · ".join((*told, total)), cells)


def _open(card: CustomerCard) -> Iterator[Line]:
    record = card.row.record
    if record.lacks_next_step:
        yield Line((Part(" ! ", "warning"), Part(_("no next step"), "warning")))
    if record.open_offers:
        yield _heading(_("open offers"))
    for offer in record.open_offers:
        yield Line((Part(" " + " · ".join(_offer_words(card, offer))),), target=Target("offer", offer.id))
    if record.open_cases:
        yield _heading(_("service cases"))
    for case in record.open_cases:
        yield Line((Part(" ✚ ", "warning"), Part(" · ".join(_case_words(card, case)))))


def _offer_words(card: CustomerCard, offer: Offer) -> Iterator[str]:
    yield amount_rounded(offer.amount)
    if offer.sent is not None:
        yield _("sent {date}").format(date=past_day(offer.sent, card.today))
        days = offer.age(card.today) or 0
        yield ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    if offer.probability is not None:
        yield percent(Fraction(offer.probability, 100), 0)
    if offer.valid_until is not None:
        yield _("valid until {date}").format(date=past_day(offer.valid_until, card.today))


def _case_words(card: CustomerCard, case: ServiceCase) -> Iterator[str]:
    yield safe_line(case.title)
    yield case_state_name(case.state)
    yield _("since {date}").format(date=past_day(case.day, card.today))


def _approach(card: CustomerCard, cells: int) -> Iterator[Line]:
    if card.approach:
        yield _heading(_("approach"))
        yield from _text(card.approach, cells, "muted")


def _history(card: CustomerCard, cells: int) -> Iterator[Line]:
    events = history(card.row.record)
    yield _heading(_("history"))
    if not events:
        yield from _text(_("Nothing has happened yet."), cells, "muted")
    for event in events:
        yield _event(card, event)


def _event(card: CustomerCard, event: Event) -> Line:
    day = "" if event.day is None else short_date(event.day)
    is_ahead = event.day is None or event.day > card.today
    target: Target | None = None
    left = (Part(f" {day:<11} ", "muted" if is_ahead else "time"),)
    match event.what:
        case Activity() as row:
            return _row_line(card, row, left)
        case Offer() as offer:
            why = "" if offer.lost_reason is None else lost_reason_name(offer.lost_reason)
            words = [_("offer"), amount_rounded(offer.amount), offer_state_name(offer.state), why]
            sign, target = "▤", Target("offer", offer.id)
        case Order() as order:
            credited = _("credited {amount}").format(amount=amount_rounded(order.credit)) if order.credit else ""
            called_off = _("cancelled") if order.cancelled else ""
            kind = "" if order.purchase_kind is None else purchase_kind_name(order.purchase_kind)
            words = [_("an order"), amount_rounded(order.amount), kind, credited, called_off]
            sign, target = "✓", Target("order", order.id)
        case ServiceCase() as case:
            words = [_("service case"), safe_line(case.title), case_state_name(case.state)]
            sign = "✚"
        case StageChange() as change:
            words = [f"{stage_name(change.from_)} → {stage_name(change.to)}", safe_line(change.reason or "")]
            sign = "↑"
    text = Part(" · ".join(word for word in words if word))
    return Line((*left, Part(f"{sign} ", "sign"), text), target=target)


def _row_line(card: CustomerCard, row: Activity, left: Iterable[Part]) -> Line:
    settled = "" if row.outcome is None else labels.outcome_name(row.outcome)
    customer = card.row.record.customer
    there = {customer.id, *(contact.id for contact in customer.contacts)}
    own = next((call.outcome for call in row.calls if call.contact in there), None)
    state = labels.state_name(row.state) if not row.is_open and row.outcome is None else ""
    words = (
        labels.title(card.plan, row),
        labels.outcome_name(own) if own is not None else settled,
        state,
        safe_line(row.outcome_note or ""),
    )
    style = "text" if row.is_open else "done"
    mark = labels.mark(row, card.now)
    return Line(
        (
            *left,
            Part(f"{labels.sign(card.plan, row)} ", "sign"),
            Part(f"{mark} " if mark != " " else "", "overdue" if mark == "!" else style),
            Part(" · ".join(word for word in words if word), style),
        ),
        target=Target("activity", row.id),
    )
