"""All that is kept about one person, to be read to them or saved for them (GDPR article 15)."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.scrolled import ScrolledDialog
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.plain_text import drawn
from salgsplan_tui.tui.widgets.hint_bar import HintBar

Page = Callable[[int], Sequence[Line]]
"""Lays the page out for so many cells."""


class InsightDialog(ScrolledDialog[Literal["save"] | None]):
    """Shows the page; the answer is whether to save it."""

    DEFAULT_CSS = """
    InsightDialog { align: center middle; }
    InsightDialog Box { width: 100%; max-width: 110; height: 100%; }
    InsightDialog VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    InsightDialog Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "dismiss('save')", N_("save to a file"), id="insight.save"),
        Binding("down,j", "scroll(1)", N_("Down"), show=False, priority=True, id="insight.down"),
        Binding("up,k", "scroll(-1)", N_("Up"), show=False, priority=True, id="insight.up"),
        Binding("escape,enter,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, page: Page) -> None:
        """Take the title, and what lays the page out."""
        super().__init__()
        self._title, self._page = title, page

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Box().entitle(self._title):
            with VerticalScroll():
                yield Static(id="page")
            yield HintBar()

    def fill(self) -> None:
        """Lay the text out."""
        cells = self.cells
        texts = (_text(line, cells) for line in self._page(cells))
        self.query_one("#page", Static).update(Content("\n").join(texts))


def _text(line: Line, cells: int) -> Content:
    is_heading = bool(line.left) and line.left[0].style == "heading"
    return Content.styled(drawn(line, cells, has_colours=False), "bold $primary" if is_heading else "")
