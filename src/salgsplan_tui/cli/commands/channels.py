"""`channels`: the ways to the customer, and what is done in them (S14-S22)."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.text.drawing import draw, flush_right, padded
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, CostTemplate, named
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount_rounded, duration, kroner
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part

_USUAL_WIDTH: Final = 80


@command("channels", N_("Your own stand in channels.toml and are laid over those that come with the program."))
def channels_command(call: Call) -> None:
    """Print the channels with their types."""
    catalogue = call.plan.channels
    if call.options.json:
        call.print_json({"channels": [_channel(each) for each in catalogue.shown]})
        return
    draw(call, _lines(catalogue, with_costs=call.width >= _USUAL_WIDTH))


def _channel(channel: Channel) -> Document:
    return {
        "code": channel.code,
        "nb": channel.nb,
        "en": channel.en,
        "sign": channel.sign,
        "form": channel.form,
        "named_in_source": channel.named_in_source,
        "gate": channel.gate,
        "types": [_type(each) for each in channel.types],
    }


def _type(kind: ActivityType) -> Document:
    return {
        "code": kind.code,
        "nb": kind.nb,
        "en": kind.en,
        "minutes": kind.minutes,
        "unit": kind.unit,
        "kind": kind.kind,
        "purpose": kind.purpose,
        "lead_days": kind.lead_days,
        "costs": [_cost(each) for each in kind.costs],
        "measures": list(kind.measures),
    }


def _cost(cost: CostTemplate) -> Document:
    return {"kind": cost.kind, "low": _amount(cost.low), "high": _amount(cost.high)}


def _amount(ore: int | None) -> str | None:
    return None if ore is None else text_from_ore(ore)


def _lines(catalogue: Catalogue, *, with_costs: bool) -> Iterator[Line]:
    column = max(len(code) for channel in catalogue.shown for code in _codes(channel)) + 2
    kinds = [kind for channel in catalogue.shown for kind in channel.types]
    sizes = [max(map(width, texts)) for texts in zip(*(_about(catalogue, kind) for kind in kinds), strict=True)]
    for channel in catalogue.shown:
        heading = (Part(f"{channel.sign} ", "sign"), Part(f"{channel.code:<{column}}", "figure"))
        if len(channel.types) > 1:
            yield Line((*heading, Part(safe_line(named(channel, language())), "figure")))
        for kind in channel.types:
            alone = len(channel.types) == 1
            before = heading if alone else (Part(f"    {kind.code:<{column - 2}}"),)
            name = Part(safe_line(named(kind, language())), "figure" if alone else "text")
            minutes, unit, cost = _about(catalogue, kind)
            figures = f"  {flush_right(minutes, sizes[0])}  {padded(unit, sizes[1])}"
            costs = f"  {flush_right(cost, sizes[2])}" if with_costs else ""
            yield Line((*before, name), (Part(figures + costs, "muted"),))


def _codes(channel: Channel) -> Iterator[str]:
    yield channel.code
    yield from (f"  {kind.code}" for kind in channel.types)


def _about(catalogue: Catalogue, kind: ActivityType) -> tuple[str, str, str]:
    """Return the usual time, what is counted, and what it usually costs."""
    lowest = sum(cost.low or 0 for cost in kind.costs)
    highest = sum(cost.high or cost.low or 0 for cost in kind.costs)
    minutes = "" if kind.minutes is None else duration(kind.minutes)
    unit = safe_line(catalogue.unit_name(kind.unit, 2, language()))
    if lowest == highest:
        return minutes, unit, amount_rounded(highest) if highest else ""
    return minutes, unit, _("NOK {low}–{high}").format(low=kroner(lowest), high=kroner(highest))
