"""The fields of a form: what stands before each, how its text is read, and what can be picked; without a screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Options = Sequence[tuple[str, str]]
"""What can be picked: codes and their words."""


@dataclass(frozen=True)
class Meant:
    """What the text of a field means, and the same in words where they say more than the text."""

    value: object = None
    echo: str = ""


def as_typed(text: str) -> Meant:
    """Take a text as it stands; an empty one says nothing."""
    return Meant(text.strip() or None)


@dataclass(frozen=True)
class RecordField:
    """One field of a form."""

    name: str
    label: str
    """Marked for translation."""
    read: Callable[[str], Meant] = as_typed
    """Raises NotUnderstoodError where the text means nothing."""
    options: Options | None = None
    """What can be picked; None where it is typed."""
    is_long: bool = False
    opens_group: bool = False
    """A line is left free above it."""
    after: str = ""
    """The field that it is held against: read anew when that one changes."""
