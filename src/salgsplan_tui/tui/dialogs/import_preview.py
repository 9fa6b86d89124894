"""What an import would take in, row by row, before anything of it is saved."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Line, LinesAsSeen, Part, Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.page_lines import PageLines

Answer = Literal["take", "columns", "fill"]
_FRAME = 7
"""The lines of the dialog that are not rows."""


class ImportPreview(PlannerModal[Answer | None]):
    """Shows the rows; the answer is whether to take them in, or to understand them in another way."""

    DEFAULT_CSS = """
    ImportPreview { align: center middle; }
    ImportPreview Box { width: 100%; max-width: 100; height: auto; max-height: 100%; }
    ImportPreview LineList { height: 1; }
    ImportPreview #sum { height: auto; margin-top: 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss('take')", N_("take in"), id="import.take"),
        Binding("c", "dismiss('columns')", N_("columns"), id="import.columns"),
        Binding("f", "dismiss('fill')", N_("fill in what is lacking, or not"), id="import.fill"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, name: str, lines: Sequence[str], total: str, *, can_take: bool, has_columns: bool) -> None:
        """Take the file's name, a line for each row, the sum of them, and what can be done."""
        super().__init__()
        self._name, self._total = name, total
        targets = [Target("contact", str(at)) for at in range(len(lines))]
        self._rows = LinesAsSeen(targets, lambda at: Line((Part(f" {lines[at]}"),), target=targets[at]))
        self._can_take, self._has_columns = can_take, has_columns

    def compose(self) -> ComposeResult:
        """Lay out the rows above their sum."""
        with Box().entitle(_("Import from {name}").format(name=self._name)):
            yield PageLines()
            yield Static(Content(self._total), id="sum")
            yield HintBar()

    def on_mount(self) -> None:
        """Give the keys to the rows, of which only those are drawn that are seen."""
        self.query_one(PageLines).focus()

    def on_resize(self) -> None:
        """Be as high as the rows, or as there is room for."""
        rows = self.query_one(PageLines)
        rows.styles.height = max(1, min(len(self._rows), self.app.size.height - _FRAME))
        self.call_after_refresh(rows.show, self._rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take in only where there is anything new, and columns only of a table."""
        can = {"take": self._can_take, "columns": self._has_columns}
        return can.get(str(parameters[0]), True) if action == "dismiss" and parameters else True
