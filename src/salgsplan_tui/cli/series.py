"""How much of a series a command means, and the row it shows afterwards."""

from collections.abc import Callable
from typing import Any, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import show_changed
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.series_edits import Scope, SeriesPart, is_of_series
from salgsplan_tui.language import N_
from salgsplan_tui.session import Edit, Said

_PARTS = get_args(SeriesPart)


def series_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # any command's own function
    """Return the option that tells how much of a series is meant."""
    text = N_("How much of what repeats: only this one, this and all later, or all.")
    return click.option("--series", "part", metavar="|".join(_PARTS), type=OneOf(_PARTS), default="this", help=text)


def scope_of(call: Call, row: Activity, part: SeriesPart) -> Scope:
    """Return how far a change reaches, with everything read that it can reach.

    Raises:
        RefusedError: more than the row is meant, and it belongs to no series.
    """
    if part != "this":
        if not is_of_series(call.plan, row) or row.series is None:
            raise RefusedError("no_series", id=row.id)
        call.session.need_mentions([row.series])
    return Scope(part, call.now.date(), call.session.new_id())


def with_part(said: Said, part: SeriesPart) -> Said:
    """Return what a change does, with how much of a series it reaches."""
    return said if part == "this" else Said(said.key, {**said.values, "part": part})


def change_series(call: Call, edit: Edit, said: Said, row: Activity, scope: Scope) -> Activity:
    """Make a change of a series, show what it came to, and return the row it is shown by."""
    said = with_part(said, scope.part)
    plan = call.change(edit, said)
    shown = _row_after(plan, row, scope)
    if call.options.json and scope.part != "this":
        from salgsplan_tui.cli.as_json import activity_document, series_document  # noqa: PLC0415  # for other programs

        series = plan.series.get(shown.series or "")
        call.print_json({"activity": activity_document(plan, shown), "series": series_document(series)})
    else:
        show_changed(call, plan, said, [shown])
    return shown


def _row_after(plan: Plan, row: Activity, scope: Scope) -> Activity:
    """Return a row as it stands now, where it is gone the first that its series still has, else as it was."""
    if plan.holds(row.id):
        return plan.activity(row.id)
    for identity in (scope.new_id, row.series or ""):
        series = plan.series.get(identity)
        days = () if series is None else series.next_days(min(row.date or scope.today, series.first), 1, plan.days_off)
        for day in days:
            return next(each for each in plan.on(day) if each.series == identity)
    return row
