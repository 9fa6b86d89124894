"""What the figures of a goal were counted from, a line each: activities, orders, offers, cases, what was told."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.goal_evidence import Evidence
from salgsplan_tui.domain.nps import Given
from salgsplan_tui.domain.programme import Goal, Measurement
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import _
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.formats import percent, short_date
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import padded
from salgsplan_tui.tui.programme_overview import activity_line
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.sales_labels import offer_state_name

_ONE = 100


def item_lines(page: ProgrammePage, goal: Goal, items: Iterable[Evidence], cells: int) -> Iterator[Line]:
    """Yield what a figure of a goal was counted from, each with what it adds."""
    for each in items:
        counts = "" if each.counts is None else page.figure(each.counts, goal.unit)
        yield _item(page, goal, each, counts, cells)


def _item(page: ProgrammePage, goal: Goal, each: Evidence, counts: str, cells: int) -> Line:
    match each.item:
        case Activity() as row:
            return activity_line(page, row, cells, counts)
        case Order() as order:
            name = _("order from {name}").format(name=_customer(page, order.customer))
            target = Target("order", order.id)
            return _told(short_date(order.date), name, counts or page.figure(order.net, "kr"), target)
        case Offer() as offer:
            return _offer(page, offer, counts)
        case ServiceCase() as case:
            words = f"{_customer(page, case.customer)} · {case_state_name(case.state)}"
            return _told(short_date(case.day), words, counts, Target("case", case.id))
        case Given() as given:
            target = Target("customer", given.customer.id)
            return _told(short_date(given.answer.date), page.name(given.customer.name), str(given.answer.score), target)
        case Measurement() as told:
            return _told(short_date(told.on), _("as told"), page.figure(told.value, goal.unit))


def _offer(page: ProgrammePage, offer: Offer, counts: str) -> Line:
    words = [_("offer to {name}").format(name=_customer(page, offer.customer)), offer_state_name(offer.state)]
    if offer.probability is not None and offer.is_open:
        words.append(percent(Fraction(offer.probability, _ONE), 0))
    if offer.is_open:
        words.append(page.figure(offer.amount, "kr"))
    when = "" if offer.day is None else short_date(offer.day)
    return _told(when, " · ".join(words), counts, Target("offer", offer.id))


def _told(when: str, words: str, right: str, target: Target | None = None) -> Line:
    return Line((Part(f"   {padded(when, 16)} ", "time"), Part(words)), (Part(f"{right} "),), target=target)


def _customer(page: ProgrammePage, identity: str) -> str:
    customer = page.plan.customers.get(identity)
    return page.name(identity if customer is None else customer.name)
