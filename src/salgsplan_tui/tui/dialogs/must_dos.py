"""The week's three most important things: three lines (chapter 6.3)."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.lines_to_write import LinesToWrite
from salgsplan_tui.tui.widgets.hint_bar import HintBar

_LINES: Final = 3


class MustDosDialog(LinesToWrite):
    """Asks for the three must-dos; Enter goes on from line to line, and after the last is done."""

    CSS_PATH = "must_dos.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), id="must_dos.save"),
        Binding("up", "go(-1)", N_("Up"), show=False, priority=True, id="must_dos.up"),
        Binding("down", "go(1)", N_("Down"), show=False, priority=True, id="must_dos.down"),
        Binding("tab", "app.focus_next", N_("next field"), id="must_dos.next"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, week: str, must_dos: tuple[str, ...]) -> None:
        """Take the week's name and what is set now."""
        super().__init__()
        self._week = week
        self._set = must_dos

    def compose(self) -> ComposeResult:
        """Lay out the lines; a fourth and more that a file may hold are kept in view."""
        with Box().entitle(_("The three must-dos of {week}").format(week=self._week)):
            for number in range(max(_LINES, len(self._set))):
                with Horizontal():
                    yield Static(f"{number + 1}")
                    text = self._set[number] if number < len(self._set) else ""
                    yield Input(text, select_on_focus=False, compact=True)
            yield HintBar()

    def action_save(self) -> None:
        """Take what is written; empty lines are none."""
        self.dismiss(tuple(text for text in self.texts if text))

    def action_leave(self) -> None:
        """Leave them as they are."""
        self.dismiss(None)
