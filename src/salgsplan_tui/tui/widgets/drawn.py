"""What drawn widgets share: they look the same with the focus and without, and remember what was drawn."""

from typing import Self

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Drawn(ScrollView):
    """A widget that draws its lines itself, in the styles that `part_style` gives their parts."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        """Start with nothing drawn, and without styles: they are asked for when something is."""
        super().__init__(id=id)
        self.room = Size(0, 0)
        """The cells that it is drawn for: those that it has, or will have when it is shown."""
        self._styles: dict[str, Style] = {}
        self._drawn: dict[tuple[int, Offset], Strip] = {}
        """The lines of the screen as they were drawn, by how far was scrolled."""

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001  # Textual calls it so
        """Keep the styles: none of them tells of the focus, and to look them up anew costs as much as a paint."""

    def on_focus(self, event: events.Focus) -> None:
        """Take the keys without being painted anew, as Textual's own widgets are."""
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Give the keys back in the same way."""
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def draw_ahead(self, room: Size) -> None:
        """Do out of sight what would have to be done before it is seen in this room."""
        self.room = room
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.display = True  # which makes it
        for line in range(room.height):
            self.render_line(line)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew, all or what lies in some places."""
        if not regions:
            self._drawn.clear()
        for line in {line for region in regions for line in region.line_range}:
            for key in [key for key in self._drawn if key[0] == line]:
                del self._drawn[key]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen, unless it was drawn before."""
        place, width = (y, self.scroll_offset), self.size.width or self.room.width
        if place not in self._drawn or self._drawn[place].cell_length != width:
            self._drawn[place] = self.draw_line(y + self.scroll_offset.y, width)
        return self._drawn[place]

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line, counted from the top of all lines, in so many cells."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme, and how it looks in them."""
        super().notify_style_update()
        self._styles.clear()
        self._drawn.clear()

    def style_of(self, name: str) -> Style:
        """Return the style of a name; asked for each part of each line, so it is remembered."""
        if name not in self._styles:
            self._styles[name] = self.part_style(name)
        return self._styles[name]

    def part_style(self, name: str) -> Style:
        """Return the style of a part of this name."""
        raise NotImplementedError
