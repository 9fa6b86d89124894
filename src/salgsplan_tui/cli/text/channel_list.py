"""The channels and what is done in them, one a line."""

from collections.abc import Iterator, Sequence
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, named
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount_rounded, duration, kroner
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_USUAL_WIDTH: Final = 80


def print_channels(call: Call, catalogue: Catalogue, channels: Sequence[Channel], *, with_hidden: bool = True) -> None:
    """Print channels with their types: codes, names, and what they usually take."""
    draw(call, _lines(catalogue, channels, with_costs=call.width >= _USUAL_WIDTH, with_hidden=with_hidden))


def _lines(catalogue: Catalogue, channels: Sequence[Channel], *, with_costs: bool, with_hidden: bool) -> Iterator[Line]:
    offered = {channel.code: channel.types if with_hidden else channel.shown_types for channel in channels}
    column = max(len(code) for channel in channels for code in _codes(channel, offered[channel.code])) + 2
    kinds = [kind for types in offered.values() for kind in types]
    sizes = [max(map(width, texts)) for texts in zip(*(_about(catalogue, kind) for kind in kinds), strict=True)]
    for channel in channels:
        types, hidden = offered[channel.code], _hidden(channel)
        heading = (Part(f"{channel.sign} ", "sign"), Part(f"{channel.code:<{column}}", "figure"))
        alone = len(channel.types) == 1
        if not alone:
            yield Line((*heading, Part(safe_line(named(channel, language())), "figure"), *hidden))
        for kind in types:
            before = heading if alone else (Part(f"    {kind.code:<{column - 2}}"),)
            name = Part(safe_line(named(kind, language())), "figure" if alone else "text")
            minutes, unit, cost = _about(catalogue, kind)
            figures = f"  {flush_right(minutes, sizes[0])}  {padded(unit, sizes[1])}"
            costs = f"  {flush_right(cost, sizes[2])}" if with_costs else ""
            told = (*before, name, *(hidden if alone else _hidden(kind)))
            yield Line(told, (Part(figures + costs, "muted"),))


def _hidden(thing: Channel | ActivityType) -> tuple[Part, ...]:
    return (Part("  " + _("(hidden)"), "muted"),) if thing.hidden else ()


def _codes(channel: Channel, types: Sequence[ActivityType]) -> Iterator[str]:
    yield channel.code
    yield from (f"  {kind.code}" for kind in types)


def _about(catalogue: Catalogue, kind: ActivityType) -> tuple[str, str, str]:
    """Return the usual time, what is counted, and what it usually costs."""
    lowest = sum(cost.low or 0 for cost in kind.costs)
    highest = sum(cost.high or cost.low or 0 for cost in kind.costs)
    minutes = "" if kind.minutes is None else duration(kind.minutes)
    unit = safe_line(catalogue.unit_name(kind.unit, 2, language()))
    if kroner(lowest) == kroner(highest):
        return minutes, unit, amount_rounded(highest) if highest else ""
    return minutes, unit, _("NOK {low}–{high}").format(low=kroner(lowest), high=kroner(highest))
