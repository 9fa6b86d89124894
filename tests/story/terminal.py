"""A command in a real pseudo-terminal whose screen can be read: what every story is told with."""

import os
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Self

import pyte
import pytest

KEYS = {
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f9": "\x1b[20~",
}
"""What a keyboard sends for the keys that have a name."""

_CLEAN = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
_SEQUENCE = re.compile(
    rb"\x1b(?:\[([<=>?]?)([\d;:]*)([ -/]*[@-~])|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-OQ-WYZ\\`-~])"
)
_BEGUN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_ON_AT_FIRST = {b"7", b"25"}
_KNOWN_MODES = {b"2004", b"2026"}


class Terminal:
    """One program, its keyboard and its screen; use it in a `with`, so that nothing is left running."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str] | None = None, size: tuple[int, int] = (80, 24)
    ) -> None:
        self.raw = b""
        self._unread = b""
        self._modes: dict[bytes, bool] = {}
        self._kitty = [0]
        self._size = size
        self._shell = self._picture = _Picture(size, self.send)
        self._master, slave = os.openpty()
        termios.tcsetwinsize(slave, size[::-1])
        os.set_blocking(self._master, False)
        self._attributes = termios.tcgetattr(slave)[:4]
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 - the tests choose the command
            [sys.executable, "-I", "-S", "-c", _TAKE_TERMINAL, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=inherited | _CLEAN | dict(env or {}),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program, whatever it does, and close the window."""
        self._process.kill()
        self._process.wait()
        self.hang_up()

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, without the spaces that end a line."""
        return [line.rstrip() for line in self._picture.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor."""
        cursor = self._picture.screen.cursor
        return cursor.x, cursor.y

    @property
    def modes_left(self) -> set[str]:
        """The modes that the program changed and has not put back, such as `1049`, `kitty` or `raw`."""
        left = {mode.decode() for mode, on in self._modes.items() if on != (mode in _ON_AT_FIRST)}
        kitty = {"kitty"} if len(self._kitty) > 1 else set()
        raw = {"raw"} if termios.tcgetattr(self._master)[:4] != self._attributes else set()
        return left | kitty | raw

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    def press(self, *keys: str) -> None:
        """Press keys by name, such as `tab`, `ctrl+q` or `å`, all in one write."""
        self.send("".join(_typed(key) for key in keys))

    def send(self, keys: str) -> None:
        """Type these characters."""
        self.send_bytes(keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """Write to the program; what it writes meanwhile is read, so that neither waits for the other."""
        end = time.monotonic() + 10
        while data:
            if time.monotonic() > end:
                pytest.fail(f"the program does not read its keys; the screen is:\n{self.text}")
            ready = select.select([self._master], [self._master], [], 1)
            if ready[1]:
                data = data[os.write(self._master, data) :]
            elif ready[0]:
                self._read(0)

    def wait_for(self, text: str, timeout: float = 10) -> None:
        """Read until this text stands on the screen."""
        self.wait_until(lambda: text in self.text, f"{text!r} to be on the screen", timeout)

    def wait_until(self, happened: Callable[[], bool], what: str, timeout: float = 10) -> None:
        """Read until something is so; tell what was awaited and what is seen when it does not come."""
        end = time.monotonic() + timeout
        while not happened():
            if time.monotonic() > end:
                pytest.fail(f"waited {timeout} s for {what}; the screen is:\n{self.text}")
            if not self._read(0.05) and self._process.poll() is not None and not happened():
                code = self._process.returncode
                pytest.fail(f"the program ended ({code}) before {what}; the screen is:\n{self.text}")

    def finish(self, timeout: float = 10) -> int:
        """Read until the program ends, and give its exit code."""
        end = time.monotonic() + timeout
        while self._process.poll() is None:
            if time.monotonic() > end:
                pytest.fail(f"still running after {timeout} s; the screen is:\n{self.text}")
            self._read(0.002)
        while self._read(0):
            pass
        return self._process.returncode

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._size = (columns, rows)
        for picture in (self._shell, self._picture):
            picture.screen.resize(rows, columns)
        termios.tcsetwinsize(self._master, (rows, columns))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _read(self, timeout: float) -> bool:
        """Take in what the program wrote, if anything comes in time."""
        if self._master < 0 or not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # EIO: the program has closed its side and is about to end
            time.sleep(min(timeout, 0.002))
            return False
        self.raw += data
        self._show(self._unread + data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        begun = _BEGUN.search(data)
        self._unread = begun[0] if begun else b""
        data = data[: len(data) - len(self._unread)]
        shown = 0
        for sequence in _SEQUENCE.finditer(data):
            self._picture.stream.feed(data[shown : sequence.start()])
            self._obey(sequence)
            shown = sequence.end()
        self._picture.stream.feed(data[shown:])

    def _obey(self, sequence: re.Match[bytes]) -> None:
        """Do what pyte cannot, answer what a terminal answers, and leave the rest to pyte."""
        mark, numbers, final = sequence.groups()
        match mark, final:
            case b"?", b"h" | b"l":
                self._set_modes(numbers.split(b";"), on=final == b"h")
            case b"?", b"$p":
                known = 2 if numbers in _KNOWN_MODES else 0
                self.send(f"\x1b[?{numbers.decode()};{known}$y")
            case b"?", b"u":
                self.send(f"\x1b[?{self._kitty[-1]}u")
            case b">", b"u":
                self._kitty.append(int(numbers or 0))
            case b"<", b"u":
                del self._kitty[max(1, len(self._kitty) - int(numbers or 1)) :]
            case b">", b"c":
                self.send("\x1b[>1;10;0c")
            case b"", _ if b":" not in numbers:
                self._picture.stream.feed(sequence[0])
            case None, None if sequence[0][1:2] not in b"]P_^X":
                self._picture.stream.feed(sequence[0])

    def _set_modes(self, modes: list[bytes], *, on: bool) -> None:
        self._modes |= dict.fromkeys(modes, on)
        if b"1049" in modes:
            self._picture = _Picture(self._size, self.send) if on else self._shell
        else:
            for mode in set(modes) & _ON_AT_FIRST:
                self._picture.stream.feed(b"\x1b[?%s%s" % (mode, b"h" if on else b"l"))


class _Picture:
    """A screen with the stream that draws on it: the shell's one or the alternate one."""

    def __init__(self, size: tuple[int, int], answer: Callable[[str], None]) -> None:
        self.screen = _AnsweringScreen(*size)
        self.screen.answer = answer
        self.stream = pyte.ByteStream(self.screen)


class _AnsweringScreen(pyte.Screen):
    """A screen that answers who it is and where its cursor stands."""

    answer: Callable[[str], None]

    def write_process_input(self, data: str) -> None:
        """Give pyte's answer to the program."""
        self.answer(data)


def _typed(key: str) -> str:
    control, _, letter = key.rpartition("ctrl+")
    if not control and letter != key:
        return chr(ord(letter) & 0x1F)
    return KEYS.get(key, key)
