"""A report as plain text of a given width, for a terminal or the body of a mail."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple

from salgsplan_tui.language import _
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.reports.page import BarText, Grid, Page, PageSection, Pairs, Part, Picture, Sentences

USUAL: Final = 78
"""The width of a text that is written to a file."""
_GAP: Final = 2
_WAYS: Final = ((_GAP, 12), (1, 12), (_GAP, 0), (1, 0))
"""The ways to lay out a table, best first: its gap, and what a column of texts is not made narrower than."""
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
    laid = next((each for way in _WAYS if (each := _sizes(grid, cells, way)) is not None), None)
    if laid is None:  # too many columns for the width: each row by itself, figures with what they are
        for row in grid.rows:
            cells_told = zip(grid.columns, row, grid.right, strict=True)
            told = (f"{name} {cell}" if right else cell for name, cell, right in cells_told if cell)
            yield from _wrapped(" · ".join(told), cells)
        return
    yield from _row(grid.columns, laid, grid, is_head=True)
    for number, row in enumerate(grid.rows):
        if grid.has_total and number == len(grid.rows) - 1:
            yield "─" * min(cells, sum(laid.sizes) + laid.gap * (len(laid.sizes) - 1))
        yield from _row(row, laid, grid)


class _Laid(NamedTuple):
    """How the columns of a table stand."""

    sizes: tuple[int, ...]
    gap: int


def _sizes(grid: Grid, cells: int, way: tuple[int, int]) -> _Laid | None:
    """Return the columns' widths: figures whole, their headings broken before texts are; None where they do not fit."""
    gap, narrowest = way
    columns = tuple(zip(grid.columns, *grid.rows, strict=True))
    wanted = [max(width(safe_line(cell)) for cell in column) for column in columns]
    least = [
        max(_longest(column[0]), *(width(safe_line(cell)) for cell in column[1:]))
        if right
        else max(min(_LONG, max(map(_longest, column))), min(narrowest, wish))
        for column, right, wish in zip(columns, grid.right, wanted, strict=True)
    ]
    spare = cells - gap * (len(wanted) - 1) - sum(wanted)
    while spare < 0:
        broad = [at for at in range(len(wanted)) if wanted[at] > least[at]]
        if not broad:
            return None
        widest = max(broad, key=lambda at: (grid.right[at], wanted[at]))
        wanted[widest] -= 1
        spare += 1
    return _Laid(tuple(wanted), gap)


def _longest(text: str) -> int:
    return max((width(word) for word in safe_line(text).split(" ")), default=0)


def _row(row: tuple[str, ...], laid: _Laid, grid: Grid, *, is_head: bool = False) -> Iterator[str]:
    """Yield the lines of a row: what does not fit goes on below; headings stand on their columns."""
    columns = [
        wrap(safe_line(cell), size, break_on_hyphens=False) or [""] for cell, size in zip(row, laid.sizes, strict=True)
    ]
    lines = max(map(len, columns))
    if is_head:
        columns = [[""] * (lines - len(column)) + column for column in columns]
    for line in range(lines):
        parts = []
        for column, size, right in zip(columns, laid.sizes, grid.right, strict=True):
            text = column[line] if line < len(column) else ""
            parts.append(_padded(text, size, right=right))
        yield (" " * laid.gap).join(parts)


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
