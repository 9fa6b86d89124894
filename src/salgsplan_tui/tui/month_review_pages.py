"""The seven pages of a month's review, as lines (chapter 6.4)."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.channel_economics import channel_economics
from salgsplan_tui.domain.goal_months import GoalMonth
from salgsplan_tui.domain.goals import goals_of
from salgsplan_tui.domain.month_review import MonthReview, MonthStep
from salgsplan_tui.domain.register_check import Unchecked
from salgsplan_tui.domain.retention import Overkept
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.figures import figure, money
from salgsplan_tui.language.formats import amount_rounded, bucket, day_and_month, hours, short_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.goal_words import status_name
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_budget import budget_lines
from salgsplan_tui.tui.money_channels import channel_lines
from salgsplan_tui.tui.money_page import MoneyFigures, MoneyPage
from salgsplan_tui.tui.money_table import Row, table
from salgsplan_tui.tui.programme_funnel import step_lines
from salgsplan_tui.tui.programme_page import ProgrammeFigures, ProgrammePage
from salgsplan_tui.tui.report_lines import issued_words
from salgsplan_tui.tui.retention_words import why_kept
from salgsplan_tui.tui.review_lines import Shown, figure_line, heading, muted
from salgsplan_tui.tui.standing_lines import answer_part

NAMES: Final[Mapping[MonthStep, str]] = {
    MonthStep.RESULT: N_("What the month brought"),
    MonthStep.FORECAST: N_("Where it is heading"),
    MonthStep.CHANNELS: N_("What each channel cost and gave"),
    MonthStep.BUDGET: N_("The cost budget"),
    MonthStep.REGISTER: N_("The register of reservations"),
    MonthStep.RETENTION: N_("Contacts to look through"),
    MonthStep.PLAN: N_("The month plan to the leader"),
}
"""The pages' headings."""


def _result(review: MonthReview, shown: Shown) -> Iterator[Line]:
    if review.goals:
        heads = (_("month's goal"), _("the month"), _("goal"), _("so far"), _("status"))
        yield from table(heads, [_goal(each, hide=shown.hide) for each in review.goals], shown.cells)
    else:
        yield muted(_("No market programme with goals covers the month."))
    yield Line()
    total = channel_economics(review.month_basis).total
    for name, count in (
        (_("calls"), total.attempts),
        (_("meetings"), total.meetings),
        (_("offers"), total.offers),
        (_("orders"), total.orders),
    ):
        yield figure_line(name, str(count))
    yield figure_line(_("order value"), labels.HIDDEN if shown.hide else amount_rounded(total.order_value))
    margin = labels.HIDDEN if shown.hide else amount_rounded(total.contribution_margin)
    yield figure_line(_("contribution margin"), margin)
    yield figure_line(_("worked"), _("{hours} h").format(hours=hours(total.minutes)))


def _goal(each: GoalMonth, *, hide: bool) -> Row:
    def told(value: Fraction | None) -> str:
        if each.goal.unit == "kr":
            return labels.HIDDEN if hide and value is not None else money(value)
        return figure(value, each.goal.unit)

    figures = (told(each.asked), told(each.month.actual), told(each.whole.target), told(each.whole.actual))
    name = labels.HIDDEN if hide else safe_line(each.goal.title)
    return Row(name, (*figures, status_name(each.whole.status)))


def _forecast(review: MonthReview, shown: Shown) -> Iterator[Line]:
    basis = review.running
    if basis is None:
        month = bucket(review.next_key)
        yield muted(_("No market programme covers {month}, so there is no end to foresee.").format(month=month))
        return
    for each in goals_of(basis):
        if each.goal.status != "dropped":
            name = labels.HIDDEN if shown.hide else safe_line(each.goal.title)
            yield Line((Part(f" {name}"),), (Part(" "), answer_part(each, hide=shown.hide)))
    yield Line()
    page = ProgrammePage(ProgrammeFigures(basis), review.now, hide=shown.hide)
    if page.known.funnel is not None:
        yield from step_lines(page, page.known.funnel, shown.cells)


