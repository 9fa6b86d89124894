"""What other programs read of the channels: what they are, and what each has given and cost so far."""

import datetime as dt
from collections.abc import Sequence

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.figure_documents import channel_figures, result_document
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channel_economics import ChannelResult, ChannelTable
from salgsplan_tui.domain.channels import ActivityType, Channel, CostTemplate


def channels_document(channels: Sequence[Channel], table: ChannelTable | None, as_of: dt.date) -> Document:
    """Return the channels with their figures; then those that only the rows know, the counter, and all together."""
    known = {channel.code for channel in channels}
    others = [code for code in (table.by_channel if table else ()) if code not in known]
    return {
        "as_of": as_of.isoformat(),
        "channels": [
            *(channel_document(each) | channel_figures(table, each.code) for each in channels),
            *({"code": code, **channel_figures(table, code)} for code in others),
        ],
        "counter": result_document(ChannelResult() if table is None else table.counter),
        "total": result_document(ChannelResult() if table is None else table.total),
    }


def channel_document(channel: Channel) -> Document:
    """Return a channel with its types, those that are hidden too."""
    return {
        "code": channel.code,
        "nb": channel.nb,
        "en": channel.en,
        "sign": channel.sign,
        "form": channel.form,
        "named_in_source": channel.named_in_source,
        "gate": channel.gate,
        "hidden": channel.hidden,
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
        "hidden": kind.hidden,
    }


def _cost(cost: CostTemplate) -> Document:
    return {"kind": cost.kind, "low": _amount(cost.low), "high": _amount(cost.high)}


def _amount(ore: int | None) -> str | None:
    return None if ore is None else text_from_ore(ore)
