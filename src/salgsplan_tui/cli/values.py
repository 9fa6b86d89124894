"""Values of options as people type them: amounts, whole numbers, counts by name, codes that the shell completes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import click

from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.language import N_

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MOST_DIGITS: Final = 9


_WHOLE: Final = 100


class ValueType(click.ParamType):  # type: ignore[type-arg]  # generic in newer releases of click only
    """What all kinds of values here have in common: they tell a mistake in the person's language."""


class Amount(ValueType):
    """Kroner, as whole øre: 1250, 1250.50, 1 250,50 kr."""

    name = "amount"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the øre."""
        from salgsplan_tui.domain.quick_add.numbers import LARGEST, decimal_of  # noqa: PLC0415  # few are given one

        digits = "".join(value.casefold().removesuffix(",-").split()).removesuffix("kr").removeprefix("kr")
        kroner = decimal_of(digits)
        if kroner is None or kroner > LARGEST:
            raise MisuseError(N_("“{value}” is no amount such as 1250 or 1250.50."), value=value)
        return int(kroner * 100)


class Share(ValueType):
    """A percentage, as hundredths of a percent: 60, 12.5, 60 %."""

    name = "percent"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the hundredths."""
        from salgsplan_tui.domain.quick_add.numbers import decimal_of  # noqa: PLC0415  # few are given one

        percent = decimal_of("".join(value.split()).removesuffix("%"))
        if percent is None or percent > _WHOLE:
            raise MisuseError(N_("“{value}” is no percentage from 0 to 100."), value=value)
        return int(percent * 100)


class Figure(ValueType):
    """A figure in some unit, as hundredths of it: 9, 4.5, 80 %."""

    name = "figure"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the hundredths."""
        from salgsplan_tui.domain.quick_add.numbers import LARGEST, decimal_of  # noqa: PLC0415  # few are given one

        found = decimal_of("".join(value.split()).removesuffix("%"))
        if found is None or found > LARGEST:
            raise MisuseError(N_("“{value}” is no figure such as 9 or 4.5."), value=value)
        return int(found * 100)


class Number(ValueType):
    """A whole number of things."""

    name = "number"

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the number."""
        return _number(value)


class NamedNumber(ValueType):
    """A number by its name: reached=9."""

    name = "count"

    def convert(
        self, value: str | tuple[str, int], _param: click.Parameter | None, _ctx: click.Context | None
    ) -> tuple[str, int]:
        """Return name and number."""
        if isinstance(value, tuple):
            return value
        name, equals, number = value.partition("=")
        if not (name and equals and name.isidentifier()):
            raise MisuseError(N_("“{value}” is no count such as reached=9."), value=value)
        return name, _number(number)


class Code(ValueType):
    """A code; any word is taken, for the command knows more names for it than the shell completes."""

    name = "code"

    def __init__(self, codes: Iterable[str]) -> None:
        """Take the codes to complete."""
        self.codes = tuple(codes)

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Offer the codes."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  # only when the shell asks

        return [CompletionItem(code) for code in self.codes if code.startswith(incomplete)]


class OneOf(Code):
    """One of some codes, and nothing else."""

    def convert(self, value: str, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the code."""
        if value not in self.codes:
            text = N_("“{value}” is none of these: {codes}.")
            raise MisuseError(text, value=value, codes=", ".join(self.codes))
        return value


def _number(text: str) -> int:
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise MisuseError(N_("“{value}” is no whole number."), value=text)
    return int(digits)
