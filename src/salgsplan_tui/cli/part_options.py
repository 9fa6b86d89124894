"""The options that change parts of plans, the same on `goals`, `budget` and `programme`."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import click

from salgsplan_tui.language import N_

_EDIT: Final = N_("Write it anew in a line; what the line does not tell stays.")
_SET: Final = N_("Set a field by its name, as its form on the screen does; a wrong name lists them all.")
_PLACE: Final = N_("Give it another place among its like; the first is the most important.")
_REMOVE: Final = N_("Take it out; what activities or other parts name stays.")


class Named(NamedTuple):
    """How the help calls what the options take, marked for translation."""

    edit: str
    settings: str
    place: str
    remove: str


def part_options(named: Named) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options that change parts."""
    options = (
        click.option("--edit", nargs=2, multiple=True, metavar=named.edit, help=_EDIT),
        click.option("--set", "settings", nargs=2, multiple=True, metavar=named.settings, help=_SET),
        click.option("--place", nargs=2, multiple=True, metavar=named.place, help=_PLACE),
        click.option("--remove", multiple=True, metavar=named.remove, help=_REMOVE),
    )

    def give(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return give


def asks_for_parts(given: Mapping[str, Any]) -> bool:
    """Say whether one of these options, or one that adds, was given."""
    return any(given.get(name) for name in ("add", "edit", "settings", "place", "remove"))
