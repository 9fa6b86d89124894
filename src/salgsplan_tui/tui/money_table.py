"""Tables of money: a name and figures in columns that are as wide as what stands in them (chapter 7.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.channel_economics import ChannelResult
from salgsplan_tui.language import ngettext
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded

_GAP: Final = 2
_LEAST_NAME: Final = 10
_MOST_NAME: Final = 34
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    name: str
    figures: tuple[str, ...]
    target: Target | None = None
    style: str = "text"
    tail: tuple[Part, ...] = ()
    """What stands after the figures: a bar, a warning."""


def table(
    heads: Sequence[str], rows: Sequence[Row], cells: int, tail: int = 0, most: int = _MOST_NAME
) -> Iterator[Line]:
    """Yield heads and rows; figures to the right, names as far as there is room beside a tail of so many cells."""
    natural = [max(width(head), *(width(row.figures[at]) for row in rows), 0) for at, head in enumerate(heads)]
    names = min(most, max((width(safe_line(row.name)) for row in rows), default=0))
    fits = names + sum(natural) + _GAP * len(natural) + tail + 1 <= cells
    sizes = [each + (_GAP if fits else 1) for each in natural]
    first = max(_LEAST_NAME, min(names, cells - 1 - sum(sizes) - tail))
    yield Line((Part(f" {padded('', first)}{_figures(heads, sizes)}", "muted"),))
    for row in rows:
        text = f" {padded(safe_line(row.name), first)}{_figures(row.figures, sizes)}"
        yield Line((Part(text, row.style), *row.tail), target=row.target)


def _figures(texts: Sequence[str], sizes: Sequence[int]) -> str:
    return "".join(map(flush_right, texts, sizes))


def bar(value: Fraction | int | None, most: Fraction | int | None, cells: int) -> str:
    """Return a value as a bar, exact to an eighth of a cell; the longest has all the cells."""
    if not value or not most or value <= 0:
        return ""
    eighths = max(1, round(Fraction(value) / Fraction(most) * cells * 8))
    whole, rest = divmod(min(eighths, cells * 8), 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def heading(text: str, right: str = "", target: Target | None = None) -> Line:
    """Return the line above a part of a sheet; where it tells a figure of its own, that can be opened."""
    parts = (Part(f" {right} ", "muted"),) if right else ()
    return Line((Part(f"── {text} ", "heading"),), parts, target, rule=True)


def standing_for(lines: Iterable[Line], code: str) -> Iterator[Line]:
    """Let the lines of a picture stand together for a figure, so that the cursor comes to them."""
    return (Line(line.left, line.right, Target("figure", code), line.rule) for line in lines)


def hint(text: str) -> Line:
    """Return a quiet line."""
    return Line((Part(f" {text}", "muted"),))


def without_cost(sold: ChannelResult) -> Iterator[str]:
    """Yield how many orders have no variable cost, so that no margin is known of them."""
    count = sold.orders - sold.costed_orders
    if count:
        yield ngettext("{count} without variable cost", "{count} without variable cost", count).format(count=count)


def fact(name: str, value: str, remark: str = "", target: Target | None = None) -> Line:
    """Return one figure with its name, and what there is to say of it."""
    right = (Part(f"{remark}  " if remark else "", "muted"), Part(f"{value} ", "figure"))
    return Line((Part(f" {name} "),), right, target=target)
