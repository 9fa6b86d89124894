"""Everything about one activity as labelled lines: what the details of the screens tell, for paper and pipes."""

from collections.abc import Sequence

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.language import _, language
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_lines import Field, field_lines
from salgsplan_tui.tui.dialogs.details_text import fields


def print_reading_fields(call: Call, plan: Plan, row: Activity, series: Series | None = None) -> None:
    """Print what a typed line says of a row that is not in the plan, and so has no id of its own yet."""
    told = [field for field in fields(plan, row, call.now) if row.id not in field.text]
    if series is not None:
        from salgsplan_tui.tui.dialogs.repeat_words import repeat_words  # noqa: PLC0415  # few rows repeat

        told.insert(1, Field(_("Repeat"), f"↻ {repeat_words(series)}"))
    _print(call, labels.title(plan, row), told)


def print_fields(call: Call, plan: Plan, row: Activity) -> None:
    """Print the row's title, and under it what there is to tell."""
    _print(call, labels.title(plan, row), fields(plan, row, call.now, call.session.approach(row, language())))


def print_approach(call: Call, row: Activity) -> None:
    """Print how to go about a row that was just started, where anybody has said it (S16)."""
    text = call.session.approach(row, language())
    if text:
        draw(call, field_lines("", [Field(_("Approach"), text)], call.width)[1:])


def _print(call: Call, title: str, told: Sequence[Field]) -> None:
    draw(call, field_lines(title, told, call.width))
