"""How each figure of the funnel is counted: step by step back from the goal, and what is missing of it (4.1-4.2)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Final

from salgsplan_tui.domain.counting import planned_number
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.fit import minutes_per_call, minutes_per_meeting
from salgsplan_tui.domain.funnel import Funnel, Steps, per_day, workdays_left
from salgsplan_tui.domain.goal_evidence import Evidence, evidence_of
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.standing import calls_today
from salgsplan_tui.language import N_, _, pgettext
from salgsplan_tui.language.figures import UNKNOWN
from salgsplan_tui.language.formats import duration, number
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.funnel_words import STEPS, rate_of, rate_text, rates_words, step_text
from salgsplan_tui.tui.goal_items import item_lines
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.programme_overview import activity_line
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.terms import COMES_TO, FIRST, LESS, OVER, TIMES, Term, term_lines
from salgsplan_tui.tui.working_days import workday_lines

_RATE_NAMES: Final = {
    "orders": N_("the average order"),
    "offers": N_("orders of the offers"),
    "meetings": N_("offers of the meetings"),
    "reached": N_("meetings of the people reached"),
    "attempts": N_("people reached of the calls"),
}
"""What each step is divided by."""
_BEFORE: Final = dict(zip(tuple(STEPS)[1:], STEPS, strict=False))
"""The step that each is counted from."""
_FROM: Final = {"orders": "offers", "offers": "meetings", "reached": "attempts"}
"""The step of the plan ahead that each is counted from there; calls and meetings are rows themselves."""
_ONE: Final = 100
"""One of a step in the hundredths that figures are kept in."""


def step_behind(page: ProgrammePage, funnel: Funnel, code: str) -> Behind:
    """Return how a step is counted, what was done of it, and what lies ahead; `e` edits the plan and its rates."""

    def draw(cells: int) -> Iterator[Line]:
        for title, steps, amount in (
            (_("in all"), funnel.need, Fraction(funnel.goal.target or 0)),
            (_("still"), funnel.remaining, funnel.rest_after_pipeline),
        ):
            yield from term_lines(*_counted(page, funnel, code, steps, amount), title=title)
        yield hint(rates_words(funnel.rates))
        yield from term_lines(*_lacking(funnel, code), title=_("missing"))
        if code in _FROM:
            yield from term_lines(*_planned(page, funnel, code), title=_("in the plan ahead"))
        yield from step_items(page, code, cells)

    return Behind(_(STEPS[code]), draw, Target("plan", page.sales_plan.id))


def _counted(page: ProgrammePage, funnel: Funnel, code: str, steps: Steps, amount: Fraction) -> Iterator[Term]:
    """Yield the step before, the rate, and what that makes, rounded up: half an order does not exist."""
    goal = funnel.goal
    if code != "orders":
        before = _BEFORE[code]
        yield Term(FIRST, _(STEPS[before]), step_text(steps, before), Target("figure", f"step:{before}"))
    else:
        is_whole = amount == goal.target
        name = page.name(goal.title) if is_whole else _("left after the open offers by their probability")
        yield Term(FIRST, name, page.figure(amount, goal.unit), None if is_whole else Target("figure", "rest:goal"))
    if code != "orders" or goal.measure == "order_value":
        yield Term(OVER, _(_RATE_NAMES[code]), rate_text(funnel.rates, code))
    yield Term(COMES_TO, _("{what}, rounded up").format(what=_(STEPS[code])), step_text(steps, code))


def _lacking(funnel: Funnel, code: str) -> Iterator[Term]:
    yield Term(FIRST, _("still"), step_text(funnel.remaining, code))
    yield Term(LESS, _("in the plan ahead"), step_text(funnel.planned_ahead, code))
    yield Term(COMES_TO, _("missing, never below nothing"), step_text(funnel.missing, code))


def _planned(page: ProgrammePage, funnel: Funnel, code: str) -> Iterator[Term]:
    """Yield what the plan ahead comes to in a step by the step after it, rounded down (4.2)."""
    after = _FROM[code]
    number_of: int = getattr(funnel.planned_ahead, after) or 0
    rate = rate_of(funnel.rates, after).value or Fraction(0)
    name = _("{what} in the plan ahead").format(what=_(STEPS[after]))
    yield Term(FIRST, name, str(number_of), Target("figure", f"step:{after}"))
    yield Term(TIMES, _(_RATE_NAMES[after]), rate_text(funnel.rates, after))
    exact, whole = number_of * rate, floor(number_of * rate)
    words = _("{what}, rounded down from {exact}") if exact != whole else "{what}"
    yield Term(COMES_TO, words.format(what=_(STEPS[code]), exact=number(exact, 2)), str(whole))
    if code == "offers":
        written = _count(_scheduled(page, code))
        yield Term(FIRST, _("offers that rows of the plan are for"), number(written / _ONE))
        yield Term(COMES_TO, _("the larger of the two"), step_text(funnel.planned_ahead, code))


def step_items(page: ProgrammePage, step: str, cells: int) -> Iterator[Line]:
    """Yield what was done of a step of the funnel, and what lies ahead of it."""
    goal = _step_goal(page, step)
    evidence = evidence_of(page.basis, goal)
    shown = [(_("done"), evidence.actual)]
    if step == "orders":  # what is out already; the rows ahead are those of the offers
        shown.append((_("the open offers by their probability"), evidence.scheduled))
    elif step != "reached":  # whom the calls ahead reach nobody knows yet
        shown.append((_("in the plan ahead"), evidence.scheduled))
    for name, found in shown:
        yield heading(name, page.figure(_count(found), goal.unit))
        yield from item_lines(page, goal, found, cells)


def _step_goal(page: ProgrammePage, step: str) -> Goal:
    """Return a goal that is counted as the step is, up to the day that the funnel ends."""
    funnel = page.known.funnel
    deadline = None if funnel is None else funnel.span.last
    return Goal(id="step", title="", measure=step, unit="count", deadline=deadline)


def _scheduled(page: ProgrammePage, step: str) -> tuple[Evidence, ...]:
    return evidence_of(page.basis, _step_goal(page, step)).scheduled


def _count(found: Iterable[Evidence]) -> Fraction:
    return sum((each.counts or Fraction(0) for each in found), Fraction(0))


def rest_behind(page: ProgrammePage, funnel: Funnel) -> Behind:
    """Return what is left of the goal, with the open offers counted in and without, and how far they cover it."""

    def draw(cells: int) -> Iterator[Line]:
        goal, unit = funnel.goal, funnel.goal.unit
        figures, after = page.known.goals[goal.id], funnel.rest_after_pipeline
        offers = _("the open offers by their probability")
        yield from term_lines(
            Term(FIRST, _("the goal"), page.figure(figures.target, unit)),
            Term(LESS, pgettext("goal", "reached"), page.figure(figures.actual, unit)),
            Term(COMES_TO, _("left"), page.figure(funnel.rest, unit)),
            Term(LESS, offers, page.figure(figures.scheduled, unit)),
            Term(COMES_TO, _("left after the open offers by their probability"), page.figure(after, unit)),
        )
        if funnel.coverage is not None:
            out = page.figure(funnel.coverage * funnel.rest, unit)
            covers = f"{number(funnel.coverage, 2)} ×"
            yield from term_lines(
                Term(FIRST, _("open offers"), out),
                Term(OVER, _("left"), page.figure(funnel.rest, unit)),
                Term(COMES_TO, _("open offers against what is left"), covers),
                title=_("how far the open offers go"),
            )
        evidence = evidence_of(page.basis, goal)
        for name, found in ((pgettext("goal", "reached"), evidence.actual), (_("open offers"), evidence.scheduled)):
            yield heading(name)
            yield from item_lines(page, goal, found, cells)

    return Behind(_("left of the goal"), draw)


def a_day_behind(page: ProgrammePage, funnel: Funnel) -> Behind:
    """Return how many calls a day the rest asks for, over which working days."""
    basis = page.basis
    ahead = funnel.span.common(Span(basis.as_of, dt.date.max))
    days = workdays_left(basis, funnel)
    calls = per_day(funnel.remaining.attempts, days)

    def draw(cells: int) -> Iterator[Line]:
        yield from term_lines(
            Term(FIRST, _("calls, still"), step_text(funnel.remaining, "attempts"), Target("figure", "step:attempts")),
            Term(OVER, _("working days left"), str(days)),
            Term(COMES_TO, _("calls a day, rounded up"), UNKNOWN if calls is None else str(calls)),
        )
        yield from _today(page, cells)
        yield from workday_lines(ahead, page.plan.days_off, basis.as_of)
        yield from step_items(page, "attempts", cells)

    return Behind(_("calls a day"), draw)


def _today(page: ProgrammePage, cells: int) -> Iterator[Line]:
    """Yield the calls that are planned for the day, to be held against what the rest asks for."""
    rows = calls_today(page.basis)
    yield heading(_("today"), _("{count} planned").format(count=sum(map(planned_number, rows))))
    yield from (activity_line(page, row, cells, str(planned_number(row))) for row in rows)


def missing_behind(page: ProgrammePage, funnel: Funnel, code: str) -> Behind:
    """Return why calls or meetings are missing in the plan, and the time that they would take."""
    each = (minutes_per_call if code == "attempts" else minutes_per_meeting)(page.basis)
    count: int = getattr(funnel.missing, code) or 0

    def draw(cells: int) -> Iterator[Line]:
        yield from term_lines(*_lacking(funnel, code), title=_("missing"))
        yield from term_lines(
            Term(FIRST, _(STEPS[code]), str(count)),
            Term(TIMES, _("minutes each, as it took so far"), number(each, 1)),
            Term(COMES_TO, _("the time it takes"), duration(ceil(count * each))),
            title=_("the time it takes"),
        )
        yield from step_items(page, code, cells)

    return Behind(_("missing in the plan"), draw)
