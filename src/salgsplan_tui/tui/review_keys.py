"""Which keys of a review mean something on which of its pages (chapter 6.3-6.5)."""

from collections.abc import Callable, Mapping
from typing import Final

from salgsplan_tui.domain.any_review import AnyReview, Step
from salgsplan_tui.domain.month_review import MonthReview, MonthStep
from salgsplan_tui.domain.quarter_review import QuarterReview, QuarterStep
from salgsplan_tui.domain.review import ReviewStep, WeekReview
from salgsplan_tui.tui.review_ways import WAYS

_STEPS: Final[Mapping[str, frozenset[Step]]] = {
    "settle": frozenset({ReviewStep.ROWS}),
    "write": frozenset({ReviewStep.LEARNED}),
    "reflect": frozenset({ReviewStep.LEARNED}),
    "ask": frozenset({ReviewStep.NEEDS, QuarterStep.COMMITMENTS}),
    "resolve": frozenset({ReviewStep.NEEDS}),
    "must_dos": frozenset({ReviewStep.NEXT_WEEK}),
    "issue": frozenset({ReviewStep.ISSUE}),
    "plan": frozenset({ReviewStep.CUSTOMERS, ReviewStep.NEXT_WEEK, QuarterStep.COMMITMENTS}),
    "move_money": frozenset({MonthStep.BUDGET}),
    "look_up": frozenset({MonthStep.REGISTER}),
    "keep": frozenset({MonthStep.RETENTION}),
    "month_plan": frozenset({MonthStep.PLAN}),
    "quarter_report": frozenset({QuarterStep.REPORT, QuarterStep.COMMITMENTS}),
    "close": frozenset({QuarterStep.GOALS}),
    "follow": frozenset({QuarterStep.FOLLOW}),
    "open_programme": frozenset({QuarterStep.GOALS, QuarterStep.FOLLOW, QuarterStep.FUNNEL, QuarterStep.LINKS}),
}
"""The keys that mean something on some pages only."""
_NEEDS: Final[Mapping[str, Callable[[AnyReview], bool]]] = {
    "settle": lambda review: isinstance(review, WeekReview) and bool(review.left or review.left_before),
    "resolve": lambda review: isinstance(review, WeekReview) and bool(review.needs),
    "move_money": lambda review: isinstance(review, MonthReview) and _has_lines(review),
    "look_up": lambda review: isinstance(review, MonthReview) and bool(review.unchecked),
    "keep": lambda review: isinstance(review, MonthReview) and bool(review.overkept),
    "close": lambda review: isinstance(review, QuarterReview) and _can_be_closed(review),
    "follow": lambda review: isinstance(review, QuarterReview) and review.following is None and bool(review.programme),
    "open_programme": lambda review: isinstance(review, QuarterReview) and bool(review.linked),
}
"""What else they need."""


def is_offered(review: AnyReview, step: Step, action: str, parameters: tuple[object, ...] = ()) -> bool:
    """Say whether a key means something on a page as it stands."""
    if action == "leave_for":
        return WAYS[str(parameters[0])].step is step
    steps, needs = _STEPS.get(action), _NEEDS.get(action)
    return (steps is None or step in steps) and (needs is None or needs(review))


def _has_lines(review: MonthReview) -> bool:
    return review.running is not None and bool(review.running.programme.budget_lines)


def _can_be_closed(review: QuarterReview) -> bool:
    programme = review.programme
    return programme is not None and programme.status not in {"closed", "archived"} and not programme.read_only
