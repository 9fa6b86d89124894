"""Taking typed lines in: `add`, `parse` and `log`."""

from functools import partial

import click

from salgsplan_tui.cli.added import print_reading, reading_document, tell_added
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.reading import certain, reading_of
from salgsplan_tui.cli.stopped import change_with_result
from salgsplan_tui.domain.objecting import Stopped
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.taking import take
from salgsplan_tui.language import N_
from salgsplan_tui.session import Said

_LINE = N_("TEXT")


@command(
    "add",
    N_(
        "For example: salgsplan add call Kari Friday 10:00 30m 150kr\n\n"
        "Instead of a text, - reads lines: each is an activity of its own, and one that is not understood "
        "is told with its number while the others are added."
    ),
)
@click.argument("words", metavar=_LINE, nargs=-1, required=True)
def add_command(call: Call, words: tuple[str, ...]) -> None:
    """Plan an activity, or one for each line of the input."""
    if words == ("-",):
        from salgsplan_tui.cli.commands.add_lines import add_lines  # noqa: PLC0415  # only for many at once

        add_lines(call)
        return
    reading = certain(call, " ".join(words))
    tell_added(call, *taken(call, reading))


@command("parse", N_("For example: salgsplan parse call Kari Friday 10:00 30m 150kr"))
@click.argument("words", metavar=_LINE, nargs=-1, required=True)
def parse_command(call: Call, words: tuple[str, ...]) -> None:
    """Show what a line means; nothing is changed."""
    reading = reading_of(call, " ".join(words))
    if call.options.json:
        call.print_json(reading_document(call.plan, reading))
    else:
        print_reading(call, reading)


@command(
    "log",
    N_(
        'For example: salgsplan log "called Kari -> meeting booked; meeting Kari Tuesday 13 1h"\n\n'
        "After -> stands what came of it, and after ; the next step. Without an outcome it is asked for, "
        "or noted as “other” where nobody can answer."
    ),
)
@click.argument("words", metavar=_LINE, nargs=-1, required=True)
def log_command(call: Call, words: tuple[str, ...]) -> None:
    """Note what was done."""
    text = " ".join(words)
    reading = certain(call, text)
    if reading.result is None:
        from salgsplan_tui.cli.outcomes import outcome_wanted, words_for  # noqa: PLC0415  # only where none was told

        outcome = outcome_wanted(call, reading.activity)
        # Read once more as something done, because then its dates lie behind.
        reading = certain(call, f"{text} -> {words_for(call, outcome)}")
    tell_added(call, *taken(call, reading))


def taken(call: Call, reading: Reading) -> tuple[Plan, Reading, Stopped]:
    """Take a reading into the plan; return the plan that holds it, the reading, and what stopped because of it."""
    edit = partial(take, reading=reading, now=call.now, at=call.clock.stamp())
    plan, found = change_with_result(call, edit, _said(reading), reading.result, (reading.activity,))
    return plan, reading, found


def _said(reading: Reading) -> Said:
    key = "logged" if reading.result is not None else "added_series" if reading.series is not None else "added"
    return Said(key, {"id": reading.activity.id, "title": reading.activity.title, "count": 1})
