"""The blocks and bars of the week's hour grid as parts of text."""

from collections.abc import Iterator, Sequence
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.week_layout import Bar, Block
from salgsplan_tui.language.formats import clock
from salgsplan_tui.language.safe import clip, width
from salgsplan_tui.language.syllables import last_break
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.week_drawing import WeekDrawing

_EDGES: Final = {"alone": "┃", "first": "┏", "middle": "┃", "last": "┗"}
_DOUBLED: Final = {"alone": "║", "first": "╔", "middle": "║", "last": "╚"}
"""Those of what is double-booked, so that it is seen without colours too."""
SHADES: Final = {"off": "░", "bridge": "·"}
"""What stands at the edge of a day off and of a bridge day beside the shade, so that it is seen without colours."""
WAY: Final = "┊"
"""The edge of the way there and back."""
_SHORTEST_REST: Final = 3
"""A word is not broken so that fewer letters than these go on the next line."""
_NARROWEST_TIME: Final = 22
"""From so many cells on the time stands in the block too."""


def block_lines(drawing: WeekDrawing, column: int, block: Block, room: int) -> list[list[Part]]:
    """Return a block line by line: the way there, what is done, the way back."""
    row = drawing.page.rows[block.id]
    before, after = block.work.start - block.lines.start, block.lines.stop - block.work.stop
    words = _words(drawing, column, row, max(0, room - 1), len(block.work))
    work = [[edge, *parts] for edge, parts in zip(_edges(drawing, column, block), words, strict=True)]
    return [
        *_way(before, row.travel_before or 0),
        *work,
        *_way(after, row.travel_after or 0),
    ]


def _way(lines: int, minutes: int) -> list[list[Part]]:
    """Return the lines of a way: its length on the first of them."""
    texts = [labels.travel(minutes)] + [""] * (lines - 1)
    return [[Part(f"{WAY}{text}", "muted")] for text in texts[:lines]]


def _edges(drawing: WeekDrawing, column: int, block: Block) -> Iterator[Part]:
    doubled = drawing.page.is_doubled(drawing.page.days[column], block.id)
    signs, style = (_DOUBLED, "warning") if doubled else (_EDGES, "sign")
    ground = _ground(drawing.page.rows[block.id])
    for number in range(len(block.work)):
        place = "middle"
        if len(block.work) == 1:
            place = "alone"
        elif number in {0, len(block.work) - 1}:
            place = "last" if number else "first"
        yield Part(signs[place], f"{ground} {style}")


def _ground(row: Activity) -> str:
    return "busy" if row.is_open else "done"


def _words(drawing: WeekDrawing, column: int, row: Activity, room: int, lines: int) -> list[list[Part]]:
    page, ground = drawing.page, _ground(row)
    mark = "*" if row.id in page.marked else labels.mark(row, page.now)
    mark_style = "warning" if mark in {"!", "*"} else ground
    head = [Part(mark.strip(), f"{ground} {mark_style}"), Part(f"{labels.sign(page.plan, row)} ", f"{ground} sign")]
    head[1:1] = [Part(_time(row, drawing.line_minutes, room), ground)]
    used = sum(width(part.text) for part in head)
    title, *more = _wrapped(labels.title(page.plan, row, hide=page.hide), room - used, room, lines)
    below = [*more, *_below(drawing, column, row)][: lines - 1]
    texts = [[Part(text, ground)] for text in below] + [[Part("", ground)]] * (lines - 1 - len(below))
    return [[*(part for part in head if part.text), Part(title, ground)], *texts]


def _time(row: Activity, line_minutes: int, room: int) -> str:
    """Return the time where the lines do not tell it, or there is room."""
    if row.start is None or (row.start.minute % line_minutes == 0 and room < _NARROWEST_TIME):
        return ""
    return f"{clock(row.start)} " if room >= _NARROWEST_TIME else f"{clock(row.start)[2:]} "


