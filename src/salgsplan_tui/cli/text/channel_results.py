"""What each channel has given and cost, as a table: the one that took the most time first (S13)."""

from collections.abc import Iterator

from salgsplan_tui.cli.text.goals import heading
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.channel_economics import LEAST, ChannelResult, ChannelTable
from salgsplan_tui.language import _, language
from salgsplan_tui.language.figures import money
from salgsplan_tui.language.formats import hours
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_NARROWEST = 12
_SIZES = (5, 7, 10, 8, 8, 10, 13)


def channel_results_text(basis: Basis, table: ChannelTable, cells: int) -> Iterator[Line]:
    """Yield the page from top to bottom, in whole kroner."""
    yield heading(basis)
    by_time = sorted(table.by_channel.items(), key=lambda each: (-each[1].minutes, str(each[0])))
    rows = [(_name(basis, code), result) for code, result in by_time]
    if table.counter.orders:
        rows.append((_("at the counter"), table.counter))
    first = min(max((width(name) for name, _result in rows), default=0), max(_NARROWEST, cells - sum(_SIZES)))
    heads = (_("rows"), _("hours"), _("meetings"), _("offers"), _("orders"), _("kroner"), _("per meeting"))
    yield Line((Part(" " * first + "".join(map(flush_right, heads, _SIZES)), "muted"),))
    for name, result in rows:
        yield Line((Part(padded(name, first)), Part(_cells(result))))
    yield Line((Part(padded(_("in all"), first), "figure"), Part(_cells(table.total), "figure")))
    if table.best is not None:
        yield Line()
        best = _("Most margin an hour so far: {channel} ({least} activities or more).")
        yield Line((Part(best.format(channel=_name(basis, table.best), least=LEAST), "muted"),))


def _name(basis: Basis, code: str | None) -> str:
    return _("no channel") if code is None else safe_line(basis.plan.channels.name(code, language()))


def _cells(result: ChannelResult) -> str:
    texts = (
        str(result.activities),
        hours(result.minutes),
        str(result.meetings),
        str(result.offers),
        str(result.orders),
        money(result.order_value),
        money(result.cost_per_meeting),
    )
    return "".join(map(flush_right, texts, _SIZES))
