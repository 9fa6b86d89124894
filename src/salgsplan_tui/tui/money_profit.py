"""What is left for each krone of wages on the screen; private, and hidden in presentation mode (chapter 4.10, S53)."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.channel_economics import of_orders, per
from salgsplan_tui.domain.profit import Profit, profit_of
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.formats import bucket, short_date
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, fact, heading, hint, table, without_cost
from salgsplan_tui.tui.money_terms import times

_LEVELS: Final = "▁▂▃▄▅▆▇█"


def profit_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    if page.hide:
        yield hint(_("Wages and profit are not shown in presentation mode. F9 ends it."))
        return
    known, profit = page.known, page.known.profit
    yield heading(_("what is left of the orders"), _("as of {date}").format(date=short_date(page.basis.as_of)))
    margin, cost = Fraction(profit.contribution_margin), profit.activity_cost
    sold = of_orders(page.basis.orders)
    orders, charges, wages = (Target("figure", each) for each in ("orders:margin", "spent:all", "wages:all"))
    ratio = ", ".join((_("{share} of the orders").format(share=share(sold.margin_ratio)), *without_cost(sold)))
    yield fact(_("contribution margin"), page.amount(profit.contribution_margin), ratio, orders)
    yield fact(_("activity cost so far"), page.amount(cost), "", charges)
    yield fact(_("left after the activities"), page.amount(profit.contribution_margin - cost), "", _of("left"))
    yield fact(_("return on the activity cost"), share(per(margin - cost, cost)), "", _of("return"))
    yield fact(_("profitability factor"), times(per(margin, cost)), "", _of("factor"))
    yield heading(_("per krone of wages paid out"), _("only in private.toml"))
    if page.refusal:
        yield Line((Part(f" ! {page.refusal}", "warning"),))
        return
    yield fact(_("wages paid out so far"), page.amount(profit.wages), _paid_words(page), wages)
    if not known.wages:
        yield hint(_("w: write down the wages that were paid out; they stay in a file of their own."))
        return
    yield fact(_("contribution margin"), times(profit.margin_per_krone), "", _of("margin"))
    yield fact(_("after the activity cost"), times(profit.after_activity_cost), "", _of("after"))
    paid = _("the activities and the wages paid")
    yield fact(_("profit per krone"), times(profit.profit_per_krone), paid, _of("krone"))
    yield from _months(page)


def _paid_words(page: MoneyPage) -> str:
    paid = [each for each in page.known.wages if each.date in page.basis.known]
    return ", ".join(short_date(each.date) for each in paid)


def _of(code: str) -> Target:
    return Target("figure", f"profit:{code}")


def _months(page: MoneyPage) -> Iterator[Line]:
    """Yield the same month by month, with how it has gone as small bars."""
    months = [(key, profit_in(page, key)) for key in _month_keys(page)]
    rates = [each.profit_per_krone for _key, each in months]
    yield heading(_("month by month"), _sparks(rates))
    rows = [
        Row(
            bucket(key),
            (
                page.kroner(each.contribution_margin),
                page.kroner(each.activity_cost),
                page.kroner(each.wages),
                times(each.margin_per_krone),
                times(each.profit_per_krone),
            ),
            Target("figure", f"month:{key}"),
        )
        for key, each in months
    ]
    heads = (_("margin"), _("activities"), _("wages"), _("margin/krone"), _("profit/krone"))
    yield from table(heads, rows, page.cells)


def _month_keys(page: MoneyPage) -> list[str]:
    return list(dict.fromkeys(f"{day:%Y-%m}" for day in page.basis.known.days()))


def profit_in(page: MoneyPage, key: str) -> Profit:
    """Return the profit of one month of the programme."""
    year, month = map(int, key.split("-"))
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    before = page.basis.until(following - dt.timedelta(days=1))
    whole = profit_of(before, page.known.wages)
    earlier = profit_of(page.basis.until(dt.date(year, month, 1) - dt.timedelta(days=1)), page.known.wages)
    return Profit(
        contribution_margin=whole.contribution_margin - earlier.contribution_margin,
        activity_cost=whole.activity_cost - earlier.activity_cost,
        wages=whole.wages - earlier.wages,
        wage_cost=whole.wage_cost - earlier.wage_cost,
    )


def _sparks(rates: list[Fraction | None]) -> str:
    """Return rates as small bars from the lowest to the highest; a dot where there is none."""
    known = [each for each in rates if each is not None]
    if len(known) < 2:  # noqa: PLR2004  # one alone has nothing to be compared with
        return ""
    low, high = min(known), max(known)
    steps = len(_LEVELS) - 1
    return "".join(
        "·" if each is None else _LEVELS[round((each - low) / (high - low) * steps) if high > low else steps // 2]
        for each in rates
    )
