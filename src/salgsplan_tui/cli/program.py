"""The program: reads the words and calls the command."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import Located
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.options import common_options
from salgsplan_tui.cli.run import COMPLETE
from salgsplan_tui.cli.table import all_rows, names, row_of
from salgsplan_tui.language import N_

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NAME: Final = "salgsplan"


class Program(Located, click.Group):
    """`salgsplan` and its commands, each imported when it is called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return every name that a command can be called by."""
        return names()

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import the command of this name."""
        row = row_of(name)
        if row is None:
            return None
        module = import_module(f"salgsplan_tui.cli.commands.{row.module}")
        made: click.Command = getattr(module, f"{row.name.replace('-', '_')}_command")
        return made

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer the commands that begin so without importing them; Norwegian names in Norwegian only."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  # only when the shell asks

        from salgsplan_tui.language import _, language  # noqa: PLC0415

        ctx.obj.speak()
        rows = [(row.name, row.summary) for row in all_rows()]
        if language() == "nb":
            rows += [(row.alias, row.summary) for row in all_rows() if row.alias]
        offered = [CompletionItem(name, help=_(text)) for name, text in rows if name.startswith(incomplete)]
        return offered + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none may be close to one that is."""
        if row_of(args[0]) is None and not ctx.resilient_parsing:
            from difflib import get_close_matches  # noqa: PLC0415  # only for a slip of the finger

            close = get_close_matches(args[0], names())
            text = N_("There is no command “{name}”.")
            if close:
                text = N_("There is no command “{name}”; did you mean {close}?")
            raise MisuseError(text, name=args[0], close=", ".join(close)).within(ctx)
        return super().resolve_command(ctx, args)


def _without_a_command(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        from salgsplan_tui.cli.commands.screens import open_screens  # noqa: PLC0415  # only for the screens

        open_screens(context.obj)


PROGRAM: Final = Program(
    NAME,
    callback=click.pass_context(_without_a_command),
    invoke_without_command=True,
    add_help_option=False,
    params=common_options(),
)


def answer(call: Call) -> int:
    """Read the words, do what they ask for, and return the exit code.

    Raises:
        UsageError: they cannot be used.
        Exception: whatever goes wrong in the command.
    """
    if instruction := call.console.environment.get(COMPLETE):
        from click.shell_completion import shell_complete  # noqa: PLC0415  # only when the shell asks

        return shell_complete(PROGRAM, {"obj": call}, NAME, COMPLETE, instruction)
    try:
        with PROGRAM.make_context(NAME, list(call.words), obj=call) as context:
            PROGRAM.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return call.finish()
