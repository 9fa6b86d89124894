"""Beside the week: its three must-dos, what it takes, and the totals of its channels."""

from collections.abc import Iterator

from salgsplan_tui.domain.channel_totals import ChannelTotal, channel_totals, whole_of
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount_rounded, hours
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.panel_lines import figure_lines, heading, must_do_lines, week_figure
from salgsplan_tui.tui.week_page import WeekPage

NO_CHANNEL = "-"
"""Stands in a target for the rows of no channel."""


def week_panel(page: WeekPage) -> tuple[Line, ...]:
    """Return the panel from top to bottom."""
    return (
        *must_do_lines(page.week, hide=page.hide),
        *figure_lines(page.plan, page.week, hide=page.hide),
        *_channels(page),
    )


def _channels(page: WeekPage) -> Iterator[Line]:
    totals = channel_totals(page.week)
    if not totals:
        return
    yield heading(_("channels"))
    for each in totals:
        yield from _total(page, each)
    whole = whole_of(totals)
    every = week_figure("channels", page.week)
    yield Line((Part(" " + _("in all"), "figure"),), (Part(channel_figures(whole, hide=page.hide), "figure"),), every)


def _total(page: WeekPage, total: ChannelTotal) -> Iterator[Line]:
    channels = page.plan.channels
    name = _("no channel") if total.channel is None else safe_line(channels.name(total.channel, language()))
    left = (Part(f" {channels.sign(total.channel)} ", "sign"), Part(name))
    target = week_figure("channel", page.week, total.channel or NO_CHANNEL)
    yield Line(left, (Part(channel_figures(total, hide=page.hide), "muted"),), target)


def channel_figures(total: ChannelTotal, *, hide: bool) -> str:
    """Return how many, how long, and what it costs, in columns."""
    cost = "" if not total.planned_cost else labels.HIDDEN if hide else amount_rounded(total.planned_cost)
    return f"{total.number:>3}{_('{hours} h').format(hours=hours(total.minutes)):>8}{cost:>10} "
