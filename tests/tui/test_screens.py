"""Key texts follow the language while the program runs, and a stale selection is no crash."""

from collections.abc import Iterator
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.geometry import Offset
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.widgets import DataTable, Input, OptionList, Select, Static

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.screens import PlannerModal, PlannerScreen
from salgsplan_tui.tui.textual_words import TEXTUAL_WORDS
from tests.tui.keys import press_fast, settle


class Plan(PlannerScreen[None]):
    """A screen with a key of its own and a field with Textual's."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "copy", "Copy selected text", tooltip="Select all")]

    def compose(self) -> ComposeResult:
        """Show a text to mark and a field."""
        yield Static("one\ntwo\nthree", id="text")
        yield Input()


class Dialog(PlannerModal[str]):
    """A dialog with a key of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "dismiss('ok')", "Submit")]


class Planner(App[None]):
    """An app that shows both."""

    said: str | None = None

    def on_mount(self) -> None:
        """Show the screen."""
        self.push_screen(Plan())


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    """Start each test in Norwegian, and leave it so."""
    set_language("nb")
    yield
    set_language("nb")


async def test_key_texts_are_said_in_the_language_of_the_moment() -> None:
    async with Planner().run_test() as pilot:
        screen = pilot.app.screen
        assert screen.active_bindings["f2"].binding.description == "Kopier merket tekst"
        assert screen.active_bindings["f2"].tooltip == "Merk alt"
        set_language("en")
        assert screen.active_bindings["f2"].binding.description == "Copy selected text"


async def test_textuals_own_keys_are_translated_too() -> None:
    async with Planner().run_test() as pilot:
        assert pilot.app.screen.active_bindings["left"].binding.description == "Flytt markøren til venstre"


async def test_a_dialog_translates_its_keys_and_returns_its_result() -> None:
    results: list[str | None] = []
    async with Planner().run_test() as pilot:
        pilot.app.push_screen(Dialog(), results.append)
        await settle(pilot)
        assert pilot.app.screen.active_bindings["f2"].binding.description == "Send inn"
        await press_fast(pilot, "f2")
    assert results == ["ok"]


async def test_copying_text_that_has_become_shorter_copies_nothing() -> None:
    async with Planner().run_test() as pilot:
        screen, text = pilot.app.screen, pilot.app.screen.query_one("#text", Static)
        screen.selections = {text: Selection(Offset(0, 2), None)}
        assert screen.get_selected_text() == "three"
        text.update("one\ntwo")
        assert screen.get_selected_text() is None
        assert screen.selections == {}


@pytest.mark.parametrize("owner", [App, Screen, ScrollView, Input, OptionList, DataTable, Select, CommandPalette])
def test_every_word_of_textuals_keys_is_named_for_translation(owner: type) -> None:
    own = {text for _, key in owner._merged_bindings for text in (key.description, key.tooltip)}  # type: ignore[attr-defined]  # noqa: SLF001 - a class does not tell its keys otherwise
    assert own - {""} <= TEXTUAL_WORDS
