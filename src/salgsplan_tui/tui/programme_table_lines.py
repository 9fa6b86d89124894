"""The seven-column table on the screen: the same activities, each still to be opened and changed (S2)."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.programme_table import TableGroup, TableRow
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, hours, short_day
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.reports.programme_page import ProgrammePage as PrintedPage
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded
from salgsplan_tui.tui.programme_overview import heading, hint
from salgsplan_tui.tui.programme_page import ProgrammePage

_AMOUNT: Final = 4
_SHARES: Final = (14, 18, 15, 30, 0, 10, 13)
"""How the room beside the amount is shared among the other six columns."""
_AMOUNT_CELLS: Final = 9
_WITH_WHOLE_HEAD: Final = 110
"""From so many cells on there is room for the whole head of the amount."""
_LEAST: Final = (7, 5, 5, 10, 0, 5, 5)


def table_lines(page: ProgrammePage, cells: int) -> Iterator[Line]:
    """Yield the table, group by group, under its seven heads."""
    printed = PrintedPage(page.basis)
    sizes = _sizes(cells, width(printed.columns[_AMOUNT]))
    if not page.known.table:
        yield hint(_("No activities in this period yet. Press a and write the first."))
        return
    for group in page.known.table:
        yield heading(_group_title(page, printed, group), _sum(page, group))
        yield Line((Part("   " + _row(_heads(printed, sizes), sizes), "muted"),))
        for row in group.rows:
            yield _line(page, printed, row, sizes)


def _group_title(page: ProgrammePage, printed: PrintedPage, group: TableGroup) -> str:
    return labels.HIDDEN if page.hide else safe_line(printed.group_title(group))


def _sum(page: ProgrammePage, group: TableGroup) -> str:
    minutes = sum(row.activity.minutes or 0 for row in group.rows)
    return f"{_('{hours} h').format(hours=hours(minutes))} · {page.figure(group.cost, 'kr')}"


def _sizes(cells: int, head: int) -> tuple[int, ...]:
    """Return how many cells each column has at this width; `head` are those of the amount's whole head."""
    amount = _AMOUNT_CELLS if cells < _WITH_WHOLE_HEAD else max(_AMOUNT_CELLS, head)
    room = cells - 3 - amount - len(_SHARES)
    return tuple(
        amount if at == _AMOUNT else max(_LEAST[at], room * share // sum(_SHARES)) for at, share in enumerate(_SHARES)
    )


def _heads(printed: PrintedPage, sizes: tuple[int, ...]) -> tuple[str, ...]:
    """Return the seven heads; that of the amount in short where its column is narrow."""
    is_short = width(printed.columns[_AMOUNT]) > sizes[_AMOUNT]
    return tuple(_("cost, kr") if at == _AMOUNT and is_short else head for at, head in enumerate(printed.columns))


def _period(row: Activity) -> str:
    """Return the days of a row without the year, which the programme's head tells."""
    if row.date is None:
        return bucket(row.bucket) if row.bucket else ""
    last = row.end_date if row.end_date not in {None, row.date} else None
    return f"{short_day(row.date)}–{short_day(last)}" if last else short_day(row.date)


def _row(texts: tuple[str, ...], sizes: tuple[int, ...]) -> str:
    cells = (
        flush_right(clip(text, size), size) if at == _AMOUNT else padded(text, size)
        for at, (text, size) in enumerate(zip(texts, sizes, strict=True))
    )
    return " ".join(cells)


def _line(page: ProgrammePage, printed: PrintedPage, row: TableRow, sizes: tuple[int, ...]) -> Line:
    activity = row.activity
    texts = [_period(activity), *(safe_line(text) for text in printed.cells(row)[1:])]
    if page.hide:
        texts = [texts[0], labels.HIDDEN, labels.HIDDEN, labels.title(page.plan, activity, hide=True), labels.HIDDEN]
        texts += [labels.HIDDEN, ""]
    else:
        texts[_AMOUNT] = page.kroner(row.cost) if row.cost else ""
    mark = "*" if activity.id in page.marked else labels.mark(activity, page.now)
    style = "text" if activity.is_open else "done"
    return Line(
        (Part(f" {mark} ", "overdue" if mark in "!*" else "sign"), Part(_row(tuple(texts), sizes), style)),
        target=Target("activity", activity.id),
    )
