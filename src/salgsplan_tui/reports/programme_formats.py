"""The programme's table as Markdown, HTML and CSV; text from the plan is nothing but text in each of them."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.programme_table import TableGroup
from salgsplan_tui.language import language
from salgsplan_tui.language.formats import amount_rounded
from salgsplan_tui.reports.inert import cell_text, html_text, md_text
from salgsplan_tui.reports.programme_page import ProgrammePage

_AMOUNT: Final = 4
_STYLE: Final = """
@page { size: A4 landscape; margin: 10mm }
body { font: 9pt/1.3 "Liberation Sans", "Helvetica Neue", Arial, sans-serif; color: #22242b; margin: 1em }
h1 { font-size: 15pt; margin: 0 } h2 { font-size: 11pt; margin: 1em 0 .3em }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: .3pt solid #9a9a94; padding: .8mm 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { background: #e6e3d8 } .amount { text-align: right; white-space: nowrap }
.sum td { background: #f3f1ea; font-weight: bold } footer { margin-top: 1em; font-weight: bold }
@media print { body { margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact } }
"""


def programme_md(page: ProgrammePage) -> str:
    """Return the whole document as Markdown."""
    parts = [f"# {md_text(page.title)}", md_text(page.about)]
    for group in page.groups:
        rule = "|" + "|".join("--:" if at == _AMOUNT else "---" for at in range(len(page.columns))) + "|"
        lines = [_md_row(page.columns), rule, *(_md_row(page.cells(row)) for row in group.rows)]
        parts += [f"## {md_text(page.group_title(group))}", "\n".join(lines)]
    return "\n\n".join([*parts, f"**{md_text(page.sums)}**"]) + "\n"


def programme_html(page: ProgrammePage) -> str:
    """Return the whole document as one HTML file for A4 on its side: nothing is fetched, nothing runs."""
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language()}"><head><meta charset="utf-8">',
        f"<title>{html_text(page.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html_text(page.title)}</h1>",
        f"<p>{html_text(page.about)}</p>",
        *(part for group in page.groups for part in _html_group(page, group)),
        f"<footer>{html_text(page.sums)}</footer>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def programme_csv(page: ProgrammePage) -> str:
    """Return the rows as CSV: points in amounts, what a spreadsheet would take for a formula is made a text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(page.columns)
    for record in page.records():
        writer.writerow([cell if at == _AMOUNT else cell_text(cell) for at, cell in enumerate(record)])
    return out.getvalue()


def _md_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(md_text, cells))} |"


def _html_group(page: ProgrammePage, group: TableGroup) -> Iterator[str]:
    yield f"<h2>{html_text(page.group_title(group))}</h2><table>"
    yield f"<thead><tr>{''.join(f'<th>{html_text(name)}</th>' for name in page.columns)}</tr></thead><tbody>"
    yield from (_html_row(page.cells(row)) for row in group.rows)
    empty = [""] * (len(page.columns) - 1)
    yield _html_row((*empty[:_AMOUNT], amount_rounded(group.cost), *empty[_AMOUNT:]), "sum") + "</tbody></table>"


def _html_row(cells: Iterable[str], kind: str = "") -> str:
    marked = (
        f'<td class="amount">{html_text(cell)}</td>' if at == _AMOUNT else f"<td>{html_text(cell)}</td>"
        for at, cell in enumerate(cells)
    )
    return f'<tr class="{kind}">{"".join(marked)}</tr>' if kind else f"<tr>{''.join(marked)}</tr>"
