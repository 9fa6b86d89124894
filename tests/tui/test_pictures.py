"""A picture shows words and styles as text, the same each time."""

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tests.tui.keys import settle
from tests.tui.pictures import picture


class Painted(App[None]):
    """An app with a wide sign and a coloured word."""

    CSS = """
    Screen { background: #000000; color: #ffffff; }
    Dialog { background: #000000 50%; align-vertical: bottom; }
    #word { color: #ff0000; width: 6; }
    """

    def compose(self) -> ComposeResult:
        """Show the sign and the word."""
        yield Static("⏰ kl 9")
        yield Static("rødt", id="word")


async def test_a_picture_has_words_styles_and_what_the_styles_are() -> None:
    async with Painted().run_test(size=(10, 3)) as pilot:
        await settle(pilot)
        assert picture(pilot.app).splitlines() == [
            "⏰ kl 9",
            "rødt",
            "",
            "",
            "aaaaaaa...",
            "bbbb......",
            "..........",
            "",
            ". on #000000",
            "a #ffffff on #000000",
            "b #ff0000 on #000000",
        ]


class Dialog(ModalScreen[None]):
    """A dialog with a field, whose cursor blinks."""

    def compose(self) -> ComposeResult:
        """Show the field."""
        yield Input(compact=True)


async def test_a_picture_shows_what_lies_under_a_dialog_and_a_cursor_that_stands_still() -> None:
    async with Painted().run_test(size=(10, 3)) as pilot:
        await pilot.app.push_screen(Dialog())
        await settle(pilot)
        first = picture(pilot.app)
        pilot.app.screen.query_one(Input)._cursor_visible = False  # noqa: SLF001 - as the blinking does
        await settle(pilot)
        assert "rødt" in first
        assert picture(pilot.app) == first
