"""The week's review as text: its ten pages under one another."""

from collections.abc import Iterator

from salgsplan_tui.domain.review import STEPS, WeekReview
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import date_range, week_name
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.review_pages import page, step_name


def review_text(review: WeekReview) -> Iterator[Line]:
    """Yield the pages from the first to the last."""
    title = _("Review of {week}").format(week=week_name(review.week))
    days = date_range(review.span.start, review.span.last)
    yield Line((Part(title, "figure"),), (Part(days, "muted"),))
    for number, step in enumerate(STEPS, start=1):
        yield Line()
        yield Line((Part(f"{number} {step_name(step)} ", "heading"),), rule=True)
        yield from page(review, step)
