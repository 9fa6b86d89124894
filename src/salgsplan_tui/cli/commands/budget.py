"""`budget`: what the programme costs, line by line; its lines made, changed and removed (S42-S43)."""

from typing import Any, Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.part_options import Named, asks_for_parts, part_options
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.language import N_

_NAMED: Final = Named(N_("LINE TEXT"), N_("LINE FIELD=VALUE"), N_("LINE NUMBER"), N_("LINE"))


@command(
    "budget",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. A line is named by its "
        "code or a part of its title; move-money moves money between two. For example: salgsplan budget "
        '--add "Advertisements 12 000" --under st4'
        '\n\nsalgsplan budget --edit b2 "30 000" gives a line another amount, salgsplan budget --set b2 strategy=st1 '
        "another strategy."
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option(
    "--add",
    metavar=N_("TEXT"),
    multiple=True,
    help=N_("Add this line: what, and how much; - reads a line each from stdin."),
)
@click.option("--under", metavar=N_("STRATEGY"), help=N_("The strategy that the new line belongs to."))
@part_options(_NAMED)
def budget_command(call: Call, *, words: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401  # what click read
    """Print the cost budget line by line; or change a line first."""
    basis = chosen_basis(call, words)
    if asks_for_parts(given):
        if basis is None:
            raise NotFoundError("no_programme_runs")
        basis = _changed(call, basis, given)
        if not call.options.json:
            return
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


def _changed(call: Call, basis: Basis, given: dict[str, Any]) -> Basis:
    """Change the lines, and return what the budget is counted from then."""
    from salgsplan_tui.cli import part_changes  # noqa: PLC0415  # only who changes something
    from salgsplan_tui.cli.one_step import OneStep  # noqa: PLC0415  # as above
    from salgsplan_tui.domain.plan_parts import BudgetLine  # noqa: PLC0415  # as above

    owner = part_changes.PartOwner(OneStep(call, basis.programme.title), basis.programme.id)
    under = part_changes.strategy_under(owner, given["under"])
    for text in given["add"]:
        part_changes.add_lines(owner, BudgetLine, text, **under)
    part_changes.change_parts(owner, (BudgetLine,), given)
    return owner.made()
