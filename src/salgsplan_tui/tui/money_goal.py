"""The seller's own sales goal on the screen, kept apart from what it may cost (chapter 4.2-4.4, 0.7)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.attribution import sale_share
from salgsplan_tui.domain.channel_economics import of_orders, per
from salgsplan_tui.domain.funnel import weighted_offers
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import UNKNOWN, share
from salgsplan_tui.language.formats import bucket, full_date, number, short_date
from salgsplan_tui.tui.goal_picture import burn_down, pace_bar, spark
from salgsplan_tui.tui.goal_terms import goal_figure
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, bar, fact, heading, hint, standing_for, table, without_cost
from salgsplan_tui.tui.sales_words import number_words

_ROWS: Final = 8
_BAR: Final = 24
_LEAST_BAR, _MOST_BAR = 10, 60


def goal_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    figures = page.known.goal
    yield heading(_("sales goal"), _("as of {date}").format(date=short_date(page.basis.as_of)))
    if figures is None:
        yield hint(_("No goal of what you sell for yet; the programme's screen makes one."))
    else:
        yield from _goal(page)
    yield from _result(page)
    yield from _months(page)
    if figures is not None and figures.target and page.known.curve:
        yield heading(_("left of the sales goal, week by week"))
        picture = burn_down(page.known.curve, figures.target, page.kroner, page.cells - 2, _ROWS)
        yield from standing_for(picture, f"curve:{figures.goal.id}")


def _goal(page: MoneyPage) -> Iterator[Line]:
    figures, funnel = page.known.goal, page.known.funnel
    if figures is None:
        return
    goal = figures.goal
    deadline = _("by {date}").format(date=full_date(goal.deadline)) if goal.deadline else ""
    yield fact(page.name(goal.title), page.amount(figures.target), deadline, Target("goal", goal.id))
    yield fact(
        _("ordered so far"), page.amount(figures.actual), share(figures.attainment), goal_figure("reached", goal.id)
    )
    if not page.hide:
        bar_of_goal = pace_bar(figures, max(_LEAST_BAR, min(_MOST_BAR, page.cells - 20)))
        yield Line((Part(f" {bar_of_goal} {spark(page.known.curve)}", "sign"),))
    yield fact(_("left"), page.amount(figures.remaining), "", goal_figure("left", goal.id))
    ahead = figures.ahead
    if ahead is not None:
        words = _("behind the pace") if ahead < 0 else _("ahead of the pace")
        days = _("{passed} of {all} working days").format(passed=page.basis.workdays_passed, all=page.basis.workdays)
        yield fact(
            f"{words} · {days}", page.amount(abs(ahead)), page.amount(figures.pace), goal_figure("ahead", goal.id)
        )
    yield fact(_("where it ends at this rate"), page.amount(figures.run_rate), "", goal_figure("rate", goal.id))
    ends = goal_figure("ends", goal.id)
    yield fact(_("where it ends with what lies ahead"), page.amount(figures.with_scheduled), "", ends)
    if funnel is not None:
        coverage = UNKNOWN if funnel.coverage is None else f"{number(funnel.coverage, 2)} ×"
        out = page.amount(sum(each.amount for each in page.basis.open_offers))
        weighted = _("{amount} weighted").format(amount=page.amount(weighted_offers(page.basis)))
        yield fact(_("open offers against what is left"), coverage, f"{out}, {weighted}", Target("figure", "rest:goal"))


def _result(page: MoneyPage) -> Iterator[Line]:
    orders = page.basis.orders
    sold = of_orders(orders)
    told = sum(each.variable_cost or 0 for each in orders)
    yield heading(_("what was sold"), number_words("orders", len(orders)), Target("figure", "orders:sold"))
    ratio = ", ".join((share(sold.margin_ratio), *without_cost(sold)))
    yield fact(
        _("contribution margin"), page.amount(sold.contribution_margin), ratio, Target("figure", "orders:margin")
    )
    yield fact(_("variable costs"), page.amount(told), "", Target("figure", "orders:variable"))
    average = page.amount(per(Fraction(sold.order_value), sold.orders))
    yield fact(_("the average order"), average, "", Target("figure", "orders:average"))
    origin = sale_share(orders)
    words = _("{count} of {all}").format(count=origin.by_activity, all=origin.orders)
    by_value = _("{share} of the value").format(share=share(origin.by_value))
    yield fact(
        _("from your own activities"), share(origin.by_number), f"{words}, {by_value}", Target("figure", "orders:own")
    )
    hits = page.known.hits
    decided = _("{count} of {all} decided").format(count=hits.won, all=hits.decided)
    worth = _("{share} of the value").format(share=share(hits.by_value))
    yield fact(
        _("hit rate of offers"), share(hits.by_number), f"{decided}, {worth}", Target("figure", "offers:decided")
    )


def _months(page: MoneyPage) -> Iterator[Line]:
    months: dict[str, int] = {}
    for each in page.basis.orders:
        key = f"{each.date:%Y-%m}"
        months[key] = months.get(key, 0) + each.net
    if not months:
        return
    most = max(months.values())
    rows = [
        Row(
            bucket(key),
            (page.kroner(value),),
            Target("figure", f"orders:{key}"),
            tail=() if page.hide else (Part(f"  {bar(Fraction(value), most, _BAR)}", "sign"),),
        )
        for key, value in sorted(months.items())
    ]
    yield from table((_("ordered, kroner"),), rows, page.cells, _BAR + 2)
