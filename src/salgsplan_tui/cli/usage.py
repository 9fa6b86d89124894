"""Mistakes in the words of a command, in the person's own language; click itself speaks only English."""

from collections.abc import Sequence

import click

from salgsplan_tui.cli.help import hint, usage_line
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line


def usage_lines(error: click.UsageError) -> list[str]:
    """Return what is wrong, how the command is written, and where to read more."""
    context = error.ctx or _outermost()
    return [_sentence(error), usage_line(context), hint(context)]


def _outermost() -> click.Context:
    """Return the context of a mistake that was made before any words were read."""
    from salgsplan_tui.cli.program import NAME, PROGRAM  # noqa: PLC0415  # which tells such mistakes here

    return click.Context(PROGRAM, info_name=NAME)


def _sentence(error: click.UsageError) -> str:
    match error:
        case MisuseError():
            values = {name: safe_line(str(value)) for name, value in error.values.items()}
            return _(error.text).format(**values)
        case click.NoSuchOption():
            return _no_such_option(safe_line(error.option_name), error.possibilities or ())
        case click.BadOptionUsage():
            return _bad_option(error)
        case click.MissingParameter():
            return _("{parameter} is missing.").format(parameter=_name(error.param))
    return safe_line(error.format_message())


def _no_such_option(name: str, close: Sequence[str]) -> str:
    if close:
        return _("There is no option {name}; did you mean {close}?").format(name=name, close=", ".join(close))
    return _("There is no option {name}.").format(name=name)


def _bad_option(error: click.BadOptionUsage) -> str:
    options = [] if error.ctx is None else error.ctx.command.params
    named = (each for each in options if isinstance(each, click.Option) and error.option_name in each.opts)
    option = next(named, None)
    if option is not None and option.is_flag:
        return _("The option {name} takes no value.").format(name=error.option_name)
    return _("The option {name} needs a value.").format(name=error.option_name)


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return "" if parameter is None else _(parameter.metavar or (parameter.name or "").upper())
