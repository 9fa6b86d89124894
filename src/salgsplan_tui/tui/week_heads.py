"""What stands above the week: the week and its load in the first line, each day with its load and its name."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.holidays import holidays_on
from salgsplan_tui.domain.seasons import low_season
from salgsplan_tui.language import _
from salgsplan_tui.language.day_names import season_name
from salgsplan_tui.language.formats import date_range, day_and_month, hours, week_name
from salgsplan_tui.language.safe import clip, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.week_page import Load, WeekPage

_BAR: Final = 10
_MOST_NAMES: Final = 3
_NARROWEST_BAR: Final = 3
_OVER: Final = "!"
"""The sign of a day with more planned than there is time for."""


def week_head(page: WeekPage) -> Line:
    """Return «uke 7 · 15.–21. februar 2027» to the left and «██░░ 7,3 av 37,5 t» to the right."""
    span = page.week.span
    names = [week_name(week_key(span.start)), date_range(span.start, span.last)]
    seasons = dict.fromkeys(season for day in span.days() if (season := low_season(day)))
    special = "".join(f" · {season_name(season)}" for season in seasons)
    left = (Part(" " + " · ".join(names), "figure"), Part(special, "now"))
    return Line(left, (*_load(page), Part(" ")))


def _load(page: WeekPage) -> tuple[Part, ...]:
    week = page.week
    words = labels.load(week)
    if not week.capacity_minutes:
        return (Part(words, "muted"),)
    share = (week.planned_minutes + week.travel_minutes) / week.capacity_minutes
    style = "warning" if share > 1 else "text"
    return Part(labels.bar(share, _BAR), "warning" if share > 1 else "sign"), Part(f" {words}", style)


def day_heads(page: WeekPage, widths: Iterable[int]) -> list[list[list[Part]]]:
    """Return the lines above each day: its date, its load, and the names of what kind of day it is, if any has one."""
    heads = [_day_head(page, column, room) for column, room in enumerate(widths)]
    most = max(map(len, heads), default=0)
    return [[*head, *([[Part("")]] * (most - len(head)))] for head in heads]


def _day_head(page: WeekPage, column: int, room: int) -> list[list[Part]]:
    day = page.days[column]
    is_today = day == page.now.date()
    date = f"›{day_and_month(day)}" if is_today else f" {day_and_month(day)}"
    style = "now" if is_today else "red" if page.is_red(day) else "head"
    names = [line for name in day_names(page, day) for line in _in_lines(name, room)]
    indented = [f" {name}" if width(name) < room else name for name in names[:_MOST_NAMES]]
    shown = [[Part(name, "red" if page.is_red(day) else "now")] for name in indented]
    return [[Part(date, style)], _day_load(page.loads[column], room), *shown, *_material(page, day, room)]


def _material(page: WeekPage, day: dt.date, room: int) -> Iterator[list[Part]]:
    """Yield «▲ materiell» on the day on which material has to be delivered; what is late stands on today, with a mark.

    In presentation mode too, for it names nothing but channels.
    """
    today = page.now.date()
    due = [row for row in page.week.material if row.material_due == day]
    late = [row for row in page.week.material if day == today and row.material_due and row.material_due < today]
    for rows, mark in ((late, "!"), (due, " ")):
        if rows:
            signs = "".join(dict.fromkeys(labels.sign(page.plan, row) for row in rows))
            yield [Part(clip(f"{mark}{signs} {_('material')}", room), "warning" if mark == "!" else "now")]


def _day_load(load: Load, room: int) -> list[Part]:
    """Return «███░ 2,0/7,5», the way to and fro counted in; of a day off, only what is planned."""
    taken = load.planned + load.travel
    if not load.capacity:
        return [Part(f" {hours(taken)}" if taken else "", "warning")]
    share = taken / load.capacity
    over = share > 1
    figures = f"{_OVER if over else ''}{hours(taken)}/{hours(load.capacity)}"
    cells = room - width(figures) - 3
    bar = f"{labels.bar(share, cells)} " if cells >= _NARROWEST_BAR else ""
    return [Part(f" {bar}", "warning" if over else "sign"), Part(figures, "warning" if over else "muted")]


def day_names(page: WeekPage, day: dt.date) -> Iterator[str]:
    """Yield what kind of day it is: every name of a red day, own leave, a bridge day."""
    for holiday in holidays_on(day):
        yield labels.holiday_names([holiday])
    for entry in page.plan.days_off.on(day):
        yield labels.HIDDEN if page.hide else labels.leave_name(entry)
    if page.is_bridge(day):
        yield _("bridge day")


def _in_lines(text: str, room: int) -> Iterator[str]:
    """Break a name at its spaces."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer) > room:
            yield clip(line, room)
            longer = word
        line = longer
    yield clip(line, room)
