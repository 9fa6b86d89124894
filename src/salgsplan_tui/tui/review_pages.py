"""The pages of a review, as lines (chapter 6.3); the screen and the command line show the same."""

from salgsplan_tui.domain.review import STEPS, ReviewStep, WeekReview
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import week_name
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.week_review_pages import NAMES, PAGES


def review_title(review: WeekReview) -> str:
    """Return what a review is of."""
    return _("Review of {week}").format(week=week_name(review.week))


def step_name(step: ReviewStep) -> str:
    """Return the heading of a step."""
    return _(NAMES[step])


def step_place(step: ReviewStep) -> str:
    """Return how far in the review it stands, "3 of 10"."""
    return _("{number} of {count}").format(number=STEPS.index(step) + 1, count=len(STEPS))


def page(review: WeekReview, step: ReviewStep, shown: Shown) -> tuple[Line, ...]:
    """Return a step's page from top to bottom."""
    return tuple(PAGES[step](review, shown))
