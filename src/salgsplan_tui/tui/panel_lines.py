"""The side panel of the day: the week's three must-dos, the goals, the week's load and cost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import State
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import PlannedDays
from salgsplan_tui.domain.money import actual_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import amount_rounded, day_and_month, hours, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target

if TYPE_CHECKING:
    from salgsplan_tui.domain.standing import Standing

_BAR: int = 10


def panel_lines(
    plan: Plan, week: PlannedDays, *, standing: "Standing | None" = None, hide: bool = False
) -> tuple[Line, ...]:
    """Return the panel from top to bottom; how the programme stands is told where its files were read."""
    if standing is not None:
        from salgsplan_tui.tui.standing_lines import standing_lines  # noqa: PLC0415  # not before the first paint

        told = standing_lines(standing, hide=hide)
        return (*must_do_lines(week, hide=hide), *told, *figure_lines(plan, week, hide=hide))
    return (*must_do_lines(week, hide=hide), *figure_lines(plan, week, hide=hide), *_goals(plan, week, hide=hide))


def heading(text: str) -> Line:
    """Return the line above a part of the panel."""
    return Line((Part(f"─ {text} ", "heading"),), rule=True)


def must_do_lines(week: PlannedDays, *, hide: bool) -> Iterator[Line]:
    """Yield the week's most important things (chapter 6.3)."""
    yield heading(week_name(week_key(week.span.start)))
    if not week.must_dos:
        yield Line((Part(" " + _("no must-dos set"), "muted"),), target=Target("must_dos", ""))
    for number, text in enumerate(week.must_dos, start=1):
        words = Part(labels.HIDDEN if hide else safe_line(text))
        yield Line((Part(f" {number} ", "sign"), words), target=Target("must_dos", str(number)))


def _goals(plan: Plan, week: PlannedDays, *, hide: bool) -> Iterator[Line]:
    goals = [
        goal
        for sales_plan in plan.sales_plans.values()
        if sales_plan.kind == "market_programme"
        and sales_plan.start < week.span.end
        and week.span.start <= sales_plan.end
        for goal in sales_plan.goals
    ]
    if not goals:
        return
    deadlines = {goal.deadline for goal in goals}
    shared = deadlines.pop() if len(deadlines) == 1 else None
    yield heading(_("goals") if shared is None else _("goals by {date}").format(date=day_and_month(shared)))
    for goal in goals:
        target = Target("goal", goal.id)
        yield Line((Part(" "), Part(labels.HIDDEN if hide else safe_line(goal.title))), target=target)
        if shared is None:
            yield Line((Part("   " + _deadline(goal), "muted"),), target=target)


def _deadline(goal: Goal) -> str:
    if goal.deadline is None:
        return _("no deadline yet")
    return _("by {date}").format(date=day_and_month(goal.deadline))


def week_figure(code: str, week: PlannedDays, rest: str = "") -> Target:
    """Return what the line of one of the week's figures stands for: "week_hours:2027-W07"."""
    return Target("figure", ":".join(filter(None, (f"week_{code}", week_key(week.span.start), rest))))


def figure_lines(plan: Plan, week: PlannedDays, *, hide: bool) -> Iterator[Line]:
    """Yield what the week takes: hours, how much of it is done, and money."""
    taking = week_figure("hours", week)
    yield heading(_("time"))
    done = sum(1 for row in week.rows if row.state is State.DONE)
    counted = sum(1 for row in week.rows if row.counts)
    planned = Part(f"{hours(week.planned_minutes)} ", "figure")
    yield Line((Part(" "), planned, Part(_load_words(week), "muted")), target=taking)
    if week.travel_minutes:
        words = _("and {hours} h on the road").format(hours=hours(week.travel_minutes))
        yield Line((Part(f" {words}", "muted"),), target=taking)
    taken = week.planned_minutes + week.travel_minutes
    share = taken / week.capacity_minutes if week.capacity_minutes else 0.0
    yield Line(
        (
            Part(" "),
            Part(labels.bar(share, _BAR), "sign"),
            Part(f" {share:.0%}" if week.capacity_minutes else "", "muted"),
        ),
        target=taking,
    )
    of_all = Part(" " + _("of {count} done").format(count=counted), "muted")
    yield Line((Part(" "), Part(f"{done}", "figure"), of_all), target=week_figure("done", week))
    yield heading(_("cost"))
    spent = sum(actual_cost(row, plan.settings) for row in week.rows)
    yield _money(_("planned"), week.planned_cost, week_figure("planned", week), hide=hide)
    yield _money(_("spent"), spent, week_figure("spent", week), hide=hide)


def _load_words(week: PlannedDays) -> str:
    return _("of {hours} h").format(hours=hours(week.capacity_minutes))


def _money(word: str, ore: int, target: Target, *, hide: bool) -> Line:
    told = Part(labels.HIDDEN if hide else amount_rounded(ore), "figure")
    return Line((Part(f" {word}", "muted"),), (told, Part(" ")), target)
