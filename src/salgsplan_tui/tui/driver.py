"""The terminal driver: keys in order, a quick way out, and a sane terminal whatever ends the program.

Textual 8.2.8 drops keys that are typed ahead of a moved focus or a new dialog, needs 0.3 s to quit, leaves the
terminal in its own modes when it is told to end, and dies of some key reports. This file cures all four. It rests
on private parts of Textual and asyncio; `tests/tui/test_driver_foundations.py` names each when it has changed.
"""
# ruff: noqa: SLF001 - the one file that may use Textual's private parts

import asyncio
import io
import os
import re
import select
import selectors
import signal
import sys
import termios
import threading
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Any, NoReturn, TextIO
from weakref import WeakSet

from textual import events
from textual._queue import Queue
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

AnyApp = App[Any]  # an app of any result, which nothing here asks for

PATIENCE = 0.5
"""Seconds of a free loop that one key may take before the next is handed over all the same."""
CROWD = 0.03
"""Seconds to wait for a loop that other work keeps busy, when the screen itself is at rest."""
POLL = 0.002
"""Seconds between two looks at a key whose handling waits for the clock, a file or a thread."""
TURN = 0.01
"""The most that one turn of the loop counts as waiting: a turn that blocks is the app at work."""
GRACE = 1.0
"""Seconds from a request to end until the end is forced."""

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
FOCUS_MOVERS = (events.Key, events.Paste, events.MouseDown, events.MouseUp, events.AppFocus)
RESTORE = (
    b"\x18\x1b[?2026l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?2048l"
    b"\x1b[?7h\x1b[?1004l\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""What a forced end writes: CAN breaks off a half-written sequence, the rest undoes every mode."""

_KEY_REPORT = re.compile(r"\x1b\[(\d+)[\d:]*((?:;\d*)?)(?::(\d+))?((?:;[\d:]*)?[u~A-S])")
_RELEASED = "3"


def terminal_driver() -> type[Driver] | None:
    """Give the driver class for `App(driver_class=...)`: none where `TEXTUAL_DRIVER` names one, as in a browser."""
    return None if os.environ.get("TEXTUAL_DRIVER") else TerminalDriver


def leave(code: int) -> NoReturn:
    """End the process at once with this code, after what was printed is out.

    For use after a clean `App.run()`: all files are written and the terminal is restored by then, and taking the
    interpreter down would cost another 80 ms.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the terminal is gone: nobody is left to read it
            stream.flush()
    os._exit(code)


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS with the cures of this file."""

    def __init__(
        self,
        app: AnyApp,
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = self._wake_up = _WakingEvent()
        self._file = _Terminal(self._file)  # type: ignore[assignment]  # Textual writes to it and flushes it, no more
        self._in_order = KeysInOrder(app, self._loop)
        self._holds_terminal = False
        self._ending = False
        for number in ENDINGS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
                signal.signal(number, self._on_ending)

    def send_message(self, message: Message) -> None:
        """Queue what the terminal said; called from the input thread."""
        self._in_order.put(message)

    def start_application_mode(self) -> None:
        """Take the terminal, and have its resizes wait in line too."""
        self._holds_terminal = True
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual left it untyped
        signal.signal(signal.SIGWINCH, self._on_resize)

    def disable_input(self) -> None:
        """Stop reading, and drop keys typed ahead: they were meant for what has the terminal next."""
        super().disable_input()
        self._in_order.clear()

    def close(self) -> None:
        """Hand the terminal over once everything is written, without late mouse reports."""
        super().close()
        self._holds_terminal = False
        with suppress(termios.error):  # not a terminal any more
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    def _disable_mouse_support(self) -> None:
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super()._disable_mouse_support()

    def run_input_thread(self) -> None:
        """Read until told to stop, at once when told; the end of input ends the program."""
        parser = KeyParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_up, selectors.EVENT_READ)
            while True:
                ready = selector.select(parser.patience)
                if self.exit_event.is_set():
                    return
                if any(key.fd == self.fileno for key, _ in ready):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._end, signal.SIGHUP)
                        return
                    if text := decode(data):
                        self._process(parser.feed(text))
                self._process(parser.tick())

    def _read(self) -> bytes:
        """Read what is there; nothing means that the terminal was closed."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _on_resize(self, _number: int, _frame: FrameType | None) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(events.Resize(size, size))

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again; where it was never let go, as after SIGSTOP, it may be in any state."""
        if self._ending or self._app._exit or self._loop.is_closed():
            return
        if not self._holds_terminal:
            super()._sigcont_application()
        elif self._auto_restart:
            self._loop.call_soon_threadsafe(self._take_again)

    def _take_again(self) -> None:
        self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    def _on_ending(self, number: int, _frame: FrameType | None) -> None:
        """Ask the app to end; the second time, or when it does not, end without it."""
        if number == signal.SIGINT and not self._holds_terminal:
            return  # Ctrl+C in the editor reaches the whole process group
        if self._ending or self._loop.is_closed():
            self._end_now(number)
        self._loop.call_soon_threadsafe(self._end, number)
        signal.signal(signal.SIGALRM, lambda *_: self._end_now(number))
        signal.setitimer(signal.ITIMER_REAL, GRACE)
        self._ending = True

    def _end(self, number: int) -> None:
        self._app.exit(return_code=128 + number)

    def _end_now(self, number: int) -> NoReturn:
        """Restore the terminal without the loop and the writer thread, which may hang."""
        if self._holds_terminal:
            with suppress(OSError, termios.error):  # the terminal may be gone
                if self.attrs_before is not None:
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
                if select.select([], [self.fileno], [], 0.1)[1]:
                    os.write(self.fileno, RESTORE)
        os._exit(128 + number)


