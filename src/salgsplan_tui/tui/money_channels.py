"""The channels side by side on the screen: what each gave, cost, and left for an hour (chapter 4.5-4.8, S13)."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.channel_economics import LEAST, ChannelResult
from salgsplan_tui.language import _, language
from salgsplan_tui.language.figures import UNKNOWN, share
from salgsplan_tui.language.formats import hours, number, short_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, bar, fact, heading, hint, table

_WIDE: Final = 110
_BAR: Final = 20
COUNTER: Final = "counter"
NONE: Final = "none"
"""In place of a channel's code: the orders of the counter, and what has no channel."""


def channel_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    found = page.known.channels
    yield heading(_("channels"), _("whole kroner, as of {date}").format(date=short_date(page.basis.as_of)))
    by_time = sorted(found.by_channel.items(), key=lambda each: (-each[1].minutes, str(each[0])))
    rows = [(channel_name(page, code or NONE), result, code or NONE) for code, result in by_time]
    if found.counter.orders:
        rows.append((channel_name(page, COUNTER), found.counter, COUNTER))
    if not rows:
        yield hint(_("Nothing was done yet in this period."))
        return
    listed = [Row(name, _figures(page, result), Target("figure", f"channel:{code}")) for name, result, code in rows]
    total = Row(_("in all"), _figures(page, found.total), Target("figure", "channel:*"), "figure")
    yield from table(_heads(page), [*listed, total], page.cells)
    if found.best is not None:
        words = _("Most margin an hour so far: {channel} ({least} activities or more).")
        told = hint(words.format(channel=channel_name(page, found.best), least=LEAST))
        yield Line(told.left, target=Target("figure", f"best:{found.best}"))
    yield from _bars(page, rows)


def channel_name(page: MoneyPage, code: str) -> str:
    """Return a channel's name; of the counter, of no channel, and of all of them too."""
    if code == COUNTER:
        return _("at the counter")
    if code == NONE:
        return _("no channel")
    return _("in all") if code == "*" else safe_line(page.plan.channels.name(code, language()))


def result_of(page: MoneyPage, code: str) -> ChannelResult:
    """Return what a channel gave and cost, by the code of its line."""
    found = page.known.channels
    if code == COUNTER:
        return found.counter
    if code == "*":
        return found.total
    return found.by_channel.get(None if code == NONE else code, ChannelResult())


def _heads(page: MoneyPage) -> tuple[str, ...]:
    heads = (_("hours"), _("reached"), _("meet."), _("offers"), _("orders"), _("kroner"), _("per meet."), _("DB/h"))
    if page.cells < _WIDE:
        return heads
    return (*heads, _("cost"), _("per order"), _("return"), _("break-even"))


def _figures(page: MoneyPage, result: ChannelResult) -> tuple[str, ...]:
    texts = (
        hours(result.minutes),
        _count(result.reached),
        _count(result.meetings),
        _count(result.offers),
        _count(result.orders),
        page.kroner(result.order_value) if result.order_value else "",
        page.kroner(result.cost_per_meeting),
        page.kroner(result.margin_per_hour),
    )
    if page.cells < _WIDE:
        return texts
    even = UNKNOWN if result.break_even_orders is None else str(result.break_even_orders)
    return (*texts, page.kroner(result.cost), page.kroner(result.cost_per_order), share(result.return_on_cost, 0), even)


def _count(number_of: int) -> str:
    return str(number_of) if number_of else ""


def _bars(page: MoneyPage, rows: list[tuple[str, ChannelResult, str]]) -> Iterator[Line]:
    """Yield two bars for each channel: the hours that went in, the margin that came out."""
    if page.hide:
        return
    most = max(result.minutes for _name, result, _code in rows)
    best = max(result.contribution_margin for _name, result, _code in rows)
    size = max(8, min(_BAR, (page.cells - 36) // 2))
    yield heading(_("hours in, contribution margin out"))
    lines = []
    for name, result, code in rows:
        bars = (
            Part(f"  {bar(result.minutes, most, size):<{size}}", "sign"),
            Part(f"  {page.kroner(result.contribution_margin):>9} ", "figure"),
            Part(bar(result.contribution_margin, best, size), "now"),
        )
        lines.append(Row(name, (hours(result.minutes),), Target("figure", f"bars:{code}"), tail=bars))
    yield from table((_("hours"),), lines, page.cells, 2 * size + 13)


def result_facts(page: MoneyPage, result: ChannelResult) -> Iterator[Line]:
    """Yield every figure of a channel, with its n beside a rate (chapter 4.6-4.8)."""
    yield fact(_("activities done"), str(result.activities), _("{hours} h").format(hours=hours(result.minutes)))
    yield fact(_("outlays and kilometres"), page.amount(result.cost))
    yield fact(_("your own time"), page.amount(result.time_cost), page.amount(result.full_cost))
    for name, cost, count in (
        (_("cost per attempt"), result.cost_per_attempt, result.attempts),
        (_("cost per person reached"), result.cost_per_reached, result.reached),
        (_("cost per answer"), result.cost_per_response, result.responses),
        (_("cost per meeting"), result.cost_per_meeting, result.meetings),
        (_("cost per offer"), result.cost_per_offer, result.offers),
        (_("cost per order"), result.cost_per_order, result.orders),
    ):
        yield fact(name, page.amount(cost), f"n = {count}")
    yield fact(_("order value"), page.amount(result.order_value), f"n = {result.orders}")
    yield fact(_("contribution margin"), page.amount(result.contribution_margin), share(result.margin_ratio))
    yield fact(_("contribution margin an hour"), page.amount(result.margin_per_hour))
    yield fact(_("return on the activity cost"), share(result.return_on_cost))
    factor = UNKNOWN if result.profitability is None else number(result.profitability, 2)
    yield fact(_("profitability factor"), factor)
    even = result.break_even_orders
    yield fact(_("orders that pay the cost"), UNKNOWN if even is None else str(even))
