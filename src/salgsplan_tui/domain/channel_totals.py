"""What each channel takes of a day's or week's plan: how many, how long, and what it costs (S26)."""

from collections.abc import Iterable
from dataclasses import dataclass

from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.day_plan import PlannedDays
from salgsplan_tui.domain.money import planned_cost


@dataclass(frozen=True)
class ChannelTotal:
    """One channel's part of the plan."""

    channel: str | None
    """Its code; None for the rows of no channel."""
    number: int
    minutes: int
    planned_cost: int
    """In øre."""


def channel_totals(planned: PlannedDays) -> tuple[ChannelTotal, ...]:
    """Return the channels of the counted rows, the one that takes the most time first."""
    counted = [row for row in planned.rows if row.counts]
    totals = []
    for channel in dict.fromkeys(row.channel for row in counted):
        rows = [row for row in counted if row.channel == channel]
        minutes = sum(minutes_within(row, planned.span) for row in rows)
        cost = sum(planned_cost(row, planned.plan.settings) for row in rows)
        totals.append(ChannelTotal(channel, len(rows), minutes, cost))
    return tuple(sorted(totals, key=lambda total: -total.minutes))


def whole_of(totals: Iterable[ChannelTotal]) -> ChannelTotal:
    """Return what several channels come to together."""
    each = tuple(totals)
    number, minutes = sum(one.number for one in each), sum(one.minutes for one in each)
    return ChannelTotal(None, number, minutes, sum(one.planned_cost for one in each))
