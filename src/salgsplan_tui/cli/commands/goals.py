"""`goals`: how far the programme has come and what it still needs; goals made, changed and settled (S3)."""

from typing import TYPE_CHECKING, Any, Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.part_options import Named, asks_for_parts, part_options
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.funnel_rates import own_rates
from salgsplan_tui.language import N_

if TYPE_CHECKING:
    from salgsplan_tui.tui.programme_page import RatesShown

_NAMED: Final = Named(N_("GOAL TEXT"), N_("GOAL FIELD=VALUE"), N_("GOAL NUMBER"), N_("GOAL"))


@command(
    "goals",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. A goal is named by its id "
        'or a part of its title. For example: salgsplan goals --add "8 orders by 31.3"'
        "\n\nsalgsplan goals --set m1 deadline=15.3 sets one of its fields."
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option("--add", metavar=N_("TEXT"), multiple=True, help=N_("Add this goal; - reads a goal a line from stdin."))
@part_options(_NAMED)
@click.option(
    "--end",
    metavar=N_("GOAL=HOW: WHY"),
    multiple=True,
    help=N_("How a goal ended: reached, missed, dropped or open."),
)
@click.option(
    "--measured",
    metavar=N_("GOAL=NUMBER"),
    multiple=True,
    help=N_("How far a goal has come that you count yourself."),
)
@click.option("--fill", is_flag=True, help=N_("Plan what the funnel misses, as rows of this week."))
@click.option(
    "--rates",
    metavar="plan|own",
    type=OneOf(("plan", "own")),
    default="plan",
    help=N_("Count the funnel by the planned rates, or by your own so far."),
)
def goals_command(call: Call, *, words: tuple[str, ...], rates: "RatesShown", **given: Any) -> None:  # noqa: ANN401  # what click read
    """Print the goals with their figures, and the funnel; or change a goal first."""
    basis = chosen_basis(call, words)
    if asks_for_parts(given) or given["end"] or given["measured"] or given["fill"]:
        if basis is None:
            raise NotFoundError("no_programme_runs")
        basis = _changed(call, basis, given, rates)
        if not call.options.json:
            return
    funnel = None if basis is None else funnel_of(basis, own_rates(basis) if rates == "own" else None)
    if call.options.json:
        from salgsplan_tui.cli.figure_documents import goals_document  # noqa: PLC0415  # only for other programs

        call.print_json(goals_document(basis, call.now.date(), funnel))
    elif basis is None:
        say_no_programme(call)
    else:
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
        from salgsplan_tui.cli.text.goals import goals_text  # noqa: PLC0415

        draw(call, goals_text(basis, funnel, call.width))


def _changed(call: Call, basis: Basis, given: dict[str, Any], rates: "RatesShown") -> Basis:
    """Change the goals, and return what their figures are counted from then."""
    from salgsplan_tui.cli import goal_changes, part_changes  # noqa: PLC0415  # only who changes something
    from salgsplan_tui.cli.one_step import OneStep  # noqa: PLC0415  # as above
    from salgsplan_tui.domain.programme import Goal  # noqa: PLC0415  # as above

    owner = part_changes.PartOwner(OneStep(call, basis.programme.title), basis.programme.id)
    for text in given["add"]:
        part_changes.add_lines(owner, Goal, text)
    part_changes.change_parts(owner, (Goal,), given)
    for text in given["end"]:
        goal_changes.end_goal(owner, text)
    for text in given["measured"]:
        goal_changes.measure_goal(owner, text)
    if given["fill"]:
        goal_changes.fill(owner, basis, rates)
    return owner.made()
