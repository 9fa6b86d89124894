"""`goals` and `budget`: how far the programme has come, what it still needs, and what it costs (S3, S42)."""

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.funnel_rates import own_rates
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import N_


@command(
    "goals",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. A goal is named by its id "
        'or the beginning of its title. For example: salgsplan goals --add "8 orders by 31.3"'
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option("--add", metavar=N_("TEXT"), help=N_("Add this goal."))
@click.option("--edit", nargs=2, metavar=N_("GOAL TEXT"), help=N_("Write a goal anew."))
@click.option("--end", metavar=N_("GOAL=HOW: WHY"), help=N_("How a goal ended: reached, missed, dropped or open."))
@click.option("--measured", metavar=N_("GOAL=NUMBER"), help=N_("How far a goal has come that you count yourself."))
@click.option("--remove", metavar=N_("GOAL"), help=N_("Take a goal out."))
@click.option(
    "--rates",
    metavar="plan|own",
    type=OneOf(("plan", "own")),
    default="plan",
    help=N_("Count the funnel by the planned rates, or by your own so far."),
)
def goals_command(  # noqa: PLR0913  # one for each change
    call: Call,
    *,
    words: tuple[str, ...],
    rates: str,
    add: str | None,
    edit: tuple[str, str] | None,
    end: str | None,
    measured: str | None,
    remove: str | None,
) -> None:
    """Print the goals with their figures, and the funnel; or change a goal first."""
    basis = chosen_basis(call, words)
    changes = {"add": add, "edit": edit, "end": end, "measured": measured, "remove": remove}
    if any(each is not None for each in changes.values()):
        if basis is None:
            raise NotFoundError("no_programme_runs")
        _change(call, basis.programme, changes)
        if not call.options.json:
            return
        basis = chosen_basis(call, words)
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


def _change(call: Call, plan: SalesPlan, changes: dict[str, str | tuple[str, str] | None]) -> None:
    from salgsplan_tui.cli import programme_changes  # noqa: PLC0415  # only who changes something

    if isinstance(pair := changes.pop("edit"), tuple):
        programme_changes.edit_goal(call, plan, programme_changes.goal_called(plan, pair[0]), pair[1])
    steps = {
        "add": programme_changes.add_goal,
        "end": programme_changes.end_goal,
        "measured": programme_changes.measure_goal,
        "remove": programme_changes.remove_goal,
    }
    for name, step in steps.items():
        if isinstance(text := changes[name], str):
            step(call, call.plan.sales_plans[plan.id], text)


@command("budget", N_("Without a name it is the programme that runs today; a part of its title is enough."))
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
def budget_command(call: Call, *, words: tuple[str, ...]) -> None:
    """Print the cost budget line by line."""
    basis = chosen_basis(call, words)
    budget = None if basis is None else budget_of(basis)
    if call.options.json:
        from salgsplan_tui.cli.figure_documents import budget_document  # noqa: PLC0415  # only for other programs

        call.print_json(budget_document(budget))
    elif basis is None or budget is None:
        say_no_programme(call)
    else:
        from salgsplan_tui.cli.text.budget import budget_text  # noqa: PLC0415  # only for people
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415

        draw(call, budget_text(basis, budget, call.width))
