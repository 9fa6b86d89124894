"""A program in a pseudo-terminal: when its picture stood still, and how long a key takes to the last painted byte."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Self

_QUIET: Final = 0.15
"""So long without a byte means that the picture stands."""

_PATIENCE: Final = 20.0


class Shown(NamedTuple):
    """How many milliseconds a key took."""

    frame: float
    """Until the frame was painted."""
    last: float
    """Until the last byte."""


class Terminal:
    """One run of a program at 80×24; raw bytes with their times."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        """Start it."""
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606  # the benchmark's own command
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def _read(self, wait: float) -> bytes:
        ready, _, _ = select.select([self.fd], [], [], wait)
        if not ready:
            return b""
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def until(self, marker: bytes, limit: float = 20.0) -> float:
        """Return the seconds from the start until the marker was painted.

        Raises:
            TimeoutError: it never was.
        """
        while marker not in self.seen:
            if time.perf_counter() - self.started > limit:
                raise TimeoutError(self.seen[-2000:])
            self.seen += self._read(0.05)
        return time.perf_counter() - self.started

    def quiet(self, limit: float = 5.0) -> float:
        """Wait until nothing more is painted; return the time of the last byte on `time.perf_counter`'s clock."""
        last = begun = time.perf_counter()
        while time.perf_counter() - begun < limit:
            data = self._read(_QUIET)
            if not data:
                break
            self.seen += data
            last = time.perf_counter()
        return last

    def key(self, text: bytes) -> float:
        """Send a key and return the seconds to the last byte that it painted."""
        self.quiet()
        sent = time.perf_counter()
        os.write(self.fd, text)
        return self.quiet() - sent

    def painted(self, key: bytes, marker: bytes) -> float:
        """Send a key once all is quiet, and return the seconds until the marker was painted after it.

        Raises:
            TimeoutError: it never was.
        """
        self.quiet()
        self.seen = b""
        sent = time.perf_counter()
        os.write(self.fd, key)
        return self.more(marker, sent)

    def shown(self, key: bytes, marker: bytes) -> "Shown":
        """Send a key once all is quiet, and return how long it took until the marker was painted, and the last byte.

        Raises:
            TimeoutError: the marker never was.
        """
        self.quiet()
        self.seen = b""
        sent = time.perf_counter()
        os.write(self.fd, key)
        frame = self.more(marker, sent)
        return Shown(frame * 1000, max(frame, self.quiet() - sent) * 1000)

    def more(self, marker: bytes, since: float | None = None) -> float:
        """Return the seconds from now, or from an earlier moment, until the marker has been painted.

        Raises:
            TimeoutError: it never was.
        """
        begun = time.perf_counter() if since is None else since
        while marker not in self.seen:
            if time.perf_counter() - begun > _PATIENCE:
                raise TimeoutError(self.seen[-2000:])
            self.seen += self._read(0.05)
        return time.perf_counter() - begun

    def memory(self) -> float:
        """Return the resident memory in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
