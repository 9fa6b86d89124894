"""Longer notes in the person's own editor; nothing typed there is ever lost."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from salgsplan_tui.domain.errors import NotWrittenError

_FALLBACKS = ("nano", "vim", "vi")


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Return the editor as a list of words: `$VISUAL`, then `$EDITOR`, then the first usual one on the path.

    Raises:
        NotWrittenError: there is none.
    """
    from shutil import which  # noqa: PLC0415  # notes are edited now and then

    chosen = environment.get("VISUAL") or environment.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    found = next((name for name in _FALLBACKS if which(name, path=environment.get("PATH"))), None)
    if found is None:
        raise NotWrittenError("no_editor")
    return [found]


def edited(text: str, environment: Mapping[str, str]) -> str:
    """Open the text in the editor, on a file only the person can read, and return what it became.

    Raises:
        NotWrittenError: the editor could not be started, or ended with an error; the file is then left, and named.
    """
    command = editor_command(environment)
    handle, name = tempfile.mkstemp(prefix="salgsplan-", suffix=".md")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        status = subprocess.run([*command, name], check=False, env=dict(environment)).returncode  # noqa: S603  # the person's own editor
        after = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotWrittenError("editor_failed", command=command[0], path=name, reason=str(error)) from error
    if status != 0 and after != text:
        raise NotWrittenError("editor_failed", command=command[0], path=name, reason=str(status))
    path.unlink()
    return text if status != 0 else after.rstrip("\n")
