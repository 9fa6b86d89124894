"""Where the parts of the week lie: its head, the hours, the rows below, the panel beside or instead, its status."""

from collections.abc import Mapping
from typing import Final

from textual.geometry import Region, Size

_PANEL: Final = 38
"""The cells of the panel beside."""
_MOST_BELOW: Final = 30
"""How many percent of the lines go to the rows below at most."""


def week_places(room: Size, *, rows: int, has_panel: bool, has_status: bool, is_panel: bool) -> Mapping[str, Region]:
    """Return the places in so much room by the parts' ids; the panel takes that of hours and rows where it is shown.

    Args:
        room: the cells of the view.
        rows: how many lines there are to show below the hours.
        has_panel: the panel stands beside.
        has_status: there is a line for the status.
        is_panel: the panel stands in place of the rest.
    """
    lines = room.height - 1 - has_status
    below = min(rows, lines * _MOST_BELOW // 100)
    wide = room.width - (_PANEL if has_panel else 0)
    return {
        "week-head": Region(0, 0, room.width, 1),
        "week-grid": Region(0, 1, wide, lines - below),
        "week-below": Region(0, 1 + lines - below, wide, below),
        "week-panel": Region(0, 1, room.width, lines) if is_panel else Region(wide, 1, room.width - wide, lines),
        "week-status": Region(0, 1 + lines, room.width, 1),
    }
