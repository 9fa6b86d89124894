"""What is behind each figure of the programme: activities, orders, terms with their numbers, working days (1.4)."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from salgsplan_tui.domain.effort import Effort
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import share
from salgsplan_tui.tui import fit_terms, funnel_terms
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.goal_card import goal_card_lines
from salgsplan_tui.tui.goal_terms import NAMES, goal_terms
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.part_card import source_lines
from salgsplan_tui.tui.programme_overview import (
    EFFORTS,
    activity_line,
    done_parts,
    effort_called,
    effort_parts,
    focus_title,
    heading,
    hint,
)
from salgsplan_tui.tui.programme_page import ProgrammePage, hours_text
from salgsplan_tui.tui.terms import COMES_TO, FIRST, OVER, Term, term_lines
from salgsplan_tui.tui.working_days import workday_lines


def rows_behind(page: ProgrammePage, target: Target) -> Behind | None:
    """Return what a line stands for was counted from; None of what is gone, or opens by itself."""
    if target.kind == "goal":
        return _goal(page, target.id)
    if target.kind in {"strategy", "programme"}:
        return _of_part(page, target)
    if target.kind != "figure":
        return None
    kind, _colon, rest = target.id.partition(":")
    return _FINDERS[kind](page, rest)


def _goal(page: ProgrammePage, identity: str) -> Behind | None:
    """Return a goal with everything its figures were counted from."""
    figures = page.known.goals.get(identity)
    if figures is None:
        return None
    goal = figures.goal
    return Behind(page.name(goal.title), partial(goal_card_lines, page, goal), Target("goal", identity))


def _of_part(page: ProgrammePage, target: Target) -> Behind:
    plan, known = page.sales_plan, page.known
    if target.kind == "strategy":
        title = next(each.title for each in plan.strategies if each.id == target.id)
        return _effort(page, page.name(title), known.by_strategy[target.id], target)
    title = next(each.title for each in plan.programmes if each.id == target.id)
    return _effort(page, page.name(title), known.by_programme[target.id], target)


def _effort(page: ProgrammePage, title: str, effort: Effort, about: Target | None = None) -> Behind:
    return Behind(title, partial(effort_lines, page, effort), about)


def effort_lines(page: ProgrammePage, effort: Effort, cells: int) -> Iterator[Line]:
    """Yield the activities of an effort, and what they come to."""
    if not effort.rows:
        yield hint(_("Nothing yet."))
        return
    yield from (activity_line(page, row, cells) for row in effort.rows)
    yield heading(_("number, hours, kroner"))
    yield Line((Part(" " + _("in all"), "figure"),), effort_parts(page, effort))
    yield Line((Part(" " + _("done of them")),), done_parts(effort))


def _part_of_effort(code: str) -> Callable[[ProgrammePage, str], Behind]:
    def find(page: ProgrammePage, _rest: str) -> Behind:
        effort = effort_called(page.known.directed, code)
        if code != "with_goal":
            return _effort(page, _(EFFORTS[code]), effort)
        return Behind(_(EFFORTS[code]), partial(_with_share, page, effort))

    return find


def _with_share(page: ProgrammePage, effort: Effort, cells: int) -> Iterator[Line]:
    """Yield which share of the hours serves a goal, and the activities that do."""
    directed = page.known.directed
    whole = Target("figure", "whole")
    yield from term_lines(
        Term(FIRST, _(EFFORTS["with_goal"]), hours_text(effort.minutes)),
        Term(OVER, _("all hours"), hours_text(directed.whole.minutes), whole),
        Term(COMES_TO, _("the share of the hours that serves a goal"), share(directed.share, 0)),
    )
    yield from effort_lines(page, effort, cells)


def _text(page: ProgrammePage, field: str) -> Behind:
    """Return what the plan itself says in words, in full; `e` edits the plan."""
    plan = page.sales_plan
    title = _("vision") if field == "vision" else _("sale or counter")
    text: str = getattr(plan, field) or ""

    def draw(cells: int) -> Iterator[Line]:
        yield from (Line((Part(f" {each}"),)) for each in wrapped(page.name(text), cells - 2))
        yield from source_lines(plan)

    return Behind(title, draw, Target("plan", plan.id))


def _workdays(page: ProgrammePage, _rest: str) -> Behind:
    basis = page.basis
    return Behind(_("working days"), lambda _cells: workday_lines(basis.span, page.plan.days_off, basis.as_of))


def _of_funnel(find: Callable[..., Behind], *, with_code: bool = True) -> "_Finder":
    def found(page: ProgrammePage, code: str) -> Behind | None:
        funnel = page.known.funnel
        if funnel is None:
            return None
        return find(page, funnel, code) if with_code else find(page, funnel)

    return found


def _of_goal(code: str) -> "_Finder":
    return lambda page, goal: goal_terms(page, code, goal) if goal in page.known.goals else None


_Finder = Callable[[ProgrammePage, str], Behind | None]
_FINDERS: Final[Mapping[str, _Finder]] = {
    **{code: _of_goal(code) for code in (*NAMES, "reached")},
    "curve": _of_goal("left"),
    **{code: _part_of_effort(code) for code in EFFORTS},
    "no_programme": lambda page, _code: _effort(
        page, _("without an activity programme"), page.known.by_programme[None]
    ),
    "focus": lambda page, code: _effort(page, focus_title(page, code), page.known.by_focus_area[code]),
    "workdays": _workdays,
    "text": _text,
    "step": _of_funnel(funnel_terms.step_behind),
    "rest": _of_funnel(funnel_terms.rest_behind, with_code=False),
    "a_day": _of_funnel(funnel_terms.a_day_behind, with_code=False),
    "missing": _of_funnel(funnel_terms.missing_behind),
    "fit": lambda page, _code: fit_terms.fit_behind(page),
    "week": fit_terms.week_behind,
    "first_full": fit_terms.week_behind,
}
"""By the first word of a line's id: "pace:m1", "step:offers", "week:2027-W08"."""
