"""Opening a file in its usual program, beside the screens: they never wait for it, and it cannot write over them."""

import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which
from typing import Final

_PATIENCE: Final = 10.0
"""In seconds. A program that has not failed by then has opened the file, whatever it ends with."""


def usual_program(named: Sequence[str], environment: Mapping[str, str], platform: str) -> tuple[str, ...]:
    """Return the command that opens files: the one named in `config.toml`, else the desktop's; none without a desktop.

    Over ssh there is no desktop, unless its windows are shown elsewhere.
    """
    if named:
        return tuple(named)
    if platform == "darwin":
        return () if "SSH_CONNECTION" in environment else ("open",)
    has_desktop = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return ("xdg-open",) if has_desktop and which("xdg-open", path=environment.get("PATH")) else ()


def open_file(
    command: Sequence[str], path: Path, environment: Mapping[str, str], failed: Callable[[str], None]
) -> None:
    """Begin to open a file, and go on at once; where that fails, `failed` is told why, from whichever thread.

    The program goes on when the screens are left, and gets neither their keys nor their terminal.
    """
    begun = time.monotonic()
    try:
        process = subprocess.Popen(  # noqa: S603  # what the person has named, or the desktop's own
            [*command, str(path)],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        failed(error.strerror or str(error))
        return

    def watch() -> None:
        status = process.wait()
        if status != 0 and time.monotonic() - begun < _PATIENCE:
            failed(str(status))

    threading.Thread(target=watch, daemon=True).start()  # it ends with the screens, which wait for nothing
