"""Looking at the plan: `day` and `week`."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.domain.dates import week_key, week_span
from salgsplan_tui.domain.day_plan import PlannedDays, day_plan, week_plan
from salgsplan_tui.language import N_

if TYPE_CHECKING:
    from salgsplan_tui.tui.row_text import Rows

_WIDE: Final = 100
"""From so many cells on there is room beside the titles."""


@command("day", N_("Without a date it is today. A date is written as in quick add: Friday, 19.2, +3d, 2027-02-19."))
@click.argument("words", metavar=N_("DATE"), nargs=-1)
def day_command(call: Call, words: tuple[str, ...]) -> None:
    """Print the plan of a day."""
    show_day(call, words)


def show_day(call: Call, words: tuple[str, ...] = ()) -> None:
    """Print the plan of a day, and what is overdue now."""
    day = call.now.date()
    if words:
        from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # most look at today

        day = day_meant(call, " ".join(words))
    call.session.need_day(day)
    planned = day_plan(call.plan, day, call.now)
    if call.options.json:
        _print_json(call, planned)
        return
    from salgsplan_tui.cli.text.day import day_text  # noqa: PLC0415  # only for people
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415

    bucket = call.plan.in_bucket(week_key(day))
    older = call.session.older_overdue(call.now) if day == call.now.date() else 0
    draw(call, day_text(_rows(call, planned, (row.id for row in bucket)), planned, older=older))


@command("week", N_("Without a week it is this one. A week is written 2027-W07, 7, “next week”, or as a date in it."))
@click.argument("words", metavar=N_("WEEK"), nargs=-1)
def week_command(call: Call, words: tuple[str, ...]) -> None:
    """Print the plan of a week."""
    week = week_key(call.now.date())
    if words:
        from salgsplan_tui.cli.when import week_meant  # noqa: PLC0415  # most look at this one

        week = week_meant(call, " ".join(words))
    call.session.need_day(week_span(week).start)
    call.session.need_weeks([week])
    planned = week_plan(call.plan, week, call.now)
    if call.options.json:
        _print_json(call, planned)
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415
    from salgsplan_tui.cli.text.week import week_text  # noqa: PLC0415  # only for people

    draw(call, week_text(replace(_rows(call, planned), is_wide=call.width >= _WIDE), planned))


def _print_json(call: Call, planned: PlannedDays) -> None:
    from salgsplan_tui.cli.as_json import planned_days_document  # noqa: PLC0415  # only for other programs

    call.print_json(planned_days_document(call.plan, planned))


def _rows(call: Call, planned: PlannedDays, others: Iterable[str] = ()) -> "Rows":
    from salgsplan_tui.tui.row_text import Rows  # noqa: PLC0415  # only for people

    shown = [row.id for row in planned.rows + planned.overdue + planned.material]
    return Rows(call.plan, call.now, call.session.shortest(dict.fromkeys([*shown, *others])))
