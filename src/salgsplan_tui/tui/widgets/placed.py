"""A layout that is told where each part lies, for those who know it and need not have it worked out."""

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class Placed(Layout):
    """Puts each part where it is said to lie."""

    name = "placed"

    def __init__(self, where: Callable[[Size], Mapping[str, Region]]) -> None:
        """Take who says where the parts lie in so much room, by their ids."""
        self._where = where

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002  # Textual's own
        """Return where the parts lie."""
        del parent, greedy
        where = self._where(size)
        return [WidgetPlacement(where[part.id or ""], NULL_OFFSET, NULL_SPACING, part) for part in children]