class KeysInOrder:
    """Hands events over one at a time: the next when the screen has come to rest after the one before.

    At rest means that the loop has nothing to run and that the app and every widget of the screen wait in their own
    queues: bindings have run, pushed screens are mounted and laid out, the focus has moved. Handling that waits for
    something long holds the line for `PATIENCE` at most, and each waiting widget does so only once.
    """

    def __init__(self, app: AnyApp, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop
        self._waiting: deque[Message] = deque()
        self._late: WeakSet[MessagePump] = WeakSet()
        self._task: asyncio.Task[None] | None = None

    def put(self, message: Message) -> None:
        """Queue an event, from any thread; the terminal's answers about itself do not wait."""
        if isinstance(message, events.Event):
            self._waiting.append(message)
            self._loop.call_soon_threadsafe(self._wake)
        else:
            self._loop.call_soon_threadsafe(self._app.post_message, message)

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def _wake(self) -> None:
        if self._waiting and (self._task is None or self._task.done()):
            first = self._task is None
            self._task = self._loop.create_task(self._hand_over(wait=first))
            self._task.add_done_callback(self._tell_error)

    async def _hand_over(self, *, wait: bool) -> None:
        """Give the app one event after another, the very first when the first screen stands."""
        if wait:
            await self._rest()
        while self._waiting:
            message = self._waiting.popleft()
            self._app.post_message(message)
            if isinstance(message, FOCUS_MOVERS):
                await self._rest()

    def _tell_error(self, task: asyncio.Task[None]) -> None:
        """End the app with the error: silent, it would only look like a dead keyboard."""
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self._app._handle_exception(error)

    async def _rest(self) -> None:
        """Wait until the screen is at rest, in steps that leave the loop to the app."""
        waited, pause, since = 0.0, 0.0, monotonic()
        while waited < PATIENCE:
            await asyncio.sleep(pause)
            since, turn = monotonic(), monotonic() - since
            waited += min(turn, TURN)
            crowded = has_work(self._loop)
            pause = 0.0 if crowded else POLL
            if (not crowded or waited > CROWD) and not self._busy():
                return
        self._late.update(self._busy())

    def _busy(self) -> set[MessagePump]:
        """Find who is at work, without those that were given up waiting for."""
        busy = at_work(self._app)
        self._late &= busy
        return busy.difference(self._late)


def has_work(loop: asyncio.AbstractEventLoop) -> bool:
    """Tell whether the loop has something to run before it next waits for the clock, a file or a thread."""
    return bool(loop._ready)  # type: ignore[attr-defined]  # BaseEventLoop's own


def at_work(app: AnyApp) -> set[MessagePump]:
    """Find the app and the widgets of its screen that still work on what happened before."""
    stack = app._screen_stack
    if not stack:
        return set() if app._exit else {app}
    screen = stack[-1]
    pumps = (app, *screen.walk_children(with_self=True))
    working: set[MessagePump] = {pump for pump in pumps if not _waits_for_messages(pump)}
    if _waits_to_be_painted(screen):
        working.add(screen)
    return working


def _waits_for_messages(pump: MessagePump) -> bool:
    queue: Queue[Message | None] = pump._message_queue
    return pump._closed or (queue.empty() and bool(queue.ready_event._waiters))


def _waits_to_be_painted(screen: Screen[object]) -> bool:
    """Tell whether a key would meet a focused widget without a size, or come before a `call_after_refresh`."""
    if screen.focused is not None and screen._layout_required and not screen.focused.size:
        return True
    return any(_may_move_focus(callback) for callback, _ in screen._callbacks)


def _may_move_focus(callback: Callable[..., object]) -> bool:
    """Tell the app's own callbacks from Textual's, most of which only scroll."""
    function = getattr(callback, "func", callback)
    of_textual = str(getattr(function, "__module__", "")).startswith("textual.")
    return not of_textual or getattr(function, "__name__", "") in {"focus", "set_focus"}


class KeyParser(XTermParser):
    """Textual's parser, also for terminals that report what nobody asked for, or no pixels."""

    @property
    def patience(self) -> float | None:
        """Seconds until a lone Escape is a key of its own; none when no such wait is on."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())

    def parse_mouse_code(self, code: str) -> Message | None:
        """Read a mouse report, in cells where the terminal does not know how many pixels it has."""
        if self.terminal_pixel_size is not None and not all(self.terminal_pixel_size):
            self.mouse_pixels = False
        return super().parse_mouse_code(code)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterator[events.Key]:  # noqa: FBT001, FBT002 - Textual's own signature
        # Enter typed before the terminal was made raw arrives as the line feed that the terminal made of it.
        typed = "\r" if sequence == "\n" else sequence
        try:
            yield from super()._sequence_to_key_events(_without_extras(typed), alt)
        except (ValueError, OverflowError):  # a key report that no keyboard sends: drop it alone
            yield events.Key(Keys.Ignore, sequence)


def _without_extras(sequence: str) -> str:
    """Take the alternate keys and the event's kind out of `CSI 229:197;2:1;197u`; refuse a released key."""
    if ":" not in sequence or (report := _KEY_REPORT.fullmatch(sequence)) is None:
        return sequence
    key, modifiers, kind, rest = report.groups()
    if kind == _RELEASED:
        raise ValueError(sequence)
    return f"\x1b[{key}{modifiers}{rest}"


class _WakingEvent(threading.Event):
    """An event that a selector can wait for together with the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = os.pipe()

    def fileno(self) -> int:
        """Give what becomes readable when the event is set."""
        return self._reader

    def set(self) -> None:
        """Set the event and wake who waits."""
        super().set()
        os.write(self._writer, b"\0")

    def clear(self) -> None:
        """Unset the event and wait anew."""
        os.read(self._reader, 1)
        super().clear()


class _Terminal(io.TextIOBase):
    """The way out to the terminal, which swallows what it is given once the terminal is gone."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream or io.StringIO()

    def fileno(self) -> int:
        """Give the terminal's descriptor."""
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write, or drop what nobody can see any more."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what is buffered, if anybody is there."""
        with suppress(OSError):
            self._stream.flush()
