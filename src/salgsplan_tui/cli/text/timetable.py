"""The timetable as text: a line for each week with its days, or for each channel or programme with its weeks."""

from collections.abc import Iterator, Sequence

from salgsplan_tui.domain.timetable import TimetableDay, TimetableWeek
from salgsplan_tui.domain.timetable_bars import bars_of
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import hours, kroner
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.reports.timetable_page import TimetablePage
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded
from salgsplan_tui.tui.timetable_cells import (
    DayColumns,
    Look,
    dates_lines,
    day_columns,
    day_text,
    line_columns,
    week_label,
)

_INDENT = "  "


def timetable_text(page: TimetablePage, cells: int) -> Iterator[Line]:
    """Yield the page from top to bottom, for so many cells."""
    yield Line((Part(page.title, "heading"),), (Part(words.total_words(page.table), "muted"),))
    yield Line((Part(safe_line(page.about), "muted"),))
    yield Line()
    yield from _days(page, day_columns(cells)) if page.layout == "days" else _lines(page, cells)
    yield from _bars(page)
    if page.unplaced:
        yield Line()
        yield Line((Part(_("without a week"), "heading"),))
        yield from (Line((Part(_INDENT + item),)) for item in page.unplaced)
    if page.layout == "days":
        yield Line()
        yield Line((Part(words.joined(words.day_legend()), "muted"),))


def _days(page: TimetablePage, columns: DayColumns) -> Iterator[Line]:
    week, *days = page.columns[:8]
    heads = "".join(padded(f" {name}", columns.day) for name in days)
    told = zip(("", *words.week_heads()), (columns.undated, columns.load, columns.hours, columns.cost), strict=True)
    figures = "".join(flush_right(name, size) for name, size in told if size)
    dates = _("dates") if columns.dates > len(_("dates")) else ""
    yield Line((Part(padded(f" {week}", columns.label) + heads + figures, "heading"), Part(f" {dates}", "heading")))
    for each in page.table.weeks:
        yield _week(page, each, columns)


def _week(page: TimetablePage, week: TimetableWeek, columns: DayColumns) -> Line:
    bars, look = bars_of(week), Look(page.plan, page.measure, page.as_of)
    parts = [Part(padded(week_label(week, page.as_of), columns.label), "muted")]
    for day in week.days:
        text = day_text(look, day, bars, columns.day)
        parts += [Part(text.sign, "overdue" if day.kind == "red" else "warning"), Part(text.text, _style(page, day))]
        parts.append(Part(text.filler, "sign"))
    undated = sum(row.counts for row in week.undated)
    figures = (
        (f"+{undated}" if undated else "", columns.undated),
        (words.load_mark(week.figures, week.capacity_minutes), columns.load),
        (hours(week.figures.minutes) if week.figures.minutes else "", columns.hours),
        (kroner(week.figures.cost) if week.figures.cost else "", columns.cost),
    )
    parts += [Part(flush_right(text, size), "figure") for text, size in figures if size]
    (dates,) = dates_lines(page.plan, week, columns.dates - 1, 1)
    parts.append(Part(f" {dates}" if dates else "", "warning" if week.is_without_contact else "now"))
    return Line(tuple(parts))


def _style(page: TimetablePage, day: TimetableDay) -> str:
    return "figure" if day.date == page.as_of else "text" if day.date > page.as_of and day.is_counted else "done"


def _lines(page: TimetablePage, cells: int) -> Iterator[Line]:
    """Yield the lines; where there is no room for all weeks, they stand in blocks under each other."""
    number = len(page.table.weeks)
    columns = line_columns(cells, number)
    fitting = min(number, max(1, (cells - columns.name - columns.total) // columns.week))
    lines = page.table.lines(page.layout)
    for first in range(0, number, fitting):
        block = slice(first, first + fitting)
        size = columns.name, columns.week, columns.total
        yield _row(page.columns, block, size, "heading")
        for line in lines:
            name, *_figures, total = page.line(line)
            shown = (words.narrow_line_figure(cell, page.measure, columns.week - 1) for cell in line.cells)
            yield _row((name, *shown, total), block, size, "text")
        sums = (words.narrow_figure(week.figures, page.measure, columns.week - 1) for week in page.table.weeks)
        yield _row((page.sums[0], *sums, page.sums[-1]), block, size, "figure")
        yield _row([text.replace("\xa0%", "%") for text in page.loads], block, size, "muted")
        if first + fitting < number:
            yield Line()


def _row(texts: Sequence[str], block: slice, size: tuple[int, int, int], style: str) -> Line:
    name, *weeks, total = texts
    shown = "".join(flush_right(text, size[1]) for text in weeks[block])
    return Line((Part(padded(name, size[0]), style), Part(shown + flush_right(total, size[2]), style)))


def _bars(page: TimetablePage) -> Iterator[Line]:
    """Yield the fairs and campaigns with their days."""
    rows = {bar.row.id: bar.row for week in page.table.weeks for bar in bars_of(week)}
    if rows:
        yield Line()
        yield Line((Part(_("fairs and campaigns"), "heading"),))
    for row in rows.values():
        yield Line((Part(_INDENT + page.bar_item(row)),))
