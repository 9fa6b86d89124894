"""What is behind each figure of the week's panel: the rows with their hours and costs, and what they come to (1.4)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.busy import minutes_within, travel_within
from salgsplan_tui.domain.channel_totals import ChannelTotal, channel_totals, whole_of
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.day_plan import PlannedDays, capacity_of, week_plan
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, language
from salgsplan_tui.language.figures import UNKNOWN
from salgsplan_tui.language.formats import amount_rounded, hours, short_day
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.programme_overview import activity_line
from salgsplan_tui.tui.terms import COMES_TO, FIRST, OVER, PLUS, Term, term_lines
from salgsplan_tui.tui.week_panel import NO_CHANNEL, channel_figures


@dataclass(frozen=True)
class WeekSeen:
    """A week's plan as it is looked at."""

    week: PlannedDays
    hide: bool
    """Presentation mode: names and amounts are hidden."""
    marked: frozenset[str] = frozenset()

    @property
    def plan(self) -> Plan:
        """The plan it is a week of."""
        return self.week.plan

    @property
    def now(self) -> dt.datetime:
        """The moment it is looked at."""
        return self.week.now

    @property
    def counted(self) -> tuple[Activity, ...]:
        """The rows that count: all but what was called off or skipped."""
        return tuple(row for row in self.week.rows if row.counts)


def is_of_week(code: str) -> bool:
    """Say whether a figure is one of a week: "week_hours:2027-W07"."""
    return code.partition(":")[0] in _FINDERS


def week_behind(plan: Plan, now: dt.datetime, code: str, *, hide: bool = False) -> Behind:
    """Return what a figure of a week was counted from, by the code of its line."""
    kind, key, *rest = code.split(":")
    return _FINDERS[kind](WeekSeen(week_plan(plan, key, now), hide), "".join(rest))


def _hours(page: WeekSeen, _rest: str) -> Behind:
    def draw(cells: int) -> Iterator[Line]:
        yield from term_lines(*_share_terms(page.week))
        yield from _days(page)
        yield heading(_("planned"), _hours_text(page.week.planned_minutes))
        yield from _rows(page, page.counted, cells, lambda row: _time_of(page, row))

    return Behind(_("the week's hours"), draw)


def _share_terms(week: PlannedDays) -> Iterator[Term]:
    """Yield how much of the week is taken (chapter 4.14)."""
    taken = week.planned_minutes + week.travel_minutes
    yield Term(FIRST, _("planned"), _hours_text(week.planned_minutes))
    if week.travel_minutes:
        yield Term(PLUS, _("on the road"), _hours_text(week.travel_minutes))
        yield Term(COMES_TO, _("planned and on the road"), _hours_text(taken))
    yield Term(OVER, _("can be worked"), _hours_text(week.capacity_minutes))
    share = f"{taken / week.capacity_minutes:.0%}" if week.capacity_minutes else UNKNOWN
    yield Term(COMES_TO, _("how much of the week is taken"), share)


def _days(page: WeekSeen) -> Iterator[Line]:
    """Yield the days with what can be worked on them."""
    yield heading(_("can be worked"), _hours_text(page.week.capacity_minutes))
    for day in page.week.span.days():
        minutes = capacity_of(page.plan, day_span(day), page.week.rows)
        if minutes:
            yield Line((Part(f"   {short_day(day)}", "time"),), (Part(f"{_hours_text(minutes)} "),))


def _done(page: WeekSeen, _rest: str) -> Behind:
    done = tuple(row for row in page.week.rows if row.state is State.DONE)
    others = tuple(row for row in page.counted if row.state is not State.DONE)

    def draw(cells: int) -> Iterator[Line]:
        told = _("{done} of {count}").format(done=len(done), count=len(page.counted))
        for title, rows, right in ((_("done"), done, told), (_("not done yet"), others, f"{len(others)}")):
            yield heading(title, right)
            yield from _rows(page, rows, cells, lambda _row: "")

    return Behind(_("done of the week's activities"), draw)


def _costs(title: Callable[[], str], cost_of: Callable[[Activity, PlannedDays], int]) -> "_Finder":
    def find(page: WeekSeen, _rest: str) -> Behind:
        costs = {row.id: cost for row in page.week.rows if (cost := cost_of(row, page.week))}

        def draw(cells: int) -> Iterator[Line]:
            rows = [row for row in page.week.rows if row.id in costs]
            yield from _rows(page, rows, cells, lambda row: _amount(page, costs[row.id]))
            yield _sum(_amount(page, sum(costs.values())))

        return Behind(title(), draw)

    return find


def _planned(row: Activity, week: PlannedDays) -> int:
    """Return what a row is planned to cost; one of several days belongs to the week it begins in."""
    is_own = row.counts and (row.date is None or row.date in week.span)
    return planned_cost(row, week.plan.settings) if is_own else 0


def _spent(row: Activity, week: PlannedDays) -> int:
    return actual_cost(row, week.plan.settings)


def _channel(page: WeekSeen, code: str) -> Behind:
    channel = None if code == NO_CHANNEL else code
    title = _("no channel") if channel is None else page.plan.channels.name(channel, language())
    totals = (each for each in channel_totals(page.week) if each.channel == channel)
    return _channel_rows(page, title, totals, [row for row in page.counted if row.channel == channel])


def _channels(page: WeekSeen, _rest: str) -> Behind:
    return _channel_rows(page, _("all channels"), channel_totals(page.week), page.counted)


def _channel_rows(page: WeekSeen, title: str, totals: Iterable[ChannelTotal], rows: Iterable[Activity]) -> Behind:
    whole, rows = whole_of(totals), tuple(rows)

    def told(row: Activity) -> str:
        one = ChannelTotal(None, 1, minutes_within(row, page.week.span), planned_cost(row, page.plan.settings))
        return channel_figures(one, hide=page.hide)[3:].rstrip()

    def draw(cells: int) -> Iterator[Line]:
        yield from _rows(page, rows, cells, told)
        yield _sum(channel_figures(whole, hide=page.hide).strip())

    return Behind(title, draw)


def _rows(page: WeekSeen, rows: Iterable[Activity], cells: int, told: Callable[[Activity], str]) -> Iterator[Line]:
    """Yield rows, each with what is told of it; the week's own, without a day, come first."""
    found = tuple(rows)
    if not found:
        yield hint(_("Nothing yet."))
    yield from (activity_line(page, row, cells, told(row)) for row in found)


def _sum(text: str) -> Line:
    return Line((Part(" " + _("in all"), "figure"),), (Part(f"{text} ", "figure"),))


def _time_of(page: WeekSeen, row: Activity) -> str:
    minutes, way = minutes_within(row, page.week.span), travel_within(row, page.week.span)
    return f"{_hours_text(minutes)} + {labels.travel(way)}" if way else _hours_text(minutes)


def _hours_text(minutes: int) -> str:
    return _("{hours} h").format(hours=hours(minutes))


def _amount(page: WeekSeen, ore: int) -> str:
    return labels.HIDDEN if page.hide else amount_rounded(ore)


_Finder = Callable[[WeekSeen, str], Behind]
_FINDERS: Final[dict[str, _Finder]] = {
    "week_hours": _hours,
    "week_done": _done,
    "week_planned": _costs(lambda: _("planned cost of the week"), _planned),
    "week_spent": _costs(lambda: _("spent in the week"), _spent),
    "week_channel": _channel,
    "week_channels": _channels,
}
