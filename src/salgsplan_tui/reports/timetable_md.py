"""The timetable as Markdown: the table of the weeks, and under it each week with its rows."""

from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.timetable import TimetableWeek
from salgsplan_tui.domain.timetable_bars import bars_of
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import amount_rounded, date_range, day_and_month, week_name
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.reports.inert import md_text
from salgsplan_tui.reports.timetable_page import TimetablePage

_CELL: Final = 8


def timetable_md(page: TimetablePage) -> str:
    """Return the whole document."""
    parts = [f"# {md_text(page.title)}", md_text(page.about), f"**{md_text(words.total_words(page.table))}**"]
    if page.layout == "days":
        parts += ["\n".join(_days(page)), *(part for week in page.table.weeks for part in _week(page, week))]
    else:
        parts.append("\n".join(_lines(page)))
    if page.unplaced:
        parts += [f"## {md_text(_('without a week'))}", _list(page.unplaced)]
    return "\n\n".join([*parts, md_text(page.legend)]) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(md_text, cells))} |"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {md_text(item)}" for item in items)


def _days(page: TimetablePage) -> Iterator[str]:
    yield _row(page.columns)
    yield "|" + "---|" * (8 + page.has_undated) + "--:|--:|---|"
    for week in page.table.weeks:
        days = [_day(page, number, week) for number in range(7)]
        load = words.load_mark(week.figures, week.capacity_minutes)
        cost = amount_rounded(week.figures.cost) if week.figures.cost else ""
        undated = (str(len(week.undated) or ""),) if page.has_undated else ()
        yield _row((str(week.number), *days, *undated, load, cost, words.joined(page.dates(week))))


def _day(page: TimetablePage, number: int, week: TimetableWeek) -> str:
    day = week.days[number]
    sign = words.DAY_SIGNS[day.kind]
    return " ".join(part for part in (sign, words.cell_text(page.plan, day, page.measure, _CELL)) if part)


def _week(page: TimetablePage, week: TimetableWeek) -> Iterator[str]:
    head = f"{week_name(week.key)} · {date_range(week.days[0].date, week.days[-1].date)}"
    cost = amount_rounded(week.figures.cost) if week.figures.cost else ""
    load = words.load_words(week.figures, week.capacity_minutes)
    yield f"## {md_text(head)}"
    yield md_text(words.joined((load, cost, *page.dates(week))))
    items = [page.bar_item(bar.row) for bar in bars_of(week)]
    items += [f"{day_and_month(day.date)} {item}" for day in week.days for item in page.items(day)]
    undated = _("no day yet")
    items += [f"{undated}: {item}" for item in page.undated(week)]
    if items:
        yield _list(items)


def _lines(page: TimetablePage) -> Iterator[str]:
    yield _row(page.columns)
    yield "|---|" + "--:|" * (len(page.columns) - 1)
    for line in page.table.lines(page.layout):
        yield _row(page.line(line))
    yield _row(page.sums)
    yield _row(page.loads)
