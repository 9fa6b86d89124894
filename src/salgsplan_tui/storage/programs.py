"""The program that `config.toml` names to open files with; no file of the plan may name one (decisions.md)."""

import shlex
from pathlib import Path
from typing import Final

from salgsplan_tui.domain.errors import DamagedError
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.files import decode, read_bytes

CONFIG: Final = "config.toml"


def opener(folder: Path) -> tuple[str, ...]:
    """Return the words of `open = "firefox --new-window"`, or of a list of such words; nothing where none is named.

    Raises:
        DamagedError: the file cannot be read as it stands, or `no_command`, with `path`, where it names no command.
    """
    path = folder / CONFIG
    try:
        data, _signature = read_bytes(path)
    except FileNotFoundError:
        return ()
    named = read(path, decode(path, data).text).data.get("open", ())
    try:
        words = shlex.split(named) if isinstance(named, str) else named
    except ValueError as error:  # a quotation mark that nothing closes
        raise DamagedError("no_command", path=path) from error
    if not isinstance(words, list | tuple) or not all(isinstance(each, str) and each for each in words):
        raise DamagedError("no_command", path=path)
    return tuple(words)
