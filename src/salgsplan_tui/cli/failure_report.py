"""The report of a failure nobody expected: where in the program it came about, and nothing of the plan."""

import os
import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from salgsplan_tui import __version__
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.table import row_of
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line

_PACKAGE = Path(__file__).parents[1]


def write_report(call: Call, error: BaseException) -> list[str]:
    """Write the report into the state folder, and return what to tell the person."""
    sentence = _("Something went wrong that should not have. Your files are as they were.")
    try:
        path = _write(call, "\n".join(_lines(call, error)) + "\n")
    except Exception as second:  # noqa: BLE001  # the person must be told even where nothing can be written
        reason = type(second).__name__
        return [sentence, _("No report could be written ({reason}).").format(reason=reason)]
    return [sentence, _("A report without anything of your plan lies in {path}").format(path=safe_line(str(path)))]


def _write(call: Call, text: str) -> Path:
    folder = call.state / "failures"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{call.clock.stamp():%Y%m%dT%H%M%S%f}.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path


def _lines(call: Call, error: BaseException) -> Iterator[str]:
    command = next((word for word in call.words if row_of(word)), "")
    options = sorted({word.partition("=")[0] for word in call.words if word.startswith("--")})
    yield f"salgsplan {__version__}, Python {platform.python_version()}, {sys.platform}"
    yield f"command: {command} {' '.join(options)}".rstrip()
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield ""
        yield from _places(cause)
        # What the exception says may quote the plan, so only its kind is told.
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        cause = cause.__cause__ or cause.__context__


def _places(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        file = Path(frame.filename)
        shown = file.relative_to(_PACKAGE) if file.is_relative_to(_PACKAGE) else Path(file.parent.name, file.name)
        yield f"  {shown}:{frame.lineno} in {frame.name}"
