"""Everything behind a goal: its picture, each figure with what it was counted from, and what serves it."""

from collections.abc import Iterator
from fractions import Fraction

from salgsplan_tui.domain.goal_evidence import evidence_of, serving
from salgsplan_tui.domain.nps import Answers, answers_in
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.language import _, ngettext, pgettext
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.formats import full_date
from salgsplan_tui.language.measure_names import area_name, measure_name
from salgsplan_tui.tui.goal_items import item_lines
from salgsplan_tui.tui.goal_terms import NAMES, goal_figure, value_of
from salgsplan_tui.tui.goal_words import status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.nps_lines import answers_words
from salgsplan_tui.tui.programme_overview import activity_line, heading, hint
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.programme_panel import picture_lines

_ROWS = 8


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
    yield _figure(page, goal, _("goal"), figures.target, Target("goal", goal.id))
    reached = _figure(page, goal, pgettext("goal", "reached"), figures.actual)
    yield Line(reached.left, (Part(f"{share(figures.attainment, 0)}  ", "muted"), *reached.right))
    answers = (
        answers_in(page.basis.until(goal.deadline or page.basis.span.last)) if goal.measure == "nps" else Answers()
    )
    if answers.given:
        yield hint(answers_words(answers))
    yield from item_lines(page, goal, evidence.actual, cells)
    yield _figure(page, goal, _("in the plan ahead"), figures.scheduled)
    yield from item_lines(page, goal, evidence.scheduled, cells)
    for code, name in NAMES.items():
        yield _figure(page, goal, _(name), value_of(figures, code), goal_figure(code, goal.id))
    yield from _serving(page, goal, cells)


def _figure(page: ProgrammePage, goal: Goal, name: str, value: Fraction | None, target: Target | None = None) -> Line:
    return Line((Part(f" {name} ", "title"),), (Part(f"{page.figure(value, goal.unit)} ", "figure"),), target)


def _serving(page: ProgrammePage, goal: Goal, cells: int) -> Iterator[Line]:
    rows = serving(page.basis, goal)
    words = ngettext("{count} activity serves it", "{count} activities serve it", len(rows))
    yield heading(words.format(count=len(rows)))
    if not rows:
        yield hint(_("Only a wish so far: no activity serves it."))
    yield from (activity_line(page, row, cells) for row in rows)
