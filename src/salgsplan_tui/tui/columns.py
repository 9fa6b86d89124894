"""Texts in columns: cut or filled up to so many cells, figures to the right."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from salgsplan_tui.language.safe import clip, width

GAP: Final = " "
"""What stands between two columns."""


class Cell(NamedTuple):
    """How one column is laid out."""

    cells: int
    is_right: bool = True


@lru_cache(maxsize=1 << 15)  # a list of two thousand rows is drawn anew with each mark
def fitted(text: str, cells: int, *, is_right: bool = False) -> str:
    """Return a text as exactly so many cells."""
    cut = clip(text, cells)
    filler = " " * (cells - width(cut))
    return filler + cut if is_right else cut + filler


def in_columns(texts: Sequence[str], layout: Sequence[Cell]) -> str:
    """Return one row of texts, each in its column."""
    return GAP.join(fitted(text, each.cells, is_right=each.is_right) for text, each in zip(texts, layout, strict=True))
