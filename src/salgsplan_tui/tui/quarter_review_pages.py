"""The six pages of a quarter's review, as lines (chapter 6.5)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.plan_checks import PlanCaution
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.quarter_review import Link, QuarterReview, QuarterStep
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.figures import figure
from salgsplan_tui.language.formats import amount_rounded, bucket, date_range, day_and_month
from salgsplan_tui.language.plan_names import caution_text
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.page import page_of
from salgsplan_tui.reports.report_txt import section_lines
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.following_words import along, not_carried
from salgsplan_tui.tui.goal_words import status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.programme_funnel import step_lines
from salgsplan_tui.tui.programme_page import ProgrammeFigures, ProgrammePage
from salgsplan_tui.tui.report_lines import issued_words
from salgsplan_tui.tui.review_lines import Shown, figure_line, heading, muted, row_line
from salgsplan_tui.tui.review_rates import rates_lines

NAMES: Final[Mapping[QuarterStep, str]] = {
    QuarterStep.REPORT: N_("The quarterly report"),
    QuarterStep.GOALS: N_("How the goals ended, and why"),
    QuarterStep.FOLLOW: N_("On into the next quarter"),
    QuarterStep.FUNNEL: N_("The funnel by your own rates"),
    QuarterStep.LINKS: N_("Links to the plans above"),
    QuarterStep.COMMITMENTS: N_("What you promise, and when"),
}
"""The pages' headings."""
_TOLD: Final = frozenset({"summary", "result"})
"""The sections of the report that the first page shows."""


