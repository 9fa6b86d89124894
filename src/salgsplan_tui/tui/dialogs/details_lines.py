"""Labelled texts in two columns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from salgsplan_tui.language.safe import safe, width

if TYPE_CHECKING:
    from textual.content import Content


class Field(NamedTuple):
    """One labelled text; a text of several lines stands under its label as it is."""

    label: str
    text: str
    style: str = ""


def as_text(found: tuple[Field, ...], room: int) -> "Content":
    """Return the fields as two columns at this width, each text wrapped under itself."""
    from textual.content import Content  # noqa: PLC0415  # the command line shows fields without Textual

    column = max((width(field.label) for field in found), default=0) + 2
    lines = [line for field in found for line in _lines(field, column, max(10, room - column))]
    return Content("\n").join(lines)


def _lines(field: Field, column: int, room: int) -> "Iterator[Content]":
    from textual.content import Content  # noqa: PLC0415  # as above

    label = Content.styled(field.label.ljust(column), "bold $primary")
    for text in safe(field.text).split("\n"):
        for line in Content.styled(text, field.style).wrap(room) or [Content("")]:
            yield Content.assemble(label, line)
            label = Content(" " * column)
