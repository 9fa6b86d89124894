"""Labelled texts in two columns."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

from salgsplan_tui.language.safe import safe, width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import padded

if TYPE_CHECKING:
    from textual.content import Content

_NARROWEST: Final = 20


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


def field_lines(title: str, told: Sequence[Field], room: int) -> list[Line]:
    """Return a title, and under it the fields in two columns at this width."""
    column = max((width(field.label) for field in told), default=0) + 2
    lines = [Line((Part(title, "heading"),)), Line()]
    for field in told:
        label = padded(field.label, column)
        for text in _wrapped(field.text, max(_NARROWEST, room - column)):
            lines.append(Line((Part(label, "muted"), Part(text))))
            label = " " * column
    return lines


def _wrapped(text: str, cells: int) -> Iterator[str]:
    for line in safe(text).split("\n"):
        yield from wrap(line, cells) or [""]
