"""The programme's first sheet: goals with figures, strategies, activity programmes, and where effort goes."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Final, NamedTuple, Protocol

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.effort import Effort, GoalDirected
from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_checks import PlanCaution, cautions, lacks
from salgsplan_tui.domain.programme import SalesPlan, Strategy
from salgsplan_tui.domain.programme_table import served_goals
from salgsplan_tui.language import N_, _, ngettext, pgettext
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.formats import day_and_month, short_date
from salgsplan_tui.language.plan_names import caution_text, lack_name
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.goal_picture import pace_bar, spark
from salgsplan_tui.tui.goal_words import status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded
from salgsplan_tui.tui.plan_parts_lines import parts_lines
from salgsplan_tui.tui.programme_page import ProgrammePage, hours_text

_COLUMN: Final = 9
_BAR: Final = 16
_SPARK: Final = 14
_PERCENT: Final = 6
_SHOWN: Final = 20
"""So many rows without a goal are listed; the others open from their count."""
_EFFORT: Final = (7, 9, 11)
"""The cells for how many, for hours, for kroner."""


def overview_lines(page: ProgrammePage, cells: int) -> Iterator[Line]:
    """Yield the sheet from top to bottom at this width."""
    yield from attention_lines(page)
    yield from _goals(page, cells)
    yield from _strategies(page)
    yield from _programmes(page)
    if page.sales_plan.level == "operative":
        yield from _effort(page)
        yield from _without_goal(page, cells)
    yield from parts_lines(page)


def heading(text: str, right: str = "", target: Target | None = None) -> Line:
    """Return the line above a part of a sheet; where it tells a figure of its own, that can be opened."""
    parts = (Part(f" {right} ", "muted"),) if right else ()
    return Line((Part(f"── {text} ", "heading"),), parts, target, rule=True)


def hint(text: str) -> Line:
    """Return a quiet line that tells the way on."""
    return Line((Part(f" {text}", "muted"),))


def hints(text: str, cells: int) -> Iterator[Line]:
    """Yield the same on as many lines as it needs."""
    return (hint(each) for each in wrapped(text, cells - 2))


def attention_lines(page: ProgrammePage) -> Iterator[Line]:
    """Yield what the plan lacks to become active, one by one, and what to look out for."""
    missing = lacks(page.sales_plan, page.plan.improvements.values())
    if missing and page.sales_plan.status != "draft":
        words = _("It lacks: {lacks}").format(lacks=", ".join(map(lack_name, missing)))
        yield Line((Part(f" ! {words}", "warning"),))
    elif missing:
        yield Line((Part(" " + _("Before it can become active it lacks:"), "warning"),))
        yield from (Line((Part(f"   ○ {lack_name(each)}", "warning"),)) for each in missing)
    for each in cautions(page.sales_plan, page.plan.sales_plans, served_goals(page.basis)):
        if each.code not in missing:
            yield _caution(page, each)


def _caution(page: ProgrammePage, each: PlanCaution) -> Line:
    plan = page.sales_plan
    titles = {goal.id: goal.title for goal in plan.goals} | {each.id: each.title for each in plan.programmes}
    titles |= {line.id: line.title for line in plan.budget_lines}
    titles |= {other.id: other.title for other in page.plan.sales_plans.values()}
    about = page.name(titles.get(each.about or "") or each.about or "")
    return Line((Part(f" ! {caution_text(each.code, about)}", "warning"),))


class _Figure(NamedTuple):
    """One column of the goals."""

    head: Callable[[], str]
    value: Callable[[GoalFigures], Fraction | None]


_FIGURES: Final = (
    _Figure(lambda: pgettext("column", "goal"), lambda each: each.target),
    _Figure(lambda: pgettext("column", "reached"), lambda each: each.actual),
    _Figure(lambda: pgettext("column", "in plan"), lambda each: each.scheduled),
    _Figure(lambda: pgettext("column", "left"), lambda each: each.remaining),
    _Figure(lambda: pgettext("column", "missing"), lambda each: each.remaining_to_schedule),
    _Figure(lambda: pgettext("column", "pace"), lambda each: each.pace),
    _Figure(lambda: pgettext("column", "± pace"), lambda each: each.ahead),
    _Figure(lambda: pgettext("column", "forecast"), lambda each: each.run_rate),
)


def _goals(page: ProgrammePage, cells: int) -> Iterator[Line]:
    basis = page.basis
    days = _("{passed} of {all} working days").format(passed=basis.workdays_passed, all=basis.workdays)
    as_of = _("as of {date}").format(date=short_date(basis.as_of))
    yield heading(_("goals"), f"{days} · {as_of}", Target("figure", "workdays:"))
    if not page.known.goals:
        yield hint(_("No goal yet. Press c and write where it shall lead: 8 orders by 31.3"))
        return
    shown = _FIGURES[: max(1, min(len(_FIGURES), (cells - 2) // _COLUMN))]
    yield Line((Part("  " + "".join(flush_right(each.head(), _COLUMN) for each in shown), "muted"),))
    for figures in page.known.goals.values():
        yield from _goal(page, figures, shown, cells)


def _goal(page: ProgrammePage, figures: GoalFigures, shown: Iterable[_Figure], cells: int) -> Iterator[Line]:
    goal, target = figures.goal, Target("goal", figures.goal.id)
    if goal.is_vision:
        yield Line(
            (Part(f" {page.name(goal.title)} ", "title"), Part(_("a vision: no number, unit or deadline"), "warning")),
            target=target,
        )
        return
    weeks = "" if page.hide else spark(page.known.curves[goal.id])[-_SPARK:]
    right = [Part(f" {weeks} ", "sign")] if weeks and cells >= _BAR + _SPARK + _PERCENT + 30 else []
    right += [
        Part(pace_bar(figures, _BAR), "sign"),
        Part(flush_right(share(figures.attainment, 0), _PERCENT), "figure"),
    ]
    status = "" if figures.status == "open" else f" · {status_name(figures.status)}"
    until = (
        ""
        if goal.deadline in {None, page.sales_plan.end} or goal.deadline is None
        else " · " + _("by {date}").format(date=day_and_month(goal.deadline))
    )
    yield Line(
        (Part(f" {page.name(goal.title)}", "title"), Part(f"{until}{status}", "now")),
        (*right, Part(" ")),
        target=target,
    )
    numbers = "".join(flush_right(page.column(each.value(figures), goal.unit), _COLUMN) for each in shown)
    is_behind = figures.ahead is not None and figures.ahead < 0
    yield Line((Part(f"  {numbers}", "warning" if is_behind else "text"),), target=target)


def _efforts_heading(text: str) -> Line:
    words = (pgettext("column", "number"), _("hours"), _("kroner"))
    heads = "".join(flush_right(each, cells) for each, cells in zip(words, _EFFORT, strict=True))
    return heading(text, heads)


def effort_parts(page: ProgrammePage, effort: Effort) -> tuple[Part, ...]:
    """Return number, hours and kroner in their columns."""
    return _columns(str(len(effort.rows)), hours_text(effort.minutes), page.kroner(effort.cost) if effort.cost else "–")


def done_parts(effort: Effort) -> tuple[Part, ...]:
    """Return how many of them are done, in the column of numbers."""
    return _columns(str(effort.done), "", "")


def _columns(*texts: str) -> tuple[Part, ...]:
    return (*(Part(flush_right(text, cells)) for text, cells in zip(texts, _EFFORT, strict=True)), Part(" "))


def _strategies(page: ProgrammePage) -> Iterator[Line]:
    if not page.sales_plan.strategies:
        return
    yield _efforts_heading(_("strategies"))
    for each in page.sales_plan.strategies:
        yield Line(
            (Part(f" {page.name(each.title)}", "title"), Part(_goals_served(page, each), "muted")),
            effort_parts(page, page.known.by_strategy[each.id]),
            target=Target("strategy", each.id),
        )


def _goals_served(page: ProgrammePage, strategy: Strategy) -> str:
    titles = [page.name(goal.title) for goal in page.sales_plan.goals if goal.id in strategy.goals]
    return f"  → {', '.join(titles)}" if titles else ""


def _programmes(page: ProgrammePage) -> Iterator[Line]:
    if not page.sales_plan.programmes:
        return
    yield _efforts_heading(_("activity programmes"))
    strategies = {each.id: each.title for each in page.sales_plan.strategies}
    for each in page.sales_plan.programmes:
        effort = page.known.by_programme[each.id]
        done = Fraction(effort.done, len(effort.rows)) if effort.rows else Fraction(0)
        under = strategies.get(each.strategy or "", "")
        yield Line(
            (
                Part(f" {padded(page.name(each.title), 16)} ", "title"),
                Part(labels.bar(float(done), 8), "sign"),
                Part(f"  {page.name(under)}" if under else "", "muted"),
            ),
            effort_parts(page, effort),
            target=Target("programme", each.id),
        )
    rest = page.known.by_programme[None]
    if rest.rows:
        yield Line(
            (Part(" " + _("without one"), "muted"),), effort_parts(page, rest), target=Target("figure", "no_programme")
        )


def _effort(page: ProgrammePage) -> Iterator[Line]:
    directed = page.known.directed
    if not directed.whole.rows:
        return
    told = (
        "" if directed.share is None else _("{share} of the hours serve a goal").format(share=share(directed.share, 0))
    )
    yield _efforts_heading(_("where the effort goes"))
    for code, name in EFFORTS.items():
        effort = effort_called(directed, code)
        yield Line(
            (
                Part(f" {_(name)}", "figure" if code == "whole" else "text"),
                Part(f"  {told}" if code == "with_goal" else "", "muted"),
            ),
            effort_parts(page, effort),
            target=Target("figure", code),
        )
    areas = _focus_titles(page)
    for identity, effort in page.known.by_focus_area.items():
        name = _("focus area: {title}").format(title=page.name(areas.get(identity, identity)))
        yield Line((Part(f" {name}"),), effort_parts(page, effort), target=Target("figure", f"focus:{identity}"))


EFFORTS: Final = {
    "with_goal": N_("for a goal"),
    "without_goal": N_("for no goal"),
    "own_work": N_("planning, travel and other own work"),
    "whole": N_("in all"),
}
"""The parts of the effort, in the order they stand."""


def effort_called(directed: GoalDirected, code: str) -> Effort:
    """Return a part of the effort by its code."""
    found: Effort = getattr(directed, code)
    return found


def _focus_titles(page: ProgrammePage) -> dict[str, str]:
    plans: Iterable[SalesPlan] = page.plan.sales_plans.values()
    return {area.id: area.title for plan in plans for area in plan.focus_areas}


def focus_title(page: ProgrammePage, identity: str) -> str:
    """Return the title of a focus area, of whichever plan it is."""
    return page.name(_focus_titles(page).get(identity, identity))


def _without_goal(page: ProgrammePage, cells: int) -> Iterator[Line]:
    rows = page.known.directed.without_goal.rows
    if rows:
        words = ngettext("{count} activity serves no goal", "{count} activities serve no goal", len(rows))
        yield heading(words.format(count=len(rows)))
        yield from (activity_line(page, row, cells) for row in rows[:_SHOWN])
        if len(rows) > _SHOWN:
            more = ngettext("and {count} more", "and {count} more", len(rows) - _SHOWN).format(count=len(rows) - _SHOWN)
            yield Line((Part(f"   {more}", "muted"),), target=Target("figure", "without_goal"))


class Seen(Protocol):
    """A plan as it is looked at: when, what is marked, and whether names and amounts are hidden."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def now(self) -> dt.datetime:
        """The moment, by which rows are late or not."""

    @property
    def marked(self) -> frozenset[str]:
        """The ids of the marked rows."""

    @property
    def hide(self) -> bool:
        """Presentation mode."""


def activity_line(page: Seen, row: Activity, cells: int, right: str = "") -> Line:
    """Return one activity: when, what, how long, what it costs."""
    when = labels.when(row) or (row.bucket or "")
    mark = "*" if row.id in page.marked else labels.mark(row, page.now)
    whom = labels.whom(page.plan, row, hide=page.hide)
    figures = right or "  ".join(
        part for part in (labels.length(row), labels.cost(page.plan, row, hide=page.hide)) if part
    )
    title = clip(labels.title(page.plan, row, hide=page.hide), max(10, cells - 24 - width(figures)))
    return Line(
        (
            Part(f" {mark} ", "overdue" if mark in "!*" else "sign"),
            Part(f"{padded(when, 16)} ", "time"),
            Part(f"{labels.sign(page.plan, row)} ", "sign"),
            Part(title, "title" if row.is_open else "done"),
            Part(f"  {whom}" if whom else "", "muted"),
        ),
        (Part(f"{safe_line(figures)} "),),
        target=Target("activity", row.id),
    )
