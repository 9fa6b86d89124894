"""What drawn widgets share: they look the same with the focus and without, and remember how styles look."""

from rich.style import Style
from textual import events
from textual.scroll_view import ScrollView


class Drawn(ScrollView):
    """A widget that draws its lines itself, in the styles that `part_style` gives their parts."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        """Start without styles; they are asked for when something is drawn."""
        super().__init__(id=id)
        self._styles: dict[str, Style] = {}

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

    def draw_ahead(self) -> None:
        """Do while nobody waits what would have to be done before it is seen: have a scroll bar where one is needed."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.display = True

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles.clear()

    def style_of(self, name: str) -> Style:
        """Return the style of a name; asked for each part of each line, so it is remembered."""
        if name not in self._styles:
            self._styles[name] = self.part_style(name)
        return self._styles[name]

    def part_style(self, name: str) -> Style:
        """Return the style of a part of this name."""
        raise NotImplementedError
