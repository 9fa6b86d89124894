"""Calling `salgsplan` inside the test: its words in, what it printed and its exit code out."""

import io
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from salgsplan_tui.cli.console import Console
from salgsplan_tui.cli.run import run

MORNING = "2027-02-17T08:00"
"""The day the sample data stands on: Wednesday of week 7."""


class Answer(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # a test knows which document it asked for
        """The document on stdout."""
        return json.loads(self.out)

    def lines(self) -> list[str]:
        """Return the lines on stdout without the spaces around them, hard spaces as plain ones."""
        return [line.strip() for line in self.out.replace("\xa0", " ").splitlines() if line.strip()]


class Stream(io.StringIO):
    """A stream that is a terminal or not, and that writes in some encoding."""

    def __init__(self, text: str = "", *, encoding: str = "utf-8", is_terminal: bool = False) -> None:
        """Take what can be read from it."""
        super().__init__(text)
        self._encoding = encoding
        self._is_terminal = is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a StringIO has none
        """The encoding of a terminal behind the stream."""
        return self._encoding

    def isatty(self) -> bool:
        """Say whether a person is behind the stream."""
        return self._is_terminal


class Salgsplan:
    """The program over one data folder, at a fixed time, in one language."""

    def __init__(self, home: Path, scratch: Path) -> None:
        """Take the data folder, and a folder for everything else."""
        self.home = home
        self.environment = {
            "HOME": str(scratch),
            "XDG_STATE_HOME": str(scratch / "state"),
            "XDG_CONFIG_HOME": str(scratch / "config"),
            "XDG_DATA_HOME": str(scratch / "data"),
            "SALGSPLAN_HOME": str(home),
            "SALGSPLAN_TODAY": MORNING,
            "LANG": "nb_NO.UTF-8",
            "TERM": "xterm-256color",
        }

    def __call__(
        self,
        *words: str,
        typed: str = "",
        environment: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
        is_terminal: bool = False,
    ) -> Answer:
        """Call the program; `typed` is what comes in on stdin."""
        out, err = (Stream(encoding=encoding, is_terminal=is_terminal) for _each in range(2))
        stdin = Stream(typed, is_terminal=is_terminal)
        code = run(words, Console(stdin, out, err, self.environment | dict(environment or {})))
        return Answer(code, out.getvalue(), err.getvalue())

    def process(
        self, command: Sequence[str], *, environment: Mapping[str, str] | None = None, encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as a process of its own, without a terminal."""
        env = {"PATH": os.environ["PATH"], **self.environment, **(environment or {})}
        return subprocess.run(  # noqa: S603  # ourselves, or a shell around us
            list(command), env=env, capture_output=True, encoding=encoding, stdin=subprocess.DEVNULL, check=False
        )

    def snapshot(self) -> dict[str, bytes]:
        """Return every file of the data folder."""
        files = (path for path in sorted(self.home.rglob("*")) if path.is_file())
        return {str(path.relative_to(self.home)): path.read_bytes() for path in files}
