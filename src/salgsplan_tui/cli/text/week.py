"""The plan of a week as text: its days with their rows, what has no day yet, the must-dos, the totals of channels."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.cli.text.day import material, must_dos
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.channel_totals import channel_totals
from salgsplan_tui.domain.dates import day_span, week_key
from salgsplan_tui.domain.day_plan import PlannedDays, capacity_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.seasons import is_bridge_day, low_season
from salgsplan_tui.language import _, language
from salgsplan_tui.language.day_names import season_name
from salgsplan_tui.language.formats import amount_rounded, date_range, day_and_month, hours, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right
from salgsplan_tui.tui.row_text import Rows, place_of, until_of

_SATURDAY = 5


def week_text(rows: Rows, planned: PlannedDays) -> Iterator[Line]:
    """Yield the page from top to bottom; a weekend without anything is left out."""
    span = planned.span
    seasons = dict.fromkeys(season for day in span.days() if (season := low_season(day)))
    names = (week_name(week_key(span.start)), date_range(span.start, span.last), *map(season_name, seasons))
    yield Line((Part(" · ".join(names), "heading"),), (Part(labels.load(planned), "muted"),))
    if rows.now.date() in span:
        earlier = (row for row in planned.overdue if row not in planned.rows)
        yield from rows.section(_("overdue"), ((row, place_of(row)) for row in earlier))
    for day in span.days():
        yield from _day(rows, planned, day)
    undated = [row for row in planned.rows if row.date is None]
    yield from rows.section(_("no day yet"), ((row, until_of(row, span.last)) for row in undated))
    yield from material(rows, planned)
    yield from must_dos(planned)
    yield from _channels(rows.plan, planned)


def _day(rows: Rows, planned: PlannedDays, day: dt.date) -> Iterator[Line]:
    today = [row for row in planned.rows if row.date is not None and row.span is not None and day in row.span]
    holidays = [each for each in planned.holidays if each.date == day]
    if not today and not holidays and day.weekday() >= _SATURDAY:
        return
    names = (
        day_and_month(day),
        _("today") if day == rows.now.date() else "",
        labels.holiday_names(holidays),
        labels.leave_names(rows.plan.days_off.on(day)),
        _("bridge day") if is_bridge_day(day, rows.plan.days_off) else "",
    )
    heading = " · ".join(name for name in names if name)
    if not today:
        yield Line()
        yield Line((Part(heading, "heading"),))
    yield from rows.section(heading, ((row, until_of(row, day)) for row in today), _load(rows.plan, today, day))
    warned = (each for each in planned.warnings if each.date == day and each.ids and each.finding is None)
    words = dict.fromkeys(labels.warning_name(warning) for warning in warned)
    if words:
        yield Line((Part(f"  ! {', '.join(words)}", "warning"),))


def _load(plan: Plan, rows: list[Activity], day: dt.date) -> str:
    planned = sum(minutes_within(row, day_span(day)) for row in rows if row.counts)
    room = capacity_of(plan, day_span(day), rows)
    if not room:
        return _("{hours} h planned, day off").format(hours=hours(planned))
    return _("{load} of {hours} h").format(load=hours(planned), hours=hours(room))


def _channels(plan: Plan, planned: PlannedDays) -> Iterator[Line]:
    """Yield number, hours and cost of each channel."""
    totals = channel_totals(planned)
    if not totals:
        return
    yield Line()
    yield Line((Part(_("channels"), "heading"),))
    for each in totals:
        name = _("no channel") if each.channel is None else safe_line(plan.channels.name(each.channel, language()))
        figures = (f"{each.number}", _("{hours} h").format(hours=hours(each.minutes)), _money(each.planned_cost))
        columns = "".join(map(flush_right, figures, (4, 9, 13)))
        yield Line((Part(f"  {plan.channels.sign(each.channel)} ", "sign"), Part(name)), (Part(columns, "muted"),))


def _money(ore: int) -> str:
    return amount_rounded(ore) if ore else ""
