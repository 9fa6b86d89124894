"""Lines of parts as plain text, for paper, pipes and files: fitted to the width, coloured only where that is asked."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from salgsplan_tui.language.safe import clip, width
from salgsplan_tui.tui.lines import Line, Part

_BETWEEN: Final = 2
_INDENT: Final = "  "

Fit = Callable[[str], str]
"""Makes a text one that the terminal's encoding can show."""

_COLOURS: Final = {
    "heading": "1",
    "figure": "1",
    "sign": "36",
    "muted": "2",
    "free": "2",
    "done": "2",
    "now": "33",
    "warning": "33",
    "overdue": "1;31",
}
"""The terminal's own colours; what they tell is also told by a sign or a word."""


def texts_of(lines: Iterable[Line], room: int, *, has_colours: bool = False, fit: Fit = str) -> Iterator[str]:
    """Yield the lines as text, no wider than the widest needs; a heading without room for both sides takes two."""
    page = list(lines)
    cells = min(room, max(map(_natural, page), default=0))
    for line in page:
        is_heading = bool(line.right) and line.left[:1] and line.left[0].style == "heading"
        for each in _in_two(line) if is_heading and _natural(line) > cells else (line,):
            yield drawn(each, cells, has_colours=has_colours, fit=fit)


def _natural(line: Line) -> int:
    left, right = (sum(width(part.text) for part in side) for side in (line.left, line.right))
    return left + right + (_BETWEEN if right else 0)


def _in_two(line: Line) -> tuple[Line, Line]:
    return Line(line.left), Line((Part(_INDENT), *line.right))


def drawn(line: Line, cells: int, *, has_colours: bool, fit: Fit = str) -> str:
    """Return a line of at most so many cells: the right side is held to the edge, the left side gives way."""
    right = _clipped(line.right, cells, fit)
    taken = sum(width(part.text) for part in right)
    left = _clipped(line.left, cells - taken - bool(taken), fit)
    gap = cells - taken - sum(width(part.text) for part in left) if taken else 0
    parts = [*left, Part(" " * gap), *right]
    return "".join(_painted(part, has_colours=has_colours) for part in parts).rstrip()


def padded(text: str, cells: int) -> str:
    """Return a text as exactly so many cells."""
    short = clip(text, cells)
    return short + " " * (cells - width(short))


def flush_right(text: str, cells: int) -> str:
    """Return a text that ends at so many cells."""
    return " " * (cells - width(text)) + text


def _clipped(parts: Iterable[Part], cells: int, fit: Fit) -> list[Part]:
    """Return the parts as far as there is room; one that is cut shows it, and nothing comes after it."""
    kept: list[Part] = []
    for part in parts:
        text = fit(part.text)
        kept.append(Part(fit(clip(text, cells)), part.style))
        if width(text) > cells:
            break
        cells -= width(text)
    return kept


def _painted(part: Part, *, has_colours: bool) -> str:
    colour = _COLOURS.get(part.style) if has_colours and part.text.strip() else None
    return part.text if colour is None else f"\x1b[{colour}m{part.text}\x1b[0m"
