"""A figure as it is counted: its terms under one another, each with its sign and its number, and what they come to."""

from collections.abc import Iterator
from typing import NamedTuple

from salgsplan_tui.language import _
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_table import heading

FIRST, PLUS, LESS, TIMES, OVER, COMES_TO = " ", "+", "−", "×", "÷", "="
"""The signs that stand before a term."""


class Term(NamedTuple):
    """One term: its sign, its name and its number; it may open what it was counted from itself."""

    sign: str
    name: str
    value: str
    target: Target | None = None


def term_lines(*terms: Term, title: str = "") -> Iterator[Line]:
    """Yield the terms under a heading; the result stands out."""
    yield heading(title or _("how it is counted"))
    for each in terms:
        style = "figure" if each.sign == COMES_TO else "text"
        left = (Part(f" {each.sign} ", "sign"), Part(each.name, style))
        yield Line(left, (Part(f"{each.value} ", style),), target=each.target)
