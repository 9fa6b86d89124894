"""What an import would take in, row by row, before anything of it is saved."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class ImportPreview(PlannerModal[Literal["take"] | None]):
    """Shows the rows; the answer is whether to take them in."""

    DEFAULT_CSS = """
    ImportPreview { align: center middle; }
    ImportPreview Box { width: 100%; max-width: 100; height: auto; max-height: 100%; }
    ImportPreview VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    ImportPreview Static { height: auto; }
    ImportPreview #sum { margin-top: 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss('take')", N_("take in"), id="import.take"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, name: str, lines: Sequence[str], total: str, *, can_take: bool) -> None:
        """Take the file's name, a line for each row, and the sum of them."""
        super().__init__()
        self._name, self._lines, self._total, self._can_take = name, tuple(lines), total, can_take

    def compose(self) -> ComposeResult:
        """Lay out the rows above their sum."""
        with Box().entitle(_("Import from {name}").format(name=self._name)):
            with VerticalScroll():
                yield Static(Content("\n".join(self._lines)))
            yield Static(Content(self._total), id="sum")
            yield HintBar()

    def on_mount(self) -> None:
        """Give the keys to the rows, so that they scroll."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take in only where there is anything new."""
        return self._can_take if action == "dismiss" and parameters == ("take",) else True
