"""The line of the day that says that the review of a month or a quarter is due (chapter 6.4-6.5)."""

from salgsplan_tui.domain.dates import bucket_kind
from salgsplan_tui.domain.period_review import progress_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, bucket_in_year
from salgsplan_tui.tui.lines import Line, Part, Target


def period_title(period: str, *, is_short: bool = False) -> str:
    """Return what the review of a month or a quarter is called: «Månedsgjennomgang: februar 2027»."""
    name = bucket_in_year(period) if is_short else bucket(period)
    if bucket_kind(period) == "month":
        return _("Review of the month: {month}").format(month=name)
    return _("Review of the quarter: {quarter}").format(quarter=name)


def review_line(plan: Plan, period: str) -> Line:
    """Return the line; Enter begins the review, or goes on where it was left."""
    way = _("Enter: continue") if progress_of(plan, period).reached else _("Enter: begin")
    parts = (Part("── ", "heading"), Part(f"{period_title(period, is_short=True)} · ", "muted"), Part(way, "heading"))
    return Line((*parts, Part(" ", "heading")), rule=True, target=Target("review", period))
