"""What is behind a figure: its name, its lines at a width, and what can be edited from them (interaction.md 1.4)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from salgsplan_tui.tui.lines import Line, Target

DrawLines = Callable[[int], Iterable[Line]]
"""Returns the lines at a width."""


class Behind(NamedTuple):
    """What a figure opens."""

    title: str
    draw: DrawLines
    about: Target | None = None
    """What `e` edits from there: a goal, a part of a plan, a plan."""
