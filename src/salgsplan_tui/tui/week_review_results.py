"""What came of a week, on the pages of its review: the plan, the results, the rates, what it cost (chapter 6.3)."""

from collections.abc import Iterator, Mapping
from typing import Final

from salgsplan_tui.domain.fulfilment import Fate, Fulfilment
from salgsplan_tui.domain.review import WeekReview
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.figures import UNKNOWN, figure, share
from salgsplan_tui.language.formats import amount_rounded, hours
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.review_lines import Shown, columns, figure_line, heading, muted, row_line
from salgsplan_tui.tui.review_rates import rates_lines

_FATES: Final[Mapping[Fate, str]] = {
    Fate.DONE: N_("done in time"),
    Fate.LATE: N_("done late"),
    Fate.MOVED: N_("moved out"),
    Fate.CANCELLED: N_("called off"),
    Fate.SKIPPED: N_("not done"),
    Fate.OVERDUE: N_("overdue"),
    Fate.OPEN: N_("still ahead"),
    Fate.GONE: N_("removed"),
}


def rows_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield what became of the plan, and what is still open."""
    told = review.fulfilment
    rate = share(told.rate.value, 0)
    words = _("{done} of {all} done").format(done=told.rate.part, all=told.rate.whole)
    yield Line((Part(words, "figure"),), (Part(rate, "figure"),))
    for fate, count in told.counts.items():
        if count and fate is not Fate.DONE:
            yield figure_line(_(_FATES[fate]), str(count))
        if fate is Fate.SKIPPED:  # the reasons are those of what was moved, called off and not done
            yield from _reasons(told)
    if told.ad_hoc:
        yield figure_line(_("came in on the way"), str(len(told.ad_hoc)))
    yield Line()
    if not review.left and not review.left_before:
        is_empty = not told.planned and not told.ad_hoc
        yield muted(_("Nothing was planned for the week.") if is_empty else _("Nothing is left open. Well done."))
    if review.left:
        count = len(review.left)
        yield heading(ngettext("{count} is still open", "{count} are still open", count).format(count=count))
        yield from (row_line(review.plan, each, hide=shown.hide) for each in review.left)
    if review.left_before:
        if review.left:
            yield Line()
        count = len(review.left_before)
        words = ngettext("{count} was left in the weeks before", "{count} were left in the weeks before", count)
        yield heading(words.format(count=count))
        yield from (row_line(review.plan, each, hide=shown.hide) for each in review.left_before)


def _reasons(told: Fulfilment) -> Iterator[Line]:
    for reason, count in told.reasons.items():
        name = _("no reason given") if reason is None else labels.reason_name(reason)
        yield figure_line(f"  {name}", str(count), "muted")


def results_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield what was reached against what the goal asks."""
    told, wanted = review.results, review.wanted
    yield columns("", _("this week"), _("the goal asks"), "muted")
    steps = (
        (_("calls"), told.attempts, None if wanted is None else wanted.attempts),
        (_("people reached"), told.reached, None if wanted is None else wanted.reached),
        (_("meetings"), told.meetings, None if wanted is None else wanted.meetings),
        (_("offers"), told.offers, None if wanted is None else wanted.offers),
        (_("orders"), told.orders, None if wanted is None else wanted.orders),
    )
    for name, number, asked in steps:
        yield columns(name, str(number), UNKNOWN if asked is None else str(asked), "text")
    yield Line()
    yield figure_line(_("order value"), labels.HIDDEN if shown.hide else amount_rounded(told.order_value))
    yield figure_line(
        _("contribution margin"), labels.HIDDEN if shown.hide else amount_rounded(told.contribution_margin)
    )
    yield figure_line(_("worked"), _("{hours} h").format(hours=hours(told.minutes)))
    if told.margin_per_hour is not None and not shown.hide:
        yield figure_line(_("margin per hour"), figure(told.margin_per_hour, "kr"))
    if wanted is None:
        yield Line()
        yield muted(_("No goal of order intake, so nothing is asked of the week."))


def rates_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield the seller's own rates against the planned ones."""
    if review.rates is None:
        yield muted(_("No programme runs, so there are no rates to hold yours against."))
        return
    yield from rates_lines(*review.rates, hide=shown.hide)


def cost_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield what the week cost, and the budget lines that cost too much."""
    costs = review.costs

    def told(ore: int) -> str:
        return labels.HIDDEN if shown.hide else amount_rounded(ore)

    yield figure_line(_("spent this week"), told(costs.actual))
    yield figure_line(_("ordered"), told(costs.committed))
    yield figure_line(_("still planned this week"), told(costs.planned))
    yield Line()
    if review.budget is None or not review.budget.lines:
        yield muted(_("No cost budget to hold it against."))
        return
    total = review.budget.total
    left = amount_rounded(total.available)
    yield figure_line(_("left of the cost budget"), labels.HIDDEN if shown.hide else left)
    over = [line for line in review.budget.lines if line.id in review.over_budget]
    if not over:
        yield muted(_("No budget line will cost more than its frame."))
    for line in over:
        beyond = -review.budget.by_line[line.id].variance
        name = safe_line(line.title or line.id)
        words = _("{name}: {amount} more than its frame").format(name=name, amount=told(beyond))
        yield Line((Part(f"! {words}", "warning"),))
