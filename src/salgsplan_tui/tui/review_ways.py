"""Where the pages of the week's review lead: to the view where one acts, and back on `R` (chapter 6.3)."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from salgsplan_tui.domain.review import ReviewStep
from salgsplan_tui.tui.lines import Target


class Way(NamedTuple):
    """A view, and what it is to show there."""

    step: ReviewStep
    view: str
    action: str
    takes: str | None = None
    """The kind of target under the cursor that is stood on there."""


WAYS: Final[Mapping[str, Way]] = {
    "funnel": Way(ReviewStep.RATES, "programme", "show_sheet('funnel')"),
    "customers": Way(ReviewStep.CUSTOMERS, "customers", "show_waiting", "customer"),
    "offers": Way(ReviewStep.CUSTOMERS, "money", "show_sheet('sales')"),
    "cases": Way(ReviewStep.SERVICE, "service", "show_open", "case"),
    "budget": Way(ReviewStep.COST, "money", "show_sheet('budget')"),
}
"""The ways, by their names in the keys of the dialog."""


def action_on(way: Way, target: Target | None) -> str:
    """Return the action of the view, with the id to stand on where the cursor stands on one that belongs there."""
    if way.takes is None or target is None or target.kind != way.takes:
        return way.action
    return f"{way.action}('{target.id}')"
