"""What is behind a figure of money: its name, and its rows on a page of some width."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_page import MoneyPage

Draw = Callable[[MoneyPage], Iterator[Line]]


class MoneyBehind(NamedTuple):
    """The title over the rows of a figure, and how they are drawn on a page of some width."""

    title: str
    draw: Draw
    about: Target | None = None
    """What `e` edits from there."""
