"""A small app that the driver is tried on in a real terminal: F1 to F6 do what dialogs, workers and editors do."""

import asyncio
import signal
import subprocess
import sys
import time
from typing import ClassVar

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from salgsplan_tui.tui.driver import leave, terminal_driver

if "nohup" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


class Ask(ModalScreen[str | None]):
    """A dialog with one field."""

    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """Show the field."""
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value)


class Slow(Static):
    """A widget that can be kept at work for a minute."""

    class Work(Message):
        """It is asked to."""

    async def on_slow_work(self) -> None:
        """Work."""
        await asyncio.sleep(60)


class Probe(App[None]):
    """Two fields, and a line that shows what arrived where."""

    AUTO_FOCUS = "#first"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "ask", "One dialog"),
        Binding("f2", "ask_twice", "One dialog after another"),
        Binding("f3", "work", "A widget at work"),
        Binding("f4", "edit", "Another program in the terminal"),
        Binding("f5", "block", "A loop that is blocked"),
        Binding("f6", "focus_when_painted", "A focus that moves after the next painting"),
        Binding("ctrl+q", "quit", "Quit", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__(driver_class=terminal_driver())
        self.answers: list[str] = []

    def compose(self) -> ComposeResult:
        """Show the fields and the line."""
        yield Input(id="first", select_on_focus=False)
        yield Input(id="second", select_on_focus=False)
        yield Static("", id="arrived", markup=False)
        yield Slow("")

    def on_mount(self) -> None:
        """Show that nothing has arrived."""
        self._show()

    def on_input_changed(self) -> None:
        """Show what has arrived."""
        self._show()

    def action_ask(self) -> None:
        """Ask in a dialog, with a callback."""
        self.push_screen(Ask(), self._answer)

    @work
    async def action_ask_twice(self) -> None:
        """Ask in two dialogs, in a worker."""
        self._answer(await self.push_screen_wait(Ask()))
        self._answer(await self.push_screen_wait(Ask()))

    def action_work(self) -> None:
        """Keep a widget at work."""
        self.query_one(Slow).post_message(Slow.Work())

    def action_edit(self) -> None:
        """Let another program have the terminal."""
        with self.suspend():
            subprocess.run(["/bin/sh", "-c", "echo EDITOR; read line; echo got $line"], check=True)

    def action_block(self) -> None:
        """Do nothing and let nobody else do anything."""
        (sys.__stderr__ or sys.stderr).write("\x1b]0;blocked\x07")
        (sys.__stderr__ or sys.stderr).flush()
        time.sleep(60)

    def action_focus_when_painted(self) -> None:
        """Move the focus as many apps do."""
        self.call_after_refresh(self.query_one("#second").focus)

    def _answer(self, text: str | None) -> None:
        self.answers.append(str(text))
        self._show()

    def _show(self) -> None:
        find = self.screen_stack[0].query_one
        first, second = find("#first", Input).value, find("#second", Input).value
        find("#arrived", Static).update(f"first={first} second={second} answers={','.join(self.answers)}.")


if __name__ == "__main__":
    app = Probe()
    app.run()
    if not app.return_code:
        sys.stdout.write("left\n")
    leave(app.return_code or 0)
