"""What stands around the grid of the timetable: its head, the rows under the cursor, and the week in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.timetable import Cell, Layout, Timetable, TimetableDay, TimetableWeek
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import (
    amount_rounded,
    bucket,
    clock,
    date_range,
    day_and_month,
    duration,
    long_date,
    week_name,
)
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.timetable_cells import Look

_ROOMY = 72
_WIDE = 100


@dataclass(frozen=True)
class Panel:
    """The field under the cursor: its rows, and where it is."""

    look: Look
    now: dt.datetime
    field: Cell
    week: TimetableWeek
    day: dt.date | None
    """None where the field is of a whole week."""
    line: str = ""
    """The channel or programme of the field."""
    marked: frozenset[str] = frozenset()


def head_line(table: Timetable, look: Look, layout: Layout, cells: int, *, is_read: bool) -> Line:
    """Return «17. februar–16. mai 2027 · aktiviteter» to the left, and the sums to the right, as far as they fit."""
    names = (words.measure_name(look.measure), words.layout_name(layout) if cells >= _WIDE else "")
    left = words.joined((words.period_words(table), *names))
    total = words.total_words(table, hide=look.hide)
    if not is_read:
        total = _("reading …")
    elif cells < _ROOMY:
        total = words.percent_of(table.total, table.capacity_minutes)
    elif cells < _WIDE:
        total = words.load_words(table.total, table.capacity_minutes)
    return Line((Part(f" {left}", "figure"),), (Part(total, "muted"), Part(" ")))


def panel_lines(panel: Panel) -> Iterator[Line]:
    """Yield the heading and the rows of the field under the cursor."""
    figures, hide = panel.field.figures, panel.look.hide
    cost = labels.HIDDEN if hide else amount_rounded(figures.cost)
    told = (duration(figures.minutes) if figures.minutes else "", cost if figures.cost else "")
    heading = words.joined((*_place(panel), *told))
    yield Line((Part(f"── {heading} ", "heading"),), rule=True)
    if not panel.field.rows:
        yield Line((Part("  " + _("nothing planned"), "muted"),))
    yield from (_row(panel, row) for row in panel.field.rows)


def _place(panel: Panel) -> Iterator[str]:
    if panel.line:
        yield panel.line
    if panel.day is None:
        yield week_name(panel.week.key)
        if not panel.line:
            yield _("no day yet")
        return
    yield long_date(panel.day)
    yield from _day_names(panel, panel.week.days[panel.day.weekday()])


def _day_names(panel: Panel, day: TimetableDay) -> Iterator[str]:
    dates = (each for each in panel.week.dates if each.date == day.date)
    kinds = {"material", "holiday", "short_day", "bridge_day", "leave"}
    told = (each for each in dates if each.kind in kinds)
    yield from (words.date_words(panel.look.plan, each.kind, [each], hide=panel.look.hide) for each in told)


def _row(panel: Panel, row: Activity) -> Line:
    plan, hide = panel.look.plan, panel.look.hide
    mark = "*" if row.id in panel.marked else labels.mark(row, panel.now)
    style, quiet = ("title", "sign") if row.is_open else ("done", "done")
    whom = labels.whom(plan, row, hide=hide)
    left = (
        Part(f" {mark} ", "overdue" if mark in {"!", "*"} else style),
        Part(f"{_when(panel, row)} ", "time" if row.is_open else "done"),
        Part(f"{labels.sign(plan, row)} ", quiet),
        Part(labels.title(plan, row, hide=hide), style),
        Part(f" · {whom}" if whom else "", "muted"),
    )
    length = labels.length(row) if panel.day is None else labels.length_on(row, panel.day)
    right = words.joined((length, labels.cost(plan, row, hide=hide)))
    return Line(left, (Part(f" {right} ", "muted"),), Target("activity", row.id))


def _when(panel: Panel, row: Activity) -> str:
    """Return the time of day; the date too where the field is a week's; the last day of a row of several."""
    if row.end_date is not None and row.end_date != row.date:
        return _("until {date}").format(date=day_and_month(row.end_date))
    if row.date is None:
        return bucket(row.bucket) if row.bucket else ""
    day = "" if panel.day is not None else day_and_month(row.date)
    return " ".join(part for part in (day, clock(row.start) if row.start else "") if part)


def week_words(look: Look, week: TimetableWeek, *, is_read: bool) -> str:
    """Return a week in words, with all of its dates."""
    name = f"{week_name(week.key)}: {date_range(week.days[0].date, week.days[-1].date)}"
    if not is_read:
        return words.joined((name, _("reading …")))
    gap = f"{words.GAP} {words.gap_words()}" if week.is_without_contact else ""
    dates = words.week_dates(look.plan, week, hide=look.hide)
    return words.joined((name, words.load_words(week.figures, week.capacity_minutes), gap, *dates))
