"""A programme as text: the plans above it, what it lacks, its goals, strategies and activity programmes (S9)."""

from collections.abc import Collection, Iterator
from typing import Final

from salgsplan_tui.cli.text.goals import heading, joined
from salgsplan_tui.cli.text.plan_parts import plan_parts_text
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.effort import Effort, by_focus_area, effort_of, goal_directed
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_checks import cautions, lacks
from salgsplan_tui.domain.plan_tree import chain_above
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_table import programme_table, served_goals, without_goal
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import amount_rounded, date_range, hours
from salgsplan_tui.language.plan_names import caution_text, lack_name, plan_kind_name, plan_status_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right
from salgsplan_tui.tui.programme_overview import EFFORTS, effort_called

_FIGURES: Final = (14, 9, 14)
"""The cells for activities, hours and kroner."""


def programme_text(basis: Basis, cells: int) -> Iterator[Line]:
    """Yield the page from top to bottom."""
    plan = basis.programme
    yield heading(basis)
    about = (plan_kind_name(plan.kind), date_range(plan.start, plan.end), plan_status_name(plan.status))
    yield from (Line((Part(text, "muted"),)) for text in joined(about, cells))
    yield from _above(basis.plan, plan)
    missing = lacks(plan, basis.plan.improvements.values())
    if missing:
        yield Line((Part(_("It lacks: {lacks}").format(lacks=", ".join(map(lack_name, missing))), "warning"),))
    yield from _cautions(basis, missing)
    yield from _list(_("goals"), (goal.title for goal in plan.goals))
    yield from _list(_("strategies"), (strategy.title for strategy in plan.strategies))
    yield from plan_parts_text(basis, cells)
    yield from _groups(basis)


def _cautions(basis: Basis, missing: Collection[str]) -> Iterator[Line]:
    """Yield what to look out for; that something is too long or short stands among what it lacks already."""
    plan = basis.programme
    titles = {goal.id: goal.title for goal in plan.goals} | {each.id: each.title for each in plan.programmes}
    titles |= {line.id: line.title for line in plan.budget_lines}
    titles |= {each.id: each.title for each in basis.plan.sales_plans.values()}
    for each in cautions(plan, basis.plan.sales_plans, served_goals(basis)):
        if each.code not in missing:
            about = safe_line(titles.get(each.about or "") or each.about or "")
            yield Line((Part(f"! {caution_text(each.code, about)}", "warning"),))


def _above(plan: Plan, sales_plan: SalesPlan) -> Iterator[Line]:
    """Yield the plans above, each under the one it serves (S7)."""
    for depth, above in enumerate(chain_above(sales_plan, plan.sales_plans), start=1):
        told = f"{'  ' * depth}↑ {safe_line(above.title)} · {plan_kind_name(above.kind)}"
        yield Line((Part(told, "muted"),))


def _list(title: str, items: Iterator[str]) -> Iterator[Line]:
    found = list(items)
    if found:
        yield Line()
        yield Line((Part(title, "heading"),))
        yield from (Line((Part(f"  {safe_line(item)}"),)) for item in found)


def _groups(basis: Basis) -> Iterator[Line]:
    groups = programme_table(basis)
    if not groups:
        return
    yield Line()
    yield Line((Part(_("activity programmes"), "heading"),))
    for group in groups:
        name = _("without one") if group.programme is None else safe_line(group.programme.title)
        yield _effort(name, effort_of((row.activity for row in group.rows), basis.plan.settings))
    yield from _efforts(basis)
    number = len(list(without_goal(basis)))
    if number:
        words = ngettext("{count} activity serves no goal", "{count} activities serve no goal", number)
        yield Line((Part(f"  {words.format(count=number)}", "warning"),))


def _efforts(basis: Basis) -> Iterator[Line]:
    """Yield hours and kroner with and without a goal, and on each focus area (S12, S47)."""
    yield Line()
    yield Line((Part(_("where the effort goes"), "heading"),))
    directed = goal_directed(basis)
    for code, name in EFFORTS.items():
        yield _effort(_(name), effort_called(directed, code))
    titles = {area.id: area.title for plan in basis.plan.sales_plans.values() for area in plan.focus_areas}
    for identity, effort in by_focus_area(basis).items():
        title = safe_line(titles.get(identity, identity))
        yield _effort(_("focus area: {title}").format(title=title), effort)


def _effort(name: str, effort: Effort) -> Line:
    count = ngettext("{count} activity", "{count} activities", len(effort.rows)).format(count=len(effort.rows))
    figures = (count, _("{hours} h").format(hours=hours(effort.minutes)), amount_rounded(effort.cost))
    return Line((Part(f"  {name}"),), (Part("".join(map(flush_right, figures, _FIGURES)), "muted"),))
