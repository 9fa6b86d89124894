"""Containers whose parts cover all of them: nothing is painted for their own sake.

Their ground is one line, as often as is asked for; Textual would draw each line of it at each switch of the views, for
the parts to be painted over it.
"""

from typing import Self

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Above(Vertical):
    """Parts above each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the ground."""
        return _ground(self, crop)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Lay out the parts, which are painted where they change."""
        del repaint
        return super().refresh(*regions, repaint=False, layout=layout, recompose=recompose)


class Beside(Horizontal):
    """Parts beside each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the ground."""
        return _ground(self, crop)


def _ground(container: Widget, crop: Region) -> list[Strip]:
    return [Strip.blank(crop.width, container.visual_style.rich_style)] * crop.height
