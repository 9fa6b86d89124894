"""How each figure of a goal is counted: its terms with their numbers, and the days or rows they come from (4.4)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Final

from salgsplan_tui.domain.goal_evidence import Evidence, evidence_of
from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.language import N_, _, pgettext
from salgsplan_tui.language.figures import share
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.goal_items import item_lines
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.terms import COMES_TO, FIRST, LESS, OVER, PLUS, TIMES, Term, term_lines
from salgsplan_tui.tui.working_days import workday_lines

NAMES: Final[Mapping[str, str]] = {
    "left": N_("left"),
    "unplanned": N_("missing in the plan"),
    "pace": N_("the pace"),
    "ahead": N_("ahead of the pace"),
    "rate": N_("where it ends at this rate"),
    "ends": N_("where it ends with what lies ahead"),
}
"""The figures that follow from others, by the codes of their lines: "pace:m1"."""
_BY_DONE: Final = {"reached", "left", "ahead", "rate", "ends"}
_BY_PLAN: Final = {"unplanned", "ends"}
_BY_DAYS: Final = {"pace", "ahead", "rate"}


def goal_figure(code: str, goal: str) -> Target:
    """Return what the line of a goal's figure stands for."""
    return Target("figure", f"{code}:{goal}")


def goal_terms(page: ProgrammePage, code: str, goal: str) -> Behind:
    """Return what one of the figures was counted from."""
    figures = page.known.goals[goal]
    return Behind(f"{page.name(figures.goal.title)}: {_name(code)}", partial(_lines, page, code, figures))


def _name(code: str) -> str:
    return _(NAMES[code]) if code in NAMES else pgettext("goal", "reached")


def value_of(figures: GoalFigures, code: str) -> Fraction | None:
    """Return the figure of this code."""
    values = {
        "left": figures.remaining,
        "unplanned": figures.remaining_to_schedule,
        "pace": figures.pace,
        "ahead": figures.ahead,
        "rate": figures.run_rate,
        "ends": figures.with_scheduled,
    }
    return values[code]


def _lines(page: ProgrammePage, code: str, figures: GoalFigures, cells: int) -> Iterator[Line]:
    goal = figures.goal
    told = page.figure(value_of(figures, code), goal.unit) if code in NAMES else share(figures.attainment)
    yield from term_lines(*_terms(page, code, figures), Term(COMES_TO, _name(code), told))
    if not figures.grows and code in _BY_DAYS:
        yield hint(_("It is a level: it has to be held all the time, and is taken to stay as it is."))
    elif code in _BY_DAYS:
        until = page.basis.until(goal.deadline or page.basis.span.last)
        yield from workday_lines(until.span, page.plan.days_off, page.basis.as_of)
    evidence = evidence_of(page.basis, goal)
    if code in _BY_DONE:
        yield from _items(page, goal, pgettext("goal", "reached"), evidence.actual, cells)
    if code in _BY_PLAN:
        yield from _items(page, goal, _("in the plan ahead"), evidence.scheduled, cells)


def _items(page: ProgrammePage, goal: Goal, title: str, items: tuple[Evidence, ...], cells: int) -> Iterator[Line]:
    yield heading(title)
    if not items:
        yield hint(_("Nothing yet."))
    yield from item_lines(page, goal, items, cells)


def _terms(page: ProgrammePage, code: str, figures: GoalFigures) -> Iterator[Term]:
    """Yield the terms before the result; where less is better the other way round."""
    unit, is_up = figures.goal.unit, figures.goal.direction == "up"
    target = (_("the goal"), page.figure(figures.target, unit))
    actual = (pgettext("goal", "reached"), page.figure(figures.actual, unit))
    pace = (_(NAMES["pace"]), page.figure(figures.pace, unit))
    scheduled = (_("in the plan ahead"), page.figure(figures.scheduled, unit))
    goal = figures.goal.id
    match code:
        case "reached":
            yield from (Term(FIRST, *actual), Term(OVER, *target))
        case "left":
            more, less = (target, actual) if is_up else (actual, target)
            yield from (Term(FIRST, *more), Term(LESS, *less))
        case "unplanned":
            yield Term(FIRST, _(NAMES["left"]), page.figure(figures.remaining, unit), goal_figure("left", goal))
            yield Term(LESS, *scheduled)
        case "pace":
            yield Term(FIRST, *target)
            if figures.grows:
                yield _days(page, figures, TIMES)
        case "ahead":
            more, less = (actual, pace) if is_up else (pace, actual)
            yield from (Term(FIRST, *more), Term(LESS, *less))
        case "rate":
            yield Term(FIRST, *actual)
            if figures.grows:
                yield _days(page, figures, OVER)
        case "ends":
            yield from (Term(FIRST, *actual), Term(PLUS, *scheduled))


def _days(page: ProgrammePage, figures: GoalFigures, sign: str) -> Term:
    until = page.basis.until(figures.goal.deadline or page.basis.span.last)
    words = _("{passed} of {all} working days").format(passed=until.workdays_passed, all=until.workdays)
    return Term(sign, words, share(figures.elapsed))
