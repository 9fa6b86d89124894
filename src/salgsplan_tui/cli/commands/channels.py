"""`channels`: the ways to the customer, and what is done in them (S14-S22)."""

from collections.abc import Iterator
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, named
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount_rounded, duration, kroner
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_USUAL_WIDTH: Final = 80


@command("channels", N_("Your own stand in channels.toml and are laid over those that come with the program."))
@click.option(
    "--results", is_flag=True, help=N_("What each has given and cost in the programme that runs today, instead.")
)
def channels_command(call: Call, *, results: bool) -> None:
    """Print the channels with their types, or with what they have given."""
    if not (call.options.json or results):
        draw(call, _lines(call.plan.channels, with_costs=call.width >= _USUAL_WIDTH))
        return
    from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme  # noqa: PLC0415  # not for the list
    from salgsplan_tui.domain.channel_economics import channel_economics  # noqa: PLC0415  # as above

    basis = chosen_basis(call, ())
    table = None if basis is None else channel_economics(basis)
    if call.options.json:
        from salgsplan_tui.cli.channel_document import channels_document  # noqa: PLC0415  # only for other programs

        call.print_json(channels_document(call.plan.channels, table, call.now.date()))
    elif basis is None or table is None:
        say_no_programme(call)
    else:
        from salgsplan_tui.cli.text.channel_results import channel_results_text  # noqa: PLC0415  # only for people

        draw(call, channel_results_text(basis, table, call.width))


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
