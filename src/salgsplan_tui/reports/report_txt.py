"""A report as plain text of a given width, for a terminal or the body of a mail."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from salgsplan_tui.language import _
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.reports.page import BarText, Grid, Page, PageSection, Pairs, Part, Picture, Sentences

USUAL: Final = 78
"""The width of a text that is written to a file."""
_GAP: Final = 2
_LONG: Final = 18
"""A word that is longer may be broken."""
_SHORTEST: Final = 8
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


def report_txt(page: Page, cells: int = USUAL) -> str:
    """Return the whole report; no line is longer than so many cells."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(page, cells))


def _lines(page: Page, cells: int) -> Iterator[str]:
    yield from _wrapped(page.title, cells)
    yield from _wrapped(page.about, cells)
    for section in page.sections:
        yield ""
        heading = clip(safe_line(f"{section.number}. {section.title}"), cells)
        yield heading
        yield "─" * width(heading)
        yield from section_lines(section, cells)
    yield ""
    for note in page.notes:
        yield from _wrapped(note, cells)
    if page.definitions:
        yield ""
        yield _("How it is counted")
        for name, how in page.definitions:
            yield from _wrapped(f"{name}: {how}", cells)


def section_lines(section: PageSection, cells: int) -> Iterator[str]:
    """Yield what stands under the heading of a section."""
    for number, part in enumerate(section.parts):
        if number and part.title:
            yield ""
        yield from _part(part, cells)


def _part(part: Part, cells: int) -> Iterator[str]:
    note = part.note if isinstance(part, Pairs | Grid) else ""
    head = " · ".join(each for each in (part.title, note) if each)
    if head:
        yield from _wrapped(head, cells)
    match part:
        case Pairs():
            first = max(width(safe_line(name)) for name, _value in part.rows)
            for name, value in part.rows:
                yield from _wrapped(f"{_padded(name, first)}  {value}", cells)
        case Grid():
            yield from _grid(part, cells)
        case Sentences():
            for line in (" · ".join(part.lines),) if part.in_one else part.lines:
                yield from _wrapped(line, cells)
        case Picture():
            yield from _bars(part.bars, cells)


def _wrapped(text: str, cells: int) -> Iterator[str]:
    # the hard spaces within amounts are kept: only an ordinary space is a place to break
    yield from wrap(safe_line(text), cells, subsequent_indent="  ", break_on_hyphens=False) or [""]


def _grid(grid: Grid, cells: int) -> Iterator[str]:
    sizes = _sizes(grid, cells)
    if sizes is None:  # too many columns for the width: each row by itself, figures with what they are
        for row in grid.rows:
            cells_told = zip(grid.columns, row, grid.right, strict=True)
            told = (f"{name} {cell}" if right else cell for name, cell, right in cells_told if cell)
            yield from _wrapped(" · ".join(told), cells)
        return
    yield from _row(grid.columns, sizes, grid)
    for number, row in enumerate(grid.rows):
        if grid.has_total and number == len(grid.rows) - 1:
            yield "─" * min(cells, sum(sizes) + _GAP * (len(sizes) - 1))
        yield from _row(row, sizes, grid)


def _sizes(grid: Grid, cells: int) -> tuple[int, ...] | None:
    """Return the columns' widths: figures whole, texts shortened as far as they must be."""
    wanted = [max(width(safe_line(row[at])) for row in (grid.columns, *grid.rows)) for at in range(len(grid.columns))]
    least = [min(_LONG, max(_longest(row[at]) for row in (grid.columns, *grid.rows))) for at in range(len(wanted))]
    spare = cells - _GAP * (len(wanted) - 1) - sum(wanted)
    while spare < 0:
        texts = [at for at, right in enumerate(grid.right) if not right and wanted[at] > least[at]]
        if not texts:
            return None
        longest = max(texts, key=lambda at: wanted[at])
        wanted[longest] -= 1
        spare += 1
    return tuple(wanted)


def _longest(text: str) -> int:
    return max((width(word) for word in safe_line(text).split(" ")), default=0)


def _row(row: tuple[str, ...], sizes: tuple[int, ...], grid: Grid) -> Iterator[str]:
    """Yield the lines of a row: what does not fit goes on below."""
    columns = [
        [safe_line(cell)] if right else wrap(safe_line(cell), size, break_on_hyphens=False) or [""]
        for cell, size, right in zip(row, sizes, grid.right, strict=True)
    ]
    for line in range(max(map(len, columns))):
        parts = []
        for column, size, right in zip(columns, sizes, grid.right, strict=True):
            text = column[line] if line < len(column) else ""
            parts.append(_padded(text, size, right=right))
        yield (" " * _GAP).join(parts)


def _padded(text: str, size: int, *, right: bool = False) -> str:
    room = " " * max(0, size - width(safe_line(text)))
    return room + safe_line(text) if right else safe_line(text) + room


def _bars(bars: tuple[BarText, ...], cells: int) -> Iterator[str]:
    first = min(24, max(width(safe_line(bar.label)) for bar in bars))
    last = max(width(safe_line(bar.text)) for bar in bars)
    room = cells - first - last - 2 * _GAP
    if room < _SHORTEST:  # no room to draw in
        for bar in bars:
            yield from _wrapped(f"{bar.label} {bar.text}", cells)
        return
    most = max(max(bar.value, bar.mark or 0) for bar in bars)
    for bar in bars:
        eighths = round(max(0.0, bar.value) / most * room * 8) if most else 0
        drawn = "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
        label = clip(safe_line(bar.label), first)
        yield f"{_padded(label, first)}  {_padded(drawn, room)}  {_padded(bar.text, last, right=True)}"