def _below(drawing: WeekDrawing, column: int, row: Activity) -> Iterator[str]:
    """Yield what is told under the title, the most important first."""
    page = drawing.page
    here = page.warnings.get((page.days[column], row.id), ())
    yield from (f"! {warning}" for warning in labels.warnings_for(here, row, hide=page.hide))
    whom = labels.whom(page.plan, row, hide=page.hide)
    if whom:
        yield whom
    length = labels.length_on(row, page.days[column])
    if length:
        yield length


def _wrapped(text: str, first_room: int, room: int, lines: int) -> list[str]:
    """Break a text into at most so many lines; what is left over is cut off in the last."""
    found, rest, left = list[str](), text, max(0, first_room)
    while len(found) < lines - 1 and width(rest) > left:
        head, rest = _broken(rest, left)
        found.append(head)
        left = room
    return [*found, clip(rest, left)]


def _broken(text: str, room: int) -> tuple[str, str]:
    """Return what of a text goes on a line, and the rest: at a space, else within the word, with a hyphen."""
    whole = _cut(text, 0, room)
    space = len(whole) if text[len(whole) :].startswith(" ") else whole.rfind(" ")
    if space > 0:
        return text[:space], text[space + 1 :]
    word = text.partition(" ")[0]
    head = _cut(text, 0, room - 1)
    head = head[: last_break(word, len(head)) or max(1, min(len(head), len(word) - _SHORTEST_REST))]
    return (head + ("" if head.endswith("-") else "-"), text[len(head) :]) if head else ("", text)


def bar_piece(drawing: WeekDrawing, bar: Bar, column: int) -> list[Part]:
    """Return what one day shows of a bar, whose text runs on over all the days it covers."""
    widths = drawing.widths
    text = _bar_text(drawing, bar, sum(widths[each] for each in bar.columns))
    start = sum(widths[each] for each in bar.columns if each < column)
    row = drawing.page.rows[bar.id]
    style = "busy sign" if row.is_open else "done"
    return fitted([Part(_cut(text, start, widths[column]), style)], widths[column])


def _bar_text(drawing: WeekDrawing, bar: Bar, room: int) -> str:
    page, row = drawing.page, drawing.page.rows[bar.id]
    mark = "*" if row.id in page.marked else labels.mark(row, page.now)
    start, end = "◀" if bar.since_before else "┣", "▶" if bar.goes_on else "┫"
    words = f"{start}{mark.strip()}{labels.sign(page.plan, row)} {labels.title(page.plan, row, hide=page.hide)} "
    text = clip(words, room - 1)
    return text + "━" * (room - 1 - width(text)) + end


def _cut(text: str, start: int, cells: int) -> str:
    """Return the characters of a text that lie within these cells."""
    found, at = "", 0
    for character in text:
        end = at + width(character)
        found += character if start <= at and end <= start + cells else ""
        at = end
    return found


def empty_line(drawing: WeekDrawing, column: int, row: int, room: int) -> list[Part]:
    """Return what stands where nothing is planned: nothing, the line of now, or the shade of a day off."""
    page, day = drawing.page, drawing.page.days[column]
    if row == drawing.row_of_now and day == page.now.date():
        return [Part("─" * room, "now")]
    if page.is_off(day):
        return fitted([Part(SHADES["off"], "off red" if page.is_red(day) else "off"), Part("", "off")], room)
    if page.is_bridge(day):
        return fitted([Part(SHADES["bridge"], "off now"), Part("", "off")], room)
    return fitted([Part("", "text" if row in drawing.worked[column] else "off")], room)


def fitted(parts: Sequence[Part], room: int) -> list[Part]:
    """Return parts as exactly so many cells; what is left over looks like the last of them."""
    found, left = list[Part](), room
    for part in parts:
        text = clip(part.text, left)
        left -= width(text)
        found.append(Part(text, part.style))
    return [*found, Part(" " * left, parts[-1].style)]


def restyled(parts: Sequence[Part], style: str) -> list[Part]:
    """Return parts in another style."""
    return [Part(part.text, style) for part in parts]
