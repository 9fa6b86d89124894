"""The improvement areas as text, each with its id."""

from collections.abc import Iterator

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service_results import ServiceResults, usual_period
from salgsplan_tui.tui.improvement_page import area_lines
from salgsplan_tui.tui.lines import Line, Part, Target


def print_areas(call: Call, plan: Plan, *, only: str | None = None) -> None:
    """Print all of them, or the one with this id."""
    draw(call, _lines(call, plan, only))


def _lines(call: Call, plan: Plan, only: str | None) -> Iterator[Line]:
    ids = max(map(len, plan.improvements), default=0) + 1
    today = call.now.date()
    results = ServiceResults(plan, usual_period(plan, today), call.now)
    before: Target | None = None
    for line in area_lines(plan, results, today, call.width - ids):
        target = line.target
        if target is not None and only in {None, target.id}:
            told = target.id if target != before else ""
            yield Line((Part(f"{told:<{ids}}", "muted"), *line.left), line.right)
        before = target
