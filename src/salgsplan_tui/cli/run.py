"""One run of the program, whatever happens turned into an exit code; without words to read click is not loaded."""

from collections.abc import Sequence
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.console import Console

COMPLETE: Final = "_SALGSPLAN_COMPLETE"
"""The variable in which a shell asks what a word could become."""


def run(words: Sequence[str], console: Console) -> int:
    """Do what the words ask for, and return the exit code; whatever goes wrong is told in a sentence."""
    call = Call(console, words)
    try:
        code = _run(call)
        console.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last place that can tell the person anything
        from salgsplan_tui.cli.failures import told  # noqa: PLC0415  # most runs go well

        return told(call, error)
    return code


def _run(call: Call) -> int:
    call.options.look_ahead(call.words)
    if call.words or call.console.environment.get(COMPLETE):
        from salgsplan_tui.cli.program import answer  # noqa: PLC0415  # not for the screens

        return answer(call)
    from salgsplan_tui.cli.commands.screens import open_screens  # noqa: PLC0415  # only for the screens

    open_screens(call)
    return call.finish()
