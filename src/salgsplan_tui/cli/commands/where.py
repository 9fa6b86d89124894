"""`where`: the folders and what lies in them."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line


@command("where")
def where_command(call: Call) -> None:
    """Print the folders."""
    from salgsplan_tui.storage.folders import config_folder  # noqa: PLC0415

    call.speak()
    folders = {"home": call.home, "state": call.state, "config": config_folder()}
    if call.options.json:
        call.print_json({name: str(path) for name, path in folders.items()})
        return
    words = {"home": _("the plan"), "state": _("lock, undo and reports"), "config": _("programs to run")}
    column = max(map(len, words.values())) + 2
    for name, path in folders.items():
        call.console.print(f"{words[name]:<{column}}{safe_line(str(path))}")
