"""`demo`: a sample salesperson's quarter in a folder of its own, opened as of 17 February 2027 (chapter 8)."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.commands.screens import open_screens
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.safe import safe_line

AS_OF: Final = dt.datetime(2027, 2, 17, 8)  # a Wednesday, in week 7


@command("demo", N_("Nothing of your own plan is touched. With --keep it stays in a folder of yours."))
@click.option("--keep", metavar=N_("DIR"), help=N_("Lay it out here, and leave it."))
def demo_command(call: Call, keep: str | None) -> None:
    """Open the demo."""
    if keep is None:
        open_demo(call)
    else:
        _open_kept(call, Path(keep).expanduser().absolute())


def open_demo(call: Call) -> None:
    """Lay the demo out in a folder that is removed afterwards, and open it."""
    folder = Path(tempfile.mkdtemp(prefix="salgsplan-demo-"))
    try:
        _open(call, folder / "plan", folder / "state")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open_kept(call: Call, folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError("folder_not_empty", path=folder)
    _open(call, folder, folder / ".state")
    place = safe_line(str(folder))
    again = f"salgsplan --home {place} --today {AS_OF:%Y-%m-%dT%H:%M}"
    call.console.say(_("The demo lies in {path}. Open it again with: {command}").format(path=place, command=again))


def _open(call: Call, home: Path, state: Path) -> None:
    from salgsplan_tui.storage.demo import lay_out  # noqa: PLC0415

    lay_out(home)
    call.speak()
    inner = call.within(home, state, call.options.today or AS_OF)
    inner.options.lang = language()  # the demo has none of its own
    open_screens(inner)
    call.exit_code = inner.finish()
