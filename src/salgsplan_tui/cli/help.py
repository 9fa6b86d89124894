"""The help of the program and of each command, in the person's language."""

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import Final

import click

from salgsplan_tui.cli.command import Command
from salgsplan_tui.cli.table import FAMILIES, Row, row_of
from salgsplan_tui.language import _, language

_WIDEST: Final = 100
_LONGEST_NAME: Final = 30


def help_text(context: click.Context) -> str:
    """Return the help of the command of this context."""
    width = min(_WIDEST, context.obj.width)
    lines = [usage_line(context), ""]
    if isinstance(context.command, click.Group):
        lines += _wrapped(_("Your own sales plan: what to do, when, with whom, at what cost, towards what."), width)
        lines += _wrapped(_("Without a command it opens the screens."), width)
        records = _records(context.command.params)
        column = max(len(name) for name, _text in records)
        for family in FAMILIES:
            lines += ["", f"{_(family.title)}:"]
            lines += _columns([(_names(row), _(row.summary)) for row in family.rows], width, column)
        lines += ["", _("Options of every command, before or after its name:")]
        lines += _columns(records, width, column)
    else:
        lines += _about(context, width)
    return "\n".join(lines)


def _about(context: click.Context, width: int) -> Iterator[str]:
    command = context.command
    row = row_of(command.name or "")
    yield from _wrapped(_(row.summary) if row else "", width)
    for paragraph in _(command.help).split("\n\n") if command.help else ():
        yield ""
        yield from _wrapped(paragraph, width)
    common = command.common if isinstance(command, Command) else ()
    own = [option for option in command.params if option not in common]
    if records := _records(own):
        yield ""
        yield _("Options:")
        yield from _columns(records, width)
    yield ""
    yield _("Options of every command: {command}").format(command="salgsplan --help")


def usage_line(context: click.Context) -> str:
    """Return how the command is written: «Bruk: salgsplan done [VALG] ID»."""
    arguments = [each for each in context.command.params if isinstance(each, click.Argument)]
    words = [_argument(each) for each in arguments]
    if isinstance(context.command, click.Group):
        words = [_("[COMMAND …]")]
    words.insert(0, _("[OPTIONS]"))
    return _("Usage: {command}").format(command=" ".join([context.command_path, *words]))


def hint(context: click.Context) -> str:
    """Return where to read more."""
    return _("Help: {command}").format(command=f"{context.command_path} --help")


def _argument(argument: click.Argument) -> str:
    name = _(argument.metavar) if argument.metavar else (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _names(row: Row) -> str:
    return f"{row.name} ({row.alias})" if row.alias and language() == "nb" else row.name


def _records(parameters: list[click.Parameter]) -> list[tuple[str, str]]:
    options = [each for each in parameters if isinstance(each, click.Option) and not each.hidden]
    return [(_option(each), _(each.help) if each.help else "") for each in options]


def _option(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {_(option.metavar)}" if option.metavar else names


def _columns(rows: list[tuple[str, str]], width: int, column: int = 0) -> Iterator[str]:
    longest = column or min(_LONGEST_NAME, max(len(name) for name, _text in rows))
    for name, text in rows:
        first, *others = _wrapped(text, max(20, width - longest - 4)) or [""]
        if len(name) > longest:
            yield f"  {name}"
            others.insert(0, first)
        else:
            yield f"  {name:<{longest}}  {first}".rstrip()
        for line in others:
            yield f"  {'':<{longest}}  {line}"


def _wrapped(text: str, width: int) -> list[str]:
    """Wrap between words only, so that commands can be copied."""
    return TextWrapper(width, break_on_hyphens=False, break_long_words=False).wrap(text)
