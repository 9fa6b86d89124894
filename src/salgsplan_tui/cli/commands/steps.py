"""Changing one's mind: `undo` and `redo`, also of changes made in the screens."""

from collections.abc import Callable

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Step


@command("undo")
def undo_command(call: Call) -> None:
    """Take the last change back."""
    _take(call, "undone", call.session.undo, _("Undone: {what}"))


@command("redo")
def redo_command(call: Call) -> None:
    """Make the change again that was taken back last."""
    _take(call, "redone", call.session.redo, _("Done again: {what}"))


def _take(call: Call, key: str, step: Callable[[], Step], words: str) -> None:
    if call.options.dry_run:
        raise MisuseError(N_("There is no --dry-run here; what is undone can be done again."))
    call.has_changed = True
    said, at = (taken := step()).said, taken.at
    if call.options.json:
        call.print_json({key: {"what": said.key, **said.values, "at": f"{at:%Y-%m-%dT%H:%M:%SZ}"}})
        return
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    call.console.print(words.format(what=said_in_words(said.key, said.values)))
