"""Pictures of a goal in characters: a bar with the pace in it, and how much is left week by week against the pace."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from salgsplan_tui.domain.goal_curve import CurvePoint
from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import short_day
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right

_LEVELS: Final = " ▁▂▃▄▅▆▇█"
_EIGHTHS: Final = 8
_PACE: Final = "┃"
_FULL, _EMPTY = "█", "░"
_MARK, _MARK_ON_BAR = "─", "┼"
FigureText = Callable[[Fraction], str]
"""Writes a figure of the goal."""


def pace_bar(figures: GoalFigures, cells: int) -> str:
    """Return how far a goal has come as a bar, with a mark where it should be now."""
    filled = _place(figures.attainment, cells)
    bar = [*(_FULL * filled), *(_EMPTY * (cells - filled))]
    if figures.grows and figures.elapsed is not None and 0 < figures.elapsed < 1:
        bar[min(cells - 1, _place(figures.elapsed, cells))] = _PACE
    return "".join(bar)


def _place(share: Fraction | None, cells: int) -> int:
    return 0 if share is None else min(cells, max(0, round(share * cells)))


def spark(points: Sequence[CurvePoint]) -> str:
    """Return what each week gave as a row of small bars; nothing where nothing has come yet."""
    known = [Fraction(0), *(point.actual for point in points if point.actual is not None)]
    gains = [max(Fraction(0), after - before) for before, after in pairwise(known)]
    most = max(gains, default=Fraction(0))
    if not most:
        return ""
    return "".join(_LEVELS[max(1, round(gain / most * _EIGHTHS)) if gain else 0] for gain in gains)


def burn_down(
    points: Sequence[CurvePoint], target: Fraction, figure: FigureText, cells: int, rows: int
) -> Iterator[Line]:
    """Yield how much of a goal is left at the end of each week, and as a line how much should be.

    `rows` is how many lines the picture takes beside the line of dates.
    """
    if not points or not target:
        return
    labels = [figure(target), *[""] * (rows - 2), figure(Fraction(0))]
    left = max(map(width, labels)) + 2
    each = max(1, min(4, (cells - left) // len(points)))
    shown = points[-((cells - left) // each) :] if each * len(points) > cells - left else points
    columns = [_column(point, target, rows) for point in shown]
    for row in range(rows):
        text = "".join(column[row] * (each - (each > 1)) + " " * (each > 1) for column in columns)
        yield Line(
            (
                Part(flush_right(labels[row], left - 1), "muted"),
                Part("┤" if labels[row] else "│", "muted"),
                Part(text, "sign"),
            )
        )
    first, last = short_day(shown[0].last), short_day(shown[-1].last)
    gap = each * len(shown) - width(first) - width(last)
    yield Line((Part(" " * left + first + " " * max(1, gap) + last, "muted"),))
    legend = (f"{_FULL} " + _("left"), f"{_MARK} " + _("the pace"))
    yield Line((Part(" " * left + "   ".join(legend), "muted"),))


def _column(point: CurvePoint, target: Fraction, rows: int) -> str:
    """Return one week from top to bottom."""
    pace = _height(target - point.pace, target, rows)
    rest = None if point.actual is None else _height(target - point.actual, target, rows)
    cells = []
    for level in range(rows, 0, -1):
        is_bar = rest is not None and level <= rest
        is_pace = level == max(1, pace)
        cells.append((_MARK_ON_BAR if is_bar else _MARK) if is_pace else _FULL if is_bar else " ")
    return "".join(cells)


def _height(left: Fraction, target: Fraction, rows: int) -> int:
    return round(max(Fraction(0), min(Fraction(1), left / target)) * rows)
