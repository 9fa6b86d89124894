"""What a scenario would change: kept, changed once more, or thrown away."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.page_lines import PageLines


class WhatIfDialog(PlannerModal[Literal["keep", "change"] | None]):
    """Shows the difference; the answer is what to do with it."""

    DEFAULT_CSS = """
    WhatIfDialog { align: center middle; }
    WhatIfDialog Box { width: 100%; max-width: 90; height: 100%; max-height: 26; }
    WhatIfDialog LineList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "dismiss('keep')", N_("keep it"), priority=True, id="what_if.keep"),
        Binding("e", "dismiss('change')", N_("change it"), id="what_if.change"),
        Binding("escape,q", "dismiss(None)", N_("throw it away"), id="dialog.leave"),
    ]

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the table."""
        super().__init__()
        self._table = tuple(lines)
        self._lines = PageLines()

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with Box().entitle(_("What if? Nothing is changed yet")):
            yield self._lines
            yield HintBar()

    def on_mount(self) -> None:
        """Show the table, and take the keys."""
        self._lines.show(self._table)
        self._lines.focus()
