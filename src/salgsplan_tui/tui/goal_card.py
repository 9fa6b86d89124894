"""Everything behind a goal: its picture, each figure with what it was counted from, and what serves it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.goal_evidence import Evidence, evidence_of, serving
from salgsplan_tui.domain.programme import Goal, Measurement
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import _, ngettext, pgettext
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.formats import full_date, percent, short_date
from salgsplan_tui.language.measure_names import area_name, measure_name
from salgsplan_tui.tui.goal_words import status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import padded
from salgsplan_tui.tui.programme_overview import activity_line, heading, hint
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.programme_panel import picture_lines
from salgsplan_tui.tui.sales_labels import offer_state_name

_ROWS = 8
_ONE = 100


def goal_card_lines(page: ProgrammePage, goal: Goal, cells: int) -> Iterator[Line]:
    """Yield the card from top to bottom at this width."""
    figures = page.known.goals[goal.id]
    words = [area_name(goal.area)]
    words += [measure_name(goal.measure)] if goal.measure else []
    words += [_("by {date}").format(date=full_date(goal.deadline))] if goal.deadline else []
    yield Line((Part(f" {' · '.join(words)} · {status_name(figures.status)}"),))
    if goal.cause:
        yield hint(page.name(goal.cause))
    if goal.is_vision:
        vision = _("A vision so far: it does not say how far, or by when. e makes a goal of it.")
        yield Line((Part(f" {vision}", "warning"),))
        return
    yield from picture_lines(page, figures, cells, _ROWS)
    evidence = evidence_of(page.basis, goal)
    yield _figure(page, goal, _("goal"), figures.target)
    yield _figure(page, goal, pgettext("goal", "reached"), figures.actual, share(figures.attainment, 0))
    yield from _items(page, goal, evidence.actual, cells)
    yield _figure(page, goal, _("in the plan ahead"), figures.scheduled)
    yield from _items(page, goal, evidence.scheduled, cells)
    yield _figure(page, goal, _("left"), figures.remaining)
    yield _figure(page, goal, _("missing in the plan"), figures.remaining_to_schedule)
    yield _figure(page, goal, _("the pace"), figures.pace)
    yield _figure(page, goal, _("ahead of the pace"), figures.ahead)
    yield _figure(page, goal, _("where it ends at this rate"), figures.run_rate)
    yield _figure(page, goal, _("where it ends with what lies ahead"), figures.with_scheduled)
    yield from _serving(page, goal, cells)


def step_lines(page: ProgrammePage, step: str, cells: int) -> Iterator[Line]:
    """Yield what was done of a step of the funnel, and what lies ahead of it."""
    funnel = page.known.funnel
    deadline = None if funnel is None else funnel.span.last
    goal = Goal(id="step", title="", measure=step, unit="count", deadline=deadline)
    evidence = evidence_of(page.basis, goal)
    for name, found in ((_("done"), evidence.actual), (_("in the plan ahead"), evidence.scheduled)):
        yield _figure(page, goal, name, sum((each.counts or Fraction(0) for each in found), Fraction(0)))
        yield from _items(page, goal, found, cells)


def _figure(page: ProgrammePage, goal: Goal, name: str, value: Fraction | None, remark: str = "") -> Line:
    told = page.figure(value, goal.unit)
    return Line(
        (Part(f" {name} ", "title"),), (Part(f"{remark}  " if remark else "", "muted"), Part(f"{told} ", "figure"))
    )


def _items(page: ProgrammePage, goal: Goal, items: Iterable[Evidence], cells: int) -> Iterator[Line]:
    for each in items:
        counts = "" if each.counts is None else page.figure(each.counts, goal.unit)
        yield _item(page, goal, each, counts, cells)


def _item(page: ProgrammePage, goal: Goal, each: Evidence, counts: str, cells: int) -> Line:
    match each.item:
        case Activity() as row:
            return activity_line(page, row, cells, counts)
        case Order() as order:
            name = _("order from {name}").format(name=_customer(page, order.customer))
            return _sale(page, short_date(order.date), name, counts or page.figure(order.net, "kr"), order.activity)
        case Offer() as offer:
            return _offer(page, offer, counts)
        case ServiceCase() as case:
            words = f"{_customer(page, case.customer)} · {case_state_name(case.state)}"
            return _sale(page, short_date(case.day), words, counts, None)
        case Measurement() as told:
            return _sale(page, short_date(told.on), _("as told"), page.figure(told.value, goal.unit), None)


def _offer(page: ProgrammePage, offer: Offer, counts: str) -> Line:
    words = [_("offer to {name}").format(name=_customer(page, offer.customer)), offer_state_name(offer.state)]
    if offer.probability is not None and offer.is_open:
        words.append(percent(Fraction(offer.probability, _ONE), 0))
    if offer.is_open:
        words.append(page.figure(offer.amount, "kr"))
    when = "" if offer.day is None else short_date(offer.day)
    return _sale(page, when, " · ".join(words), counts, offer.activity)


def _sale(page: ProgrammePage, when: str, words: str, right: str, activity: str | None) -> Line:
    """Return a line of what is no activity; it opens the one that led to it, where that is known."""
    target = Target("activity", activity) if activity is not None and page.plan.holds(activity) else None
    return Line((Part(f"   {padded(when, 16)} ", "time"), Part(words)), (Part(f"{right} "),), target=target)


def _customer(page: ProgrammePage, identity: str) -> str:
    customer = page.plan.customers.get(identity)
    return page.name(identity if customer is None else customer.name)


def _serving(page: ProgrammePage, goal: Goal, cells: int) -> Iterator[Line]:
    rows = serving(page.basis, goal)
    words = ngettext("{count} activity serves it", "{count} activities serve it", len(rows))
    yield heading(words.format(count=len(rows)))
    if not rows:
        yield hint(_("Only a wish so far: no activity serves it."))
    yield from (activity_line(page, row, cells) for row in rows)
