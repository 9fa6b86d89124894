"""The helpers of the screen tests: keys in order, and nothing left undone when they return."""

import asyncio
import time
from typing import ClassVar

import pytest
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tests.tui.keys import press_fast, settle


class Ask(ModalScreen[object]):
    """A dialog with one field."""

    def compose(self) -> ComposeResult:
        """Show the field."""
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value)


class Asker(App[None]):
    """An app that asks twice, then reads in a thread, and says what it heard."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "ask", "Ask")]

    def compose(self) -> ComposeResult:
        """Show a field and a line."""
        yield Input(id="first")
        yield Input(id="second")
        yield Label("", id="heard")

    @work
    async def action_ask(self) -> None:
        """Ask twice."""
        first = await self.push_screen_wait(Ask())
        self._read(f"{first} {await self.push_screen_wait(Ask())}")

    @work(thread=True)
    def _read(self, heard: str) -> None:
        time.sleep(0.05)
        self.call_from_thread(self.query_one("#heard", Label).update, heard)


async def test_each_key_is_done_before_the_next() -> None:
    async with Asker().run_test() as pilot:
        await press_fast(pilot, *"a b", "tab", *"Øst?")
        assert pilot.app.query_one("#first", Input).value == "a b"
        assert pilot.app.query_one("#second", Input).value == "Øst?"


async def test_dialogs_of_a_worker_and_its_thread_are_waited_for() -> None:
    async with Asker().run_test() as pilot:
        await press_fast(pilot, "ctrl+n", *"Kari", "enter", *"Per", "enter")
        assert str(pilot.app.query_one("#heard", Label).content) == "Kari Per"


async def test_what_is_settled_is_painted() -> None:
    async with Asker().run_test() as pilot:
        pilot.app.query_one("#heard", Label).update("news")
        await settle(pilot)
        assert pilot.app.query_one("#heard", Label).size.width == len("news")


async def test_a_key_costs_a_few_milliseconds() -> None:
    async with Asker().run_test() as pilot:
        begun = time.process_time()
        await press_fast(pilot, *"twenty letters typed")
        assert time.process_time() - begun < 20 * 0.05


async def test_an_app_that_ends_is_settled() -> None:
    async with Asker().run_test() as pilot:
        pilot.app.exit()
        async with asyncio.timeout(2):
            await settle(pilot)


async def test_a_loop_that_never_rests_is_told() -> None:
    async def spin() -> None:
        while True:  # noqa: ASYNC110 - a loop that never rests is the case
            await asyncio.sleep(0)

    async with Asker().run_test() as pilot:
        spinning = asyncio.create_task(spin())
        with pytest.raises(pytest.fail.Exception, match="still at work"):
            await settle(pilot, patience=0.1)
        spinning.cancel()
