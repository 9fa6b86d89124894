"""What tui/driver.py rests on in Textual and asyncio: a release that changes it is met with a sentence."""

import asyncio
import inspect

import pytest
import textual
from textual._parser import Parser
from textual._queue import Queue
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

TAKES: list[tuple[type, str, str]] = [
    (LinuxDriver, "__init__", "self app debug mouse size"),
    (LinuxDriver, "start_application_mode", "self"),
    (LinuxDriver, "disable_input", "self"),
    (LinuxDriver, "close", "self"),
    (LinuxDriver, "run_input_thread", "self"),
    (LinuxDriver, "_disable_mouse_support", "self"),
    (LinuxDriver, "_get_terminal_size", "self"),
    (LinuxDriver, "_sigcont_application", "self _"),
    (LinuxDriver, "process_message", "self message"),
    (Driver, "send_message", "self message"),
    (XTermParser, "__init__", "self debug"),
    (XTermParser, "parse_mouse_code", "self code"),
    (XTermParser, "_sequence_to_key_events", "self sequence alt"),
    (Parser, "feed", "self data"),
    (Parser, "tick", "self"),
    (App, "_handle_exception", "self error"),
    (App, "exit", "self result return_code message"),
]
SAYS: list[tuple[type, str, str]] = [
    (Driver, "__init__", "self._loop = asyncio.get_running_loop()"),
    (Driver, "suspend_application_mode", "self.close()"),
    (Driver, "process_message", "self.send_message(message)"),
    (LinuxDriver, "__init__", "self._file = sys.__stderr__"),
    (LinuxDriver, "__init__", "self.exit_event = Event()"),
    (LinuxDriver, "__init__", "self._in_band_window_resize = False"),
    (LinuxDriver, "__init__", "self._mouse_pixels = False"),
    (LinuxDriver, "start_application_mode", "WriterThread(self._file)"),
    (LinuxDriver, "start_application_mode", "target=self._run_input_thread"),
    (LinuxDriver, "start_application_mode", "self.attrs_before = termios.tcgetattr(self.fileno)"),
    (LinuxDriver, "start_application_mode", "signal.signal(signal.SIGWINCH"),
    (LinuxDriver, "start_application_mode", "if self._must_signal_resume:"),
    (LinuxDriver, "stop_application_mode", "self.disable_input()"),
    (LinuxDriver, "disable_input", "self.exit_event.set()"),
    (LinuxDriver, "disable_input", "self._key_thread.join()"),
    (LinuxDriver, "disable_input", "self.exit_event.clear()"),
    (LinuxDriver, "_run_input_thread", "self.run_input_thread()"),
    (WriterThread, "run", "write = self._file.write"),
    (Parser, "feed", "self._timeout_time = get_time() + self._awaiting.timeout"),
    (XTermParser, "parse", "sequence_to_key_events = self._sequence_to_key_events"),
    (XTermParser, "parse", "if event.key == Keys.Ignore"),
    (XTermParser, "parse_mouse_code", "self.terminal_pixel_size is not None"),
    (Queue, "get", "await self.ready_event.wait()"),
    (MessagePump, "_get_message", "await self._message_queue.get()"),
    (MessagePump, "_get_message", "self._closed = True"),
    (MessagePump, "call_after_refresh", "partial(callback, *args, **kwargs)"),
    (Screen, "_invoke_later", "self._callbacks.append((callback, sender))"),
    (Screen, "_on_timer_update", "self._layout_required = False"),
    (Widget, "focus", "self.app.call_later(set_focus, self)"),
    (App, "exit", "self._exit = True"),
    (App, "screen_stack", "self._screen_stacks[self._current_mode]"),
]


def test_the_driver_was_made_for_this_textual() -> None:
    assert textual.__version__ == "8.2.8", (
        f"tui/driver.py was made for Textual 8.2.8 and this is {textual.__version__}: compare what it overrides with"
        " the new release, run tests/tui, then name the new release here and in pyproject.toml"
    )


@pytest.mark.parametrize(("owner", "name", "takes"), TAKES)
def test_textual_takes_what_the_driver_gives(owner: type, name: str, takes: str) -> None:
    assert name in vars(owner), f"Textual has no {owner.__name__}.{name} any more; tui/driver.py rests on it"
    now = " ".join(inspect.signature(vars(owner)[name]).parameters)
    assert now == takes, f"Textual's {owner.__name__}.{name} takes “{now}” now; tui/driver.py rests on “{takes}”"


@pytest.mark.parametrize(("owner", "name", "words"), SAYS)
def test_textual_does_what_the_driver_rests_on(owner: type, name: str, words: str) -> None:
    method = vars(owner).get(name)
    method = method.fget if isinstance(method, property) else method
    assert method, f"Textual has no {owner.__name__}.{name} any more; tui/driver.py rests on it"
    said = inspect.getsource(method)
    assert words in said, f"Textual's {owner.__name__}.{name} says no more “{words}”; tui/driver.py rests on it"


async def test_asyncio_has_the_lists_that_the_driver_looks_at() -> None:
    loop = asyncio.get_running_loop()
    assert hasattr(loop, "_ready"), "asyncio's loop has no `_ready` any more; tui/driver.py rests on it"
    assert hasattr(asyncio.Event(), "_waiters"), "asyncio's Event has no `_waiters` any more; tui/driver.py rests on it"
