"""What went wrong, told in a sentence and as an exit code (interaction.md 5)."""

import errno
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.errors import (
    ConflictError,
    DamagedError,
    NotFoundError,
    NotUnderstoodError,
    NotWrittenError,
    PlannerError,
    RefusedError,
)
from salgsplan_tui.language import _, set_language
from salgsplan_tui.language.choosing import choose_language
from salgsplan_tui.language.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Final = 8
"""So many of those a name can mean are told."""
UNEXPECTED: Final = 1
USAGE: Final = 2
NOT_FOUND: Final = 3
DAMAGED: Final = 4
REFUSED: Final = 5
CONFLICT: Final = 6
NOT_WRITTEN: Final = 7
INTERRUPTED: Final = 130

_CANNOT_WRITE: Final = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT}

_CODES: "Final[Mapping[type[PlannerError], int]]" = {
    NotUnderstoodError: USAGE,
    NotFoundError: NOT_FOUND,
    DamagedError: DAMAGED,
    RefusedError: REFUSED,
    ConflictError: CONFLICT,
    NotWrittenError: NOT_WRITTEN,
}


def told(call: Call, error: BaseException) -> int:
    """Tell the person what went wrong, and return the exit code."""
    _speak(call)
    match error:
        case KeyboardInterrupt():
            if call.console.can_ask:
                call.console.say("")  # the shell goes on in a line of its own
            return INTERRUPTED
        case BrokenPipeError():
            return 0  # who reads the data has had enough of it, as `head` has
        case click.UsageError():
            from salgsplan_tui.cli.usage import usage_lines  # noqa: PLC0415  # only for a mistake

            _say(call, *usage_lines(error))
            return USAGE
        case PlannerError():
            _say(call, *planner_lines(error))
            return code_of(error)
        case OSError() if error.errno in _CANNOT_WRITE:
            place = _("the answer") if error.filename is None else safe_line(str(error.filename))
            _say(call, _("{place} could not be written: {reason}.").format(place=place, reason=error.strerror))
            return NOT_WRITTEN
    from salgsplan_tui.cli.failure_report import write_report  # noqa: PLC0415  # never, with luck

    _say(call, *write_report(call, error))
    return UNEXPECTED


def code_of(error: PlannerError) -> int:
    """Return the exit code of an error."""
    return next((code for kind, code in _CODES.items() if isinstance(error, kind)), UNEXPECTED)


def planner_lines(error: PlannerError) -> list[str]:
    """Return the sentence of an error, and under a typed line the place that could not be read."""
    from salgsplan_tui.cli.mistyped import MistypedError  # noqa: PLC0415
    from salgsplan_tui.cli.pointing import pointed  # noqa: PLC0415
    from salgsplan_tui.language.messages import refusal  # noqa: PLC0415

    lines = [refusal(error.key, error.values)]
    if isinstance(error, MistypedError):
        lines += [*pointed(error.line, error.at), *_people(error)]
    return lines


def _people(error: PlannerError) -> Iterator[str]:
    """Yield what names each of the people that a name can mean."""
    from salgsplan_tui.domain.quick_add import Candidate  # noqa: PLC0415  # it is loaded where a line was read

    candidates = error.values.get("candidates", ())
    if isinstance(candidates, tuple):
        people = [each for each in candidates if isinstance(each, Candidate)][:_NAMED]
        yield from (f"  @{each.id}  {safe_line(each.name)}" for each in people)


def _speak(call: Call) -> None:
    try:
        call.speak()
    except Exception:  # noqa: BLE001  # a failure to find the settings must not hide what went wrong
        set_language(choose_language(None, None, os.environ))


def _say(call: Call, *lines: str) -> None:
    first, *others = lines
    call.console.say(f"salgsplan: {first}")
    for line in others:
        call.console.say(line)
