"""A report as one HTML file made to be printed on A4: nothing is fetched, nothing runs, text from the plan is text."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.language import _
from salgsplan_tui.reports.charts import chart_svg
from salgsplan_tui.reports.inert import html_text
from salgsplan_tui.reports.page import Grid, Page, PageSection, Pairs, Part, Picture, Sentences
from salgsplan_tui.reports.placing import Columns, is_wide, letters, placed

_STYLE: Final = """
@page { size: A4; margin: 9mm 10mm }
* { box-sizing: border-box }
body { font: SIZE/1.28 "Liberation Sans", "Helvetica Neue", Arial, sans-serif; color: #22242b;
  max-width: 190mm; margin: 1.2em auto; padding: 0 1em }
header { border-bottom: 1.2pt solid #2d6a8a; margin-bottom: 1mm; padding-bottom: .8mm }
h1 { font-size: 15pt; margin: 0; line-height: 1.15 } header p { margin: 0; color: #55564f }
.two { display: flex; gap: 6mm } .two > div { flex: 1 1 0; min-width: 0 }
section { margin: 0 0 1.6mm }
h2 { font-size: 1.18em; margin: 0 0 .5mm; color: #1d4f69; border-bottom: .4pt solid #b9c9d1; break-after: avoid }
h3 { font-size: 1em; margin: .7mm 0 .2mm; break-after: avoid } h3 small { font-weight: normal; color: #55564f }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
tr { break-inside: avoid }
th, td { padding: .25mm 1mm .25mm 0; text-align: left; vertical-align: top; border-bottom: .25pt solid #dad7cc;
  overflow-wrap: break-word }
thead th { color: #55564f; font-weight: normal; border-bottom: .5pt solid #9a9a94; vertical-align: bottom }
.figure { text-align: right; padding: .25mm 1mm } .figure + :not(.figure) { padding-left: 1.6mm }
td.figure, td.tight { white-space: nowrap }
.total td { font-weight: bold; border-top: .5pt solid #9a9a94 }
dl { display: grid; grid-template-columns: 1fr auto; gap: .1mm 2mm; margin: 0 }
.wide dl { grid-template-columns: repeat(3, 1fr auto); gap: .1mm 4mm }
dt { margin: 0 } dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums }
ul { margin: 0; padding-left: 3.2mm } p { margin: 0 }
#plan table { table-layout: fixed } #plan th:nth-child(1) { width: 16mm } #plan th:nth-child(2) { width: 10mm }
#plan th:nth-child(3) { width: 60mm } #plan th:nth-child(4) { width: 20mm } #plan th:nth-child(6) { width: 36mm }
#plan th:nth-child(7) { width: 10mm }
#plan td:nth-child(6) { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
svg { width: 100%; height: auto; margin: .6mm 0 } .wide svg { max-width: 105mm }
footer { border-top: .5pt solid #9a9a94; margin-top: 1.2mm; padding-top: .8mm; color: #55564f; font-size: .86em;
  columns: 2; column-gap: 6mm }
footer b { color: #22242b }
@media print { body { margin: 0; padding: 0; max-width: none }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact } }
@media screen and (max-width: 700px) { .two { display: block } footer { columns: 1 } }
"""


def report_html(page: Page) -> str:
    """Return the whole document."""
    style = _STYLE.replace("SIZE", f"{letters(page)}pt")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{page.language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html_text(page.title)}</title><style>{style}</style></head><body>",
        f"<header><h1>{html_text(page.title)}</h1><p>{html_text(page.about)}</p></header><main>",
        *(text for columns in placed(page.sections) for text in _columns(columns)),
        "</main>",
        *_footer(page),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _columns(columns: Columns) -> Iterator[str]:
    if len(columns) == 1:
        yield from (text for section in columns[0] for text in _section(section))
        return
    for number, column in enumerate(columns):
        yield "</div><div>" if number else '<div class="two"><div>'
        yield from (text for section in column for text in _section(section))
    yield "</div></div>"


def _section(section: PageSection) -> Iterator[str]:
    wide = ' class="wide"' if is_wide(section) else ""
    yield f'<section id="{section.code}"{wide}><h2>{section.number}. {html_text(section.title)}</h2>'
    for part in section.parts:
        yield from _part(part)
    yield "</section>"


def _part(part: Part) -> Iterator[str]:
    note = part.note if isinstance(part, Pairs | Grid) else ""
    if part.title or note:
        small = f" <small>{html_text(note)}</small>" if note else ""
        yield f"<h3>{html_text(part.title)}{small}</h3>"
    match part:
        case Pairs():
            rows = (f"<dt>{html_text(name)}</dt><dd>{html_text(value)}</dd>" for name, value in part.rows)
            yield f"<dl>{''.join(rows)}</dl>"
        case Grid():
            yield from _grid(part)
        case Sentences():
            lines = "".join(f"<li>{html_text(line)}</li>" for line in part.lines)
            in_one = part.in_one or len(part.lines) == 1
            yield f"<p>{html_text(' · '.join(part.lines))}</p>" if in_one else f"<ul>{lines}</ul>"
        case Picture():
            yield chart_svg(part)


def _grid(grid: Grid) -> Iterator[str]:
    kinds = tuple(map(_kind, grid.right, grid.tight))
    heads = "".join(f"<th{kind}>{html_text(name)}</th>" for name, kind in zip(grid.columns, kinds, strict=True))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for number, row in enumerate(grid.rows):
        total = ' class="total"' if grid.has_total and number == len(grid.rows) - 1 else ""
        cells = "".join(f"<td{kind}>{html_text(text)}</td>" for text, kind in zip(row, kinds, strict=True))
        yield f"<tr{total}>{cells}</tr>"
    yield "</tbody></table>"


def _kind(right: bool, tight: bool) -> str:  # noqa: FBT001  # what the columns are, one by one
    if right:
        return ' class="figure"'
    return ' class="tight"' if tight else ""


def _footer(page: Page) -> Iterator[str]:
    notes = " · ".join(map(html_text, page.notes))
    yield f"<footer><p>{notes}</p>"
    if page.definitions:
        told = " · ".join(f"<b>{html_text(name)}</b>: {html_text(how)}" for name, how in page.definitions)
        yield f"<p>{html_text(_('How it is counted'))}: {told}</p>"
    yield "</footer>"
