"""The command line: one small file for each family of commands; the screens are imported only when they open."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO


def main() -> NoReturn:
    """Run `salgsplan` with the words it was called with, and leave with its exit code."""
    gc.disable()  # a short run makes little garbage; the screens switch it on again once the day is painted
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # or it looks through every installed package
    try:
        from salgsplan_tui.cli.console import Console  # noqa: PLC0415  # after the environment is set
        from salgsplan_tui.cli.run import run  # noqa: PLC0415

        stdin, stdout, stderr = (each or _nothing() for each in (sys.stdin, sys.stdout, sys.stderr))
        code = run(sys.argv[1:], Console(stdin, stdout, stderr, os.environ))
    except KeyboardInterrupt:  # before the program could listen for it
        code = 130
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    # What was changed is on disk; to take the interpreter down would cost as long as a short command takes.
    os._exit(code)


def _nothing() -> TextIO:
    """Return a stream in place of one that the caller has closed."""
    return open(os.devnull, "r+", encoding="utf-8")  # noqa: PTH123  # pathlib is not worth loading here
