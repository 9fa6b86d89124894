"""The sheet of plans: the firm's, the department's and the seller's own, each under the one it serves (S7)."""

from collections.abc import Iterator

from salgsplan_tui.domain.plan_checks import lacks
from salgsplan_tui.domain.plan_tree import Branch, chain_above, plan_tree
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.language.plan_names import discipline_name, plan_kind_name, plan_status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.programme_page import ProgrammePage


def plan_tree_lines(page: ProgrammePage) -> Iterator[Line]:
    """Yield every plan on two lines, the one that is shown marked."""
    title = _("plans, each under the one it serves")
    yield Line((Part(f"── {title} ", "heading"),), rule=True)
    for branch in plan_tree(page.plan.sales_plans):
        yield from _branch(page, branch)
    if not chain_above(page.sales_plan, page.plan.sales_plans) and page.sales_plan.level != "strategic":
        yield Line((Part(" " + _("It hangs under no other plan. c writes one down, in a few minutes."), "muted"),))


def _branch(page: ProgrammePage, branch: Branch) -> Iterator[Line]:
    plan, target = branch.plan, Target("plan", branch.plan.id)
    is_here = plan.id == page.sales_plan.id
    indent = "   " * branch.depth
    hook = "└ " if branch.depth else ""
    kind = plan_kind_name(plan.kind)
    yield Line(
        (
            Part(f" {'›' if is_here else ' '} {indent}{hook}", "sign"),
            Part(page.name(plan.title) or kind, "figure" if is_here else "title"),
        ),
        (
            Part(f"{discipline_name(plan.discipline)} · ", "muted"),
            Part(f"{plan_status_name(plan.status)} ", "now" if plan.status == "active" else "muted"),
        ),
        target=target,
    )
    words = [kind.partition(" (")[0], date_range(plan.start, plan.end), *_remarks(page, plan)]
    yield Line((Part(f"   {indent}{'  ' if branch.depth else ''}{' · '.join(words)}", "muted"),), target=target)


def _remarks(page: ProgrammePage, plan: SalesPlan) -> Iterator[str]:
    base = page.plan.sales_plans.get(plan.base or "")
    if base is not None and plan.parent is not None:
        yield _("rests on {title}").format(title=page.name(base.title))
    if plan.read_only:
        yield _("only shown")
    missing = len(lacks(plan, page.plan.improvements.values()))
    if missing and plan.status == "draft":
        yield ngettext("lacks {count} thing", "lacks {count} things", missing).format(count=missing)
