"""The ten pages of a week's review, as lines (chapter 6.3)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from salgsplan_tui.domain.review import ReviewStep, WeekReview
from salgsplan_tui.language import N_
from salgsplan_tui.tui import week_review_matters as matters
from salgsplan_tui.tui import week_review_results as results
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.review_lines import Shown

NAMES: Final[Mapping[ReviewStep, str]] = {
    ReviewStep.ROWS: N_("Plan and what came of it"),
    ReviewStep.RESULTS: N_("Results of the week"),
    ReviewStep.RATES: N_("Your rates against the plan"),
    ReviewStep.CUSTOMERS: N_("Customers and offers that wait"),
    ReviewStep.SERVICE: N_("Service cases"),
    ReviewStep.COST: N_("What it cost"),
    ReviewStep.LEARNED: N_("What worked, and what to change"),
    ReviewStep.NEEDS: N_("What you need from the leader"),
    ReviewStep.NEXT_WEEK: N_("Next week"),
    ReviewStep.ISSUE: N_("To the leader"),
}
"""The pages' headings."""
PAGES: Final[Mapping[ReviewStep, Callable[[WeekReview, Shown], Iterator[Line]]]] = {
    ReviewStep.ROWS: results.rows_page,
    ReviewStep.RESULTS: results.results_page,
    ReviewStep.RATES: results.rates_page,
    ReviewStep.CUSTOMERS: matters.customers_page,
    ReviewStep.SERVICE: matters.service_page,
    ReviewStep.COST: results.cost_page,
    ReviewStep.LEARNED: matters.learned_page,
    ReviewStep.NEEDS: matters.needs_page,
    ReviewStep.NEXT_WEEK: matters.next_week_page,
    ReviewStep.ISSUE: matters.issue_page,
}
"""What each step shows."""
