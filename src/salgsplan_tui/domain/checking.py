"""Values of what a file or a person says: checked, with everything that is wrong told at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from salgsplan_tui.domain.values import Value, per_kind

if TYPE_CHECKING:
    from pydantic import TypeAdapter

V = TypeVar("V", bound=Value)


class Make(Protocol):
    """`checked` makes values of what a file says, `building.built` of what was found right before."""

    def __call__(self, kind: type[V], table: Mapping[str, object], /) -> V:
        """Return the value."""


class Misfit(NamedTuple):
    """Something that cannot be used as it stands."""

    where: tuple[str | int, ...]
    """Its place: ("channel", 2, "type", 0, "minutes"). Members of a union are named in it too."""
    key: str
    """missing_value, wrong_value or not_a_table."""


class MisfitError(ValueError):
    """A table of which no value can be made."""

    def __init__(self, misfits: tuple[Misfit, ...]) -> None:
        """Take what is wrong in it."""
        super().__init__(misfits)
        self.misfits = misfits


def checked(kind: type[V], table: Mapping[str, object]) -> V:
    """Return the value that a table of a file holds.

    Raises:
        MisfitError: something is missing or wrong.
    """
    return _checked(kind, table, in_file=True)


def checked_fields(kind: type[V], fields: Mapping[str, object]) -> V:
    """Return the value with these fields, by their keys in files; an amount may be given in øre.

    Raises:
        MisfitError: something is missing or wrong.
    """
    return _checked(kind, fields, in_file=False)


def _checked(kind: type[V], table: Mapping[str, object], *, in_file: bool) -> V:
    from pydantic import ValidationError  # noqa: PLC0415  # heavy, and most files are known to be right

    from salgsplan_tui.domain.schemas import FROM_FILE  # noqa: PLC0415

    try:
        value: V = _adapter(kind).validate_python(table, context=FROM_FILE if in_file else None)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
    else:
        return value
    raise MisfitError(
        tuple(Misfit(each["loc"], "missing_value" if each["type"] == "missing" else "wrong_value") for each in told)
    )


@per_kind
def _adapter(kind: type[Value]) -> "TypeAdapter[Any]":  # Any: of the kind that is asked for
    from pydantic import TypeAdapter  # noqa: PLC0415  # as above

    return TypeAdapter(kind)
