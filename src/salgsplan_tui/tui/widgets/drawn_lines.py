"""Lines of text drawn by one widget each, and the ones that are only looked at."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from salgsplan_tui.language.safe import clip
from salgsplan_tui.tui.lines import Line, LinesAsSeen, Part
from salgsplan_tui.tui.widgets.drawn import Drawn


class Lines(Drawn):
    """Lines, drawn one by one, as the screen asks for them."""

    DEFAULT_CSS = """
    Lines { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty; `show` fills it."""
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines; those that are shown already are not painted anew."""
        shown = lines if isinstance(lines, LinesAsSeen) else tuple(lines)
        if shown == self.lines:
            return
        self.lines = shown
        self._be_long(len(shown))
        self.refresh()

    def _be_long(self, lines: int) -> None:
        """Scroll over so many lines; the screen is laid out anew only where that makes a difference to others."""
        size = Size(0, lines)  # no width: they are as wide as there is room for
        has_bar = lines > self.size.height
        if not self.size or self.styles.auto_dimensions or has_bar != self.show_vertical_scrollbar:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if has_bar:
            self.vertical_scrollbar.window_virtual_size = lines
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line, or an empty one below the last."""
        if number >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        return draw(self.lines[number], width, self.styles_of(number))

    def styles_of(self, number: int) -> Callable[[str], Style]:
        """Return how the names of styles are drawn in this line."""
        del number
        return self.style_of


class StillLines(Lines, can_focus=False):
    """Lines without a cursor, in the styles of others nearby.

    Each component class of each widget costs a pass over the style sheet before the first paint, so only one of them
    has any.
    """

    def __init__(self, like: Lines, *, id: str | None = None) -> None:
        """Take the lines to look like."""
        super().__init__(id=id)
        self._like = like

    def part_style(self, name: str) -> Style:
        """Return the style that the lines nearby give such a part, on the ground of these."""
        return self._like.part_style(name) + Style(bgcolor=self.rich_style.bgcolor)


def draw(line: Line, width: int, style: Callable[[str], Style]) -> Strip:
    """Return a line as it looks at this width: the left cut where it would meet the right."""
    right = sum(cell_len(part.text) for part in line.right)
    room = max(0, width - right - (1 if line.right else 0))
    segments, used = [], 0
    for part in line.left:
        text = clip(part.text, room - used)
        if text:
            segments.append(Segment(text, style(part.style)))
            used += cell_len(text)
    if line.rule:
        filler = Part("─" * max(0, width - right - used), line.left[0].style if line.left else "heading")
    else:
        filler = Part(" " * max(0, width - right - used))
    if filler.text:
        segments.append(Segment(filler.text, style(filler.style)))
    segments += [Segment(part.text, style(part.style)) for part in line.right if part.text]
    return Strip(segments).adjust_cell_length(width, style("text"))
