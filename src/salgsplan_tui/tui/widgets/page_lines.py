"""The lines of a page that fills its box to the edge: where they are scrolled, no figure ends under the bar."""

from collections.abc import Callable, Sequence

from textual.strip import Strip

from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.widgets.line_list import LineList


class PageLines(LineList):
    """Lines whose right ends at the last column; the bar, where there is one, takes that column for itself."""

    def lay_out(self, lines_for: Callable[[int], Sequence[Line]]) -> None:
        """Show what is made for so many cells: those that there are, less the bar's where there are too many lines."""
        cells, most = self.size.width, self.styles.max_height
        height = self.size.height if most is None or not self.styles.auto_dimensions else int(most.value)
        lines = lines_for(cells)
        if len(lines) > height:
            lines = lines_for(cells - self.styles.scrollbar_size_vertical)
        self.show(lines)

    def watch_show_vertical_scrollbar(self) -> None:
        """Draw all anew: there is a column more or less."""
        self.refresh()

    def draw_line(self, number: int, width: int) -> Strip:
        """Draw a line in the columns that the bar leaves."""
        return (
            super().draw_line(number, width - self.scrollbar_size_vertical).adjust_cell_length(width, self.rich_style)
        )
