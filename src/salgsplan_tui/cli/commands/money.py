"""`profit` and `move-money`: what is left for each krone of wages, market and loyalty; money between lines (S53)."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.values import Amount
from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.budget_lines import lines_meant
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.nps import answers_in
from salgsplan_tui.domain.plan_parts import BudgetMove
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_life import move_money
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Said


@command(
    "profit",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. The wages are read from "
        "private.toml, and told nowhere else."
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
def profit_command(call: Call, *, words: tuple[str, ...]) -> None:
    """Print the profit per krone of wages, the market share and the loyalty of the customers."""
    basis = chosen_basis(call, words)
    if basis is None and not call.options.json:
        say_no_programme(call)
        return
    wages = call.session.wages()
    if call.options.json or basis is None:
        from salgsplan_tui.cli.profit_document import profit_document  # noqa: PLC0415  # only for other programs

        call.print_json(profit_document(basis, wages, call.now.date()))
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
    from salgsplan_tui.tui.money_listed import nps_answer_lines  # noqa: PLC0415
    from salgsplan_tui.tui.money_market import market_lines  # noqa: PLC0415
    from salgsplan_tui.tui.money_page import MoneyFigures, MoneyPage  # noqa: PLC0415
    from salgsplan_tui.tui.money_profit import profit_lines  # noqa: PLC0415

    page = MoneyPage(MoneyFigures(basis, wages), call.width)
    listed = nps_answer_lines(page) if answers_in(basis).are_few else ()
    draw(call, [*profit_lines(page), *market_lines(page), *listed])


@command("move-money", N_("A line is its code or a part of its name, in the programme that runs today."))
@click.argument("source", metavar=N_("FROM"))
@click.argument("goal", metavar=N_("TO"))
@click.argument("amount", metavar=N_("AMOUNT"), type=Amount())
@click.option("--reason", metavar=N_("REASON"), help=N_("Why; it is written down with the move."))
def move_money_command(call: Call, *, source: str, goal: str, amount: int, reason: str | None) -> None:
    """Move money from one line of the cost budget to another."""
    call.session.need_sales_plans()
    programme = running_programme(call.plan, call.now.date())
    if programme is None:
        say_no_programme(call)
        call.exit_code = 3
        return
    move = BudgetMove(
        id=call.session.new_id(),
        on=call.now.date(),
        from_=_line(programme, source),
        to=_line(programme, goal),
        amount=amount,
        reason=reason,
    )
    titles = {each.id: each.title for each in programme.budget_lines}
    said = Said("moved_money", {"title": titles[move.to], "amount": amount})
    plan = call.change(partial(move_money, identity=programme.id, move=move, at=call.clock.stamp()), said)
    if call.options.json:
        from salgsplan_tui.cli.profit_document import lines_document  # noqa: PLC0415  # only for other programs

        call.print_json(lines_document(plan.sales_plans[programme.id]))
        return
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)


def _line(programme: SalesPlan, text: str) -> str:
    """Return the code of the line that is meant.

    Raises:
        NotFoundError: `no_part`, or `ambiguous`.
    """
    found = lines_meant(programme.budget_lines, text)
    if not found:
        raise NotFoundError("no_part", id=text, title=programme.title)
    if len(found) > 1:
        raise NotFoundError("ambiguous", id=text, candidates=tuple(each.id for each in found))
    return found[0].id
