"""The review of whatever stretch of time: a week, a month or a quarter, and what is noted at it (chapter 6.3-6.5)."""

import datetime as dt

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.dates import bucket_kind
from salgsplan_tui.domain.month_review import MonthReview, MonthStep
from salgsplan_tui.domain.period_review import note_progress
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quarter_review import QuarterReview, QuarterStep
from salgsplan_tui.domain.review import ReviewStep, WeekReview

AnyReview = WeekReview | MonthReview | QuarterReview
Step = ReviewStep | MonthStep | QuarterStep


def review_of(plan: Plan, period: str, now: dt.datetime) -> AnyReview:
    """Return the review of the week "2027-W07", the month "2027-02" or the quarter "2027-Q1"."""
    match bucket_kind(period):
        case "week":
            return WeekReview(plan, period, now)
        case "month":
            return MonthReview(plan, period, now)
    return QuarterReview(plan, period, now)


def note_review(plan: Plan, period: str, **fields: object) -> Plan:
    """Note something at a review: `reached` or `done`, of a week `worked` and `change` too."""
    if bucket_kind(period) == "week":
        return edits.set_review(plan, period, **fields)
    return note_progress(plan, period, **fields)
