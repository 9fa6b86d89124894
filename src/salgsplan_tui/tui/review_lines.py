"""The lines that the pages of all reviews are made of: headings, quiet lines, a figure with its name."""

from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded

FIRST: Final = 30
"""The cells of a name."""
COLUMN: Final = 12
"""The cells of a figure."""


class Shown(NamedTuple):
    """How a page is shown."""

    cells: int
    """The room from left to right."""
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""


def heading(text: str) -> Line:
    """Return the line above a part of a page."""
    return Line((Part(text, "heading"),))


def muted(text: str) -> Line:
    """Return a quiet line."""
    return Line((Part(text, "muted"),))


def figure_line(name: str, value: str, style: str = "text") -> Line:
    """Return a figure with its name."""
    return Line((Part(padded(f" {name}", FIRST), style), Part(flush_right(value, COLUMN), style)))


def columns(name: str, one: str, other: str, style: str) -> Line:
    """Return two figures with their name."""
    cells = flush_right(one, COLUMN) + flush_right(other, COLUMN + 4)
    return Line((Part(padded(f" {name}", FIRST), style), Part(cells, style)))


def row_line(plan: Plan, row: Activity, *, hide: bool) -> Line:
    """Return an activity: when, its channel's sign, its title, how often it was moved."""
    left = f"{labels.place(row)} {labels.sign(plan, row)} {labels.title(plan, row, hide=hide)}"
    return Line((Part(left),), (Part(labels.moved(row), "muted"),), Target("activity", row.id))
