"""A review as text: its pages under one another."""

from collections.abc import Iterator

from salgsplan_tui.domain.any_review import AnyReview, Step
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.review_pages import page, review_title, step_name


def review_text(review: AnyReview, cells: int) -> Iterator[Line]:
    """Yield the pages from the first to the last."""
    days = date_range(review.span.start, review.span.last)
    yield Line((Part(review_title(review), "figure"),), (Part(days, "muted"),))
    steps: tuple[Step, ...] = review.steps
    for number, step in enumerate(steps, start=1):
        yield Line()
        yield Line((Part(f"{number} {step_name(step)} ", "heading"),), rule=True)
        yield from page(review, step, Shown(cells))
