"""How a command is made: a function that is given the call, its own options, and those that every command takes."""

from collections.abc import Callable

import click

from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.options import common_options
from salgsplan_tui.language import N_


class Located(click.Command):
    """A command whose mistakes know which command they were made in; click leaves it out for some."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(Located):
    """A command that also takes the common options, and tells words it has no use for in the person's language."""

    common: tuple[click.Parameter, ...] = ()
    """The common options among its parameters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; too many of them are a mistake."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise MisuseError(N_("“{words}” is too much here."), words=" ".join(rest)).within(ctx)
        return rest


def command(name: str, explanation: str = "") -> Callable[[Callable[..., None]], Command]:
    """Make a command of a function whose first parameter is the call; the explanation is marked for translation."""

    def make(function: Callable[..., None]) -> Command:
        settings = {"allow_extra_args": True}  # they are told by `parse_args`
        plain = click.command(name, cls=Command, help=explanation, add_help_option=False, context_settings=settings)
        made = plain(click.pass_obj(function))
        made.common = tuple(common_options())
        made.params += made.common
        return made

    return make