def _report(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    page = page_of(review.report, review.plan.channels)
    for section in page.sections:
        if section.code in _TOLD:
            yield heading(section.title)
            if not shown.hide:
                yield from (Line((Part(f" {line}"),)) for line in section_lines(section, max(20, shown.cells - 3)))
            yield Line()
    yield from _handed_on(review, shown)


def _handed_on(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    if review.issued is None:
        yield muted(_("The report has not been handed on yet: 8 shows all of it."))
    else:
        when = labels.HIDDEN if shown.hide else issued_words(review.issued)
        yield muted(_("The report was handed on {when}.").format(when=when))


def _goals(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    programme = review.programme
    if programme is None:
        yield muted(_("No market programme covers the quarter."))
        return
    days = date_range(programme.start, programme.end)
    yield Line((Part(_name(programme.title, shown), "figure"),), (Part(f"{days} ", "muted"),))
    for each in review.goals:
        yield from _ended(each, shown)
    yield Line()
    if programme.status in {"closed", "archived"}:
        yield muted(_("The programme is closed."))
    else:
        yield muted(_("To close it, say of each goal how it ended, and why."))


def _ended(each: GoalFigures, shown: Shown) -> Iterator[Line]:
    goal = each.goal
    is_hidden = shown.hide and goal.unit == "kr"
    actual, target = (labels.HIDDEN if is_hidden else figure(value, goal.unit) for value in (each.actual, each.target))
    stands = _("{part} of {whole}").format(part=actual, whole=target)
    style = "warning" if each.status == "missed" else "text"
    right = (Part(f"{stands} · ", "muted"), Part(f"{status_name(each.status)} ", style))
    yield Line((Part(f" {_name(goal.title, shown)}"),), right, Target("goal", goal.id))
    if goal.cause:
        yield Line((Part(f"   {_name(goal.cause, shown)}", "muted"),), target=Target("goal", goal.id))


def _follow(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    if review.following is not None:
        yield from _next(review, review.following, shown)
        return
    quarter = bucket(review.next_key)
    coming = review.coming
    if coming is None:
        yield muted(_("No market programme covers the quarter."))
        return
    yield Line((Part(_("There is no programme for {quarter} yet.").format(quarter=quarter), "figure"),))
    yield Line()
    yield heading(_("If this one is copied"))
    yield from (Line((Part(f" {words}"),)) for words in along(coming))
    yield from (row_line(review.plan, row, hide=shown.hide) for row in coming.carried)
    yield from (muted(words) for words in not_carried(coming.stays, hide=shown.hide))
    yield Line()
    yield muted(_("On the same weekdays, red and free days skipped; with your own rates."))


def _next(review: QuarterReview, following: SalesPlan, shown: Shown) -> Iterator[Line]:
    days = date_range(following.start, following.end)
    yield Line((Part(_name(following.title, shown), "figure"),), (Part(f"{days} ", "muted"),))
    rows = 0 if review.following_basis is None else len(review.following_basis.rows)
    frame = sum(line.amount for line in following.budget_lines)
    yield figure_line(_("goals"), str(len(following.goals)))
    yield figure_line(_("activities"), str(rows))
    yield figure_line(_("cost frame"), labels.HIDDEN if shown.hide else amount_rounded(frame))
    yield Line()
    if following.status == "draft":
        yield muted(_("It is a draft: look through its goals and money, and make it active."))
    else:
        yield muted(_("It is active."))


def _funnel(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    if review.rates is None:
        yield muted(_("No market programme covers the quarter."))
        return
    yield from rates_lines(*review.rates, hide=shown.hide)
    yield Line()
    basis = review.following_basis
    if basis is None:
        yield muted(_("The next programme takes these rates along when this one is copied."))
        return
    page = ProgrammePage(ProgrammeFigures(basis), review.now, hide=shown.hide)
    if page.known.funnel is not None:
        yield from step_lines(page, page.known.funnel, shown.cells)


def _links(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    linked = review.linked
    if linked is None:
        yield muted(_("No market programme covers the quarter."))
        return
    above = _("no plan above") if review.above is None else _name(review.above.title, shown)
    yield Line((Part(f"{_name(linked.title, shown)} → {above}", "figure"),))
    yield from (_link(each, shown) for each in review.links)
    yield Line()
    loose = sum(each.above is None for each in review.links)
    for each in review.misplaced:
        yield Line((Part(f"! {_caution(review, each, shown)}", "warning"),))
    if loose:
        words = ngettext("{count} goal serves no goal above it", "{count} goals serve no goal above them", loose)
        yield Line((Part(f"! {words.format(count=loose)}", "warning"),))
    elif not review.misplaced:
        yield muted(_("Every goal serves one above it."))


def _link(each: Link, shown: Shown) -> Line:
    above = Part("– ", "warning") if each.above is None else Part(f" → {_name(each.above.title, shown)} ", "muted")
    return Line((Part(f" {_name(each.goal.title, shown)}"),), (above,), Target("goal", each.goal.id))


def _caution(review: QuarterReview, each: PlanCaution, shown: Shown) -> str:
    about = review.plan.sales_plans.get(each.about or "")
    return caution_text(each.code, _name((about and about.title) or each.about or "", shown))


def _commitments(review: QuarterReview, shown: Shown) -> Iterator[Line]:
    if review.notes.done is not None:
        finished = day_and_month(review.notes.done.date())
        yield Line((Part(_("This review was finished on {date}").format(date=finished), "figure"),))
    yield from _handed_on(review, shown)
    yield Line()
    if review.needs:
        yield heading(_("Needed from the leader"))
        yield from (Line((Part(f" {_name(need.text, shown)}"),)) for need in review.needs)
        yield Line()
    quarter, rows = bucket(review.next_key), review.commitments
    if rows:
        words = ngettext("{count} with a date in {quarter}", "{count} with a date in {quarter}", len(rows))
        yield heading(words.format(count=len(rows), quarter=quarter))
        yield from (row_line(review.plan, row, hide=shown.hide) for row in rows)
    else:
        yield muted(_("Nothing has a date in {quarter} yet.").format(quarter=quarter))
    yield Line()
    yield muted(_("All of this stands in the quarterly report, under next quarter."))


def _name(text: str, shown: Shown) -> str:
    return labels.HIDDEN if shown.hide else safe_line(text)


PAGES: Final[Mapping[QuarterStep, Callable[[QuarterReview, Shown], Iterator[Line]]]] = {
    QuarterStep.REPORT: _report,
    QuarterStep.GOALS: _goals,
    QuarterStep.FOLLOW: _follow,
    QuarterStep.FUNNEL: _funnel,
    QuarterStep.LINKS: _links,
    QuarterStep.COMMITMENTS: _commitments,
}
"""What each step shows."""
