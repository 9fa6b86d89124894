"""`completion`: what makes a shell complete commands, options, codes and the ids of today's rows."""

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.language import N_

_SHELLS = ("bash", "zsh", "fish")


@command(
    "completion",
    N_(
        "bash: salgsplan completion bash > ~/.local/share/bash-completion/completions/salgsplan\n\n"
        "zsh: salgsplan completion zsh > a file _salgsplan in a folder of your fpath\n\n"
        "fish: salgsplan completion fish > ~/.config/fish/completions/salgsplan.fish"
    ),
)
@click.argument("shell", metavar="bash|zsh|fish", type=OneOf(_SHELLS))
def completion_command(call: Call, shell: str) -> None:
    """Print the script for a shell."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    from salgsplan_tui.cli.program import NAME, PROGRAM  # noqa: PLC0415  # which lists this command
    from salgsplan_tui.cli.run import COMPLETE  # noqa: PLC0415

    made = get_completion_class(shell)
    if made is not None:
        script = made(PROGRAM, {}, NAME, COMPLETE)
        call.console.print((script.source_template % script.source_vars()).strip())
