"""The timetable as one HTML file for A4 on its side: nothing is fetched, nothing runs, text from the plan is text."""

from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.timetable import TimetableDay, TimetableWeek
from salgsplan_tui.domain.timetable_bars import Bar, lanes_of
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount_rounded, short_day, week_name
from salgsplan_tui.reports import timetable_words as words
from salgsplan_tui.reports.inert import html_text
from salgsplan_tui.reports.timetable_page import TimetablePage

_STYLE: Final = """
@page { size: A4 landscape; margin: 7mm }
* { box-sizing: border-box }
body { font: 7.5pt/1.2 "Liberation Sans", "Helvetica Neue", Arial, sans-serif; color: #22242b; margin: 1em }
h1 { font-size: 14pt; margin: 0 } p { margin: .2em 0 .6em } .sum { font-weight: bold }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: .3pt solid #9a9a94; padding: .5mm .8mm;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; hyphens: auto }
thead th { background: #e6e3d8 } thead { display: table-header-group }
tbody { break-inside: avoid } tbody th { font-weight: bold }
.week-head { width: 19mm } .weekend { width: 16mm } .figure { width: 17mm; text-align: right }
.undated { width: 24mm } .dates { width: 38mm }
.lines .name { width: 42mm } .lines td, .lines tfoot td { text-align: right }
small { display: block; font-weight: normal; color: #55564f } ul { list-style: none; margin: 0; padding: 0 }
.red, .red small { color: #a01c30 } .red { background: #fbeeee } .bridge { background: #fff3dd }
.off { background: #eee }
.outside { color: #8a8a84 } .today { outline: 1pt solid #2d6a8a; outline-offset: -1pt }
.bars td { border-top: 0; border-bottom: 0 } .bars td.bar { background: #d8e6ee; border: .3pt solid #2d6a8a }
.gap { color: #a04a00; font-weight: bold } tfoot td, tfoot th { background: #f3f1ea; font-weight: bold }
footer { margin-top: .6em; color: #55564f }
@media print { body { margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact } }
"""


def timetable_html(page: TimetablePage) -> str:
    """Return the whole document."""
    table = _days(page) if page.layout == "days" else _lines(page)
    without = _("without a week")
    unplaced = [f"<p>{html_text(without)}: {html_text(words.joined(page.unplaced))}</p>"] if page.unplaced else []
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language()}"><head><meta charset="utf-8">',
        f"<title>{html_text(page.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html_text(page.title)}</h1>",
        f"<p>{html_text(page.about)}</p>",
        f'<p class="sum">{html_text(words.total_words(page.table))}</p>',
        *table,
        *unplaced,
        f"<footer>{html_text(page.legend)}</footer>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{html_text(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def _head(page: TimetablePage, classes: Iterable[str]) -> str:
    cells = zip(page.columns, classes, strict=True)
    return (
        "<thead><tr>" + "".join(f'<th class="{kind}">{html_text(name)}</th>' for name, kind in cells) + "</tr></thead>"
    )


def _days(page: TimetablePage) -> Iterator[str]:
    yield '<table class="days">'
    days = *["day"] * 5, "weekend", "weekend"
    undated = ["undated"] if page.has_undated else []
    yield _head(page, ("week-head", *days, *undated, "figure", "figure", "dates"))
    for week in page.table.weeks:
        yield from _week(page, week)
    yield "</table>"


def _week(page: TimetablePage, week: TimetableWeek) -> Iterator[str]:
    lanes = lanes_of(week)
    tall = f' rowspan="{1 + len(lanes)}"' if lanes else ""
    period = "–".join(short_day(week.days[number].date) for number in (0, 6))
    gap, *rest = page.dates(week) if week.is_without_contact else ("", *page.dates(week))
    warned = f'<span class="gap">{html_text(gap)}</span>' if gap else ""
    load = words.load_mark(week.figures, week.capacity_minutes)
    cost = amount_rounded(week.figures.cost) if week.figures.cost else ""
    yield "<tbody><tr>"
    yield f"<th{tall}>{html_text(week_name(week.key))}<small>{html_text(period)}</small></th>"
    yield from (_day(page, day) for day in week.days)
    if page.has_undated:
        yield f"<td{tall}>{_list(page.undated(week))}</td>"
    yield f'<td{tall} class="figure">{html_text(load)}</td><td{tall} class="figure">{html_text(cost)}</td>'
    yield f"<td{tall}>{warned}{_list(rest)}</td></tr>"
    yield from (_lane(page, week, lane) for lane in lanes)
    yield "</tbody>"


def _day(page: TimetablePage, day: TimetableDay) -> str:
    marks = ("outside" if not day.is_counted else "", "today" if day.date == page.as_of else "")
    classes = " ".join(name for name in (day.kind, *marks) if name)
    return f'<td class="{classes}"><small>{html_text(page.day_name(day))}</small>{_list(page.items(day))}</td>'


def _lane(page: TimetablePage, week: TimetableWeek, lane: Iterable[Bar]) -> str:
    cells, column = [], 0
    for bar in lane:
        cells += ["<td></td>"] * (bar.first - column)
        column = bar.last + 1
        cells.append(f'<td class="bar" colspan="{column - bar.first}">{html_text(page.bar_text(week, bar))}</td>')
    return f'<tr class="bars">{"".join(cells)}{"<td></td>" * (7 - column)}</tr>'


def _lines(page: TimetablePage) -> Iterator[str]:
    yield '<table class="lines">'
    yield _head(page, ("name", *["week"] * len(page.table.weeks), "total"))
    yield f"<tbody>{''.join(_row(page.line(line)) for line in page.table.lines(page.layout))}</tbody>"
    yield f"<tfoot>{_row(page.sums)}{_row(page.loads)}</tfoot></table>"


def _row(texts: tuple[str, ...]) -> str:
    name, *figures = map(html_text, texts)
    return f"<tr><th>{name}</th>{''.join(f'<td>{each}</td>' for each in figures)}</tr>"
