"""Text for an option: as it is typed, from stdin for -, from a file for @FILE; @@ begins a text with an @."""

from pathlib import Path
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.language import N_

_MOST: Final = 1_000_000
"""The bytes of a file that is taken for text; nobody types more."""


def text_meant(call: Call, text: str) -> str:
    """Return the text that an option names.

    Raises:
        MisuseError: the file cannot be read, or is no text.
    """
    if text == "-":
        return "".join(call.console.read_lines()).strip()
    if text.startswith("@@"):
        return text[1:]
    if text.startswith("@"):
        return _of_file(text[1:])
    return text


def _of_file(name: str) -> str:
    try:
        with Path(name).open(encoding="utf-8-sig") as file:
            return file.read(_MOST).strip()
    except OSError as error:
        reason = error.strerror or str(error)
        raise MisuseError(N_("{path} cannot be read: {reason}."), path=name, reason=reason) from error
    except UnicodeDecodeError as error:
        raise MisuseError(N_("{path} is not written in UTF-8."), path=name) from error
