"""The pages of a review, as lines (chapter 6.3-6.5); the screen and the command line show the same."""

from salgsplan_tui.domain.any_review import AnyReview, Step
from salgsplan_tui.domain.month_review import MonthReview, MonthStep
from salgsplan_tui.domain.quarter_review import QuarterReview, QuarterStep
from salgsplan_tui.domain.review import ReviewStep, WeekReview
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import week_name
from salgsplan_tui.tui import month_review_pages as month
from salgsplan_tui.tui import quarter_review_pages as quarter
from salgsplan_tui.tui import week_review_pages as week
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.review_offer import period_title


def review_title(review: AnyReview) -> str:
    """Return what a review is of."""
    match review:
        case WeekReview():
            return _("Review of {week}").format(week=week_name(review.week))
        case MonthReview() | QuarterReview():
            return period_title(review.key)


def step_name(step: Step) -> str:
    """Return the heading of a step."""
    match step:
        case ReviewStep():
            return _(week.NAMES[step])
        case MonthStep():
            return _(month.NAMES[step])
        case QuarterStep():
            return _(quarter.NAMES[step])


def step_place(review: AnyReview, step: Step) -> str:
    """Return how far in the review it stands, "3 of 10"."""
    return _("{number} of {count}").format(number=review.steps.index(step) + 1, count=len(review.steps))


def page(review: AnyReview, step: Step, shown: Shown) -> tuple[Line, ...]:
    """Return a step's page from top to bottom.

    Raises:
        TypeError: the step is one of another review.
    """
    match review, step:
        case WeekReview(), ReviewStep():
            return tuple(week.PAGES[step](review, shown))
        case MonthReview(), MonthStep():
            return tuple(month.PAGES[step](review, shown))
        case QuarterReview(), QuarterStep():
            return tuple(quarter.PAGES[step](review, shown))
    raise TypeError(step)
