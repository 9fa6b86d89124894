"""Everything about one activity as labelled lines: what the details of the screens tell, for paper and pipes."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw, padded
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_lines import Field
from salgsplan_tui.tui.dialogs.details_text import fields
from salgsplan_tui.tui.lines import Line, Part

_NARROWEST: Final = 20


def print_reading_fields(call: Call, plan: Plan, row: Activity, series: Series | None = None) -> None:
    """Print what a typed line says of a row that is not in the plan, and so has no id of its own yet."""
    told = [field for field in fields(plan, row, call.now) if row.id not in field.text]
    if series is not None:
        from salgsplan_tui.tui.dialogs.repeat_words import repeat_words  # noqa: PLC0415  # few rows repeat

        told.insert(1, Field(_("Repeat"), f"↻ {repeat_words(series)}"))
    _print(call, labels.title(plan, row), told)


def print_fields(call: Call, plan: Plan, row: Activity) -> None:
    """Print the row's title, and under it what there is to tell."""
    _print(call, labels.title(plan, row), fields(plan, row, call.now))


def _print(call: Call, title: str, told: Sequence[Field]) -> None:
    draw(call, field_lines(title, told, call.width))


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
