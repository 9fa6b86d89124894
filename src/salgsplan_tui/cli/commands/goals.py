"""`goals` and `budget`: how far the programme has come, what it still needs, and what it costs (S3, S42)."""

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.funnel_rates import own_rates
from salgsplan_tui.language import N_


@command("goals", N_("Without a name it is the programme that runs today; a part of its title is enough."))
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option(
    "--rates",
    metavar="plan|own",
    type=OneOf(("plan", "own")),
    default="plan",
    help=N_("Count the funnel by the planned rates, or by your own so far."),
)
def goals_command(call: Call, *, words: tuple[str, ...], rates: str) -> None:
    """Print the goals with their figures, and the funnel."""
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
