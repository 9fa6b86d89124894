"""The person's terminal: where typed words come from, where data and messages go, how wide, and in colour or not."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, TextIO

from salgsplan_tui.language import N_

_USUAL_WIDTH: Final = 80
_NARROWEST: Final = 20


class Console:
    """Three streams and the environment they were opened in; data goes to stdout, messages to stderr."""

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO, environment: Mapping[str, str]) -> None:
        """Take the streams of one run."""
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.environment = environment

    def print(self, text: str = "") -> None:
        """Write a line of data."""
        self.stdout.write(f"{self.fitted(text)}\n")

    def say(self, text: str) -> None:
        """Write a line of message."""
        self.stderr.write(f"{_writable(text, self.stderr)}\n")

    def fitted(self, text: str) -> str:
        """Return a text as stdout can show it: signs that its encoding lacks are replaced."""
        return _writable(text, self.stdout)

    @property
    def is_terminal(self) -> bool:
        """Say whether a person sees what is printed, and can be shown screens."""
        return self.stdout.isatty() and not self.is_dumb

    @property
    def is_dumb(self) -> bool:
        """Say whether the terminal can only write line after line."""
        return self.environment.get("TERM") == "dumb"

    @property
    def can_ask(self) -> bool:
        """Say whether somebody is there to answer."""
        return self.stdin.isatty() and self.stderr.isatty()

    def ask(self, question: str) -> str:
        """Ask on stderr and return the answer; an answer that ends the input is an empty one."""
        self.stderr.write(_writable(question, self.stderr))
        self.stderr.flush()
        return self.stdin.readline().strip()

    def read_lines(self) -> Iterator[str]:
        """Yield the lines of the input.

        Raises:
            MisuseError: it is not text.
        """
        try:
            yield from self.stdin
        except UnicodeDecodeError as error:
            from salgsplan_tui.cli.misuse import MisuseError  # noqa: PLC0415  # it loads click

            raise MisuseError(N_("The input is not written in UTF-8.")) from error

    @property
    def width(self) -> int:
        """The cells of a line: as the environment says, else the terminal, else 80."""
        columns = self.environment.get("COLUMNS", "")
        if columns.isdecimal() and int(columns) >= _NARROWEST:
            return int(columns)
        with suppress(OSError, ValueError):  # no terminal, or no file behind the stream
            return max(_NARROWEST, os.get_terminal_size(self.stdout.fileno()).columns)
        return _USUAL_WIDTH

    def flush(self) -> None:
        """Hand over what was written.

        Raises:
            OSError: nobody reads it any more, or there is no room for it.
        """
        self.stdout.flush()
        self.stderr.flush()


def _writable(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        from salgsplan_tui.cli.plain_signs import in_encoding  # noqa: PLC0415  # most terminals speak UTF-8

        return in_encoding(text, encoding)
    return text