def _channels(review: MonthReview, shown: Shown) -> Iterator[Line]:
    yield from channel_lines(MoneyPage(MoneyFigures(review.month_basis), shown.cells, shown.hide))


def _budget(review: MonthReview, shown: Shown) -> Iterator[Line]:
    basis = review.running
    if basis is None or not basis.programme.budget_lines:
        yield muted(_("No cost budget to hold it against."))
        return
    yield from budget_lines(MoneyPage(MoneyFigures(basis), shown.cells, shown.hide))


def _register(review: MonthReview, shown: Shown) -> Iterator[Line]:
    waiting, month = review.unchecked, bucket(review.next_key)
    if not waiting:
        yield muted(_("Every consumer has been looked up for {month}.").format(month=month))
        return
    count = len(waiting)
    words = ngettext(
        "{count} consumer has not been looked up for {month}",
        "{count} consumers have not been looked up for {month}",
        count,
    )
    yield heading(words.format(count=count, month=month))
    yield from (_person(each, shown) for each in waiting)
    yield Line()
    yield muted(_("Look them up in the register of reservations, and note here what you found."))
    yield muted(_("Till then calls and letters to them are warned of, a first one refused."))


def _person(each: Unchecked, shown: Shown) -> Line:
    name = labels.HIDDEN if shown.hide else safe_line(each.contact.name)
    first = next((row.date for row in each.rows if row.date is not None), None)
    planned = "" if first is None else _("to be contacted {date}").format(date=day_and_month(first))
    told = _("never looked up")
    if each.checked is not None:
        told = _("looked up {date}").format(date=short_date(each.checked))
    left = (Part(f" {name}"), Part(f" · {planned}" if planned else "", "warning"))
    return Line(left, (Part(f"{told} ", "muted"),), Target("contact", each.contact.id))


def _retention(review: MonthReview, shown: Shown) -> Iterator[Line]:
    found = review.overkept
    if not found:
        yield muted(_("Nobody has been kept for too long."))
        return
    words = ngettext("{count} contact to look through", "{count} contacts to look through", len(found))
    yield heading(words.format(count=len(found)))
    yield from (_kept(each, shown) for each in found)
    yield Line()
    yield muted(_("Keep on whom you have a reason to keep."))
    yield muted(_("Forget the others: salgsplan forget NAME"))


def _kept(each: Overkept, shown: Shown) -> Line:
    names = dict.fromkeys((each.contact.name, each.customer.name))
    name = labels.HIDDEN if shown.hide else ", ".join(map(safe_line, names))
    return Line((Part(f" {name}"),), (Part(f"{why_kept(each)} ", "muted"),), Target("contact", each.contact.id))


def _plan(review: MonthReview, shown: Shown) -> Iterator[Line]:
    month = bucket(review.next_key)
    if review.issued is not None:
        handed = issued_words(review.issued) if not shown.hide else labels.HIDDEN
        words = _("The plan for {month} was handed on {when}.").format(month=month, when=handed)
    else:
        words = _("The plan for {month} has not been handed on yet.").format(month=month)
    yield Line((Part(words, "figure"),))
    if review.notes.done is not None:
        finished = day_and_month(review.notes.done.date())
        yield muted(_("This review was finished on {date}").format(date=finished))
    yield Line()
    yield muted(_("8 shows it as it will be. There: w writes it, m makes a mail draft,"))
    yield muted(_("i notes it as issued."))
    yield muted(_("Or on the command line: salgsplan report month {key}").format(key=review.next_key))


PAGES: Final[Mapping[MonthStep, Callable[[MonthReview, Shown], Iterator[Line]]]] = {
    MonthStep.RESULT: _result,
    MonthStep.FORECAST: _forecast,
    MonthStep.CHANNELS: _channels,
    MonthStep.BUDGET: _budget,
    MonthStep.REGISTER: _register,
    MonthStep.RETENTION: _retention,
    MonthStep.PLAN: _plan,
}
"""What each step shows."""
