"""The options that every command takes, written before or after its name."""

import datetime as dt
from collections.abc import Callable
from typing import Final

import click

from salgsplan_tui import __version__
from salgsplan_tui.cli.chosen import moment
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import ValueType
from salgsplan_tui.language import N_, Language

_NARROWEST: Final = 20
_WIDEST: Final = 1000


class LanguageName(ValueType):
    """A language that is spoken here, by any of its names: nb, no, nn, en, en_GB."""

    name = "lang"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> Language:
        """Return the language."""
        from salgsplan_tui.language.choosing import language_named  # noqa: PLC0415  # few ask for one

        language = language_named(value)
        if language is None:
            raise MisuseError(N_("“{value}” is no language spoken here: nb or en."), value=value)
        return language


class Moment(ValueType):
    """A date with or without a time of day, 2027-02-17T08:00; without one, the start of that day."""

    name = "moment"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> dt.datetime:
        """Return the moment, in the person's own time."""
        return moment(value)


class Cells(ValueType):
    """A width in cells."""

    name = "cells"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the number."""
        if not (value.isdecimal() and _NARROWEST <= int(value) <= _WIDEST):
            text = N_("“{value}” is no width: give {lowest} to {highest}.")
            raise MisuseError(text, value=value, lowest=_NARROWEST, highest=_WIDEST)
        return int(value)


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value and parameter.name:
        setattr(context.obj.options, parameter.name, value)


def _show_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        context.obj.console.print(f"salgsplan {__version__}")
        context.exit()


def _show_help(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        from salgsplan_tui.cli.help import help_text  # noqa: PLC0415  # few ask for it

        context.obj.speak()
        context.obj.console.print(help_text(context))
        context.exit()


def common_options() -> list[click.Parameter]:
    """Return the options that every command takes."""
    return [
        _option("--home", metavar=N_("DIR"), help=N_("The plan's folder.")),
        _option("--lang", type=LanguageName(), metavar="nb|en", help=N_("The language.")),
        _option(
            "--today",
            type=Moment(),
            metavar=N_("DATE[THH:MM]"),
            help=N_("As of this day; without a time, as of its start."),
        ),
        _option("--json", is_flag=True, help=N_("Answer as JSON, for other programs.")),
        _option("--no-color", is_flag=True, help=N_("No colours.")),
        _option("--width", type=Cells(), metavar="N", help=N_("The width of the text in characters.")),
        _option("--yes", "-y", is_flag=True, help=N_("Ask nothing, take what is usual.")),
        _option("--dry-run", "-n", is_flag=True, help=N_("Only show what would be changed.")),
        _option("--version", is_flag=True, is_eager=True, callback=_show_version, help=N_("Show the version.")),
        _option("--help", "-h", is_flag=True, is_eager=True, callback=_show_help, help=N_("Show this help.")),
    ]


def _option(  # noqa: PLR0913  # an option has this many sides
    *names: str,
    help: str,  # noqa: A002  # click's own name
    metavar: str | None = None,
    type: ValueType | None = None,
    is_flag: bool = False,
    is_eager: bool = False,
    callback: Callable[[click.Context, click.Parameter, object], None] = _remember,
) -> click.Option:
    return click.Option(
        names,
        help=help,
        metavar=metavar,
        type=type,
        is_flag=is_flag or None,  # False would let the option stand without its value
        is_eager=is_eager,
        expose_value=False,
        callback=callback,
    )
