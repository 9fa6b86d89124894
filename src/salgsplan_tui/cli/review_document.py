"""What other programs read of a review."""

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.cli.figure_documents import rates_document, result_document
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.any_review import AnyReview
from salgsplan_tui.domain.month_review import MonthReview
from salgsplan_tui.domain.quarter_review import QuarterReview
from salgsplan_tui.domain.review import WeekReview


def review_document(review: AnyReview) -> Document:
    """Return the steps in their order: lists by id, figures as everywhere else."""
    from salgsplan_tui.cli.period_review_document import month_document, quarter_document  # noqa: PLC0415  # seldom

    match review:
        case WeekReview():
            return _week_document(review)
        case MonthReview():
            return month_document(review)
        case QuarterReview():
            return quarter_document(review)


def _week_document(review: WeekReview) -> Document:
    told, wanted, notes, ahead = review.fulfilment, review.wanted, review.notes, review.ahead
    asked = review.wanted_next
    names = ("orders", "offers", "meetings", "reached", "attempts")
    return {
        "week": review.week,
        "fulfilment": {
            "planned": len(told.planned),
            "ad_hoc": len(told.ad_hoc),
            **{fate.value: count for fate, count in told.counts.items()},
            "reasons": {reason or "none": count for reason, count in told.reasons.items()},
        },
        "open": activity_documents(review.plan, review.left),
        "open_before": [row.id for row in review.left_before],
        "results": result_document(review.results),
        "wanted": None if wanted is None else {name: getattr(wanted, name) for name in names},
        "rates": None if review.rates is None else rates_document(*review.rates),
        "customers_without_next_step": [each.customer.id for each in review.without_next_step],
        "old_offers": [each.id for each in review.old_offers],
        "open_cases": [each.id for each in review.open_cases],
        "closed_cases": [each.id for each in review.closed_cases],
        "cost": {
            "actual": text_from_ore(review.costs.actual),
            "committed": text_from_ore(review.costs.committed),
            "planned": text_from_ore(review.costs.planned),
            "lines_over_budget": list(review.over_budget),
        },
        "worked": notes.worked or None,
        "change": notes.change or None,
        "needs": [
            {"text": each.text, "since": each.since.isoformat(), "weeks": each.weeks(review.last_day)}
            for each in review.needs
        ],
        "next_week": {
            "week": review.next_week,
            "must_dos": list(ahead.must_dos),
            "planned_minutes": ahead.planned_minutes,
            "capacity_minutes": ahead.capacity_minutes,
            "calls": review.calls_ahead,
            "meetings": review.meetings_ahead,
            "wanted": None if asked is None else {name: getattr(asked, name) for name in names},
        },
        "done": None if notes.done is None else notes.done.isoformat(timespec="minutes"),
    }
