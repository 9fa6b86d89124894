"""The rates that were measured against the planned ones, as lines (chapter 4.1, 4.3)."""

from collections.abc import Iterator

from salgsplan_tui.domain.funnel_rates import Rate, Rates
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import money, share
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded
from salgsplan_tui.tui.review_lines import COLUMN, FIRST, muted


def rates_lines(own: Rates, planned: Rates, *, hide: bool) -> Iterator[Line]:
    """Yield a line for each rate, with how many it was counted from."""
    yield Line(
        (Part(padded("", FIRST) + flush_right(_("yours"), COLUMN) + flush_right(_("planned"), COLUMN), "muted"),),
        (Part(_("of so many"), "muted"),),
    )
    names: tuple[tuple[str, Rate, Rate], ...] = (
        (_("reached of called"), own.reached, planned.reached),
        (_("meetings of reached"), own.meeting, planned.meeting),
        (_("offers of meetings"), own.offer, planned.offer),
        (_("orders of decided offers"), own.hit, planned.hit),
    )
    for name, mine, plan in names:
        cells = flush_right(share(mine.value, 0), COLUMN) + flush_right(share(plan.value, 0), COLUMN)
        yield Line((Part(padded(name, FIRST)), Part(cells)), (Part(_of(mine), "muted"),))
    average = (money(own.average_order.value), money(planned.average_order.value))
    cells = "".join(flush_right(labels.HIDDEN if hide else each, COLUMN) for each in average)
    yield Line((Part(padded(_("average order, kr"), FIRST)), Part(cells)), (Part(_of(own.average_order), "muted"),))
    if own.is_smoothed:
        yield Line()
        yield muted(_("Few cases so far: your own rates are drawn towards the planned ones."))


def _of(rate: Rate) -> str:
    return f"n = {rate.number}"
