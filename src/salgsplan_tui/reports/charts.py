"""Charts as SVG: bars with names and figures, told in words too; nothing is fetched, nothing runs."""

from html import escape
from typing import Final

from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.reports.page import BarText, Picture

_WIDTH: Final = 480
_ROW: Final = 20
_BAR: Final = 11
_LETTER: Final = 6.9
"""About the width of a letter."""
_GAP: Final = 12
_LONGEST: Final = 32
"""Longer names are cut, so that there is room for the bars."""


def chart_svg(picture: Picture) -> str:
    """Return the chart; a mark is a line across its bar's row."""
    height = _ROW * len(picture.bars) + 4
    most = max(max(bar.value, bar.mark or 0) for bar in picture.bars) or 1
    told = "; ".join(f"{bar.label}: {bar.text}" for bar in picture.bars)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
    parts = [f'{head} aria-label="{_text(f"{picture.title}. {told}")}" font-size="13" font-family="inherit">']
    label = min(_LONGEST, max(len(bar.label) for bar in picture.bars)) * _LETTER + _GAP
    room = _WIDTH - label - max(len(bar.text) for bar in picture.bars) * _LETTER - _GAP
    for number, bar in enumerate(picture.bars):
        parts += _bar(bar, 2 + number * _ROW, (label, room, most))
    return "".join([*parts, "</svg>"])


def _bar(bar: BarText, top: int, sizes: tuple[float, float, float]) -> list[str]:
    """Yield a row: its name, from where its bar has room, how much room, and for how much that is."""
    left, room, most = sizes
    long = max(0.0, bar.value) / most * room
    middle = top + _ROW / 2
    label = clip(safe_line(bar.label), _LONGEST)
    parts = [
        f'<text x="0" y="{middle + 4.5:.1f}">{_text(label)}</text>',
        f'<rect x="{left:.1f}" y="{middle - _BAR / 2:.1f}" width="{room:.1f}" height="{_BAR}" fill="#ece9df"/>',
        f'<rect x="{left:.1f}" y="{middle - _BAR / 2:.1f}" width="{long:.1f}" height="{_BAR}" fill="#2d6a8a"/>',
    ]
    if bar.mark is not None:
        at = left + bar.mark / most * room
        parts.append(f'<rect x="{at - 1:.1f}" y="{top + 1}" width="2" height="{_ROW - 2}" fill="#a04a00"/>')
    return [*parts, f'<text x="{_WIDTH}" y="{middle + 4.5:.1f}" text-anchor="end">{_text(bar.text)}</text>']


def _text(text: str) -> str:
    return escape(safe_line(text))
