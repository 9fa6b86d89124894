"""A tiny app that pushes one dialog and keeps what it answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from salgsplan_tui.language import Language, set_language
from salgsplan_tui.tui.themes import own_themes
from tests.tui.keys import AnyPilot, press_fast, settle

Answer = TypeVar("Answer")


class Host(App[None], Generic[Answer]):
    """Stands in for the planner under a dialog."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: ModalScreen[Answer]) -> None:
        """Take the dialog to push."""
        super().__init__()
        self._dialog = dialog
        self.answers: list[Answer | None] = []

    def compose(self) -> ComposeResult:
        """Fill the screen, to see what the dialog covers."""
        yield Static("\n".join(f"{hour:02}:00 ┆" for hour in range(8, 40)))

    def on_mount(self) -> None:
        """Open the dialog."""
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = "salgsplan-dark"
        self.push_screen(self._dialog, self.answers.append)


@asynccontextmanager
async def opened(
    dialog: ModalScreen[Answer], *, language: Language = "nb", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Host[Answer], AnyPilot]]:
    """Open a dialog in a language at a size, painted and at rest."""
    set_language(language)
    app = Host(dialog)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot
    set_language("nb")


async def answer_to(dialog: ModalScreen[Answer], *keys: str, language: Language = "nb") -> Answer | None:
    """Open a dialog, press keys, and return its answer; the test fails where it is still open."""
    async with opened(dialog, language=language) as (app, pilot):
        await press_fast(pilot, *keys)
        assert app.answers, "the dialog is still open"
        return app.answers[0]
