"""What is told of the line under the cursor: a sentence, and on a wide screen a picture of the goal."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.plan_tree import chain_above
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.plan_names import plan_kind_name
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.goal_picture import burn_down
from salgsplan_tui.tui.goal_words import goal_words
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.programme_page import ProgrammePage

_ROWS: Final = 9
_ROWS_BEHIND: Final = N_("Enter opens the rows behind it")
_WAYS_ON: Final = {
    "plan": N_("Enter shows this plan · e edits it · s changes its status"),
    "advice": N_("f does it · Enter opens the activity"),
    "part": N_("e edits it · Delete takes it out · p takes a department's activity down"),
}


def status_words(page: ProgrammePage, target: Target | None) -> str:
    """Return in a sentence what the cursor stands on, and the way on."""
    if target is None:
        return _("c makes a goal, a strategy, an activity programme or a plan")
    match target.kind:
        case "goal":
            figures = page.known.goals[target.id]
            words = list(goal_words(figures)) if not page.hide else []
            return " · ".join([_(_ROWS_BEHIND), *words])
        case "activity":
            row = page.plan.activity(target.id)
            goal = page.plan.goal(row.goal or "")
            words = [labels.kind_of_work(page.plan, row), labels.state_name(row.state)]
            words.append(labels.whom(page.plan, row, hide=page.hide))
            words.append(_("goal: {goal}").format(goal=page.name(goal.title)) if goal else _("without a goal"))
            return " · ".join(word for word in words if word)
        case "figure" if target.id.startswith("step:"):
            return _("Enter: how it is counted, and the rows. f puts what is missing into this week.")
    return _(_WAYS_ON.get(target.kind, _ROWS_BEHIND))


def panel_lines(page: ProgrammePage, target: Target | None, cells: int) -> Iterator[Line]:
    """Yield the picture of the goal under the cursor, or of the first one, and the plans above."""
    goals = page.known.goals
    chosen = goals.get(target.id) if target is not None and target.kind == "goal" else None
    figures = chosen or next((each for each in goals.values() if page.known.curves[each.goal.id]), None)
    if figures is not None:
        chosen_goal = Target("goal", figures.goal.id)
        yield from (replace(line, target=chosen_goal) for line in goal_lines(page, figures, cells, _ROWS))
        yield Line()
    yield from _above(page)
    directed = page.known.directed
    if directed.whole.rows and page.sales_plan.level == "operative":
        yield Line()
        yield heading(_("activities"))
        rows = directed.whole
        words = ngettext("{count} activity, {done} done", "{count} activities, {done} done", len(rows.rows))
        whole = Target("figure", "whole")
        yield Line((Part(" " + words.format(count=len(rows.rows), done=rows.done)),), target=whole)
        share = Fraction(rows.done, len(rows.rows))
        yield Line((Part(" "), Part(labels.bar(float(share), cells - 10), "sign")), target=whole)


def heading(text: str) -> Line:
    """Return the line above a part of the panel."""
    return Line((Part(f"─ {text} ", "heading"),), rule=True)


def goal_lines(page: ProgrammePage, figures: GoalFigures, cells: int, rows: int) -> Iterator[Line]:
    """Yield a goal's name, its picture, and how it stands in words."""
    goal = figures.goal
    yield heading(page.name(goal.title))
    yield from picture_lines(page, figures, cells, rows)
    words = _("a vision: no number, unit or deadline") if goal.is_vision else " · ".join(goal_words(figures))
    if not page.hide:
        yield from (Line((Part(f" {text}"),)) for text in wrapped(words, cells - 2))


def picture_lines(page: ProgrammePage, figures: GoalFigures, cells: int, rows: int) -> Iterator[Line]:
    """Yield how much of a goal is left, week by week, against the pace; nothing of a level, or where it is hidden."""
    curve = page.known.curves[figures.goal.id]
    if curve and figures.target and not page.hide:
        write = partial(_axis, page, figures.goal.unit)
        yield from burn_down(curve, figures.target, write, cells - 1, rows)


def _axis(page: ProgrammePage, unit: str | None, value: Fraction) -> str:
    return page.column(value, unit)


def _above(page: ProgrammePage) -> Iterator[Line]:
    chain = chain_above(page.sales_plan, page.plan.sales_plans)
    yield heading(_("serves"))
    if not chain:
        yield Line((Part(" " + _("no plan above it"), "muted"),))
    for depth, plan in enumerate(chain):
        text = f"{'  ' * depth}↑ {page.name(plan.title)}"
        target = Target("plan", plan.id)
        yield Line((Part(f" {text}"),), target=target)
        yield Line((Part(f" {'  ' * depth}  {plan_kind_name(plan.kind)}", "muted"),), target=target)
