"""The bar of views at the top: their keys and names, the one that is shown marked; a click goes there."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from salgsplan_tui.language import _
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.views.table import VIEWS, ViewEntry
from salgsplan_tui.tui.widgets.drawn_lines import Lines, StillLines

_WIDE = 100
_HERE = "›"  # a sign beside the colour


class ViewBar(StillLines):
    """One line that names the views."""

    @dataclass
    class Picked(Message):
        """A view's name was clicked."""

        code: str

    def __init__(self, like: Lines) -> None:
        """Take the lines to look like."""
        super().__init__(like, id="views")
        self._code = ""
        self._mode = ""

    def name_views(self, code: str, mode: str) -> None:
        """Show which view is open, and the mode the screens are in."""
        self._code, self._mode = code, mode
        self._draw()

    def on_resize(self) -> None:
        """Use short names where there is little room."""
        self._draw()

    def _draw(self) -> None:
        heading = (Part(" Salgsplan ", "heading"),) if self.size.width >= _WIDE else ()
        mode = (Part(f"{self._mode} ", "now"),) if self._mode else ()
        self.show((Line((*heading, *self._names(VIEWS)), mode),))

    def _names(self, views: Sequence[ViewEntry]) -> tuple[Part, ...]:
        return tuple(Part(self._text(view), "figure" if view.code == self._code else "muted") for view in views)

    def _text(self, view: ViewEntry) -> str:
        name = _(view.name) if self.size.width >= _WIDE else _(view.short)
        here = _HERE if view.code == self._code else " "
        return f" {here}{view.key} {name}"

    def on_click(self, event: events.Click) -> None:
        """Go to the view whose name was clicked."""
        place = event.x
        for part in self.lines[0].left:
            place -= cell_len(part.text)
            if place < 0:
                picked = next((view.code for view in VIEWS if part.text == self._text(view)), None)
                if picked is not None:
                    self.post_message(self.Picked(picked))
                return
