"""The week's review as text: its ten pages under one another."""

from collections.abc import Iterator

from salgsplan_tui.domain.review import STEPS, WeekReview
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.review_pages import page, review_title, step_name


def review_text(review: WeekReview, cells: int) -> Iterator[Line]:
    """Yield the pages from the first to the last."""
    days = date_range(review.span.start, review.span.last)
    yield Line((Part(review_title(review), "figure"),), (Part(days, "muted"),))
    for number, step in enumerate(STEPS, start=1):
        yield Line()
        yield Line((Part(f"{number} {step_name(step)} ", "heading"),), rule=True)
        yield from page(review, step, Shown(cells))
