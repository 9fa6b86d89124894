"""A dialog with more text than there is room for: it is laid out for the room there is, and scrolls."""

from textual.containers import VerticalScroll

from salgsplan_tui.tui.screens import PlannerModal, Result


class ScrolledDialog(PlannerModal[Result]):
    """A dialog around one `VerticalScroll`."""

    def on_mount(self) -> None:
        """Give the keys to the text, so that it scrolls."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Lay the text out for the room there is."""
        self.call_after_refresh(self.fill)

    @property
    def cells(self) -> int:
        """How wide the text may be."""
        return self.query_one(VerticalScroll).scrollable_content_region.width

    def fill(self) -> None:
        """Lay the text out."""
        raise NotImplementedError

    def action_scroll(self, lines: int) -> None:
        """Scroll the text."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
